package io.github.archrm.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.augment.ViewFamily.Colours;
import io.github.archrm.augment.ViewFamily.Turns;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Symmetry.Lines;
import io.github.archrm.tasks.Symmetry.Plane;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.generate.PuzzleGenerator;
import io.github.archrm.tasks.maze.Maze;
import io.github.archrm.tasks.maze.MazeSource;
import io.github.archrm.tasks.maze.PathRange;
import io.github.archrm.tasks.sudoku.Sudoku;
import io.github.archrm.tasks.sudoku.SudokuSource;
import io.github.archrm.tasks.sudoku.SudokuSource.Difficulty;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Views of boards and mazes: what they are, that they keep the rules, that they are undone. */
class KindViewsTest {
  private static final ViewFamily EVERYTHING = ViewFamily.everything();
  private static final List<Sudoku> BOARDS =
      List.of(
          new Sudoku(2, 2),
          new Sudoku(2, 3),
          new Sudoku(3, 2),
          new Sudoku(3, 3),
          new Sudoku(4, 4),
          new Sudoku(5, 5));

  private static Task boards(Sudoku kind, int puzzles) {
    return PuzzleGenerator.generate(
        "s", new SudokuSource(kind, Difficulty.SINGLES), puzzles, 1, 1, progress -> {});
  }

  private static Lines lines(Sudoku kind) {
    return (Lines) kind.symmetry(List.of());
  }

  private static Task mazes(int height, int width) {
    MazeSource source =
        new MazeSource(MazeSource.Style.PERFECT, height, width, new PathRange(5, 90));
    return PuzzleGenerator.generate("m", source, 3, 1, 1, progress -> {});
  }

  @Test
  void aViewOfAPuzzleWithItsSolutionIsAPuzzleWithItsSolution() {
    for (Sudoku kind : BOARDS) {
      keepsTheRules(boards(kind, 2), kind.side() > 9 ? 5 : 100);
    }
    keepsTheRules(mazes(6, 9), 50);
    keepsTheRules(mazes(8, 8), 50);
  }

  private static void keepsTheRules(Task task, int views) {
    ViewSampler sampler = new ViewSampler(task, EVERYTHING);
    Random random = new Random(2);
    for (int i = 0; i < views; i++) {
      for (Example puzzle : task.demonstrations()) {
        View view = sampler.random(random, puzzle);
        Example image = view.apply(puzzle);
        assertEquals(List.of(), task.kind().rules().check(image.input(), image.output()));
        assertTrue(task.kind().inputFlaw(image.input()).isEmpty());
        assertEquals(puzzle.input(), view.undo(image.input()));
        assertEquals(puzzle.output(), view.undo(image.output()));
      }
    }
  }

  @Test
  void undoingIsExactWhateverAPredictionHolds() {
    Random random = new Random(3);
    for (Sudoku kind : BOARDS) {
      ViewSampler sampler = new ViewSampler(boards(kind, 1), EVERYTHING);
      int side = kind.side();
      for (int i = 0; i < 50; i++) {
        View view = sampler.random(random);
        Grid any = Grid.generate(side, side, (r, c) -> random.nextInt(-1, side + 3));
        assertEquals(any, view.undo(view.apply(any)), view::toString);
        assertEquals(any, view.apply(view.undo(any)), view::toString);
        View back = view.then(sampler.random(random));
        assertEquals(any, back.undo(back.apply(any)), back::toString);
        Grid larger = Grids.filled(side + 1, side, 1);
        assertThrows(IllegalArgumentException.class, () -> view.undo(larger));
      }
    }
  }

  @Test
  void thereAreAsManySymmetriesAsBooksSay() {
    assertEquals(3_359_232L, halfOf(new Sudoku(3, 3), Colours.NONE) * 2);
    assertEquals(1_218_998_108_160L, halfOf(new Sudoku(3, 3), Colours.ALL) * 2);
    assertEquals(3072, halfOf(new Sudoku(2, 2), Colours.ALL) * 2);
    assertEquals(3456L * 720, halfOf(new Sudoku(2, 3), Colours.ALL));
    assertEquals(1, LineViews.of(lines(new Sudoku(2, 3)), EVERYTHING).parts());
    assertEquals(2, LineViews.of(lines(new Sudoku(5, 5)), EVERYTHING).parts());
  }

  private static long halfOf(Sudoku kind, Colours colours) {
    return LineViews.of(lines(kind), ViewFamily.of(Turns.ALL, colours)).size().longValueExact();
  }

  @Test
  void everyNumberIsAnotherSymmetry() {
    LineViews views = LineViews.of(lines(new Sudoku(2, 2)), EVERYTHING);
    Set<View> met = new HashSet<>();
    for (int part = 0; part < 2; part++) {
      for (int number = 0; number < 1536; number++) {
        met.add(views.view(part, BigInteger.valueOf(number)));
      }
    }
    assertEquals(3072, met.size());
    assertTrue(views.view(0, BigInteger.ZERO).isIdentity());
    assertEquals(1, met.stream().filter(View::isIdentity).count());
  }

