package io.github.archrm.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.tasks.Grid;
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
}
