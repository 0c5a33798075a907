package io.github.archrm.tasks.sudoku;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Rule;
import io.github.archrm.tasks.Rules;
import io.github.archrm.tasks.Violation;
import java.util.ArrayList;
import java.util.List;

/** A completed board that keeps the givens: every symbol once in every row, column and box. */
record SudokuRules(Sudoku kind) implements Rules {

  @Override
  public List<Violation> check(Grid input, Grid answer) {
    if (!answer.sameSize(input)) {
      return Rules.wrongSize(input, answer);
    }
    List<Violation> violations = new ArrayList<>();
    int side = kind.side();
    int[][] inRow = new int[side][side + 1];
    int[][] inColumn = new int[side][side + 1];
    int[][] inBox = new int[side][side + 1];
    for (int r = 0; r < side; r++) {
      for (int c = 0; c < side; c++) {
        int symbol = answer.cell(r, c);
        int given = input.cell(r, c);
        if (given != Sudoku.BLANK && given != symbol) {
          String message = kind.letter(given) + " was given here";
          violations.add(new Violation(Rule.GIVEN, r, c, message));
        }
        if (symbol <= Sudoku.BLANK || symbol > side) {
          violations.add(new Violation(Rule.COMPLETE, r, c, "the cell is blank"));
          continue;
        }
        int here = 1 + r * side + c;
        int box = kind.box(r, c);
        once(Rule.ROW, "row", inRow[r], symbol, here, violations);
        once(Rule.COLUMN, "column", inColumn[c], symbol, here, violations);
        once(Sudoku.BOX, "box", inBox[box], symbol, here, violations);
      }
    }
    return violations;
  }

  /**
   * @param firsts where in the house each symbol was met first: 1 + its cell's number, or 0
   */
  private void once(
      Rule rule, String house, int[] firsts, int symbol, int here, List<Violation> violations) {
    int first = firsts[symbol] - 1;
    if (first < 0) {
      firsts[symbol] = here;
      return;
    }
    int side = kind.side();
    String message =
        "%s stands twice in its %s, the first time in row %d, column %d"
            .formatted(kind.letter(symbol), house, first / side + 1, first % side + 1);
    violations.add(new Violation(rule, (here - 1) / side, (here - 1) % side, message));
  }
}
