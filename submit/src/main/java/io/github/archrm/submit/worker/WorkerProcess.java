package io.github.archrm.submit.worker;

import io.github.archrm.solver.SolvedTask;
import io.github.archrm.submit.worker.WorkerProtocol.Reply;
import io.github.archrm.submit.worker.WorkerProtocol.Request;
import io.github.archrm.train.TrainingProgress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The parent's end of one worker.
 *
 * <p>Whatever happens in the worker (an exception, a native crash, an out-of-memory kill, a hang)
 * arrives here as a {@link WorkerFailure}; the process is of no use after that.
 */
final class WorkerProcess implements AutoCloseable {
  private final Process process;
  private final Writer requests;
  private final BufferedReader replies;
  private final Consumer<String> log;

  private WorkerProcess(Process process, Consumer<String> log) {
    this.process = process;
    this.requests = process.outputWriter(StandardCharsets.UTF_8);
    this.replies = process.inputReader(StandardCharsets.UTF_8);
    this.log = log;
  }

  /**
   * Starts a worker.
   *
   * @param log gets each line of the worker that is not a reply, its stderr above all
   */
  static WorkerProcess start(WorkerSetup setup, Consumer<String> log) throws WorkerFailure {
    ProcessBuilder builder = new ProcessBuilder(setup.command());
    builder.environment().putAll(setup.environment());
    try {
      Process process = builder.start();
      Thread thread = new Thread(() -> drain(process.getErrorStream(), log), "worker-stderr");
      thread.setDaemon(true);
      thread.start();
      return new WorkerProcess(process, log);
    } catch (IOException e) {
      throw new WorkerFailure("the worker does not start: " + e.getMessage());
    }
  }

  /**
   * Has one task solved.
   *
   * @param limitSeconds a worker that is silent on the result for longer is killed; may be infinite
   */
  SolvedTask solve(Request request, double limitSeconds, Consumer<TrainingProgress> listener)
      throws WorkerFailure {
    AtomicBoolean hung = new AtomicBoolean();
    Future<?> watch = watch(limitSeconds, hung);
    try {
      requests.write(WorkerProtocol.line(request));
      requests.write('\n');
      requests.flush();
      for (String line = replies.readLine(); line != null; line = replies.readLine()) {
        Optional<Reply> reply = WorkerProtocol.reply(line);
        if (reply.isEmpty()) {
          log.accept(line);
        } else if (reply.get().progress() != null) {
          listener.accept(reply.get().progress());
        } else if (reply.get().error() != null) {
          throw new WorkerFailure(reply.get().error());
        } else {
          return reply.get().result();
        }
      }
    } catch (IOException e) {
      // A broken pipe: the process is gone, its exit code says more.
    } finally {
      watch.cancel(false);
    }
    throw new WorkerFailure(hung.get() ? "no result in time, killed" : "died, " + exit());
  }

  private Future<?> watch(double limitSeconds, AtomicBoolean hung) {
    if (limitSeconds > TimeUnit.DAYS.toSeconds(365)) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> watch = new CompletableFuture<>();
    watch
        .completeOnTimeout(null, Math.round(limitSeconds * 1000), TimeUnit.MILLISECONDS)
        .thenRun(
            () -> {
              hung.set(true);
              kill();
            });
    return watch;
  }

  private String exit() {
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        kill();
        process.waitFor(5, TimeUnit.SECONDS);
      }
      int code = process.exitValue();
      return code > 128 ? "signal " + (code - 128) : "exit code " + code;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "exit code unknown";
    } catch (IllegalThreadStateException e) {
      return "but its process does not end";
    }
  }

  void kill() {
    process.destroyForcibly();
  }

  /** Ends the worker; it notices the end of its input. */
  @Override
  public void close() {
    try {
      requests.close();
      if (process.waitFor(2, TimeUnit.SECONDS)) {
        return;
      }
    } catch (IOException e) {
      // Already gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
  }

  private static void drain(InputStream stream, Consumer<String> log) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      lines.lines().forEach(log);
    } catch (IOException | java.io.UncheckedIOException e) {
      // The process ended.
    }
  }
}
