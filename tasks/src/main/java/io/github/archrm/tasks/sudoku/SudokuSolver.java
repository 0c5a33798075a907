package io.github.archrm.tasks.sudoku;

import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;

/**
 * An exact solver: fills in what must be, and where nothing must be, guesses and takes guesses
 * back.
 *
 * <p>What must be are naked singles (a cell with one candidate left) and hidden singles (a house
 * with one cell left for a symbol). So a puzzle that is solved without a guess is one that a person
 * can solve by singles, and the number of guesses grades the others. Candidates are bits of an int,
 * and a state is one array of them, copied at every guess.
 *
 * <p>May be used by one thread at a time.
 */
public final class SudokuSolver {
  private static final int PLACED = 1 << 31;

  private final int side;
  private final int all;
  private final int[][] houses;
  private final int[][] peers;
  private final int[] pending;

  private IntUnaryOperator nextGuess = Integer::lowestOneBit;
  private List<int[]> found;
  private int wanted;
  private int guesses;
  private int maxGuesses;

  /**
   * What a search found.
   *
   * @param solutions as many as there are, or as were asked for
   * @param guesses that were tried
   * @param isComplete false if the search gave up before it had all solutions that were asked for
   */
  public record Result(List<Grid> solutions, int guesses, boolean isComplete) {
    public Result {
      solutions = List.copyOf(solutions);
    }
  }

  /** Solves boards of one kind. */
  public SudokuSolver(Sudoku kind) {
    this.side = kind.side();
    this.all = (1 << side) - 1;
    this.houses = houses(kind);
    this.peers = peers(houses, side);
    this.pending = new int[side * side];
  }

  /**
   * Searches for solutions.
   *
   * @param puzzle a board; givens may contradict each other, then there is no solution
   * @param wanted stops after so many solutions: 1 solves, 2 tells whether there is exactly one
   * @param maxGuesses gives up after so many guesses; 0 solves by singles only
   */
  public Result solve(Grid puzzle, int wanted, int maxGuesses) {
    int[] cells = new int[side * side];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = puzzle.cell(i / side, i % side);
    }
    return search(cells, wanted, maxGuesses, Integer::lowestOneBit);
  }

  /** As {@link #solve}, with symbols by cell: row times side plus column. */
  public Result solve(int[] puzzle, int wanted, int maxGuesses) {
    return search(puzzle, wanted, maxGuesses, Integer::lowestOneBit);
  }

  /** Completes a board with random symbols wherever there is a choice. */
  Result complete(int[] puzzle, int maxGuesses, RandomGenerator random) {
    return search(puzzle, 1, maxGuesses, mask -> randomBit(mask, random));
  }

  private static int randomBit(int mask, RandomGenerator random) {
    for (int skip = random.nextInt(Integer.bitCount(mask)); skip > 0; skip--) {
      mask &= mask - 1;
    }
    return Integer.lowestOneBit(mask);
  }

  private Result search(int[] puzzle, int wanted, int maxGuesses, IntUnaryOperator nextGuess) {
    this.nextGuess = nextGuess;
    this.found = new ArrayList<>();
    this.wanted = wanted;
    this.guesses = 0;
    this.maxGuesses = maxGuesses;
    int[] board = new int[side * side];
    Arrays.fill(board, all);
    boolean possible = true;
    for (int i = 0; i < puzzle.length && possible; i++) {
      if (puzzle[i] != Sudoku.BLANK) {
        possible = place(board, i, 1 << (puzzle[i] - 1));
      }
    }
    boolean complete = !possible || search(board);
    return new Result(found.stream().map(this::grid).toList(), guesses, complete);
  }

  /**
   * Adds the solutions of a board to those found; changes the board.
   *
   * @return false if it gave up
   */
  private boolean search(int[] board) {
    if (!fillSingles(board)) {
      return true;
    }
    int cell = fewestCandidates(board);
    if (cell < 0) {
      found.add(board);
      return true;
    }
    int candidates = board[cell];
    while (candidates != 0 && found.size() < wanted) {
      if (guesses == maxGuesses) {
        return false;
      }
      guesses++;
      int guess = nextGuess.applyAsInt(candidates);
      candidates &= ~guess;
      int[] tried = board.clone();
      if (place(tried, cell, guess) && !search(tried)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Puts a symbol into a cell, and into every cell that has only one candidate left by that.
   *
   * @return false if a cell has none left
   */
  private boolean place(int[] board, int cell, int symbol) {
    if ((board[cell] & symbol) == 0) {
      return false;
    }
    if ((board[cell] & PLACED) != 0) {
      return true;
    }
    int end = 0;
    board[cell] = symbol | PLACED;
    pending[end++] = cell;
    for (int begin = 0; begin < end; begin++) {
      int placed = board[pending[begin]] & all;
      for (int peer : peers[pending[begin]]) {
        int before = board[peer];
        if ((before & placed) == 0) {
          continue;
        }
        if ((before & PLACED) != 0) {
          return false;
        }
        int left = before & ~placed;
        if (left == 0) {
          return false;
        }
        board[peer] = left;
        if ((left & (left - 1)) == 0) {
          board[peer] = left | PLACED;
          pending[end++] = peer;
        }
      }
    }
    return true;
  }

  /**
   * Places hidden singles until there are none.
   *
   * @return false if a house has no cell left for a symbol
   */
  private boolean fillSingles(int[] board) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int[] house : houses) {
        int once = 0;
        int more = 0;
        int placed = 0;
        for (int cell : house) {
          int candidates = board[cell];
          more |= once & candidates;
          once |= candidates;
          if (candidates < 0) {
            placed |= candidates;
          }
        }
        if ((once & all) != all) {
          return false;
        }
        int singles = once & ~more & ~placed & all;
        for (int cell : house) {
          int here = board[cell] & singles;
          if (here != 0) {
            if ((here & (here - 1)) != 0 || !place(board, cell, here)) {
              return false;
            }
            singles &= ~here;
            changed = true;
          }
        }
        if (singles != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** The first of the open cells with the fewest candidates; -1 if none is open. */
  private static int fewestCandidates(int[] board) {
    int best = -1;
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < board.length && fewest > 2; i++) {
      int count = Integer.bitCount(board[i]);
      if (board[i] > 0 && count < fewest) {
        best = i;
        fewest = count;
      }
    }
    return best;
  }

  private Grid grid(int[] board) {
    return Grid.generate(
        side, side, (r, c) -> 1 + Integer.numberOfTrailingZeros(board[r * side + c] & all));
  }

  /** The cells of every row, column and box. */
  private static int[][] houses(Sudoku kind) {
    int side = kind.side();
    int[][] houses = new int[3 * side][side];
    int[] boxSize = new int[side];
    for (int r = 0; r < side; r++) {
      for (int c = 0; c < side; c++) {
        int cell = r * side + c;
        int box = kind.box(r, c);
        houses[r][c] = cell;
        houses[side + c][r] = cell;
        houses[2 * side + box][boxSize[box]++] = cell;
      }
    }
    return houses;
  }

  private static int[][] peers(int[][] houses, int side) {
    List<Set<Integer>> peers = new ArrayList<>();
    for (int cell = 0; cell < side * side; cell++) {
      peers.add(new TreeSet<>());
    }
    for (int[] house : houses) {
      for (int cell : house) {
        for (int peer : house) {
          if (peer != cell) {
            peers.get(cell).add(peer);
          }
        }
      }
    }
    return peers.stream()
        .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }
}
