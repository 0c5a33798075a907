package io.github.archrm.solver.vote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.archrm.tasks.Grid;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MajorityVoteTest {
  private static final Grid A = Grid.of(new int[][] {{1}});
  private static final Grid B = Grid.of(new int[][] {{2}});
  private static final Grid C = Grid.of(new int[][] {{1, 1}});

  private final Ranking ranking = new MajorityVote();

  @Test
  void mostVotesFirst() {
    assertEquals(
        List.of(A, B, C),
        ranked(vote(C, 0.9), vote(B, 0.9), vote(A, 0.1), vote(A, 0.1), vote(B, 0.9), vote(A, 0.1)));
  }

  @Test
  void equalVotesByMeanConfidence() {
    // B has the most confident single voter, A the higher mean.
    assertEquals(List.of(A, B), ranked(vote(B, 0.9), vote(B, 0.1), vote(A, 0.6), vote(A, 0.6)));
  }

  @Test
  void fullTiesByTheOrderOfTheViews() {
    assertEquals(List.of(C, A, B), ranked(vote(C, 0.5), vote(A, 0.5), vote(B, 0.5)));
    assertEquals(List.of(B, A, C), ranked(vote(B, 0.5), vote(A, 0.5), vote(C, 0.5)));
  }

  @Test
  void votesSharesAndConfidenceAreCounted() {
    assertEquals(
        List.of(new Candidate(A, 2, 0.5, 0.375), new Candidate(B, 1, 0.25, 1)),
        ranking.rank(List.of(vote(A, 0.25), vote(B, 1), Prediction.malformed(1), vote(A, 0.5))));
  }

  @Test
  void malformedPredictionsAreNoCandidates() {
    Prediction malformed = Prediction.malformed(1);
    assertEquals(List.of(A), ranked(malformed, malformed, vote(A, 0)));
    assertEquals(List.of(), ranked(malformed, malformed));
  }

  @Test
  void noPredictionsNoCandidates() {
    assertEquals(List.of(), ranked());
  }

  @Test
  void confidenceThatIsNotANumberComesLast() {
    assertEquals(List.of(A, B), ranked(vote(B, Double.NaN), vote(A, 0.1)));
  }

  private static Prediction vote(Grid grid, double confidence) {
    return new Prediction(Optional.of(grid), confidence);
  }

  private List<Grid> ranked(Prediction... predictions) {
    return ranking.rank(List.of(predictions)).stream().map(Candidate::grid).toList();
  }
}
