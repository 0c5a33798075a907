package io.github.archrm.solver;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.tasks.io.AtomicFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the work on a task has come, so that a later call can go on: a folder with {@code
 * state.json}, which holds the votes, and for every stage with an unfinished model its checkpoint.
 */
final class TaskState {
  private static final Gson GSON = new GsonBuilder().serializeSpecialFloatingPointValues().create();

  private final List<StageState> stages = new ArrayList<>();
  private final Curve curve = new Curve();
  private int models;
  private int steps;
  private double seconds;
  private double loss = Double.NaN;

  /** No work yet. */
  TaskState(int stages) {
    for (int i = 0; i < stages; i++) {
      this.stages.add(new StageState());
    }
  }

  /** What a folder holds; no work, if that is nothing or cannot be used. */
  static TaskState read(Path folder, int stages) {
    try {
      TaskState state = GSON.fromJson(Files.readString(file(folder)), TaskState.class);
      if (state != null && state.stages.size() == stages) {
        return state;
      }
    } catch (IOException | JsonParseException e) {
      // The task is begun anew.
    }
    return new TaskState(stages);
  }

  void write(Path folder) throws IOException {
    AtomicFile.write(file(folder), GSON.toJson(this));
  }

  static void delete(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      System.err.println(folder + ": cannot be deleted: " + e);
    }
  }

  private static Path file(Path folder) {
    return folder.resolve("state.json");
  }

  static Path checkpoint(Path folder, int stage) {
    return folder.resolve("stage-" + stage + ".safetensors");
  }

  StageState stage(int index) {
    return stages.get(index);
  }

  /** The number of the next model, which decides its seed. */
  int nextModel() {
    return models++;
  }

  boolean hasModels() {
    return models > 0;
  }

  /** Counts what a call has spent. */
  void spent(int steps, double seconds) {
    this.steps += steps;
    this.seconds += seconds;
  }

  /** Takes note of a model's loss; NaN if it made no step. */
  void reached(double loss) {
    if (!(this.loss <= loss) && !Double.isNaN(loss)) {
      this.loss = loss;
    }
  }

  /** Optimizer steps of all calls. */
  int steps() {
    return steps;
  }

  /** Seconds of all calls. */
  double seconds() {
    return seconds;
  }

  /** The lowest that a model has reached. */
  double loss() {
    return loss;
  }

  /** The training of all models. */
  Curve curve() {
    return curve;
  }

  /** All votes for one test input, in the order of the stages. */
  List<Prediction> votes(int test) {
    return stages.stream().flatMap(stage -> stage.votes(test).stream()).toList();
  }
}
