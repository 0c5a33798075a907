package io.github.archrm.tasks.sudoku;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.GridDrawing;
import io.github.archrm.tasks.GridText;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Rule;
import io.github.archrm.tasks.Rules;
import io.github.archrm.tasks.Structure;
import io.github.archrm.tasks.Symmetry;
import io.github.archrm.tasks.Violation;
import io.github.archrm.tasks.draw.BoardDrawing;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sudoku with boxes of any shape: a board of n×n cells, n = box height × box width, in whose rows,
 * columns and boxes each of the symbols 1 to n stands once. 0 is a blank cell.
 *
 * <p>A band is the boxes beside each other, a stack the boxes above each other.
 *
 * @param boxHeight rows of a box, and bands' number of rows
 * @param boxWidth columns of a box
 */
public record Sudoku(int boxHeight, int boxWidth) implements Kind {
  /** A cell without a symbol. */
  public static final int BLANK = 0;

  /** No symbol stands twice in a box. */
  public static final Rule BOX = Rule.of("BOX");

  private static final int MAX_SIDE = 25;
  private static final Pattern FULL_NAME = Pattern.compile("sudoku-([1-9]\\d?)x([1-9]\\d?)");

  /** How long the search for solutions goes on: this many guesses times cells. */
  private static final int PATIENCE = 2_000_000;

  /**
   * @throws IllegalArgumentException if a box has a single row or column, or the board would have
   *     more than 25 rows
   */
  public Sudoku {
    if (boxHeight < 2 || boxWidth < 2 || boxHeight * boxWidth > MAX_SIDE) {
      throw new IllegalArgumentException("no Sudoku has boxes of " + boxHeight + "x" + boxWidth);
    }
  }

  /**
   * The usual boxes of a board: as square as can be, and wider than high otherwise.
   *
   * @throws IllegalArgumentException if a board of that side has no boxes
   */
  public static Sudoku ofSide(int side) {
    for (int height = (int) Math.sqrt(side); height >= 2; height--) {
      if (side % height == 0 && side <= MAX_SIDE) {
        return new Sudoku(height, side / height);
      }
    }
    throw new IllegalArgumentException(
        "no Sudoku has " + side + " rows; there are " + listedSides());
  }

