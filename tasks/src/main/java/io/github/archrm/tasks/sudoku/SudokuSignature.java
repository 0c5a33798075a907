package io.github.archrm.tasks.sudoku;

import java.util.Arrays;

/**
 * A fingerprint of a board that no symmetry of Sudoku changes: neither new names for the symbols,
 * nor another order of rows in a band, of bands, of columns in a stack, of stacks, nor, where boxes
 * are square, transposition.
 *
 * <p>It is the colour refinement (Weisfeiler and Leman) of a graph that holds all that the
 * symmetries keep and nothing that they change: a vertex for every row, column, band, stack, box,
 * symbol and given; a given is joined to its row, column, box and symbol, a row to its band, a
 * column to its stack, a box to its band and stack. Every vertex begins with its type as its colour
 * and again and again takes a hash of its own colour and the unordered colours of its neighbours. A
 * symmetry only renames the vertices of this graph, so equivalent boards have equal fingerprints;
 * hence boards with different fingerprints are not equivalent, which is all that keeping test
 * puzzles apart from training puzzles needs. The converse may fail, rarely: then a puzzle is thrown
 * away that could have been kept.
 *
 * @param first half of the fingerprint
 * @param second the other half
 */
public record SudokuSignature(long first, long second) {
  private static final int ROUNDS = 6;

  /** Of a board with blanks, by cell: row times side plus column. */
  public static SudokuSignature of(Sudoku kind, int[] board) {
    return new Refinement(kind, board).signature();
  }

  /** The colours of all vertices; those of cells that are blank are not used. */
  private static final class Refinement {
    private final Sudoku kind;
    private final int[] board;
    private final int side;
    private long[] rows;
    private long[] columns;
    private long[] bands;
    private long[] stacks;
    private long[] boxes;
    private long[] symbols;
    private long[] cells;

    Refinement(Sudoku kind, int[] board) {
      this.kind = kind;
      this.board = board;
      this.side = kind.side();
      boolean transposable = kind.boxHeight() == kind.boxWidth();
      rows = filled(side, 1);
      columns = filled(side, transposable ? 1 : 2);
      bands = filled(side / kind.boxHeight(), 3);
      stacks = filled(side / kind.boxWidth(), transposable ? 3 : 4);
      boxes = filled(side, 5);
      symbols = filled(side, 6);
      cells = filled(board.length, 7);
      for (int round = 0; round < ROUNDS; round++) {
        refine();
      }
    }

    private static long[] filled(int length, long colour) {
      long[] colours = new long[length];
      Arrays.fill(colours, mix(colour));
      return colours;
    }

    private void refine() {
      long[] nextRows = kept(rows);
      long[] nextColumns = kept(columns);
      long[] nextBands = kept(bands);
      long[] nextStacks = kept(stacks);
      long[] nextBoxes = kept(boxes);
      long[] nextSymbols = kept(symbols);
      long[] nextCells = kept(cells);
      for (int i = 0; i < board.length; i++) {
        if (board[i] != Sudoku.BLANK) {
          int r = i / side;
          int c = i % side;
          int box = kind.box(r, c);
          join(nextCells, i, cells, nextRows, r, rows);
          join(nextCells, i, cells, nextColumns, c, columns);
          join(nextCells, i, cells, nextBoxes, box, boxes);
          join(nextCells, i, cells, nextSymbols, board[i] - 1, symbols);
        }
      }
      for (int i = 0; i < side; i++) {
        join(nextRows, i, rows, nextBands, i / kind.boxHeight(), bands);
        join(nextColumns, i, columns, nextStacks, i / kind.boxWidth(), stacks);
        join(nextBoxes, i, boxes, nextBands, i / kind.boxHeight(), bands);
        join(nextBoxes, i, boxes, nextStacks, i % kind.boxHeight(), stacks);
      }
      rows = mixed(nextRows);
      columns = mixed(nextColumns);
      bands = mixed(nextBands);
      stacks = mixed(nextStacks);
      boxes = mixed(nextBoxes);
      symbols = mixed(nextSymbols);
      cells = mixed(nextCells);
    }

    /** A vertex's own colour must not be taken for a neighbour's. */
    private static long[] kept(long[] colours) {
      return Arrays.stream(colours).map(colour -> 3 * colour).toArray();
    }

    /** Each of two neighbours adds the other's colour: a sum does not depend on the order. */
    private static void join(long[] next1, int i, long[] now1, long[] next2, int j, long[] now2) {
      next1[i] += mix(now2[j]);
      next2[j] += mix(now1[i]);
    }

    private static long[] mixed(long[] colours) {
      return Arrays.stream(colours).map(Refinement::mix).toArray();
    }

    /** Steele, Lea and Flood's mixing function (SplitMix64). */
    private static long mix(long z) {
      z += 0x9E3779B97F4A7C15L;
      z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
      z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
      return z ^ z >>> 31;
    }

    SudokuSignature signature() {
      long first = 0;
      long second = 0;
      for (int i = 0; i < board.length; i++) {
        if (board[i] != Sudoku.BLANK) {
          first += mix(cells[i]);
          second += mix(~cells[i]);
        }
      }
      for (long[] colours : new long[][] {rows, columns, bands, stacks, boxes, symbols}) {
        for (long colour : colours) {
          first += mix(colour);
          second += mix(~colour);
        }
      }
      return new SudokuSignature(first, second);
    }
  }
}
