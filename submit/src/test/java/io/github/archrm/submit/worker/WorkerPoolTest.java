package io.github.archrm.submit.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.solver.Budget;
import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.SolverOptions;
import io.github.archrm.submit.Samples;
import io.github.archrm.submit.run.OnceSchedule;
import io.github.archrm.submit.run.TaskSeed;
import io.github.archrm.submit.runtime.Failure;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.TrainingProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerPoolTest {
  private static final class Recorder implements RunListener {
    final Map<String, Outcome> outcomes = new TreeMap<>();
    final List<String> started = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    final CountDownLatch twoStarted = new CountDownLatch(2);

    @Override
    public synchronized void started(int worker, Task task) {
      started.add(task.id());
      twoStarted.countDown();
    }

    @Override
    public void progressed(int worker, Task task, TrainingProgress progress) {}

    @Override
    public synchronized void finished(int worker, Outcome outcome) {
      outcomes.put(outcome.task().id(), outcome);
    }

    @Override
    public synchronized void note(String line) {
      notes.add(line);
    }
  }

  private final Recorder recorder = new Recorder();

  private static List<Task> tasks(String... ids) {
    return Stream.of(ids).map(Samples::exchange).toList();
  }

  private static SolverOptions options(Task task) {
    return new SolverOptions(Budget.ofSeconds(5), TaskSeed.of(1, task.id()), "cpu", 1);
  }

  private static Schedule once(List<Task> tasks) {
    return new OnceSchedule(tasks, WorkerPoolTest::options);
  }

  @Test
  void everyFailureCostsOneTaskOnly() throws InterruptedException {
    List<Task> tasks = tasks("a", "crash-1", "b", "error-1", "c", "crash-2", "d");
    new WorkerPool(2, number -> FakeWorker.setup(), recorder).solve(once(tasks));
    assertEquals(tasks.size(), recorder.outcomes.size());
    recorder.outcomes.forEach(
        (id, outcome) -> {
          boolean fails = id.length() > 1;
          assertEquals(fails, outcome.error().isPresent(), id);
          assertEquals(1, outcome.solved().tests().size(), id);
          assertEquals(fails ? 0 : 7, outcome.solved().steps(), id);
        });
    assertEquals(Optional.of("died, signal 6"), recorder.outcomes.get("crash-1").error());
  }

  @Test
  void wantOfMemoryIsAnsweredByABatchOfOneRowAndThenByTheFallback() throws InterruptedException {
    new WorkerPool(1, number -> FakeWorker.setup(), recorder).solve(once(tasks("greedy", "error")));
    assertEquals(Optional.empty(), recorder.outcomes.get("greedy").error());
    assertEquals(7, recorder.outcomes.get("greedy").solved().steps());
    String error = recorder.outcomes.get("error").error().orElseThrow();
    assertTrue(error.startsWith("out of memory: the ") && error.contains("=-Xmx"), error);
    assertEquals(List.of("greedy", "greedy", "error", "error"), recorder.started);
    recorder.notes.removeIf(note -> note.startsWith("[worker"));
    assertEquals(
        List.of(
            "greedy: " + error + "; once more in smaller batches",
            "error: " + error + "; once more in smaller batches"),
        recorder.notes);
  }

  @Test
  void aFailedTaskStillHasTwoDifferentAttempts() throws InterruptedException {
    new WorkerPool(1, number -> FakeWorker.setup(), recorder).solve(once(tasks("crash")));
    Outcome outcome = recorder.outcomes.get("crash");
    Grid first = outcome.solved().tests().get(0).first();
    assertNotEquals(first, outcome.solved().tests().get(0).second());
    assertEquals(Optional.of(false), outcome.solvedAll());
  }

  @Test
  void oneWorkerServesAllTasksUnlessOneFails() throws InterruptedException {
    new WorkerPool(1, number -> FakeWorker.setup(), recorder).solve(once(tasks("a", "b", "c")));
    long workers =
        recorder.outcomes.values().stream()
            .map(outcome -> outcome.solved().tests().get(0).second())
            .distinct()
            .count();
    assertEquals(1, workers);
    assertEquals(List.of("a", "b", "c"), recorder.started);
  }

  @Test
  void stoppingKillsTheWorkersAndReportsNothingMore() throws InterruptedException {
    WorkerPool pool = new WorkerPool(2, number -> FakeWorker.setup(), recorder);
    Thread run =
        new Thread(
            () -> {
              try {
                pool.solve(once(tasks("hang-1", "hang-2", "hang-3")));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    run.start();
    recorder.twoStarted.await();
    pool.stop();
    run.join(20_000);
    assertTrue(!run.isAlive());
    assertTrue(recorder.outcomes.isEmpty());
    assertEquals(2, recorder.started.size());
  }

  @Test
  void aWorkerThatDoesNotStartCostsNoTask() throws InterruptedException {
    AtomicInteger starts = new AtomicInteger();
    new WorkerPool(
            2,
            number -> {
              starts.addAndGet(number == 2 ? 1 : 0);
              return number == 2 ? FakeWorker.brokenSetup() : FakeWorker.setup();
            },
            recorder,
            1)
        .solve(once(tasks("a", "b", "slow-1", "slow-2", "slow-3", "slow-4")));
    assertEquals(6, recorder.outcomes.size());
    recorder.outcomes.forEach((id, outcome) -> assertEquals(Optional.empty(), outcome.error(), id));
    assertTrue(starts.get() > 1, "started " + starts + " times");
    assertTrue(
        recorder.notes.stream().anyMatch(note -> note.startsWith("worker 2 does not start")),
        recorder.notes::toString);
  }

  @Test
  void whereNoWorkerStartsTheRunFailsAndNoTaskDoes() {
    WorkerPool pool = new WorkerPool(2, number -> FakeWorker.brokenSetup(), recorder, 1);
    Failure failure = assertThrows(Failure.class, () -> pool.solve(once(tasks("a", "b"))));
    assertEquals(
        "no worker starts: java.lang.IllegalStateException: no such device", failure.getMessage());
    assertTrue(recorder.outcomes.isEmpty());
    assertTrue(recorder.started.isEmpty());
  }

  @Test
  void whereNoWorkerStartsByAMistakeOfTheUserItIsToldAtOnce() {
    AtomicInteger starts = new AtomicInteger();
    WorkerPool pool =
        new WorkerPool(
            2,
            number -> {
              starts.getAndIncrement();
              return FakeWorker.mistakenSetup();
            },
            recorder,
            1);
    UserMistake mistake = assertThrows(UserMistake.class, () -> pool.solve(once(tasks("a", "b"))));
    assertEquals("--device: not there", mistake.getMessage());
    assertEquals(2, starts.get(), "once each");
    assertTrue(recorder.outcomes.isEmpty());
  }

  /** The second worker ends while the first has the last task, and the first is not replaced. */
  @Test
  void aTaskThatNoWorkerIsLeftForFailsTheRun() {
    Schedule tasks = once(tasks("greedy"));
    Schedule overForTheSecond =
        new Schedule() {
          @Override
          public boolean isOver() {
            return tasks.isOver() || Thread.currentThread().getName().equals("worker-2");
          }

          @Override
          public Optional<Job> next() {
            return tasks.next();
          }

          @Override
          public void solved(Job job, SolvedTask result) {}

          @Override
          public boolean repeats(Job job, WorkerFailure failure) {
            return tasks.repeats(job, failure);
          }
        };
    AtomicInteger starts = new AtomicInteger();
    WorkerPool pool =
        new WorkerPool(
            2,
            number -> starts.getAndIncrement() == 0 ? FakeWorker.setup() : FakeWorker.brokenSetup(),
            recorder,
            1);
    Failure failure = assertThrows(Failure.class, () -> pool.solve(overForTheSecond));
    assertTrue(failure.getMessage().startsWith("no worker starts: "), failure.getMessage());
    assertTrue(recorder.outcomes.isEmpty());
  }

  @Test
  void whatBreaksInAThreadOfOursFailsTheRun() {
    RunListener breaking =
        new RunListener() {
          @Override
          public void started(int worker, Task task) {}

          @Override
          public void progressed(int worker, Task task, TrainingProgress progress) {}

          @Override
          public void finished(int worker, Outcome outcome) {
            throw new IllegalStateException("made up");
          }

          @Override
          public void note(String line) {}
        };
    WorkerPool pool = new WorkerPool(1, number -> FakeWorker.setup(), breaking);
    Failure failure = assertThrows(Failure.class, () -> pool.solve(once(tasks("a", "b"))));
    assertTrue(failure.getMessage().contains("made up"), failure.getMessage());
  }
}
