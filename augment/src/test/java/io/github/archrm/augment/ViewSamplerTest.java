package io.github.archrm.augment;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.augment.ViewFamily.Colours;
import io.github.archrm.augment.ViewFamily.Turns;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ViewSamplerTest {
  private static final ViewFamily EVERYTHING =
      ViewFamily.of(Turns.ALL, Colours.ALL).onCanvas(15, 18);

  /** Inputs 4x6, outputs 2x9, a test input 7x3: no symmetry. */
  private static final Task GENERIC = generic();

  @Test
  void theFirstViewIsTheIdentity() {
    for (long seed = 0; seed < 20; seed++) {
      assertEquals(View.identity(), ViewSampler.distinct(GENERIC, EVERYTHING, 3, seed).get(0));
    }
  }

  @Test
  void noViewsAreGivenWhenNoneAreAskedFor() {
    assertEquals(List.of(), ViewSampler.distinct(GENERIC, EVERYTHING, 0, 1));
  }

  @Test
  void viewsMakeDifferentImagesOfTheTask() {
    for (Task task : List.of(GENERIC, filled(3, 3, 4), striped())) {
      List<View> views = ViewSampler.distinct(task, EVERYTHING, 100, 7);
      assertEquals(100, views.size());
      assertEquals(100, views.stream().map(view -> images(task, view)).distinct().count());
    }
  }

  @Test
  void theSeedDecidesTheViews() {
    List<View> views = ViewSampler.distinct(GENERIC, EVERYTHING, 40, 7);
    assertEquals(views, ViewSampler.distinct(GENERIC, EVERYTHING, 40, 7));
    assertNotEquals(views, ViewSampler.distinct(GENERIC, EVERYTHING, 40, 8));
  }

  @Test
  void theDihedralMapsTakeTurns() {
    for (int times = 1; times <= 4; times++) {
      Map<Dihedral, Long> counts =
          ViewSampler.distinct(GENERIC, EVERYTHING, 8 * times, 5).stream()
              .collect(Collectors.groupingBy(ViewSamplerTest::dihedral, Collectors.counting()));
      assertEquals(8, counts.size());
      assertEquals(Set.of((long) times), new HashSet<>(counts.values()));
    }
  }

  @Test
  void withoutColoursAndTranslationsThereAreTheEightDihedralMaps() {
    List<View> views =
        ViewSampler.distinct(GENERIC, ViewFamily.of(Turns.ALL, Colours.NONE), 100, 3);
    assertEquals(Set.of(Dihedral.values()), new HashSet<>(views));
    assertEquals(8, views.size());
  }

  @Test
  void aTaskOfEqualCellsEndsWithEveryDistinctView() {
    assertTimeout(
        ofSeconds(20),
        () -> {
          Task square = filled(30, 30, 0);
          assertEquals(1, count(square, ViewFamily.of(Turns.ALL, Colours.KEEP_BACKGROUND)));
          assertEquals(1, count(square, ViewFamily.of(Turns.ALL, Colours.NONE).onCanvas(30, 30)));
          assertEquals(10, count(square, ViewFamily.of(Turns.ALL, Colours.ALL)));
          assertEquals(
              9, count(filled(5, 5, 7), ViewFamily.of(Turns.ALL, Colours.KEEP_BACKGROUND)));
          assertEquals(
              2, count(filled(1, 2, 0), ViewFamily.of(Turns.ALL, Colours.KEEP_BACKGROUND)));
          // 4 rows and 5 columns of places, or 5 and 4 where the canvas is transposed: 24.
          assertEquals(
              24 * 10,
              count(filled(1, 1, 3), ViewFamily.of(Turns.ALL, Colours.ALL).onCanvas(4, 5)));
        });
  }

  @Test
  void mirrorImagesThatARenamingAlsoMakesAreNotCountedTwice() {
    Grid grid = Grid.of(new int[][] {{1, 2}});
    Task task = new Task("id", List.of(new Example(grid, grid)), List.of(grid), List.of());
    assertEquals(4, count(task, ViewFamily.of(Turns.ALL, Colours.NONE)));
    assertEquals(2 * 9 * 8, count(task, ViewFamily.of(Turns.ALL, Colours.KEEP_BACKGROUND)));
  }

  @Test
  void theBackgroundIsKeptWhereTheFamilySaysSo() {
    ViewFamily family = ViewFamily.of(Turns.ALL, Colours.KEEP_BACKGROUND);
    Grid background = Grid.of(new int[][] {{0}});
    Set<Grid> others = new HashSet<>();
    ViewSampler sampler = new ViewSampler(GENERIC, family);
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      View view = sampler.random(random);
      assertEquals(background, view.apply(background));
      others.add(view.apply(Grid.of(new int[][] {{3}})));
    }
    assertEquals(9, others.size());
  }

  @Test
  void translationsReachEveryPlaceAndStayOnTheCanvas() {
    ViewSampler sampler = new ViewSampler(GENERIC, EVERYTHING);
    Random random = new Random(1);
    int[] tallest = {0, 0};
    int[] widest = {0, 0};
    for (int i = 0; i < 4000; i++) {
      View view = sampler.random(random);
      int height = view.transposes() ? 18 : 15;
      int width = view.transposes() ? 15 : 18;
      for (Grid image : images(GENERIC, view)) {
        assertTrue(image.height() <= height && image.width() <= width);
        int transposed = view.transposes() ? 1 : 0;
        tallest[transposed] = Math.max(tallest[transposed], image.height());
        widest[transposed] = Math.max(widest[transposed], image.width());
      }
    }
    assertEquals("[15, 18]", Arrays.toString(tallest));
    assertEquals("[18, 15]", Arrays.toString(widest));
  }

  @Test
  void theExpectedOutputOfATestInputStaysOnTheCanvasToo() {
    Grid small = Grids.filled(2, 2, 1);
    Task doubling =
        new Task(
            "id",
            List.of(
                new Example(small, Grids.filled(4, 4, 1)),
                new Example(Grids.filled(1, 1, 1), small)),
            List.of(Grids.filled(3, 3, 1)),
            List.of());
    assertEquals(1, count(doubling, ViewFamily.of(Turns.NONE, Colours.NONE).onCanvas(6, 6)));
    assertEquals(4, count(doubling, ViewFamily.of(Turns.NONE, Colours.NONE).onCanvas(7, 7)));
  }

  /** It may be as large as the canvas: a view that moved it would cut it off. */
  @Test
  void whereNothingTellsTheOutputsSizeATestInputDoesNotMove() {
    Grid input = Grids.filled(3, 3, 1);
    Task untold =
        new Task(
            "id",
            List.of(
                new Example(input, Grids.filled(2, 4, 1)),
                new Example(input, Grids.filled(5, 1, 1))),
            List.of(input),
            List.of());
    ViewSampler sampler =
        new ViewSampler(untold, ViewFamily.of(Turns.NONE, Colours.NONE).onCanvas(9, 9));
    assertEquals(List.of(View.identity()), sampler.distinct(9, new Random(1)));
    Grid moved = sampler.random(new Random(2), untold.demonstrations().get(0)).apply(input);
    assertTrue(moved.height() > 3 || moved.width() > 3, "a demonstration does");
  }

  @Test
  void anExampleMovesAsFarAsItsOwnGridsCan() {
    ViewSampler sampler = new ViewSampler(GENERIC, EVERYTHING);
    Grid cell = Grids.filled(1, 1, 3);
    Random random = new Random(1);
    int height = 0;
    int width = 0;
    for (int i = 0; i < 4000; i++) {
      Grid image = sampler.random(random, new Example(cell, cell)).apply(cell);
      height = Math.max(height, image.height());
      width = Math.max(width, image.width());
    }
    assertEquals(18, height);
    assertEquals(18, width);
  }

  @Test
  void aCanvasSmallerThanTheGridsLeavesNoRoom() {
    assertEquals(
        List.of(View.identity()),
        ViewSampler.distinct(
            GENERIC, ViewFamily.of(Turns.NONE, Colours.NONE).onCanvas(2, 2), 9, 1));
  }

  @Test
  void randomViewsAreUndone() {
    ViewSampler sampler = new ViewSampler(GENERIC, EVERYTHING);
    Random random = new Random(1);
    for (Grid grid : Grids.many(5)) {
      for (int i = 0; i < 20; i++) {
        View view = sampler.random(random);
        assertEquals(grid, view.undo(view.apply(grid)), view::toString);
      }
    }
  }

  private static Dihedral dihedral(View view) {
    if (view instanceof Composition composition) {
      return dihedral(composition.first());
    }
    return view instanceof Dihedral dihedral ? dihedral : Dihedral.IDENTITY;
  }

  private static int count(Task task, ViewFamily family) {
    List<View> views = ViewSampler.distinct(task, family, 10_000, 1);
    assertEquals(views.size(), views.stream().map(view -> images(task, view)).distinct().count());
    return views.size();
  }

  private static List<Grid> images(Task task, View view) {
    List<Grid> images = new ArrayList<>();
    for (Example example : task.demonstrations()) {
      images.add(view.apply(example.input()));
      images.add(view.apply(example.output()));
    }
    task.testInputs().forEach(input -> images.add(view.apply(input)));
    return images;
  }

  private static Task generic() {
    Random random = new Random(9);
    List<Example> demonstrations =
        Stream.generate(
                () -> new Example(Grids.random(4, 6, 0, random), Grids.random(2, 9, 0, random)))
            .limit(3)
            .toList();
    return new Task("generic", demonstrations, List.of(Grids.random(7, 3, 0, random)), List.of());
  }

  private static Task filled(int height, int width, int colour) {
    Grid grid = Grids.filled(height, width, colour);
    return new Task("filled", List.of(new Example(grid, grid)), List.of(grid), List.of());
  }

  private static Task striped() {
    Grid grid = Grid.generate(6, 6, (r, c) -> r % 2);
    return new Task("striped", List.of(new Example(grid, grid)), List.of(grid), List.of());
  }
}
