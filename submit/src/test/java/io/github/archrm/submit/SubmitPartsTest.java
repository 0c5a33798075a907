package io.github.archrm.submit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.archrm.solver.Budget;
import io.github.archrm.solver.RecipeOverrides;
import io.github.archrm.submit.command.option.WorkerOptions;
import io.github.archrm.submit.run.Deadline;
import io.github.archrm.submit.run.Journal;
import io.github.archrm.submit.run.Shard;
import io.github.archrm.submit.run.SolvingPlan;
import io.github.archrm.submit.run.TrunkChoice;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.Fallback;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.worker.Gpu;
import io.github.archrm.submit.worker.Gpus;
import io.github.archrm.submit.worker.WorkerMemory;
import io.github.archrm.submit.worker.WorkerPlan;
import io.github.archrm.tasks.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of a run that need no process. */
class SubmitPartsTest {
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  @TempDir Path folder;

  private static String end(String deadline) {
    return Deadline.parse(deadline).after(START).toString();
  }

  @Test
  void aDeadlineIsALengthOrAPointInTime() {
    assertEquals("2026-11-24T19:30:00Z", end("11h30m"));
    assertEquals("2026-11-24T08:01:30Z", end("90s"));
    assertEquals("2026-11-24T08:03:00Z", end("3m"));
    assertEquals("2026-11-24T09:02:03Z", end("1h2m3s"));
    assertEquals("2026-11-24T20:00:00Z", end("2026-11-24T20:00:00Z"));
    assertEquals("2026-11-24T18:00:00Z", end("2026-11-24T20:00:00+02:00"));
    assertEquals("2026-11-24T08:00:10Z", end("@" + (START.getEpochSecond() + 10)));
    for (String wrong :
        List.of("", "0s", "12", "3 m", "1.5h", "m", "30m1h", "@", "@x", "tomorrow", "-3m")) {
      UserMistake mistake = assertThrows(UserMistake.class, () -> Deadline.parse(wrong), wrong);
      assertTrue(mistake.getMessage().startsWith("--deadline: "), mistake.getMessage());
    }
    assertThrows(UserMistake.class, () -> Deadline.parse("99999999999999999999h"));
    for (String far : List.of("9999999h", "@1795550400000", "@-9999999999", "2999-01-01T00:00Z")) {
      UserMistake mistake = assertThrows(UserMistake.class, () -> Deadline.parse(far), far);
      assertEquals("--deadline: at most a hundred years away, not " + far, mistake.getMessage());
    }
    for (String farther : List.of("9999999999999999h", "@9223372036854775807")) {
      assertThrows(UserMistake.class, () -> Deadline.parse(farther), farther);
    }
  }

  private static Journal.Header header() {
    JsonObject configuration = new JsonObject();
    configuration.addProperty("seed", 3);
    return new Journal.Header("1", "abc", configuration, "1/2", 17);
  }

  private static Outcome outcome(String id, String error) {
    Task task = Samples.exchangeTwice(id);
    return new Outcome(task, Fallback.of(task, 1.5), Optional.ofNullable(error));
  }

  @Test
  void aJournalComesBackAsItWasAndWithoutATornLine() throws IOException {
    Path file = folder.resolve("some/journal.jsonl");
    try (Journal journal = Journal.open(file)) {
      journal.begin(header());
      journal.add(Deadline.parse("3m"));
      journal.add(outcome("a", null));
      journal.flush();
      journal.add(outcome("b", "died"));
      journal.flush();
    }
    Files.writeString(file, "{\"tried\":{\"id\":\"c\",", StandardOpenOption.APPEND);
    Journal.Contents contents = Journal.read(file);
    assertEquals(header(), contents.header());
    assertEquals("3m", contents.deadline());
    assertEquals(2, contents.entries().size());
    assertEquals(outcome("a", null).solved(), contents.entries().get(0).result());
    assertNull(contents.entries().get(0).error());
    assertEquals("died", contents.entries().get(1).error());
    try (Journal journal = Journal.open(file)) {
      assertEquals(Optional.of(contents), journal.before());
      journal.add(Deadline.parse("5m"));
      journal.add(outcome("c", null));
      journal.flush();
    }
    contents = Journal.read(file);
    assertEquals("5m", contents.deadline());
    assertEquals(List.of("a", "b", "c"), contents.entries().stream().map(e -> e.id()).toList());
  }

  @Test
  void whatIsNoJournalIsRefused() throws IOException {
    Path file = folder.resolve("journal.jsonl");
    assertNull(Journal.read(file));
    Files.writeString(file, "{\"run\": {\"version\"");
    assertNull(Journal.read(file), "not even the first line is whole");
    Files.writeString(file, "something else\n");
    assertThrows(UserMistake.class, () -> Journal.read(file));
    Files.writeString(file, "{\"deadline\": \"3m\"}\n");
    assertThrows(UserMistake.class, () -> Journal.read(file));
    Files.delete(file);
    begin(file, header());
    Files.writeString(file, "torn\n{}\n", StandardOpenOption.APPEND);
    UserMistake mistake = assertThrows(UserMistake.class, () -> Journal.read(file));
    assertEquals(
        file + ": line 2 is damaged, or written by another version of arc-hrm",
        mistake.getMessage());
  }

