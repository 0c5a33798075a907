package io.github.archrm.submit.worker;

import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.worker.WorkerProtocol.Request;
import io.github.archrm.tasks.Grid;
import io.github.archrm.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A worker process that behaves as the id of its task says. */
final class FakeWorker {
  private FakeWorker() {}

  /** One that becomes ready. */
  static WorkerSetup setup() {
    return setup("yes");
  }

  /** One that says that it cannot start. */
  static WorkerSetup brokenSetup() {
    return setup("broken");
  }

  /** One that says that it cannot start since the user was mistaken. */
  static WorkerSetup mistakenSetup() {
    return setup("mistaken");
  }

  private static WorkerSetup setup(String start) {
    return new WorkerSetup(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            FakeWorker.class.getName()),
        Map.of("FAKE_WORKER", start),
        1);
  }

  public static void main(String[] args) throws IOException {
    new WorkerLoop(System.in, System.out, FakeWorker::start, FakeWorker::solve).run();
    Runtime.getRuntime().halt(0);
  }

  private static String start() {
    return switch (System.getenv("FAKE_WORKER")) {
      case "yes" -> "a made-up library";
      case "mistaken" -> throw new UserMistake("--device: not there");
      default -> throw new IllegalStateException("no such device");
    };
  }

  private static SolvedTask solve(Request request, Consumer<TrainingProgress> listener) {
    String id = request.task().id();
    if (!request.task().solutions().isEmpty()) {
      throw new IllegalStateException("the worker sees what it should not");
    }
    if (id.startsWith("crash")) {
      Runtime.getRuntime().halt(134);
    } else if (id.startsWith("hang")) {
      sleep(Long.MAX_VALUE);
    } else if (id.startsWith("greedy") && request.options().tokens() > 1) {
      throw new OutOfMemoryError("made up");
    } else if (id.startsWith("slow")) {
      sleep(500);
    } else if (id.startsWith("error")) {
      throw new OutOfMemoryError("made up");
    } else if (id.startsWith("noise")) {
      System.out.println("a library says something");
      System.out.println("{\"and\": \"something like JSON\"}");
      System.out.println("{ and nonsense");
      System.err.println("on stderr");
    }
    listener.accept(new TrainingProgress(7, 1, 0.5, 0.25, Double.POSITIVE_INFINITY));
    Grid input = request.task().testInputs().get(0);
    Grid answer = Grid.of(new int[][] {{(int) ProcessHandle.current().pid() % 10}});
    return new SolvedTask(
        id,
        List.of(new TestAttempts(input, answer, List.of(), 1)),
        7,
        request.options().seed(),
        0.5);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
