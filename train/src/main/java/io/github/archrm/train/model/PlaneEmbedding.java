package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.archrm.train.senses.Multiples;
import io.github.archrm.train.senses.Objects;
import io.github.archrm.train.senses.Senses;
import io.github.archrm.train.senses.Suggestions;
import java.util.List;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The embedding of a symbol-equivariant model: what is on each symbol's plane, which symbol it is,
 * and what is known of each cell.
 */
final class PlaneEmbedding implements HrmModel.Embedding {
  private final int width;
  private final Constants constants;
  private final NDArray presence;
  private final NDArray multiple;
  private final NDArray symbols;
  private final NDArray features;
  private final PuzzleEmbedding puzzle;

  /** [d, {@link Suggestions#COUNT}]; null without suggestions. */
  private final NDArray suggested;

  /** [d, channels]; null without channels. */
  private final NDArray channels;

  /** [d, {@link Senses#COUNT}]; null without senses. */
  private final NDArray senses;

  /** [d, {@link Objects#COUNT}]; null without objects. */
  private final NDArray objects;

  PlaneEmbedding(ModelConfig config, Constants constants, Parameters parameters) {
    this.width = config.width();
    this.constants = constants;
    double std = 1 / Math.sqrt(width);
    Shape vector = new Shape(width);
    Initializer first = Initializer.truncatedNormal(std);
    Initializer known = Initializer.truncatedNormal(std * config.start().features());
    this.presence = parameters.declare("embed_presence.weight", vector, first);
    this.symbols =
        parameters.declare(
            "embed_symbols.embedding_weight",
            new Shape(config.symbols().vocabulary(), width),
            Initializer.constant(0));
    this.features =
        parameters.declare("embed_features.weight", new Shape(width, Row.FEATURES), known);
    this.puzzle = config.symbols().puzzles() > 0 ? new PuzzleEmbedding(config, parameters) : null;
    this.multiple =
        parameters.declare("embed_multiple.weight", new Shape(width, Multiples.COUNT), known);
    this.suggested =
        config.symbols().suggestions()
            ? parameters.declare(
                "embed_suggested.weight", new Shape(width, Suggestions.COUNT), known)
            : null;
    int count = config.symbols().channels();
    this.channels =
        count > 0
            ? parameters.declare("embed_channels.weight", new Shape(width, count), known)
            : null;
    this.senses =
        config.symbols().senses()
            ? parameters.declare("embed_senses.weight", new Shape(width, Senses.COUNT), known)
            : null;
    this.objects =
        config.symbols().objects()
            ? parameters.declare("embed_objects.weight", new Shape(width, Objects.COUNT), known)
            : null;
  }

  @Override
  public NDArray embed(List<Row> rows, Layout layout, NDManager manager) {
    int batch = rows.size();
    int planes = layout.symbols();
    int cells = layout.canvas().cells();
    NDArray here = where(rows, layout, manager).mul(presence);
    if (rows.get(0).multiple().length > 0) {
      here = here.add(Torch.linear(shown(rows, Row::multiple, layout, manager), multiple));
    }
    if (suggested != null) {
      here = here.add(Torch.linear(shown(rows, Row::suggested, layout, manager), suggested));
    }
    if (channels != null) {
      here = here.add(Torch.linear(shown(rows, Row::channels, layout, manager), channels));
    }
    if (senses != null) {
      here = here.add(Torch.linear(sensed(rows, layout, manager), senses));
    }
    if (objects != null) {
      here = here.add(Torch.linear(ofObjects(rows, layout, manager), objects));
    }
    long[] identities =
        rows.stream().flatMapToInt(PlaneEmbedding::symbols).asLongStream().toArray();
    NDArray symbol =
        Torch.embedding(manager.create(identities, new Shape(batch, planes)), symbols)
            .reshape(batch, planes, 1, width);
    float[] known = new float[batch * cells * Row.FEATURES];
    for (int b = 0; b < batch; b++) {
      int length = cells * Row.FEATURES;
      System.arraycopy(rows.get(b).features(), 0, known, b * length, length);
    }
    NDArray cell =
        Torch.linear(manager.create(known, new Shape(batch, 1, cells, Row.FEATURES)), features);
    NDArray sum = here.add(symbol).add(cell);
    if (puzzle != null) {
      sum = sum.add(puzzle.embed(rows, manager).reshape(batch, 1, 1, width));
    }
    return sum.mul(constants.embeddingScale).reshape((long) batch * planes, cells, width);
  }

