package io.github.archrm.solver.vote;

import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A {@link MajorityVote} that, where no grid has enough of the votes, puts second the grid made of
 * every cell's most voted symbol.
 *
 * <p>Predictions that disagree are mostly wrong in a few cells each, and not in the same ones:
 * their cells may agree where no two whole grids do, and a runner-up with a few votes is little
 * more than chance.
 */
public final class ConsensusVote implements Ranking {
  private final double doubt;
  private final Ranking majority = new MajorityVote();

  private record Size(int height, int width) {}

  /**
   * @param doubt share of the votes, 0-1, from which the winner's grid stands without doubt
   */
  public ConsensusVote(double doubt) {
    this.doubt = doubt;
  }

  @Override
  public List<Candidate> rank(List<Prediction> predictions) {
    List<Candidate> ranked = majority.rank(predictions);
    if (ranked.size() < 2 || ranked.get(0).share() >= doubt) {
      return ranked;
    }
    Grid consensus = consensus(ranked);
    if (consensus.equals(ranked.get(0).grid())) {
      return ranked;
    }
    Candidate second =
        ranked.stream()
            .filter(candidate -> candidate.grid().equals(consensus))
            .findFirst()
            .orElse(new Candidate(consensus, 0, 0, 0));
    List<Candidate> reordered = new ArrayList<>(ranked);
    reordered.remove(second);
    reordered.add(1, second);
    return reordered;
  }

  /**
   * Cell by cell, among the candidates of the size with most votes; the better ranked wins ties.
   */
  private static Grid consensus(List<Candidate> ranked) {
    Map<Size, Double> votes =
        ranked.stream()
            .collect(
                Collectors.groupingBy(
                    ConsensusVote::size, Collectors.summingDouble(Candidate::votes)));
    Size size =
        ranked.stream()
            .map(ConsensusVote::size)
            .max(Comparator.comparingDouble(votes::get))
            .orElseThrow();
    List<Candidate> fitting =
        ranked.stream().filter(candidate -> size(candidate).equals(size)).toList();
    return Grid.generate(size.height(), size.width(), (r, c) -> mostVoted(fitting, r, c));
  }

  private static Size size(Candidate candidate) {
    return new Size(candidate.grid().height(), candidate.grid().width());
  }

  private static int mostVoted(List<Candidate> candidates, int row, int column) {
    Map<Integer, Double> votes = new HashMap<>();
    int best = candidates.get(0).grid().cell(row, column);
    for (Candidate candidate : candidates) {
      votes.merge(candidate.grid().cell(row, column), candidate.votes(), Double::sum);
    }
    for (Candidate candidate : candidates) {
      int symbol = candidate.grid().cell(row, column);
      best = votes.get(symbol) > votes.get(best) ? symbol : best;
    }
    return best;
  }
}
