package io.github.archrm.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import io.github.archrm.train.file.Safetensors;
import io.github.archrm.train.file.SafetensorsWriter;
import io.github.archrm.train.model.HrmModel;
import io.github.archrm.train.model.Layout;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.model.State;
import io.github.archrm.train.model.Torch;
import io.github.archrm.train.senses.Multiples;
import io.github.archrm.train.senses.Suggestions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What a batch keeps between segments: the rows it works on, their recurrent states and how many
 * segments each has made. A halted row takes new data and starting states at the next segment; the
 * others go on.
 */
public final class Carry implements AutoCloseable {
  private final Layout layout;
  private final List<Row> rows = new ArrayList<>();
  private final int[] segments;
  private final boolean[] halted;
  private State state;

  public Carry(Layout layout) {
    this.layout = layout;
    this.segments = new int[layout.batch()];
    this.halted = new boolean[layout.batch()];
    Arrays.fill(halted, true);
    for (int b = 0; b < layout.batch(); b++) {
      rows.add(null);
    }
  }

  Layout layout() {
    return layout;
  }

  List<Row> rows() {
    return rows;
  }

  State state() {
    return state;
  }

  /** Segments that a row has made on its present data. */
  int segments(int row) {
    return segments[row];
  }

  boolean halted(int row) {
    return halted[row];
  }

  /** Gives halted rows new data; every offered row that is not needed is dropped. */
  void refill(Supplier<Row> source) {
    for (int b = 0; b < halted.length; b++) {
      if (halted[b]) {
        rows.set(b, source.get());
        segments[b] = 0;
      }
    }
  }

  /**
   * Gives one row new data.
   *
   * @param begins whether it has a starting state at the next segment; otherwise it keeps its state
   */
  void replace(int row, Row data, boolean begins) {
    rows.set(row, data);
    if (begins) {
      segments[row] = 0;
      halted[row] = true;
    }
  }

  /** The states to go on from: starting states for halted rows, the carried ones for the others. */
  State begin(HrmModel model, RandomGenerator random, NDManager manager) {
    boolean all = true;
    boolean none = true;
    for (boolean one : halted) {
      all &= one;
      none &= !one;
    }
    if (none) {
      return state;
    }
    return new State(
        begin(model, true, all, random, manager), begin(model, false, all, random, manager));
  }

  private NDArray begin(
      HrmModel model, boolean high, boolean all, RandomGenerator random, NDManager manager) {
    int perRow = layout.symbols();
    long n = (long) layout.batch() * perRow;
    Shape shape = new Shape(n, layout.tokens(), model.config().width());
    float[] keep = new float[(int) n];
    NDArray start;
    if (model.config().start().randomStates()) {
      start =
          manager.getDevice().isGpu()
              ? Torch.noise(shape, random, manager)
              : noise(shape, random, manager);
    } else {
      start = model.start(high).reshape(1, 1, shape.get(2)).broadcast(shape);
    }
    if (all) {
      return start;
    }
    for (int i = 0; i < n; i++) {
      keep[i] = halted[i / perRow] ? 0 : 1;
    }
    NDArray kept = manager.create(keep, new Shape(n, 1, 1));
    NDArray carried = high ? state.zH() : state.zL();
    return carried.mul(kept).add(start.mul(kept.neg().add(model.constants().one)));
  }

  /**
   * Standard normal noise for the halted rows. Made in Java, so that it depends on the seed alone;
   * a GPU makes its own, since copying it there would take longer than the segment.
   */
  private NDArray noise(Shape shape, RandomGenerator random, NDManager manager) {
    int size = (int) (shape.size() / layout.batch());
    float[] noise = new float[(int) shape.size()];
    for (int b = 0; b < halted.length; b++) {
      for (int i = 0; halted[b] && i < size; i++) {
        noise[b * size + i] = (float) random.nextGaussian();
      }
    }
    return manager.create(noise, shape);
  }

  /** Keeps the states of a segment, cut off from its graph, beyond the open NDScope. */
  void keep(State next, boolean[] nowHalted) {
    close();
    state = new State(next.zH().stopGradient(), next.zL().stopGradient());
    NDScope.unregister(state.zH(), state.zL());
    for (int b = 0; b < halted.length; b++) {
      segments[b]++;
      halted[b] = nowHalted[b];
    }
  }

