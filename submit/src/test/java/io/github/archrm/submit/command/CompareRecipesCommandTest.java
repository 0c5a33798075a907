package io.github.archrm.submit.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.archrm.submit.Cli;
import io.github.archrm.submit.Samples;
import io.github.archrm.tasks.io.TaskWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparing recipes, with processes as users have them. */
class CompareRecipesCommandTest {
  private static final String WIDE = "wide:model.width=32,model.feedForward.inner=32";

  @TempDir Path folder;

  @BeforeEach
  void writeTasks() throws Exception {
    for (String id : List.of("a", "b", "c")) {
      TaskWriter.writeTask(folder.resolve("tasks/" + id + ".json"), Samples.exchange(id));
    }
  }

  private static String[] arguments(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("compare-recipes", "tasks", "--out", "out", "--workers", "1"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private Cli.Result compare(String... more) throws Exception {
    return Cli.run(folder, arguments(more));
  }

  private JsonObject results(String run) throws Exception {
    return JsonParser.parseString(Files.readString(folder.resolve("out/" + run + "/results.json")))
        .getAsJsonObject();
  }

  /** What came out of each task, without the times. */
  private List<String> answers(String run) throws Exception {
    return results(run).getAsJsonArray("tasks").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(task -> task.get("id") + " " + task.get("loss") + " " + task.get("tests"))
        .toList();
  }

  private static long started(Cli.Result result) {
    return result.err().lines().filter(line -> line.endsWith(" started")).count();
  }

  @Test
  void aRunThatIsKilledGoesOnWhereItWas() throws Exception {
    Files.writeString(folder.resolve("ids.txt"), "a\n\nc\n");
    String[] asked = {"usual", WIDE, "--seeds", "0,7", "--steps", "2", "--with", "hrm"};
    List<String> words = new ArrayList<>(List.of(asked));
    words.addAll(List.of("--ids", "ids.txt", "--resume"));
    String[] all = words.toArray(String[]::new);
    Cli.Running killed = Cli.start(folder, arguments(all));
    Path second = folder.resolve("out/wide-seed-0/results.journal.jsonl");
    while (killed.process().isAlive()
        && (!Files.exists(second) || Files.readAllLines(second).size() < 2)) {
      Thread.sleep(20);
    }
    assertTrue(killed.process().isAlive(), () -> "ended by itself");
    killed.process().destroyForcibly().waitFor();
    assertEquals(2, results("usual-seed-0").get("finished").getAsInt());
    List<String> before = answers("usual-seed-0");
    Cli.Result rest = compare(all);
    assertEquals(0, rest.exit(), rest::toString);
    assertTrue(started(rest) >= 4 && started(rest) <= 5, rest::toString);
    assertEquals(before, answers("usual-seed-0"));
    assertEquals(
        32,
        results("wide-seed-7")
            .getAsJsonObject("configuration")
            .getAsJsonObject("recipes")
            .getAsJsonObject("arc")
            .getAsJsonObject("model")
            .get("width")
            .getAsInt());
    assertTrue(Files.exists(folder.resolve("out/wide-seed-7/results.html")));
    for (String word :
        List.of(
            "fitted but wrong",
            "wide against usual",
            "4 tasks",
            "McNemar's exact test",
            "| `usual --steps 2 --with hrm` | 0, 7 |")) {
      assertTrue(rest.out().contains(word), () -> word + " is missing in " + rest);
    }
    assertTrue(rest.out().matches("(?s).*\na +usual +\\d of 2 .*"), rest::toString);
    Cli.Result again = compare(all);
    assertEquals(0, again.exit(), again::toString);
    assertEquals(0, started(again));
    String table = rest.out().substring(rest.out().lastIndexOf("\nrecipe "));
    assertTrue(again.out().endsWith(table), () -> again + "\ninstead of\n" + table);

    String[] careless = {"usual", WIDE, "--seeds", "0,7", "--steps", "2", "--with", "hrm"};
    Cli.Result lost = compare(careless);
    assertEquals(2, lost.exit(), lost::toString);
    assertTrue(lost.err().contains("usual-seed-0: holds results of an earlier run; --resume"));
  }

  @Test
  void programsAloneAreOneRecipeOfSeveral() throws Exception {
    Cli.Result result =
        compare("programs:policy.programs.depth=1", "--with", "programs", "--ids", "b");
    assertEquals(0, result.exit(), result::toString);
    assertTrue(result.err().contains("does not repeat exactly"), result::toString);
    assertTrue(result.out().contains("1 of 1   1 of 1"), result::toString);
    assertTrue(result.out().contains("Every task was solved."), result::toString);
    assertFalse(result.out().contains("McNemar"), "there is nothing to compare with");
    JsonObject test =
        results("programs-seed-0")
            .getAsJsonArray("tasks")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("tests")
            .get(0)
            .getAsJsonObject();
    assertEquals(0, test.get("wrong_cells").getAsInt());
    assertEquals(0, test.get("solution_share").getAsDouble(), "no view voted");
  }

  private void assertMistake(String line, String... more) throws Exception {
    Cli.Result result = compare(more);
    assertEquals(2, result.exit(), result::toString);
    assertEquals("", result.out());
    assertEquals("arc-hrm: " + line, result.err().lines().findFirst().orElse(""));
    assertFalse(Files.exists(folder.resolve("out")), "something was written");
  }

  @Test
  void mistakesAreToldBeforeAnythingIsSolved() throws Exception {
    Files.writeString(folder.resolve("bad.json"), "{\"model\": {\"widht\": 3}}");
    Files.writeString(folder.resolve("torn.json"), "{\"model\"");
    Files.writeString(folder.resolve("ids.txt"), "a\nzzz\n");
    Files.writeString(folder.resolve("none.txt"), "\n");
    Cli.Result bad = compare("usual", "bad.json");
    assertEquals(2, bad.exit(), bad::toString);
    assertTrue(bad.err().startsWith("arc-hrm: bad.json: model.widht: no such name"), bad::toString);
    assertMistake("torn.json: not valid JSON at line 1, column 9", "usual", "torn.json");
    assertMistake("missing.json: no such file or folder", "usual", "missing.json");
    assertMistake("tasks: no task zzz", "usual", "--ids", "a,zzz");
    assertMistake("tasks: no task zzz (of ids.txt)", "usual", "--ids", "ids.txt");
    assertMistake("--ids: none.txt: no ids in it", "usual", "--ids", "none.txt");
    assertMistake(
        "two recipes are called usual: give one a name, as in other:usual", "usual", "usual");
    assertMistake("--seeds: must be a whole number, not 1.5", "usual", "--seeds", "0,1.5");
    assertMistake("--seeds: must be a whole number, not ", "usual", "--seeds", "0,,1");
    assertMistake("--seeds: 3 is given twice", "usual", "--seeds", "3,3");
  }
}
