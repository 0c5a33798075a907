package io.github.archrm.augment;

import io.github.archrm.augment.ViewFamily.Colours;
import io.github.archrm.tasks.sudoku.Sudoku;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The symmetries of Sudoku: orders of bands and of the rows in each, of stacks and of the columns
 * in each, names for the symbols where the family renames, and, as a part of its own, all of them
 * after transposition where boxes are square.
 *
 * <p>A number is read as digits of as many radices as there are choices.
 */
record SudokuViews(Sudoku board, boolean renames) implements ViewSpace {

  static SudokuViews of(Sudoku board, ViewFamily family) {
    return new SudokuViews(board, family.colours() != Colours.NONE);
  }

  @Override
  public int parts() {
    return transposes() ? 2 : 1;
  }

  @Override
  public boolean transposes() {
    return board.boxHeight() == board.boxWidth();
  }

  @Override
  public BigInteger size() {
    return lines(board.boxHeight())
        .multiply(lines(board.boxWidth()))
        .multiply(renames ? factorial(board.side()) : BigInteger.ONE);
  }

  /** How many orders of all rows, or columns, there are in groups of that size. */
  private BigInteger lines(int group) {
    int groups = board.side() / group;
    return factorial(group).pow(groups).multiply(factorial(groups));
  }

  private static BigInteger factorial(int n) {
    return IntStream.rangeClosed(2, n)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  @Override
  public View view(int part, BigInteger number) {
    Digits digits = new Digits(number);
    List<Integer> rows = digits.lines(board.side(), board.boxHeight());
    List<Integer> columns = digits.lines(board.side(), board.boxWidth());
    List<Integer> symbols = renames ? digits.order(board.side()) : unchanged(board.side());
    return new SudokuSymmetry(
        board, symbols.stream().map(symbol -> symbol + 1).toList(), rows, columns, part == 1);
  }

  private static List<Integer> unchanged(int n) {
    return IntStream.range(0, n).boxed().toList();
  }

  /** A number that is taken apart digit by digit. */
  private static final class Digits {
    private BigInteger rest;

    Digits(BigInteger number) {
      this.rest = number;
    }

    private int next(int radix) {
      BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(radix));
      rest = parts[0];
      return parts[1].intValue();
    }

    /** One of the n! orders of the numbers below n; number 0 is the ascending one. */
    List<Integer> order(int n) {
      List<Integer> free = new ArrayList<>(unchanged(n));
      List<Integer> order = new ArrayList<>();
      while (!free.isEmpty()) {
        order.add(free.remove(next(free.size())));
      }
      return order;
    }

    /** An order of groups, and an order within each of them. */
    List<Integer> lines(int side, int group) {
      List<Integer> lines = new ArrayList<>();
      for (int from : order(side / group)) {
        for (int within : order(group)) {
          lines.add(from * group + within);
        }
      }
      return lines;
    }
  }
}
