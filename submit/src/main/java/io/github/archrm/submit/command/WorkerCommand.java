package io.github.archrm.submit.command;

import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.TaskSolver;
import io.github.archrm.submit.command.option.ComputeOptions;
import io.github.archrm.submit.runtime.OutOfMemory;
import io.github.archrm.submit.worker.WorkerLoop;
import io.github.archrm.submit.worker.WorkerProtocol;
import io.github.archrm.submit.worker.WorkerProtocol.Request;
import io.github.archrm.train.TrainingProgress;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * A worker process: JSON lines in, JSON lines out, see {@link WorkerProtocol}. Ends with its input.
 */
@Command(name = "worker", hidden = true, description = "Solve tasks for a parent process.")
public final class WorkerCommand implements Callable<Integer> {
  private static final long SECONDS_TO_OUTLIVE_A_SIGNAL = 30;

  @Mixin ComputeOptions compute;

  @Override
  public Integer call() throws IOException {
    PrintStream replies = System.out;
    // What a library prints is no reply.
    System.setOut(System.err);
    Runtime.getRuntime().addShutdownHook(new Thread(WorkerCommand::leaveTheEndToTheParent));
    // Not exit: neither the hook nor a task in the middle of native code may hold it up.
    try {
      new WorkerLoop(System.in, replies, this::start, WorkerCommand::solve).run();
    } catch (OutOfMemoryError e) {
      System.err.println(OutOfMemory.line(e).orElseThrow());
      Runtime.getRuntime().halt(1);
    }
    Runtime.getRuntime().halt(0);
    return 0;
  }

  private String start() {
    return LocalCompute.startQuietly(compute).toString();
  }

  private static SolvedTask solve(Request request, Consumer<TrainingProgress> listener) {
    return new TaskSolver(request.options()).solve(request.task(), listener, 0, request.folder());
  }

  /**
   * A Ctrl-C reaches every process of the terminal. The parent then kills its workers; a worker
   * that went before that would look like a task that failed.
   */
  private static void leaveTheEndToTheParent() {
    try {
      TimeUnit.SECONDS.sleep(SECONDS_TO_OUTLIVE_A_SIGNAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
