package io.github.archrm.solver.vote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.Grid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConsensusVoteTest {
  private final Ranking ranking = new ConsensusVote(0.5);

  @Test
  void gridsThatAreWrongInDifferentCellsMakeTheRightOneTogether() {
    List<Candidate> ranked =
        ranking.rank(votes(row(1, 1, 1, 0), row(1, 1, 0, 1), row(1, 0, 1, 1), row(0, 1, 1, 1)));
    assertEquals(row(1, 1, 1, 0), ranked.get(0).grid());
    assertEquals(row(1, 1, 1, 1), ranked.get(1).grid());
    assertEquals(0, ranked.get(1).votes());
    assertEquals(5, ranked.size());
  }

  @Test
  void aCandidateThatIsTheConsensusMovesUpWithItsVotes() {
    Grid consensus = row(1, 1, 1);
    List<Candidate> ranked =
        ranking.rank(votes(row(2, 1, 1), row(2, 1, 1), row(1, 2, 1), row(1, 1, 2), consensus));
    assertEquals(row(2, 1, 1), ranked.get(0).grid());
    assertEquals(consensus, ranked.get(1).grid());
    assertEquals(1, ranked.get(1).votes());
    assertEquals(4, ranked.size());
  }

  @Test
  void aWinnerWithMostVotesKeepsItsRunnerUp() {
    List<Candidate> ranked =
        ranking.rank(votes(row(5, 5), row(5, 5), row(6, 5), row(6, 5), row(5, 5)));
    assertEquals(List.of(row(5, 5), row(6, 5)), ranked.stream().map(Candidate::grid).toList());
  }

  @Test
  void onlyGridsOfTheCommonestSizeAreMixed() {
    List<Candidate> ranked =
        ranking.rank(votes(row(9), row(9), row(1, 1, 0), row(1, 0, 1), row(0, 1, 1)));
    assertEquals(row(9), ranked.get(0).grid());
    assertEquals(row(1, 1, 1), ranked.get(1).grid());
  }

  @Test
  void nothingComesOfMalformedPredictions() {
    assertTrue(ranking.rank(List.of()).isEmpty());
    assertTrue(ranking.rank(List.of(Prediction.malformed(1))).isEmpty());
    assertEquals(1, ranking.rank(List.of(Prediction.malformed(1), votes(row(3)).get(0))).size());
  }

  private static List<Prediction> votes(Grid... grids) {
    return Stream.of(grids).map(grid -> new Prediction(Optional.of(grid), 0.5)).toList();
  }

  private static Grid row(int... symbols) {
    return Grid.of(new int[][] {symbols});
  }
}
