package io.github.archrm.submit.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.archrm.submit.Cli;
import io.github.archrm.submit.Samples;
import io.github.archrm.submit.answers.Answers;
import io.github.archrm.submit.answers.AnswersReader;
import io.github.archrm.submit.report.ReportPageTest;
import io.github.archrm.submit.runtime.Version;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.TaskWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs with real workers and the real solver, on tiny tasks and for a few steps. */
class RunTest {
  @TempDir Path folder;

  private void writeTasks(Task... tasks) throws IOException {
    for (Task task : tasks) {
      TaskWriter.writeTask(folder.resolve("tasks").resolve(task.id() + ".json"), task);
    }
  }

  private JsonObject results() throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("results.json")))
        .getAsJsonObject();
  }

  private static List<JsonObject> entries(JsonObject results) {
    return StreamSupport.stream(results.getAsJsonArray("tasks").spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.call()) {
      assertTrue(System.nanoTime() < end, what);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  @Test
  void evaluateWritesResultsAndATable() throws Exception {
    writeTasks(
        Samples.exchange("a"),
        Samples.exchangeTwice("b"),
        Samples.exchange("unsolved").withoutSolutions());
    Files.writeString(folder.resolve("tasks/wrong.json"), "{\"train\": [], \"test\": []}");
    Cli.Result run =
        Cli.run(folder, "evaluate", "tasks", "--with", "hrm", "--steps", "2", "--seed", "3");
    assertEquals(0, run.exit(), run::toString);
    JsonObject results = results();
    assertEquals(3, results.get("seed").getAsInt());
    assertEquals(3, results.get("finished").getAsInt());
    assertEquals(3, results.get("of").getAsInt());
    assertEquals("arc-hrm " + results.get("version").getAsString(), new Version().getVersion()[0]);
    assertEquals(2, results.getAsJsonObject("configuration").get("steps").getAsInt());
    JsonObject scores = results.getAsJsonObject("scores");
    assertEquals(3, scores.getAsJsonObject("kaggle").get("of").getAsInt());
    assertEquals(2, scores.getAsJsonObject("mean_task_fraction").get("of").getAsInt());
    assertEquals(2, scores.getAsJsonObject("tasks_all_right").get("of").getAsInt());

    List<JsonObject> entries = entries(results);
    assertEquals(
        List.of("a", "b", "unsolved"),
        entries.stream().map(e -> e.get("id").getAsString()).toList());
    for (JsonObject entry : entries) {
      assertFalse(entry.has("error"), entry::toString);
      assertEquals(2, entry.get("steps").getAsInt());
      assertTrue(entry.get("seconds").getAsDouble() > 0);
      assertTrue(entry.get("loss").getAsDouble() >= 0);
      boolean unsolved = entry.get("id").getAsString().equals("unsolved");
      assertEquals(unsolved, entry.get("solved").isJsonNull());
      JsonArray tests = entry.getAsJsonArray("tests");
      assertEquals(entry.get("id").getAsString().equals("b") ? 2 : 1, tests.size());
      for (JsonElement test : tests) {
        assertEquals(2, test.getAsJsonObject().getAsJsonArray("attempts").size());
        assertEquals(2, test.getAsJsonObject().getAsJsonArray("shares").size());
        assertEquals(unsolved, test.getAsJsonObject().get("correct").isJsonNull());
      }
    }
    assertTrue(run.out().lines().anyMatch(line -> line.matches("b .* 2 .*%")), run::toString);
    assertTrue(run.out().contains("Kaggle (correct test outputs / all test outputs)"));
    assertTrue(run.err().contains("a started"), run::toString);
    assertTrue(run.err().contains("skipped wrong.json"), run::toString);
    JsonObject page = ReportPageTest.run(Files.readString(folder.resolve("results.html")));
    assertEquals(scores, page.get("scores"));
    assertEquals(3, page.get("finished").getAsInt());
    for (JsonElement task : page.getAsJsonArray("tasks")) {
      assertEquals(2, task.getAsJsonObject().getAsJsonArray("curve").size(), "two steps");
    }
  }

  @Test
  void neitherOrderNorNumberOfWorkersChangesAnAnswer() throws Exception {
    writeTasks(Samples.exchange("a"), Samples.exchangeTwice("b"), Samples.exchange("c"));
    Map<String, String> answers = new HashMap<>();
    for (String[] more :
        new String[][] {{"--workers", "1"}, {"--workers", "3"}, {"--ids", "c,b"}}) {
      List<String> arguments =
          new ArrayList<>(List.of("evaluate", "tasks", "--with", "hrm", "--steps", "2"));
      arguments.addAll(List.of("--device", "cpu"));
      arguments.addAll(List.of(more));
      Cli.Result run = Cli.run(folder, arguments.toArray(String[]::new));
      assertEquals(0, run.exit(), run::toString);
      for (JsonObject entry : entries(results())) {
        entry.remove("seconds");
        entry.remove("cost");
        String id = entry.get("id").getAsString();
        String before = answers.putIfAbsent(id, entry.toString());
        assertEquals(before == null ? entry.toString() : before, entry.toString());
      }
    }
    assertEquals(3, answers.size());
  }

  @Test
  void aKilledWorkerCostsOneTryOnly() throws Exception {
    writeTasks(Samples.exchange("a"), Samples.exchange("b"));
    Cli.Running run =
        Cli.start(folder, "evaluate", "tasks", "--with", "hrm", "--steps", "2", "--workers", "1");
    await("a worker at work", () -> run.errSoFar().contains("a started"));
    run.process().children().forEach(ProcessHandle::destroyForcibly);
    Cli.Result result = run.result();
    assertEquals(0, result.exit(), result::toString);
    assertTrue(result.err().contains("a: died, signal 9"), result::toString);
    assertTrue(result.err().contains("; once more in smaller batches"), result::toString);
    for (JsonObject entry : entries(results())) {
      assertFalse(entry.has("error"), result::toString);
      assertEquals(2, entry.get("steps").getAsInt());
    }
  }

  @Test
  void whereTheDeviceIsNotThereNoTaskPaysAndItIsAMistake() throws Exception {
    writeTasks(Samples.exchange("a"), Samples.exchange("b"));
    Cli.Result run = Cli.run(folder, "evaluate", "tasks", "--steps", "1", "--device", "gpu:63");
    assertEquals(2, run.exit(), run::toString);
    assertTrue(run.err().contains("arc-hrm: --device: device gpu:63"), run::toString);
    assertFalse(run.err().contains("\tat "), run::toString);
    assertEquals(0, results().get("finished").getAsInt());
    assertEquals(2, results().get("of").getAsInt());
  }

  @Test
  void anInterruptLeavesAValidFileAndNoWorkers() throws Exception {
    writeTasks(Samples.exchange("a"), Samples.exchange("b"));
    Cli.Running run = Cli.start(folder, "evaluate", "tasks", "--budget", "600", "--workers", "2");
    await("both workers", () -> run.process().children().count() == 2);
    List<ProcessHandle> workers = run.process().children().toList();
    run.process().destroy();
    Cli.Result result = run.result();
    assertEquals(128 + 15, result.exit(), result::toString);
    assertTrue(result.err().contains("interrupted: 0 of 2 tasks"), result::toString);
    assertEquals("", result.out());
    await("the end of the workers", () -> workers.stream().noneMatch(ProcessHandle::isAlive));
    assertEquals(0, results().get("finished").getAsInt());
  }

  @Test
  void aSubmissionKilledAtAnyMomentIsValid() throws Exception {
    List<Task> tasks = Stream.of("a", "b", "c", "d", "e").map(Samples::exchangeTwice).toList();
    Path challenges = folder.resolve("challenges.json");
    TaskWriter.writeChallenges(challenges, tasks);
    String text = Files.readString(challenges);
    Files.writeString(
        challenges,
        text.replaceFirst("\\{", "{\"unsound\": {\"train\": 1, \"test\": [{}, {}, {}]}, "));
    Path submission = folder.resolve("submission.json");
    String submit = "submit --challenges challenges.json --with hrm --steps 1";
    for (Moment moment :
        List.of(
            new Moment("the submission", run -> true),
            new Moment("a worker", run -> run.process().children().findAny().isPresent()),
            new Moment("a task at work", run -> run.errSoFar().contains(" started")),
            new Moment("a result", run -> results(submission) >= 1),
            new Moment("three results", run -> results(submission) >= 3),
            new Moment("all results", run -> results(submission) == 5))) {
      Files.deleteIfExists(submission);
      Files.deleteIfExists(Journal.beside(submission));
      Cli.Running run = Cli.start(folder, (submit + " --workers 2").split(" "));
      await("the submission", () -> Files.exists(submission));
      await(moment.name(), () -> moment.hasCome().test(run));
      List<ProcessHandle> workers = run.process().children().toList();
      run.process().destroyForcibly().waitFor();
      assertComplete(submission);
      await("the end of the workers", () -> workers.stream().noneMatch(ProcessHandle::isAlive));
    }
    Files.write(
        Journal.beside(submission),
        Files.readAllLines(Journal.beside(submission)).stream()
            .filter(line -> !line.contains("\"id\":\"c\""))
            .toList());
    List<Journal.Entry> kept = Journal.read(Journal.beside(submission)).entries();
    Cli.Result run = Cli.run(folder, (submit + " --resume").split(" "));
    assertEquals(0, run.exit(), run::toString);
    assertTrue(run.err().contains("skipped challenges.json: unsound"), run::toString);
    assertEquals(
        submission.getFileName() + ": 6 tasks, 5 tried, 0 failed, 1 left to the fallback",
        run.out().strip());
    assertComplete(submission);
    List<Journal.Entry> entries = Journal.read(Journal.beside(submission)).entries();
    assertEquals(kept, entries.subList(0, 4));
    assertEquals(List.of("c"), entries.subList(4, 5).stream().map(Journal.Entry::id).toList());
    JsonObject page = ReportPageTest.run(Files.readString(folder.resolve("submission.html")));
    assertEquals(5, page.get("finished").getAsInt());
    assertTrue(page.get("scores").isJsonNull());
  }

  /** When a run is killed. */
  private record Moment(String name, Check hasCome) {
    @FunctionalInterface
    interface Check {
      boolean test(Cli.Running run) throws IOException;
    }
  }

  private static int results(Path submission) {
    Journal.Contents contents = Journal.read(Journal.beside(submission));
    return contents == null ? 0 : contents.entries().size();
  }

  private static void assertComplete(Path submission) {
    Answers file = AnswersReader.read(submission);
    assertEquals(List.of(), file.problems());
    assertEquals(List.of("unsound", "a", "b", "c", "d", "e"), List.copyOf(file.tasks().keySet()));
    file.tasks()
        .forEach(
            (id, answers) -> {
              assertEquals(id.equals("unsound") ? 3 : 2, answers.tests().size());
              answers.tests().forEach(test -> assertEquals(2, test.attempts().size()));
            });
  }

  @Test
  void solveShowsTheAttempts() throws Exception {
    writeTasks(Samples.exchangeTwice("two"));
    Cli.Result run = Cli.run(folder, "solve", "tasks/two.json", "--steps", "2");
    assertEquals(0, run.exit(), run::toString);
    assertFalse(run.out().contains("\u001b"), "colours in a file");
    for (String word : List.of("two", "test 1: ", "test 2: ", "attempt 1, ", "solution")) {
      assertTrue(run.out().contains(word), run::toString);
    }
    assertTrue(run.err().contains("libtorch"), run::toString);
    assertTrue(run.err().contains("two started"), run::toString);
    Cli.Result first = Cli.run(folder, "solve", "tasks/two.json", "--steps", "1", "--show", "1");
    assertTrue(first.out().contains("1 of 2 tests shown"), first::toString);
    assertFalse(first.out().contains("test 2"), first::toString);
  }

  @Test
  void solveShowsTheThinkingOnAPage() throws Exception {
    writeTasks(Samples.exchangeTwice("two"));
    Cli.Result run =
        Cli.run(
            folder,
            "solve",
            "tasks/two.json",
            "--with",
            "hrm",
            "--steps",
            "2",
            "--report",
            "out/two.html");
    assertEquals(0, run.exit(), run::toString);
    assertTrue(run.out().contains("to be looked at in out/two.html"), run::toString);
    JsonObject page = ReportPageTest.run(Files.readString(folder.resolve("out/two.html")));
    JsonObject task = page.getAsJsonArray("tasks").get(0).getAsJsonObject();
    JsonArray thinking = task.getAsJsonArray("thinking");
    assertEquals(2, thinking.size());
    assertTrue(thinking.get(1).getAsJsonArray().size() > 1, "one segment only");
  }

  @Test
  void solveWithoutAFileTakesASample() throws Exception {
    Cli.Result run = Cli.run(folder, "solve", "--steps", "1", "--task", "sample-02-mirror");
    assertEquals(0, run.exit(), run::toString);
    assertTrue(run.out().startsWith("sample-02-mirror"), run::toString);
  }

  @Test
  void aDeviceThatIsNotThereIsAMistake() throws Exception {
    Cli.Result run = Cli.run(folder, "solve", "--steps", "1", "--device", "gpu:63");
    assertEquals(2, run.exit(), run::toString);
    assertTrue(run.err().contains("arc-hrm: --device: device gpu:63"), run::toString);
  }
}
