package io.github.archrm.tasks.sudoku;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Rule;
import io.github.archrm.tasks.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SudokuGuessTest {
  private static final Sudoku SUDOKU = Sudoku.ofSide(9);
  private static final Grid PUZZLE =
      SUDOKU.read(
          "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79");

  /** Every blank as the number of its column. */
  private static List<Violation> broken() {
    Grid answer =
        Grid.generate(
            9, 9, (r, c) -> PUZZLE.cell(r, c) == Sudoku.BLANK ? c + 1 : PUZZLE.cell(r, c));
    return SUDOKU.rules().check(PUZZLE, answer);
  }

  @Test
  void isTheBoardWithOneMoreSymbolThatNoGivenRulesOutWhereARuleIsBroken() {
    List<Violation> broken = broken();
    for (int seed = 0; seed < 100; seed++) {
      Grid guess = SUDOKU.guess(PUZZLE, broken, new Random(seed)).orElseThrow();
      assertEquals(guess, SUDOKU.guess(PUZZLE, broken, new Random(seed)).orElseThrow());
      List<Integer> changed =
          IntStream.range(0, 81)
              .filter(i -> guess.cell(i / 9, i % 9) != PUZZLE.cell(i / 9, i % 9))
              .boxed()
              .toList();
      assertEquals(1, changed.size());
      int row = changed.get(0) / 9;
      int column = changed.get(0) % 9;
      assertEquals(Sudoku.BLANK, PUZZLE.cell(row, column));
      assertTrue(broken.stream().anyMatch(v -> v.row() == row && v.column() == column));
      assertTrue(
          SUDOKU.rules().check(guess, guess).stream().allMatch(v -> v.rule() == Rule.COMPLETE));
    }
  }

  @Test
  void thereIsNoneWhereOnlyGivensBreakRulesOrNothingFits() {
    assertEquals(Optional.empty(), SUDOKU.guess(PUZZLE, List.of(), new Random(1)));
    Violation given = new Violation(Sudoku.BOX, 0, 0, "twice");
    assertEquals(Optional.empty(), SUDOKU.guess(PUZZLE, List.of(given), new Random(1)));
    Grid dead = Sudoku.ofSide(4).read("123....4........");
    Violation blank = new Violation(Sudoku.BOX, 0, 3, "twice");
    assertEquals(Optional.empty(), Sudoku.ofSide(4).guess(dead, List.of(blank), new Random(1)));
  }
}
