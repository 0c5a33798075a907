package io.github.archrm.tasks.sudoku;

import java.util.Collection;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The letters in which people write boards, turned into those of {@link Sudoku#letter}.
 *
 * <p>A blank is a dot, 0, {@code -}, {@code *}, {@code _}, {@code ?} or, up to 16 rows, {@code x};
 * one of them in a board, but that dots and zeros may be mixed. Symbols are, in a whole file alike:
 *
 * <ul>
 *   <li>1 to 9, then A to G (16 rows) or to P (25)
 *   <li>0 to 9, then A to F or to O, where another blank is used; 0 then stands for the last symbol
 *   <li>letters from A only
 * </ul>
 *
 * @param side rows of a board
 * @param zeroIsSymbol whether 0 is no blank
 * @param lettersOnly whether A is the first symbol
 */
record BoardSpelling(int side, boolean zeroIsSymbol, boolean lettersOnly)
    implements UnaryOperator<String> {
  private static final String BLANKS = "-*_?";

  static BoardSpelling of(int side, Collection<String> texts) {
    String used =
        texts.stream()
            .flatMapToInt(String::chars)
            .map(Character::toUpperCase)
            .filter(c -> c <= 'Z' || c == '_')
            .distinct()
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    boolean digits = used.chars().anyMatch(c -> c >= '1' && c <= '9');
    boolean letters = used.chars().anyMatch(c -> isLetter(c) && !isBlank(c, side));
    char last = side > 9 ? (char) ('A' + side - 10) : (char) ('0' + side);
    boolean otherBlank = used.indexOf('.') >= 0 || used.chars().anyMatch(c -> isBlank(c, side));
    boolean zeros =
        side > 9
            && used.indexOf('0') >= 0
            && otherBlank
            && used.indexOf(last) < 0
            && texts.stream().allMatch(text -> count(text, '0') <= side);
    return new BoardSpelling(side, zeros, letters && !digits);
  }

  /** Whether a character may be a cell of some board, blank or not. */
  static boolean isCell(int c) {
    return c == '.' || BLANKS.indexOf(c) >= 0 || c >= '0' && c <= '9' || isLetter(c);
  }

  /** Whether a character is always a blank, 0 and the dot aside. */
  static boolean isBlank(int c, int side) {
    return BLANKS.indexOf(c) >= 0 || side <= 16 && (c == 'x' || c == 'X');
  }

  /** Another blank than the dot stays where it is not the only one: it may be a slip. */
  @Override
  public String apply(String text) {
    String own = text;
    long kinds = text.chars().filter(c -> isBlank(c, side)).distinct().count();
    boolean usual = text.indexOf('.') >= 0 || !zeroIsSymbol && text.indexOf('0') >= 0;
    if (kinds == 1 && !usual) {
      own = letters(text, c -> isBlank(c, side) ? '.' : c);
    }
    if (zeroIsSymbol) {
      own = own.replace('0', (char) ('A' + side - 10));
    }
    return lettersOnly ? letters(own, this::fromA) : own;
  }

  private int fromA(int c) {
    int symbol = Character.toUpperCase(c) - 'A' + 1;
    boolean known = isLetter(c) && symbol <= side;
    return known ? Character.toUpperCase(Character.forDigit(symbol, Character.MAX_RADIX)) : c;
  }

  private static String letters(String text, IntUnaryOperator letter) {
    return text.chars()
        .map(letter)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static long count(String text, char letter) {
    return text.chars().filter(c -> c == letter).count();
  }
}
