package io.github.archrm.solver.vote;

import io.github.archrm.augment.program.Explained;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks what the views of models predict together with what programs make, by how likely each grid
 * is to be right.
 *
 * <p>The log-odds of a grid are a sum of what the share of its votes tells and what the best
 * program that makes it tells. The numbers were fitted by logistic regression on training tasks,
 * and those of votes and programs against each other by counting written votes anew; see the
 * research log of the training.
 *
 * @param program what a program that makes the grid adds, whatever its log-odds
 * @param programOdds factor of a program's log-odds
 * @param voted what it adds that at least one view predicted the grid
 * @param share what a full share of the votes adds
 */
public record JointVote(double program, double programOdds, double voted, double share) {

  /**
   * All grids that views or programs propose, the likeliest first; equally likely ones in the order
   * given, votes before programs. Where no program has a say, votes keep their order.
   *
   * @param voted candidates of the views, best first
   * @param explained candidates of programs, best first
   */
  public List<Candidate> rank(List<Candidate> voted, List<Explained> explained) {
    if (explained.isEmpty()) {
      return voted;
    }
    Map<Grid, Candidate> candidates = new LinkedHashMap<>();
    voted.forEach(candidate -> candidates.put(candidate.grid(), candidate));
    for (Explained one : explained) {
      Candidate known = candidates.get(one.grid());
      if (known == null) {
        candidates.put(one.grid(), Candidate.ofProgram(one.grid(), one.words(), one.weight()));
      } else if (!known.isExplained()) {
        candidates.put(one.grid(), known.explainedBy(one.words(), one.weight()));
      }
    }
    List<Candidate> ranked = new ArrayList<>(candidates.values());
    ranked.sort(Comparator.comparingDouble(this::logOdds).reversed());
    return ranked;
  }

  /** How likely a candidate is to be right, in log-odds, less those of any grid whatever. */
  public double logOdds(Candidate candidate) {
    double votes = candidate.votes() > 0 ? voted + share * candidate.share() : 0;
    return candidate.isExplained()
        ? votes + program + programOdds * candidate.programOdds()
        : votes;
  }
}
