package io.github.archrm.submit.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.archrm.submit.Cli;
import io.github.archrm.submit.Samples;
import io.github.archrm.submit.answers.AnswersReader;
import io.github.archrm.tasks.io.TaskWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long evaluations, with processes as users have them. */
class EvaluationRunTest {
  @TempDir Path folder;

  @BeforeEach
  void writeTasks() throws Exception {
    for (String id : List.of("a", "b", "c", "d")) {
      TaskWriter.writeTask(folder.resolve("tasks/" + id + ".json"), Samples.exchange(id));
    }
  }

  private Cli.Result evaluate(String out, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of("evaluate", "tasks", "--steps", "2", "--workers", "1", "--out", out));
    arguments.addAll(List.of(more));
    return Cli.run(folder, arguments.toArray(String[]::new));
  }

  private JsonObject json(String file) throws Exception {
    return JsonParser.parseString(Files.readString(folder.resolve(file))).getAsJsonObject();
  }

  /** What came out of each task, without the times. */
  private List<String> answers(String file) throws Exception {
    JsonArray tasks = json(file).getAsJsonArray("tasks");
    return tasks.asList().stream()
        .map(one -> one.getAsJsonObject().get("id") + " " + one.getAsJsonObject().get("tests"))
        .toList();
  }

  @Test
  void aRunGoesOnWhereItWasAndIsNotLost() throws Exception {
    Cli.Result first = evaluate("whole.json");
    assertEquals(0, first.exit(), first::toString);
    Path journal = folder.resolve("whole.journal.jsonl");
    List<String> lines = Files.readAllLines(journal);
    assertEquals(1 + 4 + 1, lines.size());
    // As it is on disk when the machine goes down in the middle of the third task's line.
    Files.writeString(
        journal, String.join("\n", lines.subList(0, 3)) + "\n" + lines.get(3).substring(0, 50));
    Cli.Result careless = evaluate("whole.json");
    assertEquals(2, careless.exit(), careless::toString);
    assertTrue(careless.err().contains("holds 2 results of an earlier run; --resume"));
    Cli.Result other = evaluate("whole.json", "--resume", "--seed", "9");
    assertEquals(2, other.exit(), other::toString);
    assertTrue(other.err().contains("seed 0, not 9"), other::toString);
    List<String> expected = answers("whole.json");
    Cli.Result again = evaluate("whole.json", "--resume");
    assertEquals(0, again.exit(), again::toString);
    assertEquals(expected, answers("whole.json"));
    assertEquals(2, again.err().lines().filter(line -> line.endsWith(" started")).count());
    Cli.Result over = evaluate("whole.json", "--resume");
    assertEquals(0, over.exit(), over::toString);
    assertEquals(0, over.err().lines().filter(line -> line.endsWith(" started")).count());
    assertEquals(expected, answers("whole.json"));
    double seconds =
        AnswersReader.read(folder.resolve("whole.json")).tasks().values().stream()
            .mapToDouble(task -> task.cost().orElseThrow().workerSeconds())
            .sum();
    assertEquals(
        seconds,
        json("whole.json").getAsJsonObject("cost").get("worker_seconds").getAsDouble(),
        1e-6);
  }

  @Test
  void shardsAreJoinedByTheRunWithoutOne() throws Exception {
    Cli.Result whole = evaluate("one/results.json");
    assertEquals(0, whole.exit(), whole::toString);
    for (String shard : List.of("0/2", "1/2")) {
      Cli.Result part = evaluate("parts", "--shard", shard, "--resume", "--format", "benchmarking");
      assertEquals(0, part.exit(), part::toString);
    }
    assertEquals(2, json("parts/shard-1-of-2/results.json").get("of").getAsInt());
    assertFalse(Files.exists(folder.resolve("parts/results.json")));
    Cli.Result joined = evaluate("parts", "--resume", "--format", "benchmarking");
    assertEquals(0, joined.exit(), joined::toString);
    assertEquals(0, joined.err().lines().filter(line -> line.endsWith(" started")).count());
    assertEquals(answers("one/results.json"), answers("parts/results.json"));
    assertEquals(
        4, AnswersReader.read(folder.resolve("parts")).tasks().size(), "benchmarking's files");
  }
}
