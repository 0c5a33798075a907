package io.github.archrm.solver.vote;

import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The grid that most views agree on comes first; equal votes are ordered by mean confidence.
 *
 * <p>Votes go before confidence because a view can be wrong with confidence, but two views are
 * rarely wrong in the same way. Where both are equal, what an earlier view predicted comes first:
 * the identity is the first view.
 */
public final class MajorityVote implements Ranking {
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::votes)
          .thenComparingDouble(Candidate::confidence)
          .reversed();

  @Override
  public List<Candidate> rank(List<Prediction> predictions) {
    Map<Grid, List<Prediction>> voters = new LinkedHashMap<>();
    for (Prediction prediction : predictions) {
      prediction
          .grid()
          .ifPresent(grid -> voters.computeIfAbsent(grid, g -> new ArrayList<>()).add(prediction));
    }
    return voters.entrySet().stream()
        .map(entry -> candidate(entry.getKey(), entry.getValue(), votes(predictions)))
        .sorted(BEST_FIRST)
        .toList();
  }

  private static double votes(List<Prediction> predictions) {
    return predictions.stream().mapToDouble(Prediction::weight).sum();
  }

  private static Candidate candidate(Grid grid, List<Prediction> voters, double all) {
    double confidence = voters.stream().mapToDouble(Prediction::confidence).average().orElseThrow();
    return new Candidate(grid, votes(voters), votes(voters) / all, confidence);
  }
}