  /** {@link #sides} in words. */
  static String listedSides() {
    return sides().stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  /** All sides that a board can have. */
  public static List<Integer> sides() {
    return IntStream.rangeClosed(4, MAX_SIDE)
        .filter(side -> IntStream.rangeClosed(2, side / 2).anyMatch(h -> side % h == 0))
        .boxed()
        .toList();
  }

  /** The Sudoku of a {@link #fullName()}. */
  public static Optional<Sudoku> named(String fullName) {
    Matcher shape = FULL_NAME.matcher(fullName);
    if (!shape.matches()) {
      return Optional.empty();
    }
    int height = Integer.parseInt(shape.group(1));
    int width = Integer.parseInt(shape.group(2));
    return height < 2 || width < 2 || height * width > MAX_SIDE
        ? Optional.empty()
        : Optional.of(new Sudoku(height, width));
  }

  /** Rows of the board, columns of it, cells of a box, and symbols besides the blank. */
  public int side() {
    return boxHeight * boxWidth;
  }

  /** Which box a cell lies in: counted from 0, along the rows. */
  public int box(int row, int column) {
    return row / boxHeight * boxHeight + column / boxWidth;
  }

  @Override
  public String name() {
    return SudokuFamily.NAME;
  }

  @Override
  public String fullName() {
    return "sudoku-" + boxHeight + "x" + boxWidth;
  }

  @Override
  public int symbols() {
    return side() + 1;
  }

  /** A dot for a blank, 1-9, then A for 10 and so on. */
  @Override
  public char letter(int symbol) {
    return symbol <= BLANK
        ? '.'
        : Character.toUpperCase(Character.forDigit(symbol, Character.MAX_RADIX));
  }

  @Override
  public Rules rules() {
    return new SudokuRules(this);
  }

  @Override
  public Structure structure() {
    return new Structure(true, true, false, OptionalInt.of(BLANK), boxHeight, boxWidth);
  }

  /** All there are; they leave no rule of Sudoku unkept. */
  @Override
  public Symmetry symmetry(List<Grid> puzzles) {
    return new Symmetry.Lines(side(), boxHeight, boxWidth, side());
  }

  @Override
  public List<Integer> choices(int symbol) {
    return symbol == BLANK ? IntStream.rangeClosed(1, side()).boxed().toList() : List.of(symbol);
  }

  /** Blanks in it are allowed. */
  @Override
  public boolean fits(Grid input, Grid answer) {
    return formFlaw(answer).isEmpty();
  }

  @Override
  public GridDrawing drawing() {
    return new BoardDrawing(this);
  }

  /**
   * A puzzle has givens that agree with the rules, and a solution. The search for one ends after a
   * while, in favour of the puzzle: that happens on large boards only.
   */
  @Override
  public Optional<String> inputFlaw(Grid input) {
    Optional<String> flaw = formFlaw(input);
    if (flaw.isPresent()) {
      return flaw;
    }
    Optional<Violation> conflict = conflict(input);
    if (conflict.isPresent()) {
      return conflict.map(Violation::toString);
    }
    SudokuSolver.Result result = search(input, 1);
    return result.isComplete() && result.solutions().isEmpty()
        ? Optional.of("the board has no solution")
        : Optional.empty();
  }

  /** A second solution; the search for it ends as that of {@link #inputFlaw}. */
  @Override
  public Optional<String> ambiguity(Grid input) {
    List<Grid> solutions = search(input, 2).solutions();
    return solutions.size() > 1
        ? Optional.of(twoSolutions(solutions.get(0), solutions.get(1)))
        : Optional.empty();
  }

  /** A symbol, which no given rules out, in one of the blank cells where a rule is broken. */
  @Override
  public Optional<Grid> guess(Grid puzzle, List<Violation> broken, RandomGenerator random) {
    List<Violation> blank =
        broken.stream().filter(v -> puzzle.cell(v.row(), v.column()) == BLANK).toList();
    if (blank.isEmpty()) {
      return Optional.empty();
    }
    Violation at = blank.get(random.nextInt(blank.size()));
    List<Grid> guesses =
        choices(BLANK).stream()
            .map(symbol -> with(puzzle, at, symbol))
            .filter(guess -> conflict(guess).isEmpty())
            .toList();
    return guesses.isEmpty()
        ? Optional.empty()
        : Optional.of(guesses.get(random.nextInt(guesses.size())));
  }

  private static Grid with(Grid board, Violation at, int symbol) {
    int[][] rows = board.toRows();
    rows[at.row()][at.column()] = symbol;
    return Grid.of(rows);
  }

  /** Where symbols of a board disagree with the rules. */
  private Optional<Violation> conflict(Grid board) {
    return new SudokuRules(this)
        .check(board, board).stream().filter(v -> v.rule() != Rule.COMPLETE).findFirst();
  }

  private SudokuSolver.Result search(Grid input, int wanted) {
    return new SudokuSolver(this).solve(input, wanted, PATIENCE / (side() * side()));
  }

  @Override
  public Optional<String> outputFlaw(Grid input, Grid output) {
    Optional<String> flaw = formFlaw(output);
    return flaw.isPresent()
        ? flaw
        : rules().check(input, output).stream().findFirst().map(Violation::toString);
  }

  /** A dot or 0 for a blank, digits, then letters from A for 10 on, row after row. */
  @Override
  public Grid read(String text) {
    if (text.length() != side() * side()) {
      throw new IllegalArgumentException(
          text.length() + " characters where " + side() * side() + " belong");
    }
    String last = side() > 9 ? "9, A-" + letter(side()) : String.valueOf(side());
    return GridText.read(text, "board", this::symbol, "a blank (. or 0) or a symbol 1-" + last);
  }

  @Override
  public UnaryOperator<String> spelling(Collection<String> texts) {
    return BoardSpelling.of(side(), texts);
  }

  private int symbol(int letter) {
    int symbol = letter == '.' ? BLANK : Character.digit(letter, Character.MAX_RADIX);
    return symbol > side() || letter > 'z' ? -1 : symbol;
  }

  private Optional<String> formFlaw(Grid grid) {
    if (grid.height() != side() || grid.width() != side()) {
      return Optional.of(
          "a board of %dx%d where %dx%d belongs"
              .formatted(grid.height(), grid.width(), side(), side()));
    }
    for (int r = 0; r < side(); r++) {
      for (int c = 0; c < side(); c++) {
        if (grid.cell(r, c) < 0 || grid.cell(r, c) > side()) {
          return Optional.of(
              "row %d, column %d: %d is not a symbol 0-%d"
                  .formatted(r + 1, c + 1, grid.cell(r, c), side()));
        }
      }
    }
    return Optional.empty();
  }

  private String twoSolutions(Grid one, Grid other) {
    for (int cell = 0; ; cell++) {
      int r = cell / side();
      int c = cell % side();
      if (one.cell(r, c) != other.cell(r, c)) {
        return "row %d, column %d: may be %s or %s: the board has more than one solution"
            .formatted(r + 1, c + 1, letter(one.cell(r, c)), letter(other.cell(r, c)));
      }
    }
  }
}