  @Test
  void distinctViewsMakeDifferentImages() {
    for (Task task : List.of(boards(new Sudoku(3, 3), 5), boards(new Sudoku(2, 3), 2))) {
      List<View> views = ViewSampler.distinct(task, EVERYTHING, 200, 5);
      assertEquals(200, views.size());
      assertEquals(View.identity(), views.get(0));
      assertEquals(200, views.stream().map(view -> images(task, view)).distinct().count());
      assertEquals(views, ViewSampler.distinct(task, EVERYTHING, 200, 5));
    }
  }

  @Test
  void smallBoardsEndWithAllTheirViews() {
    Task task = boards(new Sudoku(2, 2), 3);
    List<View> views = ViewSampler.distinct(task, EVERYTHING, 10_000, 1);
    Set<List<Grid>> all = new HashSet<>();
    LineViews space = LineViews.of(lines(new Sudoku(2, 2)), EVERYTHING);
    for (int number = 0; number < 3072; number++) {
      all.add(images(task, space.view(number % 2, BigInteger.valueOf(number / 2))));
    }
    assertEquals(all.size(), views.size());
    assertEquals(8, ViewSampler.distinct(mazes(6, 9), EVERYTHING, 100, 1).size());
    assertEquals(
        1, ViewSampler.distinct(mazes(6, 9), ViewFamily.of(Turns.NONE, Colours.ALL), 9, 1).size());
  }

  @Test
  void symbolsKeepTheirNamesWhereTheFamilySaysSo() {
    Task task = boards(new Sudoku(3, 3), 1);
    ViewSampler sampler = new ViewSampler(task, ViewFamily.of(Turns.NONE, Colours.NONE));
    Random random = new Random(1);
    int[] given = counts(task.testInputs().get(0));
    Set<Boolean> transposed = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      View view = sampler.random(random);
      transposed.add(view.transposes());
      Grid image = view.apply(task.testInputs().get(0));
      assertEquals(
          IntStream.of(given).boxed().toList(), IntStream.of(counts(image)).boxed().toList());
    }
    assertEquals(Set.of(true, false), transposed);
  }

  private static int[] counts(Grid grid) {
    int[] counts = new int[10];
    for (int[] row : grid.toRows()) {
      for (int symbol : row) {
        counts[symbol]++;
      }
    }
    return counts;
  }

  @Test
  void whatIsNoSymmetryIsRefused() {
    Lines wide = lines(new Sudoku(2, 3));
    List<Integer> names = List.of(1, 2, 3, 4, 5, 6);
    List<Integer> lines = List.of(0, 1, 2, 3, 4, 5);
    new LineOrder(wide, names, lines, lines, false);
    assertThrows(
        IllegalArgumentException.class, () -> new LineOrder(wide, names, lines, lines, true));
    assertThrows(
        IllegalArgumentException.class,
        () -> new LineOrder(wide, names, List.of(0, 2, 1, 3, 4, 5), lines, false));
    assertThrows(
        IllegalArgumentException.class,
        () -> new LineOrder(wide, names, lines, List.of(0, 1, 3, 2, 4, 5), false));
    assertThrows(
        IllegalArgumentException.class,
        () -> new LineOrder(wide, List.of(1, 1, 3, 4, 5, 6), lines, lines, false));
    assertThrows(IllegalArgumentException.class, () -> new Lines(6, 4, 3, 6));
  }

  /** A kind of grids with fewer symbols than ARC has colours. */
  @Test
  void onlyAsManySymbolsAreRenamedAsAKindHas() {
    Grid stripes = Grid.generate(3, 3, (r, c) -> r);
    PlaneViews views = PlaneViews.of(new Plane(false, 3, false), List.of(stripes), EVERYTHING);
    assertEquals(1, views.parts());
    assertEquals(6, views.size().intValueExact());
    Set<Grid> images = new HashSet<>();
    for (int number = 0; number < 6; number++) {
      View view = views.forSize(3, 3).view(0, BigInteger.valueOf(number));
      images.add(view.apply(stripes));
      assertEquals(stripes, view.undo(view.apply(stripes)));
    }
    assertEquals(6, images.size());
    assertTrue(images.stream().flatMapToInt(Grid::cells).allMatch(symbol -> symbol < 3));
    assertThrows(IllegalArgumentException.class, () -> new Plane(true, 11, true));
  }

  private static List<Grid> images(Task task, View view) {
    return Stream.concat(
            task.demonstrations().stream()
                .map(view::apply)
                .flatMap(e -> Stream.of(e.input(), e.output())),
            task.testInputs().stream().map(view::apply))
        .collect(Collectors.toList());
  }

  /**
   * Which of several shortest paths is marked depends on direction, so such mazes are not turned.
   */
  @Test
  void mazesWithSeveralShortestPathsStayUpright() {
    Task turned = mazes(6, 9);
    Grid open =
        Grid.generate(
            6,
            9,
            (r, c) -> r == 0 && c == 0 ? Maze.START : r == 5 && c == 8 ? Maze.GOAL : Maze.FREE);
    assertFalse(Maze.hasOneShortestPath(open));
    assertTrue(turned.testInputs().stream().allMatch(Maze::hasOneShortestPath));
    Task ambiguous =
        new Task("ties", turned.demonstrations(), List.of(open), List.of(), turned.kind());
    assertEquals(1, ViewSampler.distinct(ambiguous, EVERYTHING, 100, 1).size());
    assertTrue(new ViewSampler(turned, EVERYTHING).transposes());
    assertFalse(new ViewSampler(ambiguous, EVERYTHING).transposes());
  }
}
