package io.github.archrm.submit.worker;

import io.github.archrm.solver.SolvedTask;
import io.github.archrm.submit.runtime.Debug;
import io.github.archrm.submit.runtime.OutOfMemory;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.worker.WorkerProtocol.Reply;
import io.github.archrm.submit.worker.WorkerProtocol.Request;
import io.github.archrm.train.TrainingProgress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A worker's life: takes requests from its input until that ends, answers each on its output.
 *
 * <p>One thread only reads, so that the end of the input (the parent is gone) is seen in the middle
 * of a task; another one solves, always the same, since the native library keeps state per thread.
 */
public final class WorkerLoop {
  /** Solves one request. */
  @FunctionalInterface
  public interface Solver {
    SolvedTask solve(Request request, Consumer<TrainingProgress> listener);
  }

  private final InputStream in;
  private final PrintStream out;
  private final Callable<String> starter;
  private final Solver solver;

  /**
   * @param starter called before any request; returns what the worker computes on
   */
  public WorkerLoop(InputStream in, PrintStream out, Callable<String> starter, Solver solver) {
    this.in = in;
    this.out = out;
    this.starter = starter;
    this.solver = solver;
  }

  /** Returns as soon as the input ends; a task being solved then goes on in the background. */
  public void run() throws IOException {
    ExecutorService solving = Executors.newSingleThreadExecutor(WorkerLoop::daemon);
    solving.execute(this::start);
    BufferedReader requests = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      String request = line;
      solving.execute(() -> answer(request));
    }
  }

  private void start() {
    try {
      say(Reply.ready(starter.call()));
    } catch (Throwable e) { // a library that cannot be loaded is an Error
      fail(e);
    }
  }

  private void fail(Throwable e) {
    if (Debug.on()) {
      e.printStackTrace();
    }
    say(
        e instanceof UserMistake
            ? Reply.mistake(e.getMessage())
            : Reply.error(OutOfMemory.line(e).orElseGet(() -> e.toString())));
  }

  private void answer(String line) {
    try {
      Request request = WorkerProtocol.request(line);
      SolvedTask solved = solver.solve(request, progress -> say(Reply.of(progress)));
      say(Reply.of(solved));
    } catch (Throwable e) { // an OutOfMemoryError is an answer too
      fail(e);
    }
  }

  private synchronized void say(Reply reply) {
    out.println(WorkerProtocol.line(reply));
    out.flush();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "solving");
    thread.setDaemon(true);
    return thread;
  }
}
