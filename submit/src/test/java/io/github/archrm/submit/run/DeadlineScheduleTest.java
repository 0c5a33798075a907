package io.github.archrm.submit.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.solver.Budget;
import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.SolverOptions;
import io.github.archrm.solver.think.Effort;
import io.github.archrm.solver.vote.Candidate;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.submit.Samples;
import io.github.archrm.submit.score.Fallback;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.worker.Job;
import io.github.archrm.submit.worker.WorkerFailure;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sharing of time, with a clock of its own. */
class DeadlineScheduleTest {
  private static final double SECOND = 1e9;

  @TempDir Path states;

  private long now = 1_000_000;

  private DeadlineSchedule rounds(int workers, double seconds, int steps, String... ids) {
    return rounds(workers, seconds, steps, Long.MAX_VALUE, ids);
  }

  private DeadlineSchedule rounds(
      int workers, double seconds, int steps, long mostBytes, String... ids) {
    return resumed(workers, seconds, steps, mostBytes, Map.of(), ids);
  }

  private DeadlineSchedule resumed(
      int workers,
      double seconds,
      int steps,
      long mostBytes,
      Map<String, List<Outcome>> done,
      String... ids) {
    return new DeadlineSchedule(
        Stream.of(ids).map(Samples::exchange).toList(),
        task -> new SolverOptions(Budget.ofSteps(steps), 1, "cpu", 1),
        workers,
        states,
        mostBytes,
        now + (long) (seconds * SECOND),
        done,
        () -> now);
  }

  private void pass(double seconds) {
    now += (long) (seconds * SECOND);
  }

  /** A result whose first attempt got some share of the votes; the task may go on below 0.9. */
  private SolvedTask result(Job job, double share, int steps) throws IOException {
    Task task = job.task();
    if (share < 0.9) {
      Files.createDirectories(job.state());
    } else {
      Files.deleteIfExists(job.state());
    }
    Grid first = Samples.grid("1");
    return new SolvedTask(
        task.id(),
        List.of(
            new TestAttempts(
                first, Samples.grid("2"), List.of(new Candidate(first, 1, share, 1)), 16)),
        steps,
        1,
        0.1);
  }

  @Test
  void allAreTriedInHalfOfTheTimeThenTheMostDoubtfulGoOnFirst() throws IOException {
    DeadlineSchedule rounds = rounds(1, 100, Integer.MAX_VALUE, "a", "b", "c", "d");
    Map<String, Double> shares = Map.of("a", 0.5, "b", 0.95, "c", 0.2, "d", 0.8);
    for (String id : List.of("a", "b", "c", "d")) {
      Job next = rounds.next().orElseThrow();
      assertEquals(id, next.task().id());
      assertEquals(12.5, next.options().budget().seconds(), 1e-6);
      pass(12.5);
      rounds.solved(next, result(next, shares.get(id), 10));
    }
    for (String id : List.of("c", "a", "d")) {
      Job next = rounds.next().orElseThrow();
      assertEquals(id, next.task().id());
      assertEquals(50 / 3.0, next.options().budget().seconds(), 1e-6);
      pass(50 / 3.0);
      rounds.solved(next, result(next, 0.5, 20));
    }
    assertTrue(rounds.next().isEmpty(), "the time is over");
  }

  /** Three tasks have 1,000 bytes each where 2,000 may be kept: the surest one does not go on. */
  @Test
  void trainingThatHasNoRoomIsThatOfTheTasksThatAgreeBest() throws IOException {
    DeadlineSchedule rounds = rounds(1, 100, Integer.MAX_VALUE, 2000, "a", "b", "c");
    Map<String, Double> shares = Map.of("a", 0.5, "b", 0.8, "c", 0.2);
    for (String id : List.of("a", "b", "c")) {
      Job next = rounds.next().orElseThrow();
      pass(10);
      SolvedTask result = result(next, shares.get(id), 10);
      Files.write(next.state().resolve("member-0.safetensors"), new byte[1000]);
      rounds.solved(next, result);
    }
    assertEquals(1, rounds.dropped());
    try (Stream<Path> kept = Files.list(states)) {
      assertEquals(
          List.of("task-a", "task-c"),
          kept.map(path -> path.getFileName().toString()).sorted().toList());
    }
    assertEquals("c", rounds.next().orElseThrow().task().id());
    assertEquals("a", rounds.next().orElseThrow().task().id());
    assertTrue(rounds.next().isEmpty(), "the third has no training to go on with");
  }

