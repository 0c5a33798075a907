package io.github.archrm.tasks.maze;

import io.github.archrm.tasks.DrawnPuzzle;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.GridDrawing;
import io.github.archrm.tasks.GridText;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.KindFamily;
import io.github.archrm.tasks.PuzzleMaker;
import io.github.archrm.tasks.Rule;
import io.github.archrm.tasks.Rules;
import io.github.archrm.tasks.Structure;
import io.github.archrm.tasks.Symmetry;
import io.github.archrm.tasks.Violation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * Mazes: a grid of walls and free cells with one start S and one goal G, of 5×5 to 30×30 cells and
 * not necessarily square. The answer marks the cells of a shortest path from S to G, which moves
 * up, down, left and right.
 */
public record Maze() implements Kind, KindFamily {
  /** The only one. */
  public static final Kind KIND = new Maze();

  public static final int WALL = 0;
  public static final int FREE = 1;
  public static final int START = 2;
  public static final int GOAL = 3;
  public static final int PATH = 4;

  /** The path neither ends before S or G nor branches nor touches itself. */
  public static final Rule PATH_LINE = Rule.of("PATH");

  /** Every marked cell, and G, can be reached from S on marked cells. */
  public static final Rule CONNECTED = Rule.of("CONNECTED");

  /** No path is shorter. */
  public static final Rule SHORTEST = new Rule("SHORTEST", true);

  private static final int MOST_GUESSED = 3;
  private static final int LEAST_CELLS = 25;
  private static final int LEAST_CLAIMED = 15;

  /** The least rows and the least columns. */
  public static final int MIN_SIDE = 5;

  /** The most rows and the most columns. */
  public static final int MAX_SIDE = 30;

  /** How the symbols are written, in their order. */
  public static final String LETTERS = "# SGo";

  @Override
  public String name() {
    return "maze";
  }

  @Override
  public Optional<Kind> named(String name, int side) {
    return name.equals(name()) ? Optional.of(KIND) : Optional.empty();
  }

  /**
   * No other puzzle has walls, but a remark may have a #, so four characters of five must belong to
   * a maze, which may have a wrong one; without walls, every character must.
   */
  @Override
  public Optional<Kind> recognised(String puzzle) {
    boolean walled = puzzle.contains("#") && 5 * own(puzzle) > 4L * puzzle.length();
    boolean open = puzzle.contains("S") && own(puzzle) == puzzle.length();
    return walled || open ? Optional.of(KIND) : Optional.empty();
  }

  /**
   * Also where some blanks at its ends were lost. Digits are those of a board, unless S or G is.
   */
  @Override
  public boolean claims(String line) {
    boolean whole = line.length() >= LEAST_CELLS || line.contains("S") && line.contains("G");
    boolean digits = line.chars().anyMatch(Character::isDigit);
    return whole
        && line.length() >= LEAST_CLAIMED
        && (!digits || line.contains("S") || line.contains("G"))
        && recognised(line).isPresent();
  }

  private static long own(String text) {
    return text.chars().filter(c -> (LETTERS + "./,").indexOf(c) >= 0).count();
  }

  @Override
  public List<DrawnPuzzle> drawn(List<String> lines) {
    return DrawnMazes.of(lines);
  }

  @Override
  public Optional<String> recognisedBy() {
    return Optional.of("maze (with # and S)");
  }

  @Override
  public Optional<PuzzleMaker> maker() {
    return Optional.of(new MazeMaker());
  }

  /** The characters {@code # SGo}, or a dot for a free cell. */
  @Override
  public Grid read(String text) {
    return GridText.read(
        text,
        "maze",
        letter -> letter == '.' ? FREE : LETTERS.indexOf(letter),
        "one of # (wall), a blank or dot (free), S, G and o");
  }

  @Override
  public int symbols() {
    return LETTERS.length();
  }

  @Override
  public char letter(int symbol) {
    return LETTERS.charAt(symbol);
  }

  @Override
  public Rules rules() {
    return new MazeRules();
  }

  @Override
  public Structure structure() {
    return new Structure(true, false, true, OptionalInt.empty(), 0, 0);
  }

  /**
   * Rotations and mirror images. Where a maze has several shortest paths, which one its solution
   * marks was chosen by direction, and a turned solution would not be that of the turned maze: then
   * mazes stay upright.
   */
  @Override
  public Symmetry symmetry(List<Grid> puzzles) {
    return new Symmetry.Plane(puzzles.stream().allMatch(Maze::hasOneShortestPath), 0, false);
  }

  @Override
  public List<Integer> choices(int symbol) {
    return symbol == FREE ? List.of(FREE, PATH) : List.of(symbol);
  }

  /**
   * A wall in one to three of the free cells where a rule is broken: of several ways that are as
   * short, those that are left may be easier to tell apart. None where there is one way only.
   */
  @Override
  public Optional<Grid> guess(Grid puzzle, List<Violation> broken, RandomGenerator random) {
    List<Violation> free =
        broken.stream().filter(v -> puzzle.cell(v.row(), v.column()) == FREE).toList();
    if (free.isEmpty() || hasOneShortestPath(puzzle)) {
      return Optional.empty();
    }
    int[][] rows = puzzle.toRows();
    for (int walls = random.nextInt(MOST_GUESSED) + 1; walls > 0; walls--) {
      Violation at = free.get(random.nextInt(free.size()));
      rows[at.row()][at.column()] = WALL;
    }
    return Optional.of(Grid.of(rows));
  }

  @Override
  public boolean fits(Grid input, Grid answer) {
    return answer.sameSize(input)
        && answer.cells().allMatch(symbol -> symbol >= 0 && symbol < symbols());
  }

  @Override
  public GridDrawing drawing() {
    return new MazeDrawing();
  }

  /** A puzzle has one S, one G, no path yet, and some way from S to G. */
  @Override
  public Optional<String> inputFlaw(Grid input) {
    if (Math.min(input.height(), input.width()) < MIN_SIDE || input.side() > MAX_SIDE) {
      return Optional.of(
          "a maze of %dx%d where 5x5 to 30x30 belongs".formatted(input.height(), input.width()));
    }
    int[] count = new int[LETTERS.length()];
    for (int r = 0; r < input.height(); r++) {
      for (int c = 0; c < input.width(); c++) {
        int symbol = input.cell(r, c);
        String place = "row " + (r + 1) + ", column " + (c + 1) + ": ";
        if (symbol < 0 || symbol >= LETTERS.length()) {
          return Optional.of(place + symbol + " is not a symbol 0-4");
        }
        if (symbol == PATH) {
          return Optional.of(place + "a marked path in a maze to be solved");
        }
        if (++count[symbol] > 1 && (symbol == START || symbol == GOAL)) {
          return Optional.of(place + "a second " + letter(symbol));
        }
      }
    }
    if (count[START] == 0) {
      return Optional.of("the maze has no S");
    }
    if (count[GOAL] == 0) {
      return Optional.of("the maze has no G");
    }
    return MazePaths.of(input).steps() < 0
        ? Optional.of("the maze has no way from S to G")
        : Optional.empty();
  }

  /**
   * Whether a maze has a single shortest path.
   *
   * @param maze a sound puzzle
   */
  public static boolean hasOneShortestPath(Grid maze) {
    return MazePaths.of(maze).isUnique();
  }

  /** A path need not be the shortest to be a sound demonstration. */
  @Override
  public Optional<String> outputFlaw(Grid input, Grid output) {
    return rules().check(input, output).stream()
        .filter(violation -> !violation.rule().isAboutOptimality())
        .findFirst()
        .map(Violation::toString);
  }
}
