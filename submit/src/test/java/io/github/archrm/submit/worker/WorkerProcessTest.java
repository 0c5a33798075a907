package io.github.archrm.submit.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.solver.Budget;
import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.SolverOptions;
import io.github.archrm.submit.Samples;
import io.github.archrm.submit.worker.WorkerProtocol.Request;
import io.github.archrm.train.TrainingProgress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerProcessTest {
  private static final SolverOptions OPTIONS = new SolverOptions(Budget.ofSeconds(5), 42, "cpu", 1);

  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final List<TrainingProgress> progress = new ArrayList<>();

  private WorkerProcess started(WorkerSetup setup) throws WorkerFailure {
    WorkerProcess worker = WorkerProcess.launch(setup, log::add);
    worker.awaitReady();
    return worker;
  }

  private SolvedTask solve(WorkerProcess worker, String id, double limit) throws WorkerFailure {
    return worker.solve(new Request(Samples.exchange(id), OPTIONS, null), limit, progress::add);
  }

  @Test
  void solvesOneTaskAfterAnother() throws WorkerFailure {
    try (WorkerProcess worker = started(FakeWorker.setup())) {
      SolvedTask first = solve(worker, "first", 30);
      SolvedTask second = solve(worker, "second", Double.POSITIVE_INFINITY);
      assertEquals("first", first.id());
      assertEquals("second", second.id());
      assertEquals(42, second.seconds(), "the seed reached the worker");
      assertEquals(Samples.exchange("").testInputs().get(0), first.tests().get(0).first());
      assertEquals(2, progress.size());
      assertEquals(
          new TrainingProgress(7, 1, 0.5, 0.25, Double.POSITIVE_INFINITY), progress.get(0));
    }
  }

  @Test
  void whatIsNoReplyGoesToTheLog() throws Exception {
    try (WorkerProcess worker = started(FakeWorker.setup())) {
      assertEquals("noise", solve(worker, "noise", 30).id());
    }
    for (int i = 0; i < 100 && log.size() < 4; i++) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertTrue(log.contains("a library says something"), log::toString);
    assertTrue(log.contains("{ and nonsense"), log::toString);
    assertTrue(log.contains("on stderr"), log::toString);
  }

  @Test
  void aDeadWorkerIsAFailureWithItsSignal() throws WorkerFailure {
    try (WorkerProcess worker = started(FakeWorker.setup())) {
      WorkerFailure failure = assertThrows(WorkerFailure.class, () -> solve(worker, "crash", 30));
      assertEquals("died, signal 6", failure.getMessage());
      assertThrows(WorkerFailure.class, () -> solve(worker, "after", 30));
    }
  }

  @Test
  void aHangingWorkerIsKilled() throws WorkerFailure {
    try (WorkerProcess worker = started(FakeWorker.setup())) {
      long start = System.nanoTime();
      WorkerFailure failure = assertThrows(WorkerFailure.class, () -> solve(worker, "hang", 2));
      assertEquals("no result in time, killed", failure.getMessage());
      assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(20));
    }
  }

  @Test
  void anErrorInTheWorkerIsAFailureWithItsWords() throws WorkerFailure {
    try (WorkerProcess worker = started(FakeWorker.setup())) {
      WorkerFailure failure = assertThrows(WorkerFailure.class, () -> solve(worker, "error", 30));
      assertTrue(failure.getMessage().startsWith("out of memory: "), failure::getMessage);
      assertTrue(failure.outOfMemory());
    }
  }

  /** The watch fires while the listener is busy; the result lies in the pipe all the same. */
  @Test
  void aResultThatComesWithTheEndOfTheTimeCountsAndItsWorkerIsNotUsedAgain() throws Exception {
    try (WorkerProcess worker = started(FakeWorker.setup())) {
      solve(worker, "warm", 60);
      assertTrue(worker.isUsable());
      SolvedTask solved =
          worker.solve(
              new Request(Samples.exchange("late"), OPTIONS, null),
              2,
              progress -> {
                while (worker.isUsable()) {
                  Thread.onSpinWait();
                }
              });
      assertEquals("late", solved.id());
      assertFalse(worker.isUsable());
    }
  }

  @Test
  void aWorkerThatSaysThatItCannotStartIsAFailureInItsWords() {
    WorkerFailure failure =
        assertThrows(WorkerFailure.class, () -> started(FakeWorker.brokenSetup()));
    assertEquals("java.lang.IllegalStateException: no such device", failure.getMessage());
  }

  @Test
  void aWorkerThatCannotBeStartedIsAFailure() {
    WorkerSetup setup = new WorkerSetup(List.of("/no/such/java"), Map.of(), 1);
    assertThrows(WorkerFailure.class, () -> started(setup));
  }

  @Test
  void aWorkerEndsInTheMiddleOfATaskWhenItsInputEnds() throws Exception {
    ProcessBuilder builder = new ProcessBuilder(FakeWorker.setup().command());
    builder.environment().putAll(FakeWorker.setup().environment());
    Process worker = builder.start();
    try (var requests = worker.outputWriter()) {
      requests.write(
          WorkerProtocol.line(new Request(Samples.exchange("hang"), OPTIONS, null)) + "\n");
    }
    assertTrue(worker.waitFor(20, TimeUnit.SECONDS));
    assertEquals(0, worker.exitValue());
  }
}