  @Test
  void whatIsSavedGoesToLaterRounds() throws IOException {
    DeadlineSchedule rounds = rounds(1, 100, Integer.MAX_VALUE, "a", "b");
    Job first = rounds.next().orElseThrow();
    pass(1);
    rounds.solved(first, result(first, 1, 10));
    Job second = rounds.next().orElseThrow();
    assertEquals(25, second.options().budget().seconds(), 1e-6);
    pass(25);
    rounds.solved(second, result(second, 0.3, 10));
    Job third = rounds.next().orElseThrow();
    assertEquals("b", third.task().id());
    assertEquals(74, third.options().budget().seconds(), 1e-6);
  }

  @Test
  void allAreTriedEvenIfTriesTakeLongerThanTheyShould() throws IOException {
    String[] ids = IntStream.range(0, 50).mapToObj(i -> "t" + i).toArray(String[]::new);
    DeadlineSchedule rounds = rounds(2, 170, Integer.MAX_VALUE, ids);
    Map<Integer, Job> running = new HashMap<>();
    double[] free = new double[2];
    Map<String, Integer> tries = new HashMap<>();
    double begun = now / SECOND;
    while (true) {
      int worker = free[0] <= free[1] ? 0 : 1;
      now = (long) ((begun + free[worker]) * SECOND);
      Job before = running.remove(worker);
      if (before != null) {
        tries.merge(before.task().id(), 1, Integer::sum);
        rounds.solved(before, result(before, 0.5, 1));
      }
      Optional<Job> next = rounds.next();
      if (next.isEmpty()) {
        break;
      }
      running.put(worker, next.get());
      free[worker] += 1.6 * next.get().options().budget().seconds();
    }
    assertEquals(50, tries.size());
  }

  @Test
  void twoWorkersShareWhatIsNotPromised() throws IOException {
    DeadlineSchedule rounds = rounds(2, 100, Integer.MAX_VALUE, "a", "b");
    Job a = rounds.next().orElseThrow();
    Job b = rounds.next().orElseThrow();
    assertEquals(50, a.options().budget().seconds(), 1e-6);
    assertEquals(50, b.options().budget().seconds(), 1e-6);
    assertTrue(rounds.next().isEmpty(), "both are being tried");
    pass(50);
    rounds.solved(a, result(a, 0.5, 10));
    Job again = rounds.next().orElseThrow();
    assertEquals(50, again.options().budget().seconds(), 1e-6, "no longer than until the end");
  }

  @Test
  void stepsAreThoseOfAllRounds() throws IOException {
    DeadlineSchedule rounds = rounds(1, 100, 30, "a");
    Job first = rounds.next().orElseThrow();
    assertEquals(30, first.options().budget().steps());
    rounds.solved(first, result(first, 0.5, 20));
    Job second = rounds.next().orElseThrow();
    assertEquals(10, second.options().budget().steps());
    rounds.solved(second, result(second, 0.5, 30));
    assertTrue(rounds.next().isEmpty());
  }

  /** Of an earlier run: a could go on, b could not, c is new. */
  @Test
  void aLaterRunGoesOnWithTheTrainingThatIsThere() throws IOException {
    Files.createDirectories(states.resolve("task-a"));
    Map<String, List<Outcome>> done =
        Map.of("a", List.of(outcome("a", null)), "b", List.of(outcome("b", null)));
    DeadlineSchedule rounds = resumed(1, 100, Integer.MAX_VALUE, 2000, done, "a", "b", "c");
    Job fresh = rounds.next().orElseThrow();
    assertEquals("c", fresh.task().id());
    rounds.solved(fresh, result(fresh, 1, 10));
    assertEquals("a", rounds.next().orElseThrow().task().id());
    assertTrue(rounds.next().isEmpty());
  }

