package io.github.archrm.solver.vote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.archrm.augment.Dihedral;
import io.github.archrm.augment.Translation;
import io.github.archrm.augment.View;
import io.github.archrm.tasks.Grid;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PredictionTest {
  private static final Grid GRID = Grid.of(new int[][] {{1, 2, 3}, {4, 5, 6}});

  @Test
  void theViewIsUndone() {
    View view = Dihedral.ROTATE_90.then(new Translation(2, 1));
    assertEquals(
        new Prediction(Optional.of(GRID), 0.5), Prediction.undone(view, view.apply(GRID), 0.5));
  }

  @Test
  void aGridThatLiesOutsideIsMalformed() {
    assertEquals(Prediction.malformed(0.5), Prediction.undone(new Translation(2, 0), GRID, 0.5));
  }

  @Test
  void aGridWithCellsOutsideIsMalformed() {
    Grid holed = Grid.of(new int[][] {{1, Grid.OUTSIDE}, {1, 1}});
    assertEquals(Prediction.malformed(0.5), Prediction.undone(View.identity(), holed, 0.5));
  }

  @Test
  void aConfidenceIsAProbability() {
    assertEquals(0, new Prediction(Optional.of(GRID), Double.NaN).confidence());
    assertThrows(IllegalArgumentException.class, () -> Prediction.malformed(1.1));
    assertThrows(IllegalArgumentException.class, () -> Prediction.malformed(-0.1));
  }
}
