package io.github.archrm.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.arc.Arc;
import io.github.archrm.tasks.maze.Maze;
import io.github.archrm.tasks.sudoku.Sudoku;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KindsTest {
  private static final List<Kind> KINDS =
      List.of(Arc.KIND, Maze.KIND, Sudoku.ofSide(4), Sudoku.ofSide(6), Sudoku.ofSide(25));

  @Test
  void kindsAreFoundByTheirNames() {
    assertEquals(Arc.KIND, Kinds.unnamed());
    for (Kind kind : KINDS) {
      assertEquals(Optional.of(kind), Kinds.named(kind.fullName(), 0));
      assertTrue(Kinds.family(kind.name()).isPresent());
    }
    assertEquals(Optional.of(Sudoku.ofSide(9)), Kinds.named("sudoku", 9));
    assertEquals(Optional.of(new Sudoku(3, 2)), Kinds.named("sudoku-3x2", 0));
    assertEquals(Optional.empty(), Kinds.named("sudoku", 7));
    assertEquals(Optional.empty(), Kinds.named("kakuro", 9));
  }

  @Test
  void aGridIsReadAsItWasWritten() {
    Random random = new Random(1);
    for (Kind kind : KINDS) {
      for (int i = 0; i < 50; i++) {
        boolean board = kind instanceof Sudoku;
        int height = board ? kind.symbols() - 1 : random.nextInt(1, 31);
        int width = board ? height : random.nextInt(1, 31);
        Grid grid = Grid.generate(height, width, (r, c) -> random.nextInt(kind.symbols()));
        assertEquals(grid, kind.read(kind.write(grid)), kind::fullName);
      }
    }
  }

  @Test
  void whatIsNoGridIsSaid() {
    assertEquals("row 1, column 2: 'x' is not one of 0123456789", refused("1x/23"));
    assertEquals("row 2 has 1 cells, row 1 has 2", refused("12/3"));
    assertEquals(
        "5 characters are no square grid; put a / between the rows of another", refused("12345"));
    assertThrows(IllegalArgumentException.class, () -> Arc.KIND.read(""));
    assertThrows(IllegalArgumentException.class, () -> Arc.KIND.read("/"));
  }

  private static String refused(String text) {
    return assertThrows(IllegalArgumentException.class, () -> Arc.KIND.read(text)).getMessage();
  }

  @Test
  void onlyKindsWhoseRuleIsKnownDoWithoutDemonstrations() {
    Grid board = Puzzles.sudoku("1.....1..2.....3");
    Task unlearned = new Task("id", List.of(), List.of(board), List.of(), Sudoku.ofSide(4));
    assertEquals(0, unlearned.demonstrations().size());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Task("id", List.of(), List.of(board), List.of(), Arc.KIND));
  }
}
