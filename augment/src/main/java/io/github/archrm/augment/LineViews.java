package io.github.archrm.augment;

import io.github.archrm.augment.ViewFamily.Colours;
import io.github.archrm.tasks.Symmetry.Lines;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The views of boards: orders of the groups of rows and of the rows in each, of the groups of
 * columns and of the columns in each, names for the symbols where the family renames, and, as a
 * part of its own, all of them after transposition where the groups are alike.
 *
 * <p>A number is read as digits of as many radices as there are choices.
 */
record LineViews(Lines board, boolean renames) implements ViewSpace {

  static LineViews of(Lines board, ViewFamily family) {
    return new LineViews(board, family.colours() != Colours.NONE);
  }

  @Override
  public int parts() {
    return transposes() ? 2 : 1;
  }

  @Override
  public boolean transposes() {
    return board.transposes();
  }

  @Override
  public BigInteger size() {
    return lines(board.rowGroup())
        .multiply(lines(board.columnGroup()))
        .multiply(renames ? factorial(board.names()) : BigInteger.ONE);
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
    List<Integer> rows = digits.lines(board.side(), board.rowGroup());
    List<Integer> columns = digits.lines(board.side(), board.columnGroup());
    List<Integer> symbols = renames ? digits.order(board.names()) : unchanged(board.names());
    return new LineOrder(
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
