package io.github.archrm.submit.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.submit.Cli;
import io.github.archrm.submit.Needs;
import io.github.archrm.submit.Samples;
import io.github.archrm.submit.answers.Answers;
import io.github.archrm.submit.answers.AnswersReader;
import io.github.archrm.submit.run.Journal.Entry;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.TaskWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run of a competition with real processes, and what can go wrong in twelve hours. */
class SubmitRunTest {
  @TempDir Path folder;

  private Path out;
  private Path submission;

  @BeforeEach
  void makeOutputFolder() throws IOException {
    out = Files.createDirectory(folder.resolve("out"));
    submission = out.resolve("submission.json");
  }

  private List<Task> write(Task... tasks) throws IOException {
    TaskWriter.writeChallenges(folder.resolve("challenges.json"), List.of(tasks));
    return List.of(tasks);
  }

  private Cli.Running start(String... options) throws IOException {
    return start(folder.resolve("challenges.json"), options);
  }

  private Cli.Running start(Path challenges, String... options) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("submit", "--challenges", challenges.toString()));
    arguments.addAll(List.of("--device", "cpu", "--with", "hrm"));
    arguments.addAll(List.of("--out", submission.toString()));
    arguments.addAll(List.of(options));
    return Cli.start(folder, arguments.toArray(String[]::new));
  }

  private List<Entry> tried() {
    Journal.Contents contents = Journal.read(Journal.beside(submission));
    return contents == null ? List.of() : contents.entries();
  }

  private List<String> idsTried() {
    return tried().stream().map(Entry::id).toList();
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!condition.call()) {
      assertTrue(System.nanoTime() < end, what);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Two attempts for every test input. */
  private Answers assertComplete(List<Task> tasks) {
    Answers file = AnswersReader.read(submission);
    assertEquals(List.of(), file.problems());
    for (Task task : tasks) {
      assertEquals(task.testInputs().size(), file.tasks().get(task.id()).tests().size());
    }
    return file;
  }

  /** Complete, with the attempts of the journal where a task was solved. */
  private void assertValid(List<Task> tasks) {
    Answers file = assertComplete(tasks);
    for (Entry entry : tried()) {
      if (entry.error() == null) {
        boolean last = tried().lastIndexOf(entry) == idsTried().lastIndexOf(entry.id());
        var first = entry.result().tests().get(0).first();
        assertTrue(
            !last || first.equals(file.task(entry.id()).orElseThrow().test(0).attempts().get(0)));
      }
    }
  }

  /** How the time is shared is in DeadlineScheduleTest, with a clock of its own. */
  @Test
  void aRunWithoutEndEndsAtItsDeadlineWithWhatItHas() throws Exception {
    List<Task> tasks = write(Samples.noise("a"), Samples.exchange("b"), Samples.noise("c"));
    Path data = Files.createDirectory(out.resolve("training"));
    Files.writeString(data.resolve("mine.json"), "a data set beside the submission");
    // What a run that is killed while it writes leaves behind.
    Files.writeString(out.resolve(".submission.json." + UUID.randomUUID() + ".tmp"), "{");
    Cli.Result run = start("--deadline", "20s", "--workers", "2").result();
    assertTrue(Files.exists(data.resolve("mine.json")), "the run deletes what is not its own");
    boolean all = idsTried().containsAll(List.of("a", "b", "c"));
    assertEquals(all ? 0 : 3, run.exit(), run::toString);
    assertEquals("20s", Journal.read(Journal.beside(submission)).deadline());
    assertValid(tasks);
    Map<String, Integer> steps = new HashMap<>();
    for (Entry entry : tried()) {
      int made = entry.result().steps();
      Integer before = steps.put(entry.id(), made);
      assertTrue(before == null || made > before, "it began again\n" + run);
    }
    try (Stream<Path> left = Files.list(out)) {
      assertEquals(
          List.of("journal.jsonl", "submission.html", "submission.json", "training"),
          left.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void neitherAKillNorShardsChangeWhatIsHandedIn() throws Exception {
    List<Task> tasks =
        write(Samples.noise("a"), Samples.exchange("b"), Samples.noise("c"), Samples.exchange("d"));
    Cli.Running run = start("--steps", "3", "--workers", "1");
    await("two results", () -> tried().size() >= 2);
    List<ProcessHandle> workers = run.process().children().toList();
    run.process().destroyForcibly().waitFor();
    await("the end of the workers", () -> workers.stream().noneMatch(ProcessHandle::isAlive));
    // The journal may be one result ahead.
    assertComplete(tasks);
    List<Entry> before = tried();
    Path journal = Journal.beside(submission);
    Files.writeString(journal, "{\"tried\":{\"id\":\"c\",\"res", StandardOpenOption.APPEND);

    assertRefused("holds " + before.size() + " results", "--steps", "3");
    assertRefused("steps 3, not 4", "--steps", "4", "--resume");
    assertRefused("seed 0, not 1", "--steps", "3", "--seed", "1", "--resume");
    write(Samples.noise("a"), Samples.exchange("b"), Samples.noise("c"));
    assertRefused("another challenges file", "--steps", "3", "--resume");

    write(tasks.toArray(Task[]::new));
    Cli.Result rest = start("--steps", "3", "--workers", "1", "--resume").result();
    assertEquals(0, rest.exit(), rest::toString);
    assertEquals(before, tried().subList(0, before.size()));
    assertEquals(List.of("a", "b", "c", "d"), idsTried(), rest::toString);
    assertTrue(rest.out().contains("4 tasks, 4 tried, 0 failed"), rest::toString);
    String taken = Files.readString(submission);
    assertValid(tasks);

    Files.delete(journal);
    Cli.Result whole = start("--steps", "3", "--workers", "2", "--resume").result();
    assertEquals(0, whole.exit(), whole::toString);
    assertEquals(taken, Files.readString(submission), "as if it had not been killed");

    for (String shard : List.of("0/2", "1/2")) {
      Cli.Result part = start("--steps", "3", "--workers", "1", "--shard", shard).result();
      assertEquals(0, part.exit(), part::toString);
      assertTrue(part.out().contains("2 tasks, 2 tried, 0 failed"), part::toString);
    }
    Cli.Result merged = Cli.run(folder, "merge", "out", "--out", "merged.json");
    assertEquals(
        List.of("merged.json: 4 tasks, 4 with a result, from 2 of 2 shards"),
        merged.out().lines().toList());
    assertEquals(taken, Files.readString(folder.resolve("merged.json")), "as on one machine");
  }

  @Test
  void aShardWithoutTasksIsOneOfTheSameRun() throws Exception {
    write(Samples.exchange("a"));
    for (String shard : List.of("0/2", "1/2")) {
      Cli.Result part = start("--steps", "1", "--views", "1", "--shard", shard).result();
      assertEquals(0, part.exit(), part::toString);
    }
    Cli.Result merged = Cli.run(folder, "merge", "out", "--out", "merged.json");
    assertEquals(0, merged.exit(), merged::toString);
    assertTrue(merged.out().contains("1 with a result, from 2 of 2 shards"), merged::toString);
  }

  private void assertRefused(String reason, String... options) throws Exception {
    Cli.Result run = start(options).result();
    assertEquals(2, run.exit(), run::toString);
    assertTrue(run.err().contains(reason), run::toString);
  }

  @Test
  void aTerminatedRunHandsInWhatItHas() throws Exception {
    List<Task> tasks = write(Samples.exchange("a"), Samples.noise("b"));
    Cli.Running run = start("--deadline", "1h", "--steps", "1000000", "--workers", "2");
    await("both at work", () -> run.process().children().count() == 2);
    List<ProcessHandle> workers = run.process().children().toList();
    run.process().destroy();
    Cli.Result result = run.result();
    assertEquals(128 + 15, result.exit(), result::toString);
    assertTrue(result.err().contains("interrupted: "), result::toString);
    assertValid(tasks);
    await("the end of the workers", () -> workers.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void aStartAfterTheEndOfTheTimeSaysSo() throws Exception {
    List<Task> tasks = write(Samples.exchange("a"));
    Cli.Result past = start("--deadline", "@1000000000", "--workers", "1").result();
    assertEquals(3, past.exit(), past::toString);
    assertTrue(past.err().contains("the time of this run was over at 2001-09-09"), past::toString);
    assertComplete(tasks);
    Path training = out.resolve("submission.json.training/task-a/member-0.safetensors");
    Files.createDirectories(training.getParent());
    Files.createFile(training);
    Cli.Result again = start("--resume", "--workers", "1").result();
    assertEquals(3, again.exit(), again::toString);
    assertTrue(Files.exists(training), "a later --deadline has nothing to go on from");
  }

  @Test
  void theSubmissionIsThereBeforeAnythingElseIsLookedAt() throws Exception {
    List<Task> tasks = write(Samples.exchange("a"), Samples.exchangeTwice("b"));
    Files.createDirectories(out);
    Files.writeString(Journal.beside(submission), "no journal\n");
    assertRefused("journal.jsonl: line 1 is damaged", "--steps", "1");
    assertComplete(tasks);
  }

  @Test
  void exactlyTheIdsOfTheFileAreHandedIn() throws Exception {
    String id = "long".repeat(60);
    write(Samples.exchange("a"));
    Path challenges = folder.resolve("challenges.json");
    String text = Files.readString(challenges).strip();
    Files.writeString(
        challenges,
        text.substring(0, text.length() - 1)
            + ", \""
            + id
            + "\": {\"train\": [], \"test\": [{\"input\": 1}, {\"input\": 2}]}}");
    Cli.Result run = start("--steps", "1", "--views", "1", "--workers", "1").result();
    assertEquals(0, run.exit(), run::toString);
    Answers handedIn = AnswersReader.read(submission);
    assertEquals(Set.of("a", id), handedIn.tasks().keySet());
    assertEquals(2, handedIn.task(id).orElseThrow().tests().size());
  }

  @Test
  void workersThatHangDoNotHoldUpTheEnd() throws Exception {
    List<Task> tasks = write(Samples.noise("a"), Samples.noise("b"));
    Cli.Running run = start("--deadline", "12s", "--workers", "1");
    await("a worker", () -> run.process().children().findAny().isPresent());
    ProcessHandle worker = run.process().children().findAny().orElseThrow();
    new ProcessBuilder("kill", "-STOP", Long.toString(worker.pid())).start().waitFor();
    Cli.Result result = run.result();
    assertEquals(3, result.exit(), result::toString);
    assertTrue(
        result.err().contains("not tried in the time there was: 2 of 2 tasks"), result::toString);
    assertValid(tasks);
    assertFalse(worker.isAlive());
  }

  @Test
  void aFullDiskLosesNothingThatIsFinished() throws Exception {
    mount("-t", "tmpfs", "-o", "size=48k", "tmpfs", out.toString());
    List<Task> tasks = write(Samples.exchange("a"), Samples.exchange("b"), Samples.noise("c"));
    Cli.Running run = start("--steps", "2", "--workers", "1");
    try {
      await("no page fits", () -> run.errSoFar().contains("the run goes on without it"));
      Path filler = out.resolve("filler");
      fill(filler);
      await("the disk is full", () -> run.errSoFar().contains("is not up to date"));
      assertComplete(tasks);
      Files.delete(filler);
      Cli.Result result = run.result();
      assertEquals(0, result.exit(), result::toString);
      assertEquals(List.of("a", "b", "c"), idsTried());
      assertValid(tasks);
    } finally {
      run.process().destroyForcibly().waitFor();
      new ProcessBuilder("umount", out.toString()).start().waitFor();
    }
  }

  private static void mount(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("mount"));
    command.addAll(List.of(arguments));
    Process mount = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(mount.getInputStream().readAllBytes());
    Needs.require(mount.waitFor() == 0, "no disk can be mounted here: " + said);
  }

  private static void fill(Path file) throws IOException {
    try (var stream = Files.newOutputStream(file)) {
      while (true) {
        stream.write(new byte[512]);
      }
    } catch (IOException e) {
      assertTrue(Files.size(file) > 0, "the disk did not fill but broke: " + e);
    }
  }

  @Test
  void brokenAndVeryLargeTasksAndAReadOnlyInputHarmNoOthers() throws Exception {
    List<Task> tasks = write(Samples.exchange("a"), Samples.large("large"), Samples.noise("z"));
    Path challenges = folder.resolve("challenges.json");
    String text = Files.readString(challenges);
    String broken = "\"broken\": {\"train\": [{\"input\": [[1, 2, \n\"large\"";
    Path input = Files.createDirectory(folder.resolve("input"));
    Path damaged = input.resolve("challenges.json");
    Files.writeString(damaged, text.replace("\"large\"", broken));
    Files.delete(challenges);
    boolean mounted = false;
    if (!input.toFile().setWritable(false) || Files.isWritable(input)) {
      mount("--bind", input.toString(), input.toString());
      mounted = true;
      mount("-o", "remount,bind,ro", input.toString());
    }
    try {
      Cli.Result run = start(damaged, "--steps", "1", "--views", "1", "--workers", "2").result();
      assertEquals(3, run.exit(), run::toString);
      assertTrue(run.err().contains("arc-hrm: the challenges file is damaged"), run::toString);
      assertTrue(run.err().contains("skipped challenges.json: broken: not valid JSON"));
      assertEquals(List.of("a", "large", "z"), idsTried().stream().sorted().toList());
      assertTrue(tried().stream().allMatch(entry -> entry.error() == null), run::toString);
      assertValid(tasks);
      assertEquals(1, AnswersReader.read(submission).tasks().get("broken").tests().size());
    } finally {
      if (mounted) {
        new ProcessBuilder("umount", input.toString()).start().waitFor();
      }
      input.toFile().setWritable(true);
    }
  }
}
