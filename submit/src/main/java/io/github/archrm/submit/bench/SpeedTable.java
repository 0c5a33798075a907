package io.github.archrm.submit.bench;

import io.github.archrm.train.bench.Speed;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/** How fast models train: a line for each, with the ratios to an earlier one if there is any. */
final class SpeedTable {
  private static final String ALONE = "%-9s %10s %6s %7s %5s %8s %10s %10s %9s %10s";

  /** What stays the same leaves room for ratios. */
  private static final String COMPARED = "%-9s %6s %7s %5s %8s %-6s %9s %-6s %10s %-6s %10s %-6s";

  private final boolean compared;

  SpeedTable(boolean compared) {
    this.compared = compared;
  }

  String heading(boolean gpu) {
    String memory = gpu ? "GPU memory" : "memory";
    return compared
        ? Text.line(
            COMPARED,
            "model",
            "canvas",
            "symbols",
            "batch",
            "steps/s",
            "",
            "of matmul",
            "",
            "matmul",
            "",
            memory,
            "")
        : Text.line(
            ALONE,
            "model",
            "parameters",
            "canvas",
            "symbols",
            "batch",
            "steps/s",
            "GFLOP/step",
            "matmul",
            "of matmul",
            memory);
  }

  String row(Speed one, Optional<Speed> before) {
    Speed.Rate rate = one.rate();
    String steps = String.format(Locale.ROOT, "%.2f", rate.stepsPerSecond());
    String share = String.format(Locale.ROOT, "%.1f %%", 100 * rate.share());
    String matmul = String.format(Locale.ROOT, "%.0f G/s", rate.matmulGigaflops());
    String memory = Text.mebibytes(memory(one));
    return compared
        ? Text.line(
            COMPARED,
            one.model(),
            Text.canvas(one.side()),
            one.symbols(),
            one.batch(),
            steps,
            ratio(one, before, speed -> speed.rate().stepsPerSecond()),
            share,
            ratio(one, before, speed -> speed.rate().share()),
            matmul,
            ratio(one, before, speed -> speed.rate().matmulGigaflops()),
            memory,
            ratio(one, before, speed -> memory(speed).orElse(0)))
        : Text.line(
            ALONE,
            one.model(),
            one.parameters(),
            Text.canvas(one.side()),
            one.symbols(),
            one.batch(),
            steps,
            String.format(Locale.ROOT, "%.3f", rate.gigaflopPerStep()),
            matmul,
            share,
            memory);
  }

  /** Of the device that computes. */
  private static OptionalLong memory(Speed one) {
    return one.gpuBytes().isPresent() ? one.gpuBytes() : one.peakBytes();
  }

  private static String ratio(Speed now, Optional<Speed> before, ToDoubleFunction<Speed> figure) {
    return before
        .map(then -> Text.ratio(figure.applyAsDouble(now), figure.applyAsDouble(then)))
        .orElse("");
  }
}