  private static IntStream symbols(Row row) {
    return IntStream.of(row.symbols());
  }

  /** Where each symbol is: [batch, symbols, cells, 1] of zeros and ones. */
  private static NDArray where(List<Row> rows, Layout layout, NDManager manager) {
    int planes = layout.symbols();
    int cells = layout.canvas().cells();
    float[] where = new float[rows.size() * planes * cells];
    for (int b = 0; b < rows.size(); b++) {
      int[] of = rows.get(b).inputs();
      for (int i = 0; i < cells; i++) {
        if (of[i] >= 0) {
          where[(b * planes + of[i]) * cells + i] = 1;
        }
      }
    }
    return manager.create(where, new Shape(rows.size(), planes, cells, 1));
  }

  /** Where each of some grids has each symbol: [batch, symbols, cells, grids], zeros and ones. */
  private static NDArray shown(
      List<Row> rows, Function<Row, int[][]> grids, Layout layout, NDManager manager) {
    int planes = layout.symbols();
    int cells = layout.canvas().cells();
    int count = grids.apply(rows.get(0)).length;
    float[] shown = new float[rows.size() * planes * cells * count];
    for (int b = 0; b < rows.size(); b++) {
      int[][] of = grids.apply(rows.get(b));
      for (int k = 0; k < count; k++) {
        for (int i = 0; i < cells; i++) {
          if (of[k][i] >= 0) {
            shown[((b * planes + of[k][i]) * cells + i) * count + k] = 1;
          }
        }
      }
    }
    return manager.create(shown, new Shape(rows.size(), planes, cells, count));
  }

  /** Where else each symbol is: [batch, symbols, cells, {@link Senses#COUNT}]. */
  private static NDArray sensed(List<Row> rows, Layout layout, NDManager manager) {
    int planes = layout.symbols();
    int perRow = planes * layout.canvas().cells() * Senses.COUNT;
    float[] sensed = new float[rows.size() * perRow];
    Canvas canvas = layout.canvas();
    each(
        rows,
        manager,
        (row, b) ->
            Senses.write(
                row.inside(), planes, canvas.height(), canvas.width(), sensed, b * perRow));
    return manager.create(sensed, new Shape(rows.size(), planes, canvas.cells(), Senses.COUNT));
  }

  /** What is known of each symbol's objects: [batch, symbols, cells, {@link Objects#COUNT}]. */
  private static NDArray ofObjects(List<Row> rows, Layout layout, NDManager manager) {
    int planes = layout.symbols();
    Canvas canvas = layout.canvas();
    int perRow = planes * canvas.cells() * Objects.COUNT;
    float[] known = new float[rows.size() * perRow];
    each(
        rows,
        manager,
        (row, b) ->
            new Objects(row.inside(), row.border(), canvas.width())
                .write(planes, known, b * perRow));
    return manager.create(known, new Shape(rows.size(), planes, canvas.cells(), Objects.COUNT));
  }

  /** Beside a GPU, which would wait for it, the processor's cores share the rows. */
  private static void each(List<Row> rows, NDManager manager, ObjIntConsumer<Row> write) {
    IntStream numbers = IntStream.range(0, rows.size());
    (manager.getDevice().isGpu() ? numbers.parallel() : numbers)
        .forEach(b -> write.accept(rows.get(b), b));
  }

  @Override
  public double flops(Layout layout) {
    double cells = (double) layout.batch() * layout.canvas().cells();
    double ofPlanes =
        Stream.of(channels, senses, objects, suggested)
            .filter(weight -> weight != null)
            .mapToDouble(Flops::ofLinear)
            .sum();
    return cells * (Flops.ofLinear(features) + layout.symbols() * ofPlanes);
  }
}