  private static void begin(Path file, Journal.Header header) throws IOException {
    try (Journal journal = Journal.open(file)) {
      journal.begin(header);
    }
  }

  @Test
  void oneRunAtATimeReadsAndWritesAJournal() throws IOException {
    Path file = folder.resolve("journal.jsonl");
    Journal journal = Journal.open(file);
    journal.begin(header());
    UserMistake mistake = assertThrows(UserMistake.class, () -> Journal.open(file));
    assertEquals(file + ": another run is at work on it", mistake.getMessage());
    journal.add(outcome("a", null));
    journal.flush();
    journal.close();
    try (Journal next = Journal.open(file)) {
      assertEquals(Journal.read(file), next.before().orElseThrow(), "nothing of it is lost");
      assertEquals(1, next.before().get().entries().size());
    }
  }

  @Test
  void aJournalThatIsBegunAnewHoldsNothingOfTheOldOne() throws IOException {
    Path file = folder.resolve("journal.jsonl");
    begin(file, header());
    byte[] begun = Files.readAllBytes(file);
    Files.writeString(file, "{\"deadline\":\"3m\"}\n{\"tor", StandardOpenOption.APPEND);
    begin(file, header());
    assertArrayEquals(begun, Files.readAllBytes(file));
  }

  @Test
  void aHeaderIsTheSameWhenItComesBack() throws IOException {
    JsonObject part = new JsonObject();
    part.addProperty("turns", (String) null);
    JsonArray parts = new JsonArray();
    parts.add(part);
    JsonObject configuration = new JsonObject();
    configuration.add("stages", parts);
    Journal.Header header = new Journal.Header("1", "x", configuration, null, 1);
    Path file = folder.resolve("journal.jsonl");
    begin(file, header);
    assertNull(Journal.read(file).header().difference(header));
    assertNull(header.difference(Journal.read(file).header()));
  }

  @Test
  void whatDiffersBetweenRunsIsSaidInWords() {
    JsonObject one = new JsonObject();
    one.addProperty("budget", 60.0);
    JsonObject other = new JsonObject();
    other.addProperty("budget", (Double) null);
    assertEquals(
        "budget 60.0, not unset",
        new Journal.Header("1", "x", one, null, 1)
            .difference(new Journal.Header("1", "x", other, null, 1)));
  }

  @Test
  void gpusAreThoseThatCudaShowsAndAnybodyTellsOf() throws IOException {
    Files.createFile(folder.resolve("nvidia0"));
    Files.createFile(folder.resolve("nvidia11"));
    Files.createFile(folder.resolve("nvidiactl"));
    OptionalLong unknown = OptionalLong.empty();
    List<Gpu> listed = List.of(new Gpu("0", unknown), new Gpu("1", unknown));
    assertEquals(listed, Gpus.visible(Map.of(), List.of(), folder));
    List<String> told = List.of("0, GPU-5a17, 1024", "1, GPU-77, [N/A]", "2, GPU-5b, 2048");
    OptionalLong gib = OptionalLong.of(1L << 30);
    OptionalLong two = OptionalLong.of(2L << 30);
    assertEquals(
        List.of(new Gpu("0", gib), new Gpu("1", unknown), new Gpu("2", two)),
        Gpus.visible(Map.of(), told, folder));
    assertEquals(List.of(new Gpu("2", two), new Gpu("GPU-5a", gib)), visible("2, GPU-5a", told));
    assertEquals(List.of(new Gpu("7", unknown)), visible("7", told));
    assertEquals(List.of(new Gpu("2", two)), visible("2,-1,0", told));
    assertEquals(List.of(), visible("", told));
    assertEquals(List.of(), visible("-1", told));
  }

  private List<Gpu> visible(String named, List<String> told) {
    return Gpus.visible(Map.of(Gpus.VISIBLE, named), told, folder);
  }

  /** The first has room for many workers, the second for two, the third does not tell. */
  private static WorkerOptions onThreeGpus(int cores) {
    return new WorkerOptions(
        List.of(
            new Gpu("4", OptionalLong.of(80L << 30)),
            new Gpu("GPU-5a", OptionalLong.of(6L << 30)),
            new Gpu("6", OptionalLong.empty())),
        cores);
  }

  private static List<String> seen(WorkerPlan plan) {
    return plan.setups().stream().map(setup -> setup.environment().get(Gpus.VISIBLE)).toList();
  }

  @Test
  void workersShareEachGpuAsFarAsCoresAndItsMemoryAllow() {
    WorkerPlan plan = onThreeGpus(12).plan(solvingOn("auto"), 64L << 30);
    assertEquals(List.of("4", "GPU-5a", "6", "4", "GPU-5a", "4", "4"), seen(plan));
    assertEquals(0.25, plan.setup(1).gpuShare());
    assertEquals(0.5, plan.setup(2).gpuShare());
    assertEquals(1, plan.setup(3).gpuShare());
    assertEquals(
        List.of("4", "GPU-5a", "6"), seen(onThreeGpus(2).plan(solvingOn("auto"), 64L << 30)));
    assertEquals(11, onThreeGpus(100).count("auto"), "no more than eight on one");
  }