  /** Adds the states and the rows under a prefix; nothing before the first segment. */
  void save(SafetensorsWriter file, String prefix) {
    if (state == null) {
      return;
    }
    file.put(prefix + "z_H", state.zH());
    file.put(prefix + "z_L", state.zL());
    int batch = rows.size();
    int cells = layout.canvas().cells();
    if (rows.get(0).symbols() != null) {
      file.put(prefix + "symbols", ints(Row::symbols), batch, rows.get(0).symbols().length);
    }
    file.put(prefix + "inputs", ints(Row::inputs), batch, cells);
    putGrids(file, prefix + "multiple", Row::multiple);
    putGrids(file, prefix + "suggested", Row::suggested);
    putGrids(file, prefix + "channels", Row::channels);
    file.put(prefix + "labels", ints(Row::labels), batch, cells);
    file.put(prefix + "puzzles", ints(row -> new int[] {row.puzzle()}), batch);
    if (rows.get(0).features() != null) {
      float[] features = new float[batch * cells * Row.FEATURES];
      for (int b = 0; b < batch; b++) {
        float[] some = rows.get(b).features();
        System.arraycopy(some, 0, features, b * some.length, some.length);
      }
      file.put(prefix + "features", features, batch, cells, Row.FEATURES);
    }
    int[] ended = new int[batch];
    for (int b = 0; b < batch; b++) {
      ended[b] = halted[b] ? 1 : 0;
    }
    file.put(prefix + "segments", segments.clone(), batch);
    file.put(prefix + "halted", ended, batch);
  }

  private void putGrids(SafetensorsWriter file, String name, Function<Row, int[][]> grids) {
    int count = grids.apply(rows.get(0)).length;
    if (count > 0) {
      int[] all =
          ints(row -> Arrays.stream(grids.apply(row)).flatMapToInt(Arrays::stream).toArray());
      file.put(name, all, rows.size(), count, layout.canvas().cells());
    }
  }

  private int[] ints(Function<Row, int[]> field) {
    return rows.stream().map(field).flatMapToInt(Arrays::stream).toArray();
  }

  /**
   * Takes back what {@link #save} added; must not be called inside an NDScope.
   *
   * @param planes symbols of a row
   * @param channels of a row
   */
  void restore(
      Safetensors file,
      String prefix,
      int planes,
      int channels,
      ModelConfig config,
      NDManager manager) {
    if (!file.has(prefix + "z_H")) {
      return;
    }
    close();
    int batch = rows.size();
    int cells = layout.canvas().cells();
    Shape shape = new Shape((long) batch * layout.symbols(), layout.tokens(), config.width());
    state = new State(manager.zeros(shape), manager.zeros(shape));
    file.take(prefix + "z_H", state.zH());
    file.take(prefix + "z_L", state.zL());
    int[] symbols = ints(file, prefix + "symbols", new Shape(batch, planes));
    int[] inputs = file.takeInts(prefix + "inputs", new Shape(batch, cells));
    int[] multiple = ints(file, prefix + "multiple", new Shape(batch, Multiples.COUNT, cells));
    int[] suggested = ints(file, prefix + "suggested", new Shape(batch, Suggestions.COUNT, cells));
    int[] shown = ints(file, prefix + "channels", new Shape(batch, channels, cells));
    int[] labels = file.takeInts(prefix + "labels", new Shape(batch, cells));
    int[] puzzles = file.takeInts(prefix + "puzzles", new Shape(batch));
    int perRow = cells * Row.FEATURES;
    float[] features =
        file.has(prefix + "features")
            ? file.takeFloats(prefix + "features", new Shape(batch, cells, Row.FEATURES))
            : null;
    int[] made = file.takeInts(prefix + "segments", new Shape(batch));
    int[] ended = file.takeInts(prefix + "halted", new Shape(batch));
    for (int b = 0; b < batch; b++) {
      rows.set(
          b,
          new Row(
              part(symbols, b, planes),
              part(inputs, b, cells),
              multiple == null ? Row.NO_GRIDS : grids(multiple, b, Multiples.COUNT, cells),
              suggested == null ? Row.NO_GRIDS : grids(suggested, b, Suggestions.COUNT, cells),
              grids(shown, b, channels, cells),
              part(labels, b, cells),
              features == null ? null : Arrays.copyOfRange(features, b * perRow, (b + 1) * perRow),
              puzzles[b]));
      segments[b] = made[b];
      halted[b] = ended[b] == 1;
    }
  }

  private static int[] ints(Safetensors file, String name, Shape shape) {
    return file.has(name) ? file.takeInts(name, shape) : null;
  }

  private static int[][] grids(int[] all, int row, int count, int cells) {
    int[][] grids = new int[count][];
    for (int k = 0; k < count; k++) {
      grids[k] = part(all, row * count + k, cells);
    }
    return grids;
  }

  private static int[] part(int[] all, int row, int length) {
    return all == null ? null : Arrays.copyOfRange(all, row * length, (row + 1) * length);
  }

  @Override
  public void close() {
    if (state != null) {
      state.zH().close();
      state.zL().close();
      state = null;
    }
  }
}
