package io.github.archrm.train.tokens;

import io.github.archrm.augment.View;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * A task whose rule only its demonstrations tell, as tokens: on the canvas that holds all its
 * grids, with the symbols that occur in it.
 *
 * <p>Where the demonstrations tell an output's size, its cells are marked in the input and only
 * they are predicted; elsewhere the size is predicted too, as the cells that are not outside.
 */
public final class TaskTokens implements Tokens {
  /** Symbols of an ARC task: outside, and ten colours. */
  public static final int SYMBOLS = 11;

  /** The identity of a colour that stands for any colour. */
  public static final int ANY_COLOUR = SYMBOLS;

  private final Task task;
  private final boolean equivariant;
  private final int puzzle;
  private final Channels channels;
  private final Canvas canvas;
  private final List<Optional<OutputSize>> testSizes;
  private final boolean sizesKnown;
  private final boolean placesMatter;
  private final boolean multiplied;
  private final boolean ownFrames;
  private final TaskSymbols known;
  private final int planes;

  /** All rows on the canvas of the task. */
  TaskTokens(Task task, boolean equivariant, int puzzle, Channels channels) {
    this(task, equivariant, puzzle, channels, Integer.MAX_VALUE);
  }

  /**
   * @param equivariant whether a row has planes only for the symbols that its output may hold:
   *     those of its input, and those that the demonstrations bring into outputs; otherwise symbols
   *     are the whole vocabulary
   * @param puzzle the task's row of the puzzle embedding
   * @param channels further grids that the inputs are shown with
   * @param shared cells of the largest canvas that the rows of a task share
   */
  TaskTokens(Task task, boolean equivariant, int puzzle, Channels channels, int shared) {
    this.task = task;
    this.equivariant = equivariant;
    this.puzzle = puzzle;
    this.channels = channels;
    this.testSizes =
        task.testInputs().stream().map(input -> OutputSize.predict(task, input)).toList();
    this.sizesKnown = testSizes.stream().allMatch(Optional::isPresent);
    this.placesMatter =
        !task.demonstrations().stream().allMatch(e -> e.input().sameSize(e.output()));
    this.multiplied = sizesKnown && placesMatter && multiplies(task);
    this.canvas = canvas(task, testSizes);
    this.ownFrames = equivariant && (sizesKnown || isWithinInputs(task)) && canvas.cells() > shared;
    boolean outsideAnywhere =
        !sizesKnown
            || !ownFrames
                && TaskSymbols.grids(task).stream()
                    .anyMatch(g -> g.height() != canvas.height() || g.width() != canvas.width());
    this.known = new TaskSymbols(task, outsideAnywhere);
    this.planes = equivariant ? known.most() : SYMBOLS;
  }

  /**
   * Whether every output is its input enlarged by whole factors, the same in all demonstrations.
   */
  private static boolean multiplies(Task task) {
    Grid from = task.demonstrations().get(0).input();
    Grid to = task.demonstrations().get(0).output();
    int down = to.height() / from.height();
    int across = to.width() / from.width();
    return task.demonstrations().stream()
        .allMatch(
            e ->
                e.output().height() == down * e.input().height()
                    && e.output().width() == across * e.input().width());
  }

  /** Whether a canvas that holds an input tells no more of the size of its output than that. */
  private static boolean isWithinInputs(Task task) {
    return task.demonstrations().stream()
        .allMatch(
            e ->
                e.output().height() <= e.input().height()
                    && e.output().width() <= e.input().width());
  }

  /**
   * The smallest canvas for everything shown and every output size that the demonstrations tell.
   * Where they do not tell it, there is room for the test output to be to its input what the
   * largest demonstration output is to its own.
   */
  private static Canvas canvas(Task task, List<Optional<OutputSize>> testSizes) {
    int height = 0;
    int width = 0;
    for (Grid grid : TaskSymbols.grids(task)) {
      height = Math.max(height, grid.height());
      width = Math.max(width, grid.width());
    }
    int most = Math.max(Row.MAX_SIDE, Math.max(height, width));
    for (int t = 0; t < testSizes.size(); t++) {
      Grid input = task.testInputs().get(t);
      for (Example example : task.demonstrations()) {
        Grid from = example.input();
        Grid to = example.output();
        int h = (input.height() * to.height() + from.height() - 1) / from.height();
        int w = (input.width() * to.width() + from.width() - 1) / from.width();
        OutputSize size = testSizes.get(t).orElse(new OutputSize(h, w));
        height = Math.max(height, Math.min(most, size.height()));
        width = Math.max(width, Math.min(most, size.width()));
      }
    }
    return new Canvas(height, width);
  }

