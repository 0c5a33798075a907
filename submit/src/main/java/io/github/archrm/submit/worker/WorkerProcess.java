package io.github.archrm.submit.worker;

import io.github.archrm.solver.SolvedTask;
import io.github.archrm.submit.runtime.OutOfMemory;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parent's end of one worker.
 *
 * <p>Whatever happens in the worker (an exception, a native crash, an out-of-memory kill, a hang)
 * arrives here as a {@link WorkerFailure}; the process is of no use after that.
 */
final class WorkerProcess implements AutoCloseable {
  /** What loading the native library may take on a busy machine. */
  private static final double START_SECONDS = 120;

  private static final int KILLED = 9;

  /** The device, in what a worker says that it computes on. */
  private static final Pattern DEVICE = Pattern.compile("\\b(cpu|gpu:\\d+)\\b");

  private final Process process;
  private final Writer requests;
  private final BufferedReader replies;
  private final Consumer<String> log;
  private final double gpuShare;
  private String computesOn;
  private volatile boolean killed;

  private WorkerProcess(Process process, double gpuShare, Consumer<String> log) {
    this.process = process;
    this.requests = process.outputWriter(StandardCharsets.UTF_8);
    this.replies = process.inputReader(StandardCharsets.UTF_8);
    this.gpuShare = gpuShare;
    this.log = log;
  }

  /**
   * Starts a worker, which is not ready yet.
   *
   * @param log gets each line of the worker that is not a reply, its stderr above all
   * @throws WorkerFailure if there can be no such process
   */
  static WorkerProcess launch(WorkerSetup setup, Consumer<String> log) throws WorkerFailure {
    ProcessBuilder builder = new ProcessBuilder(setup.command());
    builder.environment().putAll(setup.environment());
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new WorkerFailure(e.getMessage());
    }
    WorkerProcess worker = new WorkerProcess(process, setup.gpuShare(), log);
    try {
      Thread thread = new Thread(() -> drain(process.getErrorStream(), log), "worker-stderr");
      thread.setDaemon(true);
      thread.start();
      return worker;
    } catch (OutOfMemoryError e) {
      worker.kill();
      throw new WorkerFailure(OutOfMemory.line(e).orElse(e.getMessage()));
    }
  }

  /**
   * Waits until a request can be sent.
   *
   * @throws WorkerFailure if it dies, or says that it cannot work
   */
  void awaitReady() throws WorkerFailure {
    computesOn = replyIn(START_SECONDS, progress -> {}, Reply::ready);
    log.accept(computesOn);
  }

  /** Whether another request can be sent. */
  boolean isUsable() {
    return !killed && process.isAlive();
  }

  /** Measures what the worker uses from now on. */
  UsageMeter meter() {
    Matcher device = DEVICE.matcher(computesOn);
    return new UsageMeter(
        process.toHandle(), device.find() ? device.group() : computesOn, gpuShare);
  }

  /**
   * Has one task solved.
   *
   * @param limitSeconds a worker that is silent on the result for longer is killed; may be infinite
   */
  SolvedTask solve(Request request, double limitSeconds, Consumer<TrainingProgress> listener)
      throws WorkerFailure {
    try {
      requests.write(WorkerProtocol.line(request));
      requests.write('\n');
      requests.flush();
    } catch (IOException e) {
      throw new WorkerFailure("died, " + exit());
    }
    return replyIn(limitSeconds, listener, Reply::result);
  }

  /**
   * Reads replies up to one that has something.
   *
   * @param limitSeconds a worker that does not say it for longer is killed; may be infinite
   */
  private <T> T replyIn(
      double limitSeconds, Consumer<TrainingProgress> listener, Function<Reply, T> wanted)
      throws WorkerFailure {
    Future<?> watch = watch(limitSeconds);
    try {
      for (String line = replies.readLine(); line != null; line = replies.readLine()) {
        Optional<Reply> reply = WorkerProtocol.reply(line);
        if (reply.isEmpty()) {
          log.accept(line);
        } else if (reply.get().error() != null) {
          throw new WorkerFailure(reply.get().error(), reply.get().mistake());
        } else if (wanted.apply(reply.get()) != null) {
          return wanted.apply(reply.get());
        } else if (reply.get().progress() != null) {
          listener.accept(reply.get().progress());
        }
      }
    } catch (IOException e) {
      // A broken pipe: the process is gone, its exit code says more.
    } finally {
      // A watch that can no longer be called off kills, maybe in the middle of the next request.
      killed |= !watch.cancel(false);
    }
    throw new WorkerFailure(killed ? "no result in time, killed" : "died, " + exit());
  }

  private Future<?> watch(double limitSeconds) {
    CompletableFuture<Void> watch = new CompletableFuture<>();
    if (limitSeconds > TimeUnit.DAYS.toSeconds(365)) {
      return watch;
    }
    watch
        .completeOnTimeout(null, Math.round(limitSeconds * 1000), TimeUnit.MILLISECONDS)
        .thenRun(this::kill);
    return watch;
  }

  private String exit() {
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        kill();
        process.waitFor(5, TimeUnit.SECONDS);
      }
      int code = process.exitValue();
      return code == 128 + KILLED
          ? "signal " + KILLED + ", which is how a system short of memory ends a process"
          : code > 128 ? "signal " + (code - 128) : "exit code " + code;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "exit code unknown";
    } catch (IllegalThreadStateException e) {
      return "but its process does not end";
    }
  }

  /** Ends it at once; a reply that has come before may still be read. */
  void kill() {
    killed = true;
    // Of the process itself it would close the pipes, with what is still in them.
    process.toHandle().destroyForcibly();
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
