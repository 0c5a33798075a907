package io.github.archrm.train.tokens;

import io.github.archrm.augment.View;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
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
  private final Beside beside;
  private final TaskSizes sizes;
  private final boolean sizesKnown;
  private final boolean ownFrames;
  private final TaskSymbols known;
  private final int planes;

  /** All rows on the canvas of the task. */
  TaskTokens(Task task, boolean equivariant, int puzzle, Channels channels) {
    this(task, equivariant, equivariant, puzzle, channels, Integer.MAX_VALUE);
  }

  /**
   * @param equivariant whether a row has planes only for the symbols that its output may hold:
   *     those of its input, and those that the demonstrations bring into outputs; otherwise symbols
   *     are the whole vocabulary
   * @param suggestions whether rows show what their inputs suggest for the outputs
   * @param puzzle the task's row of the puzzle embedding
   * @param channels further grids that the inputs are shown with
   * @param shared cells of the largest canvas that the rows of a task share
   */
  TaskTokens(
      Task task,
      boolean equivariant,
      boolean suggestions,
      int puzzle,
      Channels channels,
      int shared) {
    this.task = task;
    this.equivariant = equivariant;
    this.puzzle = puzzle;
    this.sizes = TaskSizes.of(task);
    this.sizesKnown = sizes.known();
    this.beside = Beside.of(task, sizes, suggestions, channels);
    Canvas canvas = sizes.canvas();
    this.ownFrames = equivariant && (sizesKnown || sizes.withinInputs()) && canvas.cells() > shared;
    boolean outsideAnywhere =
        !sizesKnown
            || !ownFrames
                && TaskSymbols.grids(task).stream()
                    .anyMatch(g -> g.height() != canvas.height() || g.width() != canvas.width());
    this.known = new TaskSymbols(task, outsideAnywhere);
    this.planes = equivariant ? known.most() : SYMBOLS;
  }

  @Override
  public Canvas canvas() {
    return sizes.canvas();
  }

  /** Symbols per row: as many as the row that needs most of them. */
  @Override
  public int planes() {
    return planes;
  }

  @Override
  public int channels() {
    return beside.channels().count();
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
    return ownFrames && sizes.same();
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
    return demonstration(example, seen, view, 1, Window.whole(seen), frame);
  }

  @Override
  public Sight sight(
      Example example, View view, int times, OptionalInt side, RandomGenerator random) {
    Example seen = enlarged(view.apply(example), times);
    Window window =
        side.isPresent() ? Window.random(seen, side.getAsInt(), random) : Window.whole(seen);
    Frame own =
        ownFrames
            ? new Frame(new Canvas(window.height(), window.width()), needed(seen, window).size())
            : frame(view);
    return new Sight() {
      @Override
      public Frame ownFrame() {
        return own;
      }

      @Override
      public Row on(Frame frame) {
        return demonstration(example, seen, view, times, window, frame);
      }
    };
  }

  /** The symbols that a row needs for what a window shows of both grids. */
  private TreeSet<Integer> needed(Example seen, Window window) {
    TreeSet<Integer> needed = known.needed(window.of(seen.input()));
    needed.addAll(known.needed(window.of(seen.output())));
    return needed;
  }

  private static Example enlarged(Example example, int times) {
    return new Example(enlarged(example.input(), times), enlarged(example.output(), times));
  }

  private static Grid enlarged(Grid grid, int times) {
    return times == 1 ? grid : grid.enlarged(times, times);
  }

  private Row demonstration(
      Example example, Example seen, View view, int times, Window window, Frame frame) {
    Canvas laid = frame.canvas();
    int[] symbols = known.planes(needed(seen, window), frame.planes());
    int[] labels = new int[laid.cells()];
    for (int i = 0; i < labels.length; i++) {
      int symbol = window.symbol(seen.output(), laid, i);
      labels[i] = symbol == 0 && sizesKnown ? Row.IGNORE : Arrays.binarySearch(symbols, symbol);
    }
    return row(
        seen.input(),
        window,
        symbols,
        beside.of(task, example, grid -> enlarged(view.apply(grid), times)),
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
        beside.of(testIndex, view::apply),
        region,
        labels,
        frame.canvas());
  }

  /** The viewed output's cells of a test input, if its size is known beforehand. */
  private Optional<Grid> region(int testIndex, View view) {
    return sizesKnown
        ? sizes
            .tests()
            .get(testIndex)
            .map(size -> view.apply(Grid.generate(size.height(), size.width(), (r, c) -> 0)))
        : Optional.empty();
  }

  /**
   * @param shown grids beside the input, as {@link Beside} gives them; a symbol for which the row
   *     has no plane is not shown
   */
  private Row row(
      Grid input,
      Window window,
      int[] symbols,
      List<List<Grid>> shown,
      Grid region,
      int[] labels,
      Canvas laid) {
    int[] inputs = new int[laid.cells()];
    float[] features = new float[laid.cells() * Row.FEATURES];
    for (int i = 0; i < inputs.length; i++) {
      int symbol = window.symbol(input, laid, i);
      inputs[i] = Arrays.binarySearch(symbols, symbol);
      int at = i * Row.FEATURES;
      int r = window.top() + i / laid.width();
      int c = window.left() + i % laid.width();
      if (symbol != 0) {
        features[at] = 1;
        features[at + 1] = Window.isInside(input, r - 1, c) ? 0 : 1;
        features[at + 2] = Window.isInside(input, r + 1, c) ? 0 : 1;
        features[at + 3] = Window.isInside(input, r, c - 1) ? 0 : 1;
        features[at + 4] = Window.isInside(input, r, c + 1) ? 0 : 1;
      }
      if (region != null && window.symbol(region, laid, i) != 0) {
        features[at + 5] = 1;
      }
      if (!sizes.same() && r < Row.MAX_SIDE && c < Row.MAX_SIDE) {
        features[at + 6 + r] = 1;
        features[at + 6 + Row.MAX_SIDE + c] = 1;
      }
    }
    return new Row(
        known.identities(symbols),
        inputs,
        planes(shown.get(0), window, symbols, laid),
        planes(shown.get(1), window, symbols, laid),
        planes(shown.get(2), window, symbols, laid),
        labels,
        features,
        puzzle);
  }

  private static int[][] planes(List<Grid> grids, Window window, int[] symbols, Canvas laid) {
    int[][] planes = new int[grids.size()][laid.cells()];
    for (int k = 0; k < planes.length; k++) {
      Grid grid = grids.get(k);
      for (int i = 0; i < laid.cells(); i++) {
        int symbol = window.symbol(grid, laid, i);
        planes[k][i] = symbol == 0 ? -1 : Math.max(-1, Arrays.binarySearch(symbols, symbol));
      }
    }
    return planes;
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
      boolean here = region == null || Window.isInside(region, r, c);
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