  @Override
  public Canvas canvas() {
    return canvas;
  }

  /** Symbols per row: as many as the row that needs most of them. */
  @Override
  public int planes() {
    return planes;
  }

  @Override
  public int channels() {
    return channels.count();
  }

  @Override
  public int vocabulary() {
    return SYMBOLS + (equivariant ? 1 : 0);
  }

  @Override
  public boolean ownFrames() {
    return ownFrames;
  }

  /** Where an output has a cell for each of its input. */
  @Override
  public boolean windows() {
    return ownFrames && !placesMatter;
  }

  @Override
  public Frame ownFrame(int testIndex, View view) {
    Grid input = view.apply(task.testInputs().get(testIndex));
    Canvas canvas = new Canvas(input.height(), input.width());
    return new Frame(
        region(testIndex, view)
            .map(to -> canvas.covering(new Canvas(to.height(), to.width())))
            .orElse(canvas),
        known.needed(input).size());
  }

  @Override
  public Row demonstration(Example example, View view, Frame frame) {
    Example seen = view.apply(example);
    return demonstration(example, seen, view, Window.whole(seen), frame);
  }

  @Override
  public Sight sight(Example example, View view, OptionalInt side, RandomGenerator random) {
    Example seen = view.apply(example);
    Window window =
        side.isPresent() ? Window.random(seen, side.getAsInt(), random) : Window.whole(seen);
    TreeSet<Integer> symbols = known.needed(window.of(seen.input()));
    if (side.isPresent()) {
      symbols.addAll(known.needed(window.of(seen.output())));
    }
    Frame own = new Frame(new Canvas(window.height(), window.width()), symbols.size());
    return new Sight() {
      @Override
      public Frame ownFrame() {
        return own;
      }

      @Override
      public Row on(Frame frame) {
        return demonstration(example, seen, view, window, frame);
      }
    };
  }

  private Row demonstration(Example example, Example seen, View view, Window window, Frame frame) {
    Canvas laid = frame.canvas();
    TreeSet<Integer> needed = known.needed(window.of(seen.input()));
    if (!window.equals(Window.whole(seen))) {
      needed.addAll(known.needed(window.of(seen.output())));
    }
    int[] symbols = known.planes(needed, frame.planes());
    int[] labels = new int[laid.cells()];
    for (int i = 0; i < labels.length; i++) {
      int symbol = symbol(seen.output(), window, laid, i);
      labels[i] = symbol == 0 && sizesKnown ? Row.IGNORE : Arrays.binarySearch(symbols, symbol);
    }
    return row(
        seen.input(),
        window,
        symbols,
        channels.of(task, example),
        view,
        sizesKnown ? seen.output() : null,
        labels,
        laid);
  }

  @Override
  public Row test(int testIndex, View view, Frame frame) {
    int[] labels = new int[frame.canvas().cells()];
    Arrays.fill(labels, Row.IGNORE);
    Grid region = region(testIndex, view).orElse(null);
    Grid input = view.apply(task.testInputs().get(testIndex));
    return row(
        input,
        new Window(0, 0, frame.canvas().height(), frame.canvas().width()),
        known.planes(known.needed(input), frame.planes()),
        channels.of(testIndex),
        view,
        region,
        labels,
        frame.canvas());
  }

  /** The viewed output's cells of a test input, if its size is known beforehand. */
  private Optional<Grid> region(int testIndex, View view) {
    return sizesKnown
        ? testSizes
            .get(testIndex)
            .map(size -> view.apply(Grid.generate(size.height(), size.width(), (r, c) -> 0)))
        : Optional.empty();
  }

