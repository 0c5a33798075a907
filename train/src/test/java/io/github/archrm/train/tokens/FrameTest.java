package io.github.archrm.train.tokens;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.augment.View;
import io.github.archrm.augment.ViewFamily;
import io.github.archrm.augment.ViewSampler;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.Row;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows on frames of their own, whole and seen through windows. */
class FrameTest {
  private static final int OWN = 0;

  /** Grids of several sizes; outputs keep their size and bring in a colour. */
  private static Task sameSizes() {
    return new Task(
        "same sizes",
        List.of(example(5, 8, 1), example(7, 4, 2), example(3, 3, 3)),
        List.of(example(6, 9, 2).input()),
        List.of());
  }

  private static Example example(int height, int width, int seed) {
    Random random = new Random(seed);
    Grid input = Grid.generate(height, width, (r, c) -> random.nextInt(2 + seed));
    return new Example(
        input,
        Grid.generate(height, width, (r, c) -> input.cell(r, c) == 1 ? 9 : input.cell(r, c)));
  }

  private static TaskTokens tokens(Task task) {
    return new TaskTokens(task, true, true, 0, Channels.NONE, OWN);
  }

  private static List<View> views(Task task) {
    return new ViewSampler(task, ViewFamily.of(ViewFamily.Turns.ALL, ViewFamily.Colours.NONE))
        .distinct(8, new Random(1));
  }

  @Test
  void aWholeRowHasTheCellsAndSymbolsThatItNeeds() {
    Task task = sameSizes();
    TaskTokens tokens = tokens(task);
    assertTrue(tokens.ownFrames());
    Random random = new Random(2);
    for (Example example : task.demonstrations()) {
      for (View view : views(task)) {
        Example seen = view.apply(example);
        Frame own = tokens.sight(example, view, 1, OptionalInt.empty(), random).ownFrame();
        assertEquals(new Canvas(seen.input().height(), seen.input().width()), own.canvas());
        Row row = tokens.demonstration(example, view, own);
        assertEquals(own.planes(), row.symbols().length);
        assertEquals(own.canvas().cells(), row.labelled());
        assertShows(row, own, seen.input(), seen.output());
      }
    }
  }

  @Test
  void aRowOnALargerFrameShowsTheSame() {
    Task task = sameSizes();
    TaskTokens tokens = tokens(task);
    Frame large = new Frame(new Canvas(9, 9), 9);
    for (Example example : task.demonstrations()) {
      Row row = tokens.demonstration(example, View.identity(), large);
      assertEquals(9, row.symbols().length);
      assertEquals(example.output().height() * example.output().width(), row.labelled());
      assertShows(row, large, example.input(), example.output());
    }
  }

  @Test
  void anEnlargedRowShowsEveryCellFourTimes() {
    Task task = sameSizes();
    TaskTokens tokens = tokens(task);
    Random random = new Random(2);
    for (Example example : task.demonstrations()) {
      for (View view : views(task)) {
        Tokens.Sight plain = tokens.sight(example, view, 1, OptionalInt.empty(), random);
        Tokens.Sight twice = tokens.sight(example, view, 2, OptionalInt.empty(), random);
        Canvas canvas = plain.ownFrame().canvas();
        Canvas large = twice.ownFrame().canvas();
        assertEquals(new Canvas(2 * canvas.height(), 2 * canvas.width()), large);
        Row row = plain.on(plain.ownFrame());
        Row enlarged = twice.on(twice.ownFrame());
        assertArrayEquals(row.symbols(), enlarged.symbols());
        for (int i = 0; i < large.cells(); i++) {
          int from = i / large.width() / 2 * canvas.width() + i % large.width() / 2;
          assertEquals(row.inputs()[from], enlarged.inputs()[i]);
          assertEquals(row.labels()[from], enlarged.labels()[i]);
        }
      }
    }
  }

