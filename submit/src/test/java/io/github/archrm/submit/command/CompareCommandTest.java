package io.github.archrm.submit.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.archrm.submit.Cli;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparing files of several forms, from the command line. */
class CompareCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws Exception {
    Files.writeString(
        folder.resolve("solutions.json"),
        "{\"one\": [[[1]]], \"two\": [[[1, 2]], [[3]]], \"bad\": 7}");
    Files.writeString(
        folder.resolve("submission.json"),
        """
        {"one": [{"attempt_1": [[1]], "attempt_2": [[0]]}],
         "two": [{"attempt_1": [[1, 2]], "attempt_2": [[0]]},
                 {"attempt_1": [[0]], "attempt_2": [[0]]}]}
        """);
    Files.createDirectories(folder.resolve("bench"));
    Files.writeString(
        folder.resolve("bench/two.json"),
        """
        [{"attempt_1": {"answer": [[1, 2]], "metadata": {"cost": {"total_cost": 0.5}}}},
         {"attempt_1": {"answer": [[3]], "metadata": {"cost": {"total_cost": 1}}}}]
        """);
    Files.writeString(folder.resolve("bench/one.json"), "[{\"attempt_1\": {\"answer\": [[2]]}}]");
  }

  @Test
  void filesOfSeveralFormsAsTextJsonAndPage() throws Exception {
    Cli.Result text =
        Cli.run(
            folder,
            "compare",
            "submission.json",
            "bench",
            "--solutions",
            "solutions.json",
            "--page",
            "out/compare.html");
    assertEquals(0, text.exit(), text::toString);
    assertTrue(text.err().matches("solutions\\.json: bad: .* \\(not scored\\)\\R"), text::toString);
    assertTrue(
        text.out().contains("both solve 0, neither 0, only submission.json 1, only bench 1"));
    assertTrue(text.out().contains("McNemar's exact test: p = 1.000"), text::toString);
    assertTrue(Files.readString(folder.resolve("out/compare.html")).contains("compare"));
    Cli.Result printed =
        Cli.run(
            folder,
            "compare",
            "submission.json",
            "bench",
            "--solutions",
            "solutions.json",
            "--json",
            "--seeds");
    JsonObject json = JsonParser.parseString(printed.out()).getAsJsonObject();
    JsonObject bench = json.getAsJsonArray("systems").get(1).getAsJsonObject();
    assertEquals(0.75, bench.get("dollars_per_task").getAsDouble(), 1e-12);
    assertEquals(
        2.0 / 3,
        bench.getAsJsonObject("scores").getAsJsonObject("kaggle").get("value").getAsDouble());
    assertEquals(2, json.getAsJsonObject("seeds").get("solved_by_some").getAsInt());
    assertEquals(text.err().strip(), json.getAsJsonArray("notes").get(0).getAsString());
  }

  @Test
  void mistakesAreToldInOneLine() throws Exception {
    Cli.Result unknown = Cli.run(folder, "compare", "submission.json", "bench");
    assertEquals(2, unknown.exit(), unknown::toString);
    assertEquals(
        "arc-hrm: submission.json: does not say which answers are right;"
            + " --solutions or --tasks is needed",
        unknown.err().strip());
    Cli.Result missing = Cli.run(folder, "compare", "submission.json", "none.json");
    assertEquals(2, missing.exit(), missing::toString);
    assertEquals("arc-hrm: none.json: no such file or folder", missing.err().strip());
    Cli.Result alone = Cli.run(folder, "compare", "submission.json");
    assertEquals(2, alone.exit(), alone::toString);
  }
}