  @Test
  void aTaskThatFailedInEarlierRunsIsTriedAgainAfterTheNewOnes() throws IOException {
    Map<String, List<Outcome>> done =
        Map.of("a", List.of(outcome("a", "died"), outcome("a", "died")));
    DeadlineSchedule rounds = resumed(1, 100, Integer.MAX_VALUE, 2000, done, "a", "b");
    Job fresh = rounds.next().orElseThrow();
    assertEquals("b", fresh.task().id());
    rounds.solved(fresh, result(fresh, 1, 10));
    Job failed = rounds.next().orElseThrow();
    assertEquals("a", failed.task().id());
    assertFalse(rounds.repeats(failed, new WorkerFailure("died, signal 11")));
    failed = rounds.next().orElseThrow();
    assertFalse(rounds.repeats(failed, new WorkerFailure("died, signal 11")));
    assertTrue(rounds.next().isEmpty(), "it failed twice in this run");
  }

  @Test
  void aLaterRunSharesItsTimeAmongAllThatCanGoOn() throws IOException {
    Map<String, List<Outcome>> done = new HashMap<>();
    for (String id : List.of("a", "b", "c", "d")) {
      Files.createDirectories(states.resolve("task-" + id));
      done.put(id, List.of(outcome(id, null)));
    }
    DeadlineSchedule rounds =
        resumed(1, 100, Integer.MAX_VALUE, 2000, done, "a", "b", "c", "d", "new");
    assertEquals(20, rounds.next().orElseThrow().options().budget().seconds(), 1e-6);
    assertEquals(20, rounds.next().orElseThrow().options().budget().seconds(), 1e-6);
  }

  private static Outcome outcome(String id, String error) {
    Task task = Samples.exchange(id);
    return new Outcome(task, Fallback.of(task, 1), Optional.ofNullable(error));
  }

  /** Nothing is trained there: what is limited are segments, of both puzzles. */
  @Test
  void stepsOfTasksThatAreOnlyThoughtAboutAreSegments() throws IOException {
    DeadlineSchedule rounds = rounds(1, 100, 30, "a");
    Job first = rounds.next().orElseThrow();
    rounds.solved(first, thought(first, 12, 8));
    Job second = rounds.next().orElseThrow();
    assertEquals(10, second.options().budget().steps());
    rounds.solved(second, thought(second, 12, 18));
    assertTrue(rounds.next().isEmpty());
  }

  private SolvedTask thought(Job job, int... segments) throws IOException {
    SolvedTask plain = result(job, 0.5, 0);
    return new SolvedTask(
        plain.id(),
        plain.tests(),
        plain.steps(),
        plain.seconds(),
        plain.loss(),
        plain.curve(),
        plain.thinking(),
        plain.pieces(),
        IntStream.of(segments).mapToObj(some -> new Effort(1, some, 1)).toList(),
        plain.votes());
  }

  @Test
  void wantOfMemoryIsAnsweredBySmallerBatchesOtherFailuresByOneMoreTry() {
    DeadlineSchedule rounds = rounds(1, 100, Integer.MAX_VALUE, "a");
    Job first = rounds.next().orElseThrow();
    assertTrue(rounds.repeats(first, new WorkerFailure("died, signal 9")));
    Job small = rounds.next().orElseThrow();
    assertEquals(1, small.options().tokens());
    assertFalse(rounds.repeats(small, new WorkerFailure("CUDA error: out of memory")));
    Job again = rounds.next().orElseThrow();
    assertEquals(1, again.options().tokens());
    assertFalse(rounds.repeats(again, new WorkerFailure("died, signal 11")));
    assertTrue(rounds.next().isEmpty(), "it failed twice");
  }
}
