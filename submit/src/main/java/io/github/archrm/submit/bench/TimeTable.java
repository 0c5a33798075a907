package io.github.archrm.submit.bench;

import io.github.archrm.train.bench.OperatorGroup;
import io.github.archrm.train.bench.Speed;
import io.github.archrm.train.bench.StepTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the time of training steps goes: a line for each, and its ratio to an earlier one. */
final class TimeTable {
  private static final String ROW = "%-9s %6s %7s %8s %6s %7s %7s %7s %6s %6s %6s %7s %5s";

  /** In the order of {@link OperatorGroup}. */
  private static final Map<OperatorGroup, String> HEADINGS =
      Map.of(
          OperatorGroup.PRODUCTS, "products",
          OperatorGroup.CONVOLUTION, "convol.",
          OperatorGroup.ELEMENT_WISE, "element",
          OperatorGroup.SOFTMAX, "softmax",
          OperatorGroup.REDUCTIONS, "sums",
          OperatorGroup.COPIES, "copies",
          OperatorGroup.OPTIMIZER, "optim.",
          OperatorGroup.LOOK_UPS, "look-up",
          OperatorGroup.REST, "rest");

  /** A smaller share of a step is left out of ratios: it is mostly noise. */
  private static final double NOTHING = 0.001;

  private TimeTable() {}

  static List<String> of(List<Speed> speeds, Optional<Before> before) {
    List<Speed> watched = speeds.stream().filter(one -> one.time().isPresent()).toList();
    if (watched.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Where the time of a step goes, in % of it:");
    lines.add(row("model", "canvas", "ms/step", "(rate)", HEADINGS::get));
    for (Speed one : watched) {
      StepTime time = one.time().orElseThrow();
      lines.add(
          row(
              one.model(),
              Text.canvas(one.side()),
              number(1000 * time.seconds()),
              number(100 * time.productGigaflops() / one.rate().matmulGigaflops()),
              group -> number(100 * time.of(group) / time.seconds())));
      before
          .flatMap(earlier -> earlier.of(one))
          .ifPresent(then -> then.time().ifPresent(old -> lines.add(ratios(one, time, then, old))));
    }
    lines.addAll(
        List.of(
            "",
            "ms/step: of watched steps. Watching costs some µs a call, most of it in copies and rest.",
            "(rate): that of the products by themselves, in % of matmul. element: element-wise.",
            "softmax: and other exp. sums: norms and other reductions. copies: layouts too.",
            "look-up: embeddings, gathers, the loss. rest: Java, autograd's own, everything else."));
    if (before.isPresent()) {
      lines.add("ratio: of these times, and of (rate), to the earlier ones; none below 0.1 %.");
    }
    return lines;
  }

  private static String ratios(Speed now, StepTime time, Speed then, StepTime old) {
    return row(
        "  ratio",
        "",
        Text.ratio(time.seconds(), old.seconds()),
        Text.ratio(
            time.productGigaflops() / now.rate().matmulGigaflops(),
            old.productGigaflops() / then.rate().matmulGigaflops()),
        group ->
            old.of(group) < NOTHING * old.seconds()
                ? ""
                : Text.ratio(time.of(group), old.of(group)));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** What each group shows. */
  private interface Cell {
    String of(OperatorGroup group);
  }

  private static String row(String model, String canvas, String time, String rate, Cell cell) {
    List<Object> cells = new ArrayList<>(List.of(model, canvas, time));
    Arrays.stream(OperatorGroup.values()).map(cell::of).forEach(cells::add);
    cells.add(4, rate);
    return Text.line(ROW, cells.toArray());
  }
}
