package io.github.archrm.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.solver.vote.MajorityVote;
import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.solver.vote.TaskVote;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.generate.PuzzleGenerator;
import io.github.archrm.tasks.sudoku.Sudoku;
import io.github.archrm.tasks.sudoku.SudokuSource;
import io.github.archrm.train.file.FieldException;
import io.github.archrm.train.file.RecordJson;
import io.github.archrm.train.tokens.Channels;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MemberStateTest {
  /**
   * A later search may find other channels; a model goes on with those that it has learned from.
   */
  @Test
  void anUnfinishedModelComesBackWithItsVotesAndChannels() throws FieldException {
    Grid one = Grid.of(new int[][] {{1, 2}});
    Grid two = Grid.of(new int[][] {{3}, {4}});
    Channels channels = new Channels(List.of(List.of(one, two)), List.of(List.of(two, one)));
    MemberState state = new MemberState();
    state.put(
        0.5, true, List.of(List.of(new Prediction(Optional.of(one), 0.25).through("upright"))));
    state.leaveUnfinished(3, OptionalInt.of(7), channels);
    MemberState.Kept kept = RecordJson.read(RecordJson.write(state.keep()), MemberState.Kept.class);
    MemberState back = MemberState.of(kept, 1);
    assertEquals(OptionalInt.of(3), back.unfinished());
    assertEquals(OptionalInt.of(7), back.fitted());
    assertEquals(channels, back.channels());
    assertEquals(state.votes(0), back.votes(0));
    assertTrue(back.fits());
    back.put(1, false, List.of(List.of()));
    assertFalse(back.fits(), "the unfinished one has made way");
    assertEquals(Channels.NONE, MemberState.of(back.keep(), 1).channels());
  }

  /** An answer that the rules prove is right whatever becomes of the model that found it. */
  @Test
  void whatIsProvedOutlivesItsModel() {
    Task sudokus =
        PuzzleGenerator.generate(
            "sudoku-4",
            new SudokuSource(new Sudoku(2, 2), SudokuSource.Difficulty.SINGLES),
            1,
            2,
            1,
            progress -> {});
    TaskVote vote = new TaskVote(sudokus, true, new MajorityVote(), 1);
    Prediction right = new Prediction(Optional.of(sudokus.solutions().get(0)), 0.5);
    Prediction wrong = new Prediction(Optional.of(sudokus.testInputs().get(1)), 0.5);
    MemberState state = new MemberState();
    state.put(1, true, List.of(List.of(wrong, right), List.of(wrong)));
    assertEquals(Optional.empty(), state.said());
    state.leaveUnfinished(0, OptionalInt.empty(), Channels.NONE);
    assertEquals(Optional.of(List.of(List.of(wrong, right), List.of(wrong))), state.said());
    state.abandon(vote);
    assertEquals(List.of(wrong, right), state.votes(0));
    assertEquals(List.of(), state.votes(1));
    assertEquals(OptionalInt.empty(), state.unfinished());
    state.put(1, true, List.of(List.of(wrong), List.of(wrong)));
    state.leaveUnfinished(1, OptionalInt.empty(), Channels.NONE);
    state.abandon(vote);
    assertEquals(List.of(wrong, right), state.votes(0), "nothing new was proved");
  }
}
