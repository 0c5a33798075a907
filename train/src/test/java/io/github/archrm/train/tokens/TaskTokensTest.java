package io.github.archrm.train.tokens;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.augment.Dihedral;
import io.github.archrm.augment.View;
import io.github.archrm.augment.ViewFamily;
import io.github.archrm.augment.ViewSampler;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Small;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.senses.Multiples;
import io.github.archrm.train.senses.Suggestions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TaskTokensTest {

  private static Grid grid(int height, int width, int colour) {
    return Grid.generate(height, width, (r, c) -> (r * 7 + c * 3) % 2 == 0 ? colour : 0);
  }

  /** The output's size has nothing to do with the input's. */
  private static Task sizesUnknown() {
    return new Task(
        "unknown",
        List.of(
            new Example(grid(3, 4, 1), grid(2, 5, 2)),
            new Example(grid(4, 2, 3), grid(3, 3, 3)),
            new Example(grid(2, 2, 1), grid(1, 2, 1))),
        List.of(grid(3, 4, 1)),
        List.of());
  }

  private static TaskTokens tokens(Task task) {
    return new TaskTokens(task, true, 0, Channels.NONE);
  }

  /** Logits that say what the labels say. */
  private static float[] certain(Row row, int planes) {
    float[] logits = new float[row.labels().length * planes];
    for (int i = 0; i < row.labels().length; i++) {
      if (row.labels()[i] != Row.IGNORE) {
        logits[i * planes + row.labels()[i]] = 1;
      }
    }
    return logits;
  }

  private static Row labelled(Row test, Row demonstration) {
    assertArrayEquals(demonstration.inputs(), test.inputs());
    assertArrayEquals(demonstration.symbols(), test.symbols());
    return demonstration;
  }

  /** Through every dihedral map and some translations: what the labels say is read back. */
  @Test
  void labelsReadBackAsTheViewedOutput() {
    for (Task task : List.of(sizesUnknown(), Small.recolour("known", 2, 5))) {
      readsBack(task, true, ViewFamily.Colours.NONE);
      readsBack(task, false, ViewFamily.Colours.ALL);
    }
  }

  private static void readsBack(Task task, boolean equivariant, ViewFamily.Colours colours) {
    Example first = task.demonstrations().get(0);
    Task asked = new Task(task.id(), task.demonstrations(), List.of(first.input()), List.of());
    TaskTokens tokens = new TaskTokens(asked, equivariant, 0, Channels.NONE);
    Canvas canvas = tokens.canvas();
    assertFalse(canvas.height() == canvas.width(), "a view may change the canvas");
    ViewSampler sampler =
        new ViewSampler(
            asked,
            ViewFamily.of(ViewFamily.Turns.ALL, colours).onCanvas(canvas.height(), canvas.width()));
    for (View view : sampler.distinct(64, new Random(1))) {
      Row row = labelled(tokens.test(0, view), tokens.demonstration(first, view));
      float[] logits = certain(row, tokens.planes());
      Grid read = tokens.read(logits, 0, 0, view);
      assertEquals(first.output(), view.undo(read), view::toString);

      float[] later = new float[logits.length + 5];
      System.arraycopy(logits, 0, later, 5, logits.length);
      assertEquals(read, tokens.read(later, 5, 0, view), "at an offset");
    }
  }

  /** A channel that shows the output lies on the labels, seen through any view. */
  @Test
  void channelsAreSeenAsTheOutputIs() {
    Task task = Small.recolour("channels", 2, 5);
    List<List<Grid>> outputs =
        task.demonstrations().stream().map(example -> List.of(example.output())).toList();
    Channels channels = new Channels(outputs, List.of(List.of(task.testInputs().get(0))));
    TaskTokens tokens = new TaskTokens(task, true, 0, channels);
    for (View view : views(task, tokens)) {
      for (Example example : task.demonstrations()) {
        Row row = tokens.demonstration(example, view);
        assertEquals(1, row.channels().length);
        for (int i = 0; i < row.labels().length; i++) {
          int expected = row.labels()[i] == Row.IGNORE ? -1 : row.labels()[i];
          assertEquals(expected, row.channels()[0][i], view + " cell " + i);
        }
        Row blank = row.blankingChannels();
        assertTrue(Arrays.stream(blank.channels()[0]).allMatch(plane -> plane == -1));
        assertArrayEquals(row.labels(), blank.labels());
      }
    }
  }

  /** An output that is one of its input's multiples or suggestions is shown as such by any view. */
  @Test
  void whatAnInputSuggestsIsSeenAsTheOutputIs() {
    Task mirrored =
        Small.task("mirrored", 2, 3, 4, grid -> Multiples.of(grid, new OutputSize(4, 6)).get(2));
    seenAsTheOutput(mirrored, row -> row.multiple()[2]);
    seenAsTheOutput(cut(), row -> row.suggested()[0]);
    List<Grid> all = Suggestions.of(Grid.generate(4, 4, (r, c) -> r));
    for (int i = 0; i < Suggestions.COUNT; i++) {
      int number = i;
      if (all.get(i).height() < 4) {
        continue; // of an output of another size
      }
      Task task = Small.task("suggested " + i, 4, 4, 3, grid -> Suggestions.of(grid).get(number));
      seenAsTheOutput(task, row -> row.suggested()[number]);
    }
    Task panel =
        Small.task(
            "panel",
            4,
            6,
            3,
            grid -> Grid.generate(4, 3, (r, c) -> grid.cell(r, c + 3))); // the second
    seenAsTheOutput(panel, row -> row.multiple()[6]);
  }

  /** Demonstrations are doubled, but a test input is larger than the outputs always are. */
  @Test
  void whatOnlyDemonstrationsMultiplyIsNotMultiplied() {
    Task doubled = Small.task("doubled", 3, 3, 3, grid -> grid.enlarged(2, 2));
    Task larger =
        new Task(
            "larger",
            doubled.demonstrations(),
            List.of(Grid.generate(7, 7, (r, c) -> 1)),
            List.of(),
            doubled.kind());
    View upright = View.identity();
    assertEquals(
        Multiples.COUNT,
        new TaskTokens(doubled, true, 0, Channels.NONE).test(0, upright).multiple().length);
    assertEquals(
        0, new TaskTokens(larger, true, 0, Channels.NONE).test(0, upright).multiple().length);
  }

  /** The output is what the background surrounds. */
  private static Task cut() {
    Random random = new Random(3);
    List<Example> examples =
        Stream.generate(() -> Grid.generate(2, 3, (r, c) -> 1 + random.nextInt(3)))
            .limit(3)
            .map(
                inner ->
                    new Example(
                        Grid.generate(
                            5,
                            7,
                            (r, c) ->
                                r < 1 || r > 2 || c < 3 || c > 5 ? 0 : inner.cell(r - 1, c - 3)),
                        inner))
            .toList();
    return new Task("cut", examples, List.of(examples.get(0).input()), List.of());
  }

  private static List<View> views(Task task, TaskTokens tokens) {
    Canvas canvas = tokens.canvas();
    return new ViewSampler(
            task,
            ViewFamily.of(ViewFamily.Turns.ALL, ViewFamily.Colours.NONE)
                .onCanvas(canvas.height(), canvas.width()))
        .distinct(32, new Random(1));
  }

  private static void seenAsTheOutput(Task task, Function<Row, int[]> shown) {
    TaskTokens tokens = tokens(task);
    for (View view : views(task, tokens)) {
      for (Example example : task.demonstrations()) {
        Row row = tokens.demonstration(example, view);
        int[] grid = shown.apply(row);
        for (int i = 0; i < grid.length; i++) {
          boolean nothing = row.labels()[i] == Row.IGNORE || row.symbols()[row.labels()[i]] == 0;
          assertEquals(nothing ? -1 : row.labels()[i], grid[i], task.id() + ", " + view);
        }
      }
    }
  }

  @Test
  void aKnownSizeIsMarkedAndOnlyItsCellsArePredicted() {
    Task task =
        new Task(
            "same size",
            List.of(
                new Example(grid(2, 3, 1), grid(2, 3, 2)),
                new Example(grid(4, 1, 1), grid(4, 1, 2))),
            List.of(grid(3, 2, 1)),
            List.of());
    TaskTokens tokens = tokens(task);
    assertEquals(new Canvas(4, 3), tokens.canvas());
    Row row = tokens.demonstration(task.demonstrations().get(0), View.identity());
    assertEquals(6, row.labelled());
    Row test = tokens.test(0, View.identity());
    assertEquals(0, test.labelled());
    int marked = 0;
    for (int i = 0; i < 12; i++) {
      boolean inside = i / 3 < 3 && i % 3 < 2;
      assertEquals(inside ? 1 : 0, test.features()[i * Row.FEATURES]);
      assertEquals(inside ? 1 : 0, test.features()[i * Row.FEATURES + 5]);
      marked += inside ? 1 : 0;
    }
    assertEquals(6, marked);
    // Outside is not an answer there, however likely the model thinks it.
    float[] logits = new float[12 * tokens.planes()];
    int outside = Arrays.binarySearch(test.symbols(), 0);
    for (int i = 0; outside >= 0 && i < 12; i++) {
      logits[i * tokens.planes() + outside] = 9;
    }
    Grid read = tokens.read(logits, 0, 0, View.identity());
    assertTrue(read.sameSize(grid(3, 2, 1)));
    for (int[] cells : read.toRows()) {
      assertTrue(Arrays.stream(cells).allMatch(colour -> colour >= 0));
    }
  }

  @Test
  void anUnknownSizeIsPredictedAsWhatIsNotOutside() {
    Task task = sizesUnknown();
    TaskTokens tokens = tokens(task);
    Row row = tokens.demonstration(task.demonstrations().get(0), View.identity());
    assertEquals(tokens.canvas().cells(), row.labelled());
    for (int i = 0; i < tokens.canvas().cells(); i++) {
      assertEquals(0, row.features()[i * Row.FEATURES + 5], "no size is told");
    }
    float[] logits = new float[tokens.canvas().cells() * tokens.planes()];
    for (int i = 0; i < tokens.canvas().cells(); i++) {
      logits[i * tokens.planes() + Arrays.binarySearch(row.symbols(), 0)] = 1;
    }
    Grid nothing = tokens.read(logits, 0, 0, View.identity());
    assertEquals(1, nothing.height());
    assertEquals(Grid.OUTSIDE, nothing.cell(0, 0));
  }

  /** 2x3 becomes 5x7, so a 4x6 test input may become 10x14, though nothing shown is that large. */
  @Test
  void aTestOutputMayBeLargerThanEverythingShown() {
    Task task =
        new Task(
            "growing",
            List.of(
                new Example(grid(2, 3, 1), grid(5, 7, 1)),
                new Example(grid(2, 2, 1), grid(3, 1, 1))),
            List.of(grid(4, 6, 1)),
            List.of());
    assertEquals(new Canvas(10, 14), tokens(task).canvas());
    Task huge = new Task("huge", task.demonstrations(), List.of(grid(25, 20, 1)), List.of());
    assertEquals(new Canvas(30, 30), tokens(huge).canvas());
  }

  @Test
  void aRowHasPlanesForItsOwnSymbolsAndThoseThatOutputsBring() {
    Grid twos = Grid.generate(2, 2, (r, c) -> r + 1);
    Grid fours = Grid.generate(2, 2, (r, c) -> r + 3);
    Grid eights = Grid.generate(2, 2, (r, c) -> 8);
    Task task =
        new Task(
            "planes",
            List.of(new Example(twos, eights), new Example(fours, eights)),
            List.of(Grid.generate(2, 2, (r, c) -> r + 5)),
            List.of());
    TaskTokens tokens = tokens(task);
    assertEquals(3, tokens.planes());
    int any = TaskTokens.ANY_COLOUR;
    assertArrayEquals(
        new int[] {any, any, 9},
        tokens.demonstration(task.demonstrations().get(0), View.identity()).symbols(),
        "the test shows colours that no demonstration has, so only the shared one has a name");
    assertArrayEquals(new int[] {any, any, 9}, tokens.test(0, View.identity()).symbols());
    assertEquals(TaskTokens.SYMBOLS, new TaskTokens(task, false, 0, Channels.NONE).planes());

    TaskTokens known = tokens(new Task("known", task.demonstrations(), List.of(twos), List.of()));
    assertArrayEquals(
        new int[] {2, 3, 9},
        known.demonstration(task.demonstrations().get(0), View.identity()).symbols());
    assertArrayEquals(new int[] {2, 3, 9}, known.test(0, View.identity()).symbols());
  }

  /** Turned with its grids, a row is the same cells in another order. */
  @Test
  void aTransposedRowLiesOnTheTransposedCanvas() {
    Task task = Small.recolour("turned", 2, 5);
    TaskTokens tokens = tokens(task);
    Example first = task.demonstrations().get(0);
    Row upright = tokens.demonstration(first, View.identity());
    Row turned = tokens.demonstration(first, Dihedral.TRANSPOSE);
    for (int r = 0; r < 2; r++) {
      for (int c = 0; c < 5; c++) {
        assertEquals(upright.inputs()[r * 5 + c], turned.inputs()[c * 2 + r]);
        assertEquals(upright.labels()[r * 5 + c], turned.labels()[c * 2 + r]);
      }
    }
  }
}
