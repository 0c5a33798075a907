package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.archrm.train.senses.Multiples;
import io.github.archrm.train.senses.Objects;
import io.github.archrm.train.senses.Senses;
import io.github.archrm.train.senses.Suggestions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    NDArray here =
        Torch.linear(
            told(rows, layout, manager), toldWeights(rows.get(0)).mul(constants.embeddingScale));
    long[] identities =
        rows.stream().flatMapToInt(PlaneEmbedding::symbols).asLongStream().toArray();
    NDArray symbol =
        Torch.embedding(manager.create(identities, new Shape(batch, planes)), symbols)
            .mul(constants.embeddingScale)
            .reshape(batch, planes, 1, width);
    float[] known = new float[batch * cells * Row.FEATURES];
    for (int b = 0; b < batch; b++) {
      int length = cells * Row.FEATURES;
      System.arraycopy(rows.get(b).features(), 0, known, b * length, length);
    }
    NDArray cell =
        Torch.linear(
            manager.create(known, new Shape(batch, 1, cells, Row.FEATURES)),
            features.mul(constants.embeddingScale));
    if (puzzle != null) {
      NDArray own = puzzle.embed(rows, manager).mul(constants.embeddingScale);
      symbol = symbol.add(own.reshape(batch, 1, 1, width));
    }
    return here.add(symbol).add(cell).reshape((long) batch * planes, cells, width);
  }

  /** What maps {@link #told}, [d, numbers]. */
  private NDArray toldWeights(Row first) {
    NDList weights = new NDList(presence.reshape(width, 1));
    if (first.multiple().length > 0) {
      weights.add(multiple);
    }
    ofChoice().forEach(weights::add);
    return weights.size() == 1 ? weights.get(0) : NDArrays.concat(weights, 1);
  }

  /** The weights of what only some models are told, in the order of {@link #told}. */
  private Stream<NDArray> ofChoice() {
    return Stream.of(suggested, channels, senses, objects).filter(weight -> weight != null);
  }

  /**
   * All that a cell is told of each symbol, [batch, symbols, cells, numbers]: whether it has it;
   * whether each of the grids that are shown has it; senses; objects.
   */
  private NDArray told(List<Row> rows, Layout layout, NDManager manager) {
    int grids = shown(rows.get(0)).size();
    int ofObjects = grids + (senses == null ? 0 : Senses.COUNT);
    int numbers = ofObjects + (objects == null ? 0 : Objects.COUNT);
    int planes = layout.symbols();
    Canvas canvas = layout.canvas();
    int perRow = planes * canvas.cells() * numbers;
    float[] told = new float[rows.size() * perRow];
    each(
        rows,
        manager,
        (row, b) -> {
          List<int[]> shown = shown(row);
          if (shown.size() != grids) {
            throw new IllegalArgumentException("rows of one batch are shown as many grids each");
          }
          int at = b * perRow;
          int number = at;
          for (int[] grid : shown) {
            for (int i = 0; i < grid.length; i++) {
              if (grid[i] >= 0) {
                told[(grid[i] * grid.length + i) * numbers + number] = 1;
              }
            }
            number++;
          }
          if (senses != null) {
            int height = canvas.height();
            int offset = at + grids;
            Senses.write(row.inside(), planes, height, canvas.width(), told, offset, numbers);
          }
          if (objects != null) {
            new Objects(row.inside(), row.border(), canvas.width())
                .write(planes, told, at + ofObjects, numbers);
          }
        });
    return manager.create(told, new Shape(rows.size(), planes, canvas.cells(), numbers));
  }

  /** Its input, and the grids that it is shown beside it. */
  private List<int[]> shown(Row row) {
    List<int[]> grids = new ArrayList<>();
    grids.add(row.inputs());
    Collections.addAll(grids, row.multiple());
    if (suggested != null) {
      Collections.addAll(grids, row.suggested());
    }
    if (channels != null) {
      Collections.addAll(grids, row.channels());
    }
    return grids;
  }

  private static IntStream symbols(Row row) {
    return IntStream.of(row.symbols());
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
    double ofPlanes = ofChoice().mapToDouble(Flops::ofLinear).sum();
    return cells * (Flops.ofLinear(features) + layout.symbols() * ofPlanes);
  }
}