  @Test
  void aWindowShowsAPartWithWhatChangesAndKeepsTheBorderOfTheGrid() {
    Task task = sameSizes();
    TaskTokens tokens = tokens(task);
    assertTrue(tokens.windows());
    Random random = new Random(3);
    for (int time = 0; time < 200; time++) {
      Example example = task.demonstrations().get(time % 3);
      View view = views(task).get(time % 8);
      Example seen = view.apply(example);
      Window window = Window.random(seen, 4, random);
      Grid input = window.of(seen.input());
      Grid output = window.of(seen.output());
      assertTrue(input.height() <= 4 && input.width() <= 4);
      assertFalse(input.equals(output), "what changes is shown");
      assertTrue(
          window.top() + window.height() <= seen.input().height()
              && window.left() + window.width() <= seen.input().width());

      Frame own = tokens.sight(example, view, 1, OptionalInt.of(4), new Random(time)).ownFrame();
      Row row = tokens.sight(example, view, 1, OptionalInt.of(4), new Random(time)).on(own);
      Window same = Window.random(seen, 4, new Random(time));
      assertShows(row, own, same.of(seen.input()), same.of(seen.output()));
      for (int i = 0; i < own.canvas().cells(); i++) {
        int r = same.top() + i / own.canvas().width();
        int c = same.left() + i % own.canvas().width();
        float[] expected = {
          1,
          r == 0 ? 1 : 0,
          r == seen.input().height() - 1 ? 1 : 0,
          c == 0 ? 1 : 0,
          c == seen.input().width() - 1 ? 1 : 0,
          1
        };
        float[] told = new float[6];
        System.arraycopy(row.features(), i * Row.FEATURES, told, 0, 6);
        assertArrayEquals(expected, told);
      }
    }
  }

  @Test
  void aTestInputIsReadBackFromAFrameOfItsOwn() {
    Task task = sameSizes();
    Example first = task.demonstrations().get(0);
    Task asked = new Task("asked", task.demonstrations(), List.of(first.input()), List.of());
    TaskTokens tokens = tokens(asked);
    for (View view : views(asked)) {
      Frame own = tokens.ownFrame(0, view);
      Row row = tokens.demonstration(first, view, own);
      assertArrayEquals(row.inputs(), tokens.test(0, view, own).inputs());
      float[] logits = new float[row.labels().length * own.planes()];
      for (int i = 0; i < row.labels().length; i++) {
        logits[i * own.planes() + row.labels()[i]] = 1;
      }
      assertEquals(first.output(), view.undo(tokens.read(logits, 0, 0, view, own)));
    }
  }

  /** An output that may be larger than its input would be told by its canvas. */
  @Test
  void rowsShareACanvasWhereItsSizeWouldTellThatOfAnOutput() {
    Task within =
        new Task(
            "within",
            List.of(
                new Example(grid(5, 6), grid(2, 3)),
                new Example(grid(4, 4), grid(3, 1)),
                new Example(grid(5, 6), grid(1, 5))),
            List.of(grid(6, 5)),
            List.of());
    TaskTokens tokens = tokens(within);
    assertTrue(tokens.ownFrames());
    assertFalse(tokens.windows());
    Row row = tokens.demonstration(within.demonstrations().get(0), View.identity());
    assertEquals(6 * 6, row.labelled(), "outside is to be predicted");
    Task beyond =
        new Task(
            "beyond",
            List.of(new Example(grid(2, 3), grid(3, 2)), new Example(grid(4, 4), grid(2, 5))),
            List.of(grid(3, 3)),
            List.of());
    assertFalse(tokens(beyond).ownFrames());
    assertFalse(new TaskTokens(sameSizes(), true, true, 0, Channels.NONE, 1000).ownFrames());
    assertFalse(new TaskTokens(sameSizes(), false, false, 0, Channels.NONE, OWN).ownFrames());
  }

  private static Grid grid(int height, int width) {
    return Grid.generate(height, width, (r, c) -> (r + c) % 2);
  }

  /** Every cell of the row is that of the grids, top left; what is beyond is neither. */
  private static void assertShows(Row row, Frame frame, Grid input, Grid output) {
    Canvas canvas = frame.canvas();
    for (int i = 0; i < canvas.cells(); i++) {
      assertEquals(
          canvas.symbol(input, i),
          row.inputs()[i] < 0 ? Grid.OUTSIDE : row.symbols()[row.inputs()[i]] - 1);
      assertEquals(
          canvas.symbol(output, i), row.labels()[i] == Row.IGNORE ? Grid.OUTSIDE : plane(row, i));
    }
  }

  /** The colour of a label; all colours of these tasks keep their names. */
  private static int plane(Row row, int cell) {
    return row.symbols()[row.labels()[cell]] - 1;
  }
}