  @Test
  void eachIsToldItsShareOfTheGpusMemory() {
    WorkerOptions options = onThreeGpus(12);
    int shared = options.plan(solvingOn("auto"), 64L << 30).tokens();
    assertTrue(shared >= 30_000 && shared < 60_000, shared + " tokens");
    options.perGpu = "4";
    int less = options.plan(solvingOn("auto"), 64L << 30).tokens();
    assertTrue(less > 1 && less < shared / 2, less + " tokens");
  }

  @Test
  void howManyShareAGpuCanBeSaid() {
    WorkerOptions options = onThreeGpus(2);
    options.perGpu = "2";
    WorkerPlan plan = options.plan(solvingOn("auto"), 64L << 30);
    assertEquals(List.of("4", "GPU-5a", "6", "4", "GPU-5a", "6"), seen(plan));
    // Each holds some GiB of the machine, too.
    assertEquals(
        List.of("4", "GPU-5a", "6", "4"), seen(options.plan(solvingOn("auto"), 10L << 30)));
    options.workers = "3";
    assertThrows(UserMistake.class, options::requireSound);
    options.workers = "auto";
    options.perGpu = "0";
    assertThrows(UserMistake.class, options::requireSound);
  }

  @Test
  void aNumberOfWorkersIsSpreadOverTheGpus() {
    WorkerOptions options = onThreeGpus(2);
    options.workers = "4";
    assertEquals(
        List.of("4", "GPU-5a", "6", "4"), seen(options.plan(solvingOn("auto"), 64L << 30)));
  }

  @Test
  void whereOneGpuIsNamedAllWorkersShareIt() {
    WorkerPlan plan = onThreeGpus(12).plan(solvingOn("gpu:1"), 64L << 30);
    assertEquals(2, plan.count());
    assertNull(plan.setup(1).environment().get(Gpus.VISIBLE));
    assertEquals(0.5, plan.setup(1).gpuShare());
  }

  @Test
  void withoutGpusThereIsAWorkerPerCore() {
    assertEquals(12, onThreeGpus(12).count("cpu"));
    assertEquals(3, new WorkerOptions(List.of(), 3).count("auto"));
  }

  private static SolvingPlan solvingOn(String device) {
    return new SolvingPlan(
        Optional.of(Budget.ofSteps(1)), 0, new RecipeOverrides(), TrunkChoice.USUAL, device, 1);
  }

  @Test
  void noMoreWorkersThanMemoryHasRoomFor() {
    WorkerOptions workers = new WorkerOptions(List.of(), 2);
    workers.workers = "8";
    assertEquals(8, workers.plan(solvingOn("cpu"), 64L << 30).count());
    assertEquals(1, workers.plan(solvingOn("cpu"), 2L << 30).count());
    assertEquals(1, workers.plan(solvingOn("cpu"), 1L << 29).count());
    assertTrue(workers.plan(solvingOn("cpu"), 4L << 30).tokens() >= 5_000);
  }

  @Test
  void workersShareTheMemory() {
    long gib = 1L << 30;
    assertTrue(WorkerMemory.tokens(16 * gib, 2) > 30_000);
    int tokens = WorkerMemory.tokens(4 * gib, 2);
    assertTrue(tokens > 15_000 && tokens < 30_000, tokens + " tokens");
    assertEquals(1, WorkerMemory.tokens(gib / 2, 8));
  }

  @Test
  void shardsAreBalancedAndTheSameWhateverTheOrder() {
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      tasks.add(i % 10 == 0 ? Samples.large("t" + i) : Samples.noise("t" + i));
    }
    List<Task> reversed = new ArrayList<>(tasks);
    Collections.reverse(reversed);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Shard shard = new Shard(i, 4);
      List<Task> part = shard.part(tasks);
      assertEquals(1, part.stream().filter(task -> task.side() == 30).count(), "the dear ones");
      assertTrue(part.size() >= 9 && part.size() <= 11, part.size() + " tasks");
      List<Task> other = new ArrayList<>(shard.part(reversed));
      Collections.reverse(other);
      assertEquals(part, other);
      part.forEach(task -> all.add(task.id()));
    }
    assertEquals(
        IntStream.range(0, 40).mapToObj(i -> "t" + i).sorted().toList(),
        all.stream().sorted().toList());
  }

  @Test
  void aShardIsAPartThatThereIs() {
    assertEquals(new Shard(3, 4), Shard.parse("3/4"));
    for (String wrong : List.of("4/4", "0/0", "1", "1/", "-1/2", "a/b")) {
      assertThrows(UserMistake.class, () -> Shard.parse(wrong), wrong);
    }
    assertEquals(
        Path.of("/some/shard-3-of-4/s.json"), new Shard(3, 4).place(Path.of("/some/s.json")));
    assertEquals("3/4", new Shard(3, 4).toString());
  }
}
