package io.github.archrm.solver;

import io.github.archrm.augment.program.Piece;
import io.github.archrm.solver.think.Effort;
import io.github.archrm.solver.think.Thought;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.solver.vote.Vote;
import java.util.List;

/**
 * The outcome of one task.
 *
 * @param id the task's id
 * @param tests one entry per test input, in order
 * @param steps optimizer steps made
 * @param seconds wall-clock seconds used
 * @param loss the lowest running mean of the cross entropy per cell that a model has reached, in
 *     nats
 * @param curve how training went, about a hundred points at most
 * @param thinking for the first test inputs, as many as were asked for, what the model whose votes
 *     count most thought of each, one entry per segment
 * @param pieces what programs make of the inputs and tells most about the outputs, best first
 * @param efforts for each test input what thinking about it took; none where that is not known
 * @param votes for each test input every vote of the models; none where that is not known, and of
 *     sets of puzzles, which have thousands
 */
public record SolvedTask(
    String id,
    List<TestAttempts> tests,
    int steps,
    double seconds,
    double loss,
    List<CurvePoint> curve,
    List<List<Thought>> thinking,
    List<Piece> pieces,
    List<Effort> efforts,
    List<List<Vote>> votes) {
  public SolvedTask {
    tests = List.copyOf(tests);
    curve = List.copyOf(curve);
    thinking = thinking.stream().map(List::copyOf).toList();
    pieces = pieces == null ? List.of() : List.copyOf(pieces);
    efforts = efforts == null ? List.of() : List.copyOf(efforts);
    votes = votes == null ? List.of() : votes.stream().map(List::copyOf).toList();
  }

  /** An outcome without programs. */
  public SolvedTask(
      String id,
      List<TestAttempts> tests,
      int steps,
      double seconds,
      double loss,
      List<CurvePoint> curve,
      List<List<Thought>> thinking) {
    this(id, tests, steps, seconds, loss, curve, thinking, List.of(), List.of(), List.of());
  }

  /** An outcome of which neither the curve nor the thinking is known. */
  public SolvedTask(String id, List<TestAttempts> tests, int steps, double seconds, double loss) {
    this(id, tests, steps, seconds, loss, List.of(), List.of());
  }
}
