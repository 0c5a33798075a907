package io.github.archrm.solver.vote;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Rules;
import java.util.Comparator;
import java.util.List;

/**
 * Another ranking, in which a candidate that breaks a rule never comes before one that keeps them
 * all.
 *
 * <p>Valid candidates come first, and among them the optimal ones: one thing to improve makes a
 * longer path through a maze, but also one false wall, so that the number of violations alone would
 * not tell the two apart. Candidates that are not valid follow, the least broken first. Where the
 * rules see no difference the order stays as it was; where there are none it stays altogether.
 *
 * @param rules of the task's kind
 * @param testInput the puzzle that the candidates answer
 * @param inner makes the candidates
 */
public record RuleVote(Rules rules, Grid testInput, Ranking inner) implements Ranking {
  private static final Comparator<Checked> LEAST_BROKEN_FIRST =
      Comparator.comparing(Checked::isValid).reversed().thenComparingInt(Checked::violations);

  private record Checked(Candidate candidate, boolean isValid, int violations) {}

  @Override
  public List<Candidate> rank(List<Prediction> predictions) {
    return inner.rank(predictions).stream()
        .map(this::check)
        .sorted(LEAST_BROKEN_FIRST)
        .map(Checked::candidate)
        .toList();
  }

  private Checked check(Candidate candidate) {
    return new Checked(
        candidate,
        rules.isValid(testInput, candidate.grid()),
        rules.check(testInput, candidate.grid()).size());
  }
}