  private Row row(
      Grid input,
      Window window,
      int[] symbols,
      List<Grid> beside,
      View view,
      Grid region,
      int[] labels,
      Canvas laid) {
    int[] inputs = new int[laid.cells()];
    float[] features = new float[laid.cells() * Row.FEATURES];
    for (int i = 0; i < inputs.length; i++) {
      int symbol = symbol(input, window, laid, i);
      inputs[i] = Arrays.binarySearch(symbols, symbol);
      int at = i * Row.FEATURES;
      int r = window.top() + i / laid.width();
      int c = window.left() + i % laid.width();
      if (symbol != 0) {
        features[at] = 1;
        features[at + 1] = isInside(input, r - 1, c) ? 0 : 1;
        features[at + 2] = isInside(input, r + 1, c) ? 0 : 1;
        features[at + 3] = isInside(input, r, c - 1) ? 0 : 1;
        features[at + 4] = isInside(input, r, c + 1) ? 0 : 1;
      }
      if (region != null && symbol(region, window, laid, i) != 0) {
        features[at + 5] = 1;
      }
      if (placesMatter && r < Row.MAX_SIDE && c < Row.MAX_SIDE) {
        features[at + 6 + r] = 1;
        features[at + 6 + Row.MAX_SIDE + c] = 1;
      }
    }
    int[][] shown = shown(beside, view, window, symbols, laid);
    if (!multiplied) {
      return new Row(
          known.identities(symbols), inputs, null, null, shown, labels, features, puzzle);
    }
    int[] scaled = new int[laid.cells()];
    int[] tiled = new int[laid.cells()];
    Box from = Box.of(input);
    Box to = Box.of(region);
    for (int i = 0; i < scaled.length; i++) {
      int r = i / laid.width() - to.top();
      int c = i % laid.width() - to.left();
      boolean here = isInside(region, i / laid.width(), i % laid.width());
      scaled[i] =
          here
              ? symbolIndex(
                  symbols,
                  input,
                  from,
                  r * from.height() / to.height(),
                  c * from.width() / to.width())
              : -1;
      tiled[i] = here ? symbolIndex(symbols, input, from, r % from.height(), c % from.width()) : -1;
    }
    return new Row(
        known.identities(symbols), inputs, scaled, tiled, shown, labels, features, puzzle);
  }

  /** Channels as plane indices; a symbol for which the row has no plane is not shown. */
  private int[][] shown(List<Grid> beside, View view, Window window, int[] symbols, Canvas laid) {
    int[][] shown = new int[beside.size()][laid.cells()];
    for (int k = 0; k < shown.length; k++) {
      Grid grid = view.apply(beside.get(k));
      for (int i = 0; i < laid.cells(); i++) {
        int symbol = symbol(grid, window, laid, i);
        shown[k][i] = symbol == 0 ? -1 : Math.max(-1, Arrays.binarySearch(symbols, symbol));
      }
    }
    return shown;
  }

  private static int symbolIndex(int[] symbols, Grid grid, Box box, int r, int c) {
    return Arrays.binarySearch(symbols, grid.cell(box.top() + r, box.left() + c) + 1);
  }

  /** The rectangle of a viewed grid that is not outside. */
  private record Box(int top, int left, int height, int width) {
    static Box of(Grid grid) {
      int top = 0;
      while (grid.cell(top, grid.width() - 1) == Grid.OUTSIDE) {
        top++;
      }
      int left = 0;
      while (grid.cell(grid.height() - 1, left) == Grid.OUTSIDE) {
        left++;
      }
      return new Box(top, left, grid.height() - top, grid.width() - left);
    }
  }

  private static boolean isInside(Grid grid, int r, int c) {
    return r >= 0
        && c >= 0
        && r < grid.height()
        && c < grid.width()
        && grid.cell(r, c) != Grid.OUTSIDE;
  }

  /** 0 for outside and for what the window does not show, 1 + colour otherwise. */
  private static int symbol(Grid grid, Window window, Canvas laid, int cell) {
    int r = cell / laid.width();
    int c = cell % laid.width();
    boolean shown = r < window.height() && c < window.width();
    return shown && isInside(grid, window.top() + r, window.left() + c)
        ? grid.cell(window.top() + r, window.left() + c) + 1
        : 0;
  }

  /**
   * Without the outside rows and columns below and to the right; cells in between may be outside.
   */
  @Override
  public Grid read(float[] logits, int offset, int testIndex, View view, Frame frame) {
    Grid input = view.apply(task.testInputs().get(testIndex));
    int[] symbols = known.planes(known.needed(input), frame.planes());
    Canvas laid = frame.canvas();
    Grid region = region(testIndex, view).orElse(null);
    int[] cells = new int[laid.cells()];
    int height = 1;
    int width = 1;
    for (int i = 0; i < cells.length; i++) {
      int r = i / laid.width();
      int c = i % laid.width();
      boolean here = region == null || isInside(region, r, c);
      cells[i] = here ? best(logits, offset + i * symbols.length, symbols, region != null) - 1 : -1;
      if (cells[i] >= 0) {
        height = Math.max(height, r + 1);
        width = Math.max(width, c + 1);
      }
    }
    return Grid.generate(height, width, (r, c) -> cells[r * laid.width() + c]);
  }

  private int best(float[] logits, int at, int[] symbols, boolean insideOnly) {
    int best = -1;
    for (int s = 0; s < symbols.length; s++) {
      if (!(insideOnly && symbols[s] == 0) && (best < 0 || logits[at + s] > logits[at + best])) {
        best = s;
      }
    }
    return symbols[best];
  }
}
