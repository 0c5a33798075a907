package io.github.archrm.submit.worker;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.SolverOptions;
import io.github.archrm.submit.score.GridAdapter;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.TrainingProgress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a parent and its worker say to each other: one JSON object a line, requests down the
 * worker's stdin, replies up its stdout.
 */
public final class WorkerProtocol {
  private static final Gson GSON =
      new GsonBuilder()
          .registerTypeAdapter(Grid.class, new GridAdapter())
          .serializeSpecialFloatingPointValues()
          .create();

  private WorkerProtocol() {}

  /**
   * One task to solve; it carries no solutions.
   *
   * @param state folder where its training is kept for a later request; null if it is not
   */
  public record Request(Task task, SolverOptions options, String state) {
    public Request {
      task = task.withoutSolutions();
    }

    static Request of(Job job) {
      return new Request(
          job.task(),
          job.options(),
          job.state() == null ? null : job.state().toAbsolutePath().toString());
    }

    /** The folder to keep the training in; null if it is not kept. */
    public Path folder() {
      return state == null ? null : Path.of(state);
    }
  }

  /**
   * What a worker says: one of the first four, the others are null.
   *
   * @param ready said once, before anything else: what it computes on
   * @param progress of the request at work
   * @param result the end of a request
   * @param error the end of a request or of the start, and what went wrong
   * @param mistake whether only the user can put the error right
   */
  record Reply(
      String ready, TrainingProgress progress, SolvedTask result, String error, boolean mistake) {
    static Reply ready(String compute) {
      return new Reply(compute, null, null, null, false);
    }

    static Reply of(TrainingProgress progress) {
      return new Reply(null, progress, null, null, false);
    }

    static Reply of(SolvedTask result) {
      return new Reply(null, null, result, null, false);
    }

    static Reply error(String error) {
      return new Reply(null, null, null, error, false);
    }

    static Reply mistake(String error) {
      return new Reply(null, null, null, error, true);
    }

    private boolean says() {
      return ready != null || progress != null || result != null || error != null;
    }
  }

  static String line(Request request) {
    return GSON.toJson(request);
  }

  static String line(Reply reply) {
    return GSON.toJson(reply);
  }

  static Request request(String line) {
    return GSON.fromJson(line, Request.class);
  }

  /** The reply in a line; empty for a line that a library wrote to stdout behind our back. */
  static Optional<Reply> reply(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.of(GSON.fromJson(line, Reply.class)).filter(Reply::says);
    } catch (RuntimeException e) {
      // Gson passes on, as it is, whatever the constructor of a record throws.
      return Optional.empty();
    }
  }
}
