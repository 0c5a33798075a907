package io.github.archrm.submit.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.archrm.submit.Cli;
import io.github.archrm.submit.Samples;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.score.Results;
import io.github.archrm.submit.score.Submission;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.TaskWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void writeSolutions() throws IOException {
    Files.writeString(
        folder.resolve("solutions.json"),
        """
        {"one": [[[1]]], "two": [[[1, 2]], [[3]]], "three": [[[4]], [[5]], [[6]]]}
        """);
  }

  private Cli.Result score(String submission, String... more) throws Exception {
    Files.writeString(folder.resolve("submission.json"), submission);
    String[] arguments = new String[4 + more.length];
    arguments[0] = "score";
    arguments[1] = "submission.json";
    arguments[2] = "--solutions";
    arguments[3] = "solutions.json";
    System.arraycopy(more, 0, arguments, 4, more.length);
    return Cli.run(folder, arguments);
  }

  @Test
  void eitherAttemptMayBeRight() throws Exception {
    Cli.Result result =
        score(
            """
            {"one": [{"attempt_1": [[0]], "attempt_2": [[1]]}],
             "two": [{"attempt_1": [[1, 2]], "attempt_2": [[0]]},
                     {"attempt_1": [[0]], "attempt_2": [[0]]}],
             "three": [{"attempt_1": [[4]], "attempt_2": [[4]]},
                       {"attempt_1": [[4]], "attempt_2": [[4]]},
                       {"attempt_1": [[6], [6]], "attempt_2": [[6, 6]]}]}
            """);
    assertEquals(0, result.exit(), result::toString);
    assertEquals("", result.err());
    assertTrue(result.out().contains("50.00 %  3 of 6"), result::toString);
    assertTrue(result.out().contains("61.11 %  1.83 of 3"), result::toString);
    assertTrue(result.out().contains("33.33 %  1 of 3"), result::toString);
  }

  @Test
  void aSecondAttemptIsNoFirstOneWhereThatIsMissing() throws Exception {
    Cli.Result result =
        score(
            """
            {"one": [{"attempt_1": null, "attempt_2": [[1]]}],
             "two": [{"attempt_1": [[1], [2, 3]], "attempt_2": [[1, 2]]},
                     {"attempt_1": [[3]], "attempt_2": [[3]]}],
             "three": [{"attempt_1": [[4]], "attempt_2": [[4]], "attempt_1": [[0]]},
                       {"attempt_1": [[5]], "attempt_2": [[5]]},
                       {"attempt_1": [[6]], "attempt_2": [[6]]}]}
            """);
    assertEquals(0, result.exit(), result::toString);
    assertTrue(result.out().contains("pass@1 38.89 %, pass@2 100.00 %"), result::toString);
    assertTrue(result.err().contains("attempt_1: given twice; the last one counts"), result.err());
  }

  @Test
  void noAnswersAtAllAreAMistakeInOneLine() throws Exception {
    for (String submission : List.of("{}", "{\"one\": {}, \"two\": 3}")) {
      Cli.Result result = score(submission);
      assertEquals(2, result.exit(), result::toString);
      assertEquals("arc-hrm: submission.json: no answers to any task in it\n", result.err());
    }
  }

  @Test
  void whatIsMissingCountsAsWrongAndIsTold() throws Exception {
    Cli.Result result =
        score(
            """
            {"two": [{"attempt_1": [[1, 2]], "attempt_2": [[0]]}],
             "three": [{"attempt_1": [[4]]}, "nonsense", {"attempt_1": [[7, 77]], "attempt_2": 6}],
             "four": []}
            """,
            "--json");
    assertEquals(0, result.exit(), result::toString);
    JsonObject json = JsonParser.parseString(result.out()).getAsJsonObject();
    assertEquals(2, json.getAsJsonObject("kaggle").get("count").getAsInt());
    assertEquals(6, json.getAsJsonObject("kaggle").get("of").getAsInt());
    assertEquals(
        (0 + 1.0 / 2 + 1.0 / 3) / 3,
        json.getAsJsonObject("mean_task_fraction").get("value").getAsDouble(),
        1e-12);
    assertEquals(0, json.getAsJsonObject("tasks_all_right").get("count").getAsInt());
    String notes = json.get("notes").toString();
    for (String note :
        new String[] {
          "tasks not in the submission, counted as wrong: 1 (one)",
          "two: 1 entry for 2 test outputs",
          "three: entry 1: no attempt_2",
          "three: entry 2: no object",
          "three: entry 3, attempt_1",
          "three: entry 3, attempt_2",
          "tasks not among the solutions, ignored: 1 (four)"
        }) {
      assertTrue(notes.contains(note), () -> note + " is missing in " + notes);
    }
  }

  @Test
  void whatIsNoSubmissionIsAMistake() throws Exception {
    for (String submission : new String[] {"{}", "[]", "{\"one\": ", "", "{} {}", "hello"}) {
      Cli.Result result = score(submission);
      assertEquals(2, result.exit(), () -> submission + ": " + result);
      assertTrue(result.err().contains("submission.json: "), result::toString);
      assertEquals(1, result.err().lines().count(), result::toString);
    }
    Cli.Result missing = Cli.run(folder, "score", "none.json", "--solutions", "solutions.json");
    assertEquals(2, missing.exit(), missing::toString);
    assertTrue(missing.err().contains("none.json: no such file"), missing::toString);
  }

  @Test
  void puzzlesWithRulesAreScoredByAttemptOneFromEitherFile() throws Exception {
    Task boards = Samples.boards("boards");
    Task maze = Samples.maze("maze");
    Grid twoWrong = Samples.grid("1432", "2314", "3241", "4132");
    TaskWriter.writeTask(folder.resolve("puzzles/boards.json"), boards);
    TaskWriter.writeTask(folder.resolve("puzzles/maze.json"), maze);
    Outcome outcome = Samples.outcome(boards, boards.solutions().get(0), twoWrong);
    Results results = new Results(List.of(boards, maze), new JsonObject(), 1);
    results.add(outcome);
    Files.writeString(folder.resolve("results.json"), results.text());
    Submission submission = new Submission(Map.of("boards", 2), List.of(boards));
    submission.add(outcome);
    Files.writeString(folder.resolve("submission.json"), submission.text());
    for (String file : List.of("results.json", "submission.json")) {
      Cli.Result text = Cli.run(folder, "score", file, "--tasks", "puzzles");
      assertEquals(0, text.exit(), text::toString);
      assertEquals(results.scores().toString(), text.out().strip());
      assertTrue(text.err().contains("counted as wrong: 1 (maze)"), text::toString);
    }
    Cli.Result json = Cli.run(folder, "score", "results.json", "--tasks", "puzzles", "--json");
    JsonObject scores = JsonParser.parseString(json.out()).getAsJsonObject();
    assertEquals(1.0 / 3, scores.get("exact").getAsDouble());
    assertTrue(scores.get("optimal").getAsDouble() <= scores.get("valid").getAsDouble());
  }

  @Test
  void arcResultsAreScoredLikeASubmission() throws Exception {
    Task task = Samples.exchangeTwice("two");
    Task other = task.withSolutions(List.of(task.solutions().get(0), Samples.grid("7")));
    Results results = new Results(List.of(other), new JsonObject(), 1);
    results.add(Samples.outcome(other, task.solutions().get(0), Samples.grid("7")));
    Files.writeString(folder.resolve("results.json"), results.text());
    TaskWriter.writeTask(folder.resolve("tasks/two.json"), task);
    Cli.Result result = Cli.run(folder, "score", "results.json", "--tasks", "tasks");
    assertEquals(0, result.exit(), result::toString);
    assertTrue(result.out().contains("50.00 %  1 of 2"), result::toString);
  }

  @Test
  void somethingToCompareWithIsNeeded() throws Exception {
    Files.writeString(folder.resolve("submission.json"), "{}");
    Cli.Result nothing = Cli.run(folder, "score", "submission.json");
    assertEquals(2, nothing.exit(), nothing::toString);
    assertTrue(nothing.err().contains("--solutions or --tasks"), nothing::toString);
    Files.writeString(folder.resolve("results.json"), "{\"version\": \"1\", \"tasks\": [7]}");
    Cli.Result broken = Cli.run(folder, "score", "results.json", "--solutions", "solutions.json");
    assertEquals(2, broken.exit(), broken::toString);
    assertEquals(1, broken.err().lines().count(), broken::toString);
  }

  /** Every form of the same attempts, all of them right. */
  @Test
  void everyFormOfASubmissionIsRead() throws Exception {
    String one = "{\"attempt_1\": [[1]], \"attempt_2\": [[0]]}";
    String answers = "{\"attempt_2\": null, \"attempt_1\": {\"answer\": %s, \"metadata\": {}}}";
    String results =
        "{\"tasks\": [{\"tests\": [{\"shares\": [], \"attempts\": [[[1]], [[0]]]}], \"id\": \"one\"}],"
            + " \"version\": \"1\", \"asked\": [\"one\"]}";
    Path bench = Files.createDirectories(folder.resolve("bench"));
    Files.writeString(bench.resolve("one.json"), "[" + answers.formatted("[[1]]") + "]");
    Files.writeString(bench.resolve("._one.json"), "Mac");
    Map<String, String> forms =
        Map.of(
            "kaggle.json",
            "{\"version\": \"1.0\", \"one\": [" + one + "]}",
            "results.json",
            results,
            "old.csv",
            "output_id,output\none_0,|1| |0| \n",
            "arcathon.json",
            "[{\"task_name\": \"one\", \"test\": [{\"output_id\": 0, \"predictions\":"
                + " [{\"output\": [[0]]}, {\"output\": [[1]]}]}]}]",
            "one.json",
            "[" + one + "]",
            "bench",
            "");
    Files.writeString(folder.resolve("solutions.json"), "{\"one\": [[[1]]]}");
    for (Map.Entry<String, String> form : forms.entrySet()) {
      if (!form.getValue().isEmpty()) {
        Files.writeString(folder.resolve(form.getKey()), form.getValue());
      }
      Cli.Result result = Cli.run(folder, "score", form.getKey(), "--solutions", "solutions.json");
      assertEquals(0, result.exit(), () -> form + ": " + result);
      assertTrue(result.out().contains("100.00 %  1 of 1"), () -> form + ": " + result);
    }
  }

  @Test
  void whatIsNoTextOrNoJsonIsSaidInWordsOfOurOwn() throws Exception {
    byte[] latin = "{\"\u00fc\": []}".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("latin.json"), latin);
    Cli.Result encoded = Cli.run(folder, "score", "latin.json", "--solutions", "solutions.json");
    assertEquals(2, encoded.exit(), encoded::toString);
    assertEquals("arc-hrm: latin.json: not text in UTF-8", encoded.err().strip());
    Cli.Result nan = score("{\"one\": [{\"attempt_1\": [[NaN]], \"attempt_2\": [[0]]}]}");
    assertEquals(
        "arc-hrm: submission.json: not valid JSON at line 1, column 26", nan.err().strip());
  }

  @Test
  void anIdThatComesTwiceIsTold() throws Exception {
    Cli.Result result =
        score("{\"one\": [{\"attempt_1\": [[1]], \"attempt_2\": [[0]]}], \"one\": []}", "--json");
    assertTrue(result.out().contains("one: given twice; the last one counts"));
  }

  @Test
  void aRunThatWasAskedForAPartIsScoredOnThatPart() throws Exception {
    Task task = Samples.exchangeTwice("two");
    Task other = Samples.exchange("one");
    Results results = new Results(List.of(task), new JsonObject(), 1);
    results.add(Samples.outcome(task, task.solutions().toArray(Grid[]::new)));
    Files.writeString(folder.resolve("results.json"), results.text());
    TaskWriter.writeTask(folder.resolve("tasks/two.json"), task);
    TaskWriter.writeTask(folder.resolve("tasks/one.json"), other);
    Cli.Result result = Cli.run(folder, "score", "results.json", "--tasks", "tasks");
    assertEquals(0, result.exit(), result::toString);
    assertTrue(result.out().contains("100.00 %  2 of 2"), result::toString);
    assertTrue(result.err().contains("asked for 1 of these 2 tasks"), result::toString);
  }

  @Test
  void answersToOtherTasksAreAMistakeAndNoScore() throws Exception {
    Cli.Result task = score("{\"train\": [], \"test\": []}");
    assertEquals(2, task.exit(), task::toString);
    assertEquals(
        "arc-hrm: submission.json: a task, not answers to tasks", task.err().stripTrailing());
    Cli.Result result = score("{\"trail\": [], \"test\": []}");
    assertEquals(2, result.exit(), result::toString);
    assertEquals(
        "arc-hrm: submission.json: answers to none of the tasks with solutions, but to 2 (trail,"
            + " test)",
        result.err().strip());
  }
}
