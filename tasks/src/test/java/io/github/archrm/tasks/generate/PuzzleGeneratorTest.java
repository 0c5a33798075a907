package io.github.archrm.tasks.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.GeneratedPuzzle;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.PuzzleSource;
import io.github.archrm.tasks.Puzzles;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.maze.Maze;
import io.github.archrm.tasks.maze.MazePaths;
import io.github.archrm.tasks.maze.MazeSignature;
import io.github.archrm.tasks.maze.MazeSource;
import io.github.archrm.tasks.maze.MazeSource.Style;
import io.github.archrm.tasks.maze.PathRange;
import io.github.archrm.tasks.sudoku.Sudoku;
import io.github.archrm.tasks.sudoku.SudokuSignature;
import io.github.archrm.tasks.sudoku.SudokuSolver;
import io.github.archrm.tasks.sudoku.SudokuSource;
import io.github.archrm.tasks.sudoku.SudokuSource.Difficulty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PuzzleGeneratorTest {

  private static Task make(PuzzleSource source, int train, int test, long seed) {
    return PuzzleGenerator.generate("t", source, train, test, seed, progress -> {});
  }

  private static List<Example> puzzles(Task task) {
    List<Example> puzzles = new ArrayList<>(task.demonstrations());
    for (int i = 0; i < task.testInputs().size(); i++) {
      puzzles.add(new Example(task.testInputs().get(i), task.solution(i).orElseThrow()));
    }
    return puzzles;
  }

  @Test
  void sudokusHaveOneSolutionAndTheEffortAskedFor() {
    for (int side : new int[] {4, 6, 9}) {
      for (Difficulty difficulty : Difficulty.values()) {
        if (side == 4 && difficulty == Difficulty.HARD) {
          continue;
        }
        Sudoku kind = Sudoku.ofSide(side);
        SudokuSolver solver = new SudokuSolver(kind);
        for (Example puzzle : puzzles(make(new SudokuSource(kind, difficulty), 20, 10, 3))) {
          SudokuSolver.Result result = solver.solve(puzzle.input(), 2, 1_000_000);
          assertEquals(List.of(puzzle.output()), result.solutions());
          assertTrue(difficulty != Difficulty.SINGLES || result.guesses() == 0);
          assertTrue(difficulty != Difficulty.HARD || result.guesses() > 0);
          assertEquals(List.of(), kind.rules().check(puzzle.input(), puzzle.output()));
        }
      }
    }
  }

  @Test
  void largeBoardsAreMadeToo() {
    for (int side : new int[] {16, 25}) {
      Sudoku kind = Sudoku.ofSide(side);
      Example puzzle = puzzles(make(new SudokuSource(kind, Difficulty.SINGLES), 1, 0, 3)).get(0);
      assertEquals(List.of(), kind.rules().check(puzzle.input(), puzzle.output()));
      assertEquals(Optional.empty(), kind.inputFlaw(puzzle.input()));
      assertEquals(Optional.empty(), kind.ambiguity(puzzle.input()));
    }
  }

  @Test
  void theSeedDecides() {
    PuzzleSource source = new SudokuSource(Sudoku.ofSide(9), Difficulty.ANY);
    assertEquals(make(source, 3, 2, 1), make(source, 3, 2, 1));
    assertNotEquals(make(source, 3, 2, 1), make(source, 3, 2, 2));
  }

  @Test
  void noTwoPuzzlesAreEquivalent() {
    Sudoku kind = Sudoku.ofSide(4);
    Set<SudokuSignature> signatures = new HashSet<>();
    for (Example puzzle : puzzles(make(new SudokuSource(kind, Difficulty.SINGLES), 100, 200, 1))) {
      assertTrue(signatures.add(SudokuSignature.of(kind, cells(puzzle.input()))));
    }
  }

  @Test
  void theSignatureOfASudokuSeesNoSymmetryAndAllElse() {
    Random random = new Random(5);
    for (Sudoku kind : List.of(new Sudoku(2, 2), new Sudoku(2, 3), new Sudoku(3, 3))) {
      Set<SudokuSignature> met = new HashSet<>();
      for (int i = 0; i < 30; i++) {
        GeneratedPuzzle draft = new SudokuSource(kind, Difficulty.ANY).next(random);
        int[] board = cells(((GeneratedPuzzle.Sound) draft).puzzle().input());
        SudokuSignature signature = SudokuSignature.of(kind, board);
        met.add(signature);
        for (int times = 0; times < 5; times++) {
          assertEquals(signature, SudokuSignature.of(kind, symmetric(kind, board, random)));
        }
      }
      assertTrue(met.size() > (kind.side() == 4 ? 20 : 29), kind + ": " + met.size());
    }
  }

  /** Exhaustively: up to symmetry there are 13 puzzles of 4×4 with four givens, the fewest. */
  @Test
  void theSignatureTellsAllPuzzlesOfFourGivensApart() {
    Sudoku kind = Sudoku.ofSide(4);
    SudokuSolver solver = new SudokuSolver(kind);
    Set<SudokuSignature> signatures = new HashSet<>();
    for (Grid full : solver.solve(new int[16], 1000, 100_000).solutions()) {
      int[] solution = cells(full);
      if (solution[0] != 1 || solution[1] != 2 || solution[4] != 3 || solution[5] != 4) {
        continue;
      }
      for (int set = 0; set < 1 << 16; set++) {
        if (Integer.bitCount(set) == 4) {
          int[] puzzle = new int[16];
          for (int i = 0; i < 16; i++) {
            puzzle[i] = (set >> i & 1) * solution[i];
          }
          if (solver.solve(puzzle, 2, 1000).solutions().size() == 1) {
            signatures.add(SudokuSignature.of(kind, puzzle));
          }
        }
      }
    }
    assertEquals(13, signatures.size());
  }

  private static int[] symmetric(Sudoku kind, int[] board, Random random) {
    int side = kind.side();
    int[] rows = lines(side, kind.boxHeight(), random);
    int[] columns = lines(side, kind.boxWidth(), random);
    int[] names = Shuffle.numbers(side, random);
    boolean transposed = kind.boxHeight() == kind.boxWidth() && random.nextBoolean();
    int[] image = new int[board.length];
    for (int i = 0; i < board.length; i++) {
      int r = rows[i / side];
      int c = columns[i % side];
      int symbol = board[transposed ? c * side + r : r * side + c];
      image[i] = symbol == 0 ? 0 : names[symbol - 1] + 1;
    }
    return image;
  }

  private static int[] lines(int side, int group, Random random) {
    int[] lines = new int[side];
    int next = 0;
    for (int from : Shuffle.numbers(side / group, random)) {
      for (int within : Shuffle.numbers(group, random)) {
        lines[next++] = from * group + within;
      }
    }
    return lines;
  }

  private static int[] cells(Grid grid) {
    return Arrays.stream(grid.toRows()).flatMapToInt(Arrays::stream).toArray();
  }

  @Test
  void perfectMazesAreTreesWithAPathInTheRange() {
    for (int[] size : new int[][] {{30, 30}, {11, 11}, {7, 12}}) {
      PathRange range = new PathRange(size[0] * size[1] / 9, size[0] * size[1] / 6);
      for (Example maze :
          puzzles(make(new MazeSource(Style.PERFECT, size[0], size[1], range), 10, 5, 1))) {
        int steps = MazePaths.of(maze.input()).steps();
        assertTrue(range.contains(steps), range + ": " + steps);
        assertEquals(List.of(), Maze.KIND.rules().check(maze.input(), maze.output()));
        assertEquals(cellsThatAreFree(maze.input()) - 1, openings(maze.input()));
      }
    }
  }

  private static int cellsThatAreFree(Grid maze) {
    return (int) Arrays.stream(cells(maze)).filter(s -> s != Maze.WALL).count();
  }

  /** Pairs of free cells beside each other: in a tree one fewer than cells. */
  private static int openings(Grid maze) {
    int openings = 0;
    for (int r = 0; r < maze.height(); r++) {
      for (int c = 0; c < maze.width(); c++) {
        if (maze.cell(r, c) != Maze.WALL) {
          openings += c + 1 < maze.width() && maze.cell(r, c + 1) != Maze.WALL ? 1 : 0;
          openings += r + 1 < maze.height() && maze.cell(r + 1, c) != Maze.WALL ? 1 : 0;
        }
      }
    }
    return openings;
  }

  @Test
  void hardMazesAreThoseOfThePaper() {
    PathRange range = new PathRange(111, 900);
    for (Example maze : puzzles(make(new MazeSource(Style.HARD, 30, 30, range), 8, 4, 1))) {
      double walls = 1 - cellsThatAreFree(maze.input()) / 900.0;
      assertTrue(walls > 0.25 && walls < 0.55, String.valueOf(walls));
      assertTrue(MazePaths.of(maze.input()).steps() > 110);
      assertEquals(List.of(), Maze.KIND.rules().check(maze.input(), maze.output()));
      assertEquals(MazePaths.of(maze.input()).solution(), maze.output());
    }
  }

  @Test
  void theSignatureOfAMazeSeesNoTurning() {
    Grid maze = Puzzles.maze("S     ", " #### ", " #  # ", " # #  ", "   #G ");
    Grid mirrored = Puzzles.maze("     S", " #### ", " #  # ", "  # # ", " G#   ");
    Grid other = Puzzles.maze("     S", " #### ", " #  # ", " # #  ", " G#   ");
    assertEquals(MazeSignature.of(maze), MazeSignature.of(mirrored));
    assertNotEquals(MazeSignature.of(maze), MazeSignature.of(other));
  }

  @Test
  void tellsWhatWasTriedAndRejectedAndWhy() {
    List<GenerationProgress> told = new ArrayList<>();
    PuzzleGenerator.generate(
        "t", new SudokuSource(Sudoku.ofSide(6), Difficulty.HARD), 3, 2, 1, told::add);
    GenerationProgress last = told.get(told.size() - 1);
    assertEquals(told.size(), last.tried());
    assertEquals(5, last.accepted());
    assertEquals(Set.of("too easy"), last.rejected().keySet());
    assertEquals(last.tried() - 5, last.rejected().get("too easy"));
    assertTrue(last.toString().startsWith("5 of 5, rejected "), last.toString());
  }

  @Test
  void moreThanCanBeCountedIsRefused() {
    SudokuSource source = new SudokuSource(Sudoku.ofSide(4), Difficulty.ANY);
    assertThrows(GenerationFailedException.class, () -> make(source, Integer.MAX_VALUE, 1, 1));
  }

  @Test
  void endsWhereThereAreTooFewPuzzles() {
    String message =
        assertThrows(
                GenerationFailedException.class,
                () -> make(new MazeSource(Style.PERFECT, 5, 5, new PathRange(20, 30)), 1, 0, 1))
            .getMessage();
    assertTrue(message.startsWith("0 of 1, rejected 20000 (20000 path too short)"), message);
    assertThrows(
        IllegalArgumentException.class,
        () -> new MazeSource(Style.PERFECT, 4, 9, new PathRange(1, 2)));
    assertThrows(IllegalArgumentException.class, () -> new PathRange(5, 4));
    assertThrows(IllegalArgumentException.class, () -> Sudoku.ofSide(7));
  }
}
