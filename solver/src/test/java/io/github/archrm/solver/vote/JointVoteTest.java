package io.github.archrm.solver.vote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.augment.program.Explained;
import io.github.archrm.tasks.Grid;
import java.util.List;
import org.junit.jupiter.api.Test;

class JointVoteTest {
  private static final Grid A = Grid.of(new int[][] {{1}});
  private static final Grid B = Grid.of(new int[][] {{2}});
  private static final Grid C = Grid.of(new int[][] {{3}});
  private static final JointVote VOTE = new JointVote(3, 1, 1, 4);

  private static Explained explained(Grid grid, double odds, String words) {
    return new Explained(grid, odds, null, words, words);
  }

  private static List<Grid> grids(List<Candidate> ranked) {
    return ranked.stream().map(Candidate::grid).toList();
  }

  @Test
  void aProgramThatIsLikelyRightBeatsScatteredVotes() {
    List<Candidate> voted = List.of(new Candidate(A, 3, 0.2, 0.5), new Candidate(B, 2, 0.1, 0.5));
    List<Candidate> ranked = VOTE.rank(voted, List.of(explained(C, 2, "fill holes")));
    assertEquals(List.of(C, A, B), grids(ranked));
    assertEquals("fill holes", ranked.get(0).program());
    assertFalse(ranked.get(1).isExplained());
  }

  @Test
  void agreedVotesBeatAnUnlikelyProgram() {
    List<Candidate> voted = List.of(new Candidate(A, 15, 0.95, 0.5));
    assertEquals(List.of(A, C), grids(VOTE.rank(voted, List.of(explained(C, -2, "fill holes")))));
  }

  @Test
  void whereBothAgreeTheirEvidenceIsAdded() {
    List<Candidate> voted = List.of(new Candidate(A, 8, 0.5, 0.5), new Candidate(B, 4, 0.25, 0.5));
    List<Explained> programs = List.of(explained(C, 1, "crop"), explained(B, 0.5, "mirror"));
    List<Candidate> ranked = VOTE.rank(voted, programs);
    assertEquals(List.of(B, C, A), grids(ranked));
    assertEquals(4, ranked.get(0).votes());
    assertEquals("mirror", ranked.get(0).program());
    assertTrue(VOTE.logOdds(ranked.get(0)) > VOTE.logOdds(ranked.get(1)));
  }

  @Test
  void withoutProgramsTheOrderOfVotesStays() {
    List<Candidate> voted =
        List.of(
            new Candidate(A, 3, 0.2, 0.5),
            new Candidate(C, 0, 0, 0),
            new Candidate(B, 5, 0.3, 0.5));
    assertEquals(voted, VOTE.rank(voted, List.of()));
  }
}
