package io.github.archrm.tasks.sudoku;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Puzzles;
import io.github.archrm.tasks.generate.Shuffle;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SudokuSolverTest {
  private static final int MANY = 1_000_000;

  /** Published puzzles: 17 givens (Gordon Royle's list), and known to be hard for people. */
  @ParameterizedTest
  @CsvSource({
    // 17 givens
    "000000010400000000020000000000050407008000300001090000300400200050100000000806000,"
        + "693784512487512936125963874932651487568247391741398625319475268856129743274836159",
    "000000000000003085001020000000507000004000100090000000500000073002010000000040009,"
        + "987654321246173985351928746128537694634892157795461832519286473472319568863745219",
    // Arto Inkala 2006 and 2012
    "100007090030020008009600500005300900010080002600004000300000010040000007007000300,"
        + "162857493534129678789643521475312986913586742628794135356478219241935867897261354",
    "800000000003600000070090200050007000000045700000100030001000068008500010090000400,"
        + "812753649943682175675491283154237896369845721287169534521974368438526917796318452"
  })
  void publishedPuzzlesHaveTheirPublishedSolution(String puzzle, String solution) {
    SudokuSolver.Result result =
        new SudokuSolver(Sudoku.ofSide(9)).solve(Puzzles.sudoku(puzzle), 2, MANY);
    assertEquals(List.of(Puzzles.sudoku(solution)), result.solutions());
    assertTrue(result.isComplete());
  }

  /** More of them: what is found keeps the rules and the givens, and there is nothing else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // 17 givens
        "000000010400000000020000000000050604008000300001090000300400200050100000000807000",
        "000000012000035000000600070700000300000400800100000000000120000080000040050000600",
        "000000012003600000000007000410020000000500300700000600280000040000300500000000000",
        "000000012008030000000000040120500000000004700060000000507000300000620000000100000",
        // Easter Monster, Golden Nugget, Platinum Blonde
        "100000002090400050006000700050903000000070000000850040700000600030009080002000001",
        "000000039000001005003050800008090006070002000100400000009080050020000600400700000",
        "000000012000000003002300400001800005060070800000009000008500000900040500470006000"
      })
  void hardPuzzlesHaveExactlyOneSolution(String puzzle) {
    Grid input = Puzzles.sudoku(puzzle);
    SudokuSolver.Result result = new SudokuSolver(Sudoku.ofSide(9)).solve(input, 2, MANY);
    assertEquals(1, result.solutions().size());
    assertTrue(result.isComplete());
    assertEquals(List.of(), Sudoku.ofSide(9).rules().check(input, result.solutions().get(0)));
  }

  @Test
  void singlesNeedNoGuess() {
    Grid easy =
        Puzzles.sudoku(
            "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79");
    SudokuSolver.Result result = new SudokuSolver(Sudoku.ofSide(9)).solve(easy, 2, 0);
    assertEquals(0, result.guesses());
    assertTrue(result.isComplete());
    assertEquals(
        "534678912672195348198342567859761423426853791713924856961537284287419635345286179",
        Puzzles.text(result.solutions().get(0), Sudoku.ofSide(9)));
  }

  @Test
  void countsTheSolutionsThatThereAre() {
    SudokuSolver small = new SudokuSolver(Sudoku.ofSide(4));
    assertEquals(288, small.solve(Puzzles.sudoku(".".repeat(16)), MANY, MANY).solutions().size());
    assertEquals(0, small.solve(Puzzles.sudoku("11.............."), 2, MANY).solutions().size());
    assertEquals(0, small.solve(Puzzles.sudoku("12....3.....4..."), 2, MANY).solutions().size());
  }

  /** Against a search that looks at nothing but the rules. */
  @Test
  void agreesWithPlainSearchOnBoardsWithWideBoxes() {
    Sudoku kind = new Sudoku(2, 3);
    Random random = new Random(3);
    SudokuSolver solver = new SudokuSolver(kind);
    for (int i = 0; i < 40; i++) {
      int[] board = new int[36];
      Grid full = solver.complete(board, MANY, random).solutions().get(0);
      for (int cell : Shuffle.numbers(36, random)) {
        board[cell] = random.nextInt(100) < 45 ? full.cell(cell / 6, cell % 6) : 0;
      }
      int expected = count(kind, board.clone(), 0, 50);
      assertEquals(expected, solver.solve(board, 50, MANY).solutions().size());
    }
  }

  private static int count(Sudoku kind, int[] board, int cell, int most) {
    while (cell < board.length && board[cell] != 0) {
      cell++;
    }
    if (cell == board.length) {
      return 1;
    }
    int found = 0;
    for (int symbol = 1; symbol <= kind.side() && found < most; symbol++) {
      boolean fits = true;
      for (int other = 0; other < board.length; other++) {
        int side = kind.side();
        boolean sees =
            other / side == cell / side
                || other % side == cell % side
                || kind.box(other / side, other % side) == kind.box(cell / side, cell % side);
        fits &= !(sees && board[other] == symbol);
      }
      if (fits) {
        board[cell] = symbol;
        found += count(kind, board, cell + 1, most - found);
        board[cell] = 0;
      }
    }
    return found;
  }

  @Test
  void givesUpWhereItIsTold() {
    SudokuSolver.Result result =
        new SudokuSolver(Sudoku.ofSide(9)).solve(Puzzles.sudoku(".".repeat(81)), 2, 5);
    assertEquals(5, result.guesses());
    assertFalse(result.isComplete());
  }
}
