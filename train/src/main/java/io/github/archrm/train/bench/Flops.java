package io.github.archrm.train.bench;

import io.github.archrm.train.Halting;
import io.github.archrm.train.model.Layout;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.Row;

/**
 * Counts the floating-point operations of a training step's matrix products, a multiplication and
 * an addition as two, from the configuration alone.
 *
 * <p>A product that runs without gradient counts once; one with gradient three times: forward, and
 * in the backward pass once for each of its operands. So a segment counts each L-step and each
 * H-step once but the last ones three times. Sums, softmax, norms, the depthwise convolution of
 * neighbour mixing, the embedding look-ups and the optimizer count nothing, though they take time.
 */
final class Flops {
  private final ModelConfig config;
  private final Layout layout;

  private Flops(ModelConfig config, Layout layout) {
    this.config = config;
    this.layout = layout;
  }

  /** Of one training step of a whole batch, in FLOP. */
  static double ofStep(ModelConfig config, Layout layout, Halting halting) {
    Flops flops = new Flops(config, layout);
    double high = config.hLayers() * flops.block();
    double low = config.lLayers() * flops.block();
    double lSteps = (double) config.hCycles() * config.lCycles();
    double hSteps = config.hCycles();
    double step =
        low * (lSteps - 1 + 3) + high * (hSteps - 1 + 3) + 3 * (flops.embedding() + flops.heads());
    if (halting.looksAhead()) {
      step += low * lSteps + high * hSteps + flops.heads();
    }
    return step;
  }

  /** Tokens of the batch: of all rows and symbol planes. */
  private double tokens() {
    return (double) layout.batch() * layout.symbols() * layout.tokens();
  }

  /** [n, in] times [in, out]. */
  private static double product(double n, double in, double out) {
    return 2 * n * in * out;
  }

  private double block() {
    double d = config.d();
    double projections = product(tokens(), d, 3 * d) + product(tokens(), d, d);
    double swiGlu =
        product(tokens(), d, 2.0 * config.inner()) + product(tokens(), config.inner(), d);
    double mean =
        config.symbolEquivariant() ? product((double) layout.batch() * layout.tokens(), d, d) : 0;
    return projections + attention() + swiGlu + mean;
  }

  /** Scores and weighted values: a token meets every other, or those of its row and its column. */
  private double attention() {
    double met =
        config.attention() != ModelConfig.Attending.ALL
            ? (layout.canvas().width() + layout.canvas().height()) / 2.0
            : layout.tokens();
    return 2 * product(tokens(), config.d(), met);
  }

  private double embedding() {
    return config.symbolEquivariant()
        ? product((double) layout.batch() * layout.canvas().cells(), Row.FEATURES, config.d())
        : 0;
  }

  private double heads() {
    double symbols = config.symbolEquivariant() ? 1 : config.vocabulary();
    double cells = (double) layout.batch() * layout.symbols() * layout.canvas().cells();
    return product(cells, config.d(), symbols) + product(layout.batch(), config.d(), 2);
  }
}
