package io.github.archrm.solver;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.tasks.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How far the work on a task has come, so that a later call can go on. */
final class TaskState {
  private static final Gson GSON = new GsonBuilder().serializeSpecialFloatingPointValues().create();

  private final List<MemberState> members = new ArrayList<>();
  private final Curve curve = new Curve();
  private int models;
  private int steps;
  private double seconds;
  private double loss = Double.NaN;

  /** No work yet. */
  TaskState(int members) {
    for (int i = 0; i < members; i++) {
      this.members.add(new MemberState());
    }
  }

  /** What a file holds; no work, if that is nothing or cannot be used. */
  static TaskState read(Path file, int members) {
    try {
      TaskState state = GSON.fromJson(Files.readString(file), TaskState.class);
      if (state != null && state.members.size() == members) {
        return state;
      }
    } catch (IOException | JsonParseException e) {
      // The task is begun anew.
    }
    return new TaskState(members);
  }

  void write(Path file) throws IOException {
    AtomicFile.write(file, GSON.toJson(this));
  }

  MemberState member(int index) {
    return members.get(index);
  }

  boolean hasVotes() {
    return members.stream().anyMatch(MemberState::hasVotes);
  }

  boolean allDone() {
    return members.stream().allMatch(MemberState::isDone);
  }

  /** The number of the next model, which decides its seed. */
  int nextModel() {
    return models++;
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

  /** All votes for one test input, in the order of the members. */
  List<Prediction> votes(int test) {
    return members.stream().flatMap(member -> member.votes(test).stream()).toList();
  }
}
