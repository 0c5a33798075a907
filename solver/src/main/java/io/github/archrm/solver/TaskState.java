package io.github.archrm.solver;

import io.github.archrm.solver.think.Effort;
import io.github.archrm.solver.vote.Candidate;
import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.solver.vote.Vote;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far the work on a task has come, so that a later call can go on. */
final class TaskState {
  private final List<MemberState> members = new ArrayList<>();
  private Curve curve = new Curve();
  private int models;
  private int steps;
  private double seconds;
  private double loss = Double.NaN;
  private final Map<Integer, Effort> efforts = new TreeMap<>();

  private TaskState() {}

  /** No work yet. */
  TaskState(int members) {
    for (int i = 0; i < members; i++) {
      this.members.add(new MemberState());
    }
  }

  /** A state on disk. */
  record Kept(
      List<MemberState.Kept> members,
      Curve.Kept curve,
      int models,
      int steps,
      double seconds,
      double loss,
      List<KeptEffort> efforts) {}

  /** What thinking about a test input took, on disk. */
  record KeptEffort(int test, Effort effort) {}

  Kept keep() {
    return new Kept(
        members.stream().map(MemberState::keep).toList(),
        curve.keep(),
        models,
        steps,
        seconds,
        loss,
        efforts.entrySet().stream().map(e -> new KeptEffort(e.getKey(), e.getValue())).toList());
  }

  /**
   * @param members of the vote
   * @param tests number of test inputs
   * @throws IllegalArgumentException if it has others, or is of no use
   */
  static TaskState of(Kept kept, int members, int tests) {
    if (kept.members().size() != members) {
      throw new IllegalArgumentException(
          "votes of " + kept.members().size() + " members, not " + members);
    }
    TaskState state = new TaskState();
    kept.members().forEach(member -> state.members.add(MemberState.of(member, tests)));
    state.curve = Curve.of(kept.curve());
    state.models = kept.models();
    state.steps = kept.steps();
    state.seconds = kept.seconds();
    state.loss = kept.loss();
    kept.efforts().forEach(one -> state.spent(one.test(), one.effort()));
    return state;
  }

  int members() {
    return members.size();
  }

  MemberState member(int index) {
    return members.get(index);
  }

  boolean hasVotes() {
    return members.stream().anyMatch(MemberState::hasVotes);
  }

  /** Whether a model that has voted has fitted the demonstrations, or needs not. */
  boolean fits() {
    return members.stream().anyMatch(MemberState::fits);
  }

  boolean allDone() {
    return members.stream().allMatch(MemberState::isDone);
  }

  /** The number of the next model, which decides its seed. */
  int nextModel() {
    return models++;
  }

  /** Counts what a call has spent. */
  void spent(int moreSteps, double moreSeconds) {
    steps += moreSteps;
    seconds += moreSeconds;
  }

  /** Counts what thinking about a test input has taken. */
  void spent(int test, Effort more) {
    efforts.merge(test, more, Effort::plus);
  }

  /** What thinking about each of the test inputs took in all calls; none if that is not known. */
  List<Effort> efforts() {
    return List.copyOf(efforts.values());
  }

  /** Takes note of a model's loss; NaN if it made no step. */
  void reached(double lossOfModel) {
    if (!(loss <= lossOfModel) && !Double.isNaN(lossOfModel)) {
      loss = lossOfModel;
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

  /** Who voted for which of the candidates for one test input, in the order of the members. */
  List<Vote> votes(int test, List<Candidate> candidates) {
    List<Grid> grids = candidates.stream().map(Candidate::grid).toList();
    List<Vote> votes = new ArrayList<>();
    for (int member = 0; member < members.size(); member++) {
      for (Prediction prediction : members.get(member).votes(test)) {
        int candidate = prediction.grid().map(grids::indexOf).orElse(-1);
        votes.add(new Vote(member + 1, prediction.through(), candidate, prediction.weight()));
      }
    }
    return votes;
  }

  /** All votes for one test input, in the order of the members. */
  List<Prediction> votes(int test) {
    return members.stream().flatMap(member -> member.votes(test).stream()).toList();
  }
}
