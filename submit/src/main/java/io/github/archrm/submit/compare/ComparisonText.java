package io.github.archrm.submit.compare;

import io.github.archrm.submit.compare.Bootstrap.Interval;
import io.github.archrm.submit.compare.Comparison.Score;
import io.github.archrm.submit.compare.Comparison.Standing;
import io.github.archrm.submit.compare.Pair.Difference;
import io.github.archrm.submit.compare.Seeds.Spread;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A comparison as lines for a terminal. */
public final class ComparisonText {
  private static final int IDS_SHOWN = 20;

  private final Comparison comparison;
  private final StringBuilder text = new StringBuilder();

  private ComparisonText(Comparison comparison) {
    this.comparison = comparison;
  }

  public static String of(Comparison comparison) {
    return new ComparisonText(comparison).text();
  }

  private String text() {
    List<Item> items = comparison.items();
    long tests = items.stream().filter(item -> item.test() >= 0).count();
    line(
        "%d systems, %d %s",
        comparison.sides().size(),
        items.size(),
        tests == 0 ? "tasks" : tests == items.size() ? "test inputs" : "tasks and test inputs");
    line("");
    table();
    comparison.seeds().ifPresentOrElse(this::seeds, () -> comparison.pairs().forEach(this::pair));
    return text.toString();
  }

  private void table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("", side -> comparison.sides().get(side).name()));
    for (Measure measure : Measure.values()) {
      rows.add(row(measure.words(), side -> score(standing(side).scores().get(measure))));
    }
    rows.add(row("Pass@1, 2, 5, 10, 100", side -> passes(standing(side))));
    rows.add(row("Found at all", side -> found(standing(side))));
    rows.add(row("Solved by it alone", side -> "" + standing(side).alone().size()));
    rows.add(
        row("Worker seconds per task", side -> number(standing(side).expense().seconds(), "%.1f")));
    rows.add(
        row(
            "Processor seconds per task",
            side -> number(standing(side).expense().processorSeconds(), "%.1f")));
    rows.add(row("Dollars per task", side -> dollars(standing(side).expense().dollars())));
    rows.removeIf(row -> row.stream().skip(1).allMatch(cell -> cell.equals("-")));
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    rows.forEach(
        row -> {
          for (int c = 0; c < columns; c++) {
            widths[c] = Math.max(widths[c], row.get(c).length());
          }
        });
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        line.append(String.format("%-" + (widths[c] + 2) + "s", row.get(c)));
      }
      line("%s", line.toString().stripTrailing());
    }
  }

  private List<String> row(String name, Function<Integer, String> cell) {
    List<String> row = new ArrayList<>(List.of(name));
    for (int side = 0; side < comparison.sides().size(); side++) {
      row.add(cell.apply(side));
    }
    return row;
  }

  private Standing standing(int side) {
    return comparison.standings().get(side);
  }

  private static String score(Score score) {
    return percent(score.value()) + " " + interval(score.interval());
  }

  private static String interval(Interval interval) {
    return String.format(Locale.ROOT, "[%.1f, %.1f]", 100 * interval.low(), 100 * interval.high());
  }

  private static String passes(Standing standing) {
    return standing
        .ranks()
        .map(
            ranks ->
                ranks.passes().values().stream()
                    .map(share -> String.format(Locale.ROOT, "%.1f", 100 * share))
                    .collect(Collectors.joining(", ", "", " %")))
        .orElse("-");
  }

  private static String found(Standing standing) {
    return standing
        .ranks()
        .filter(ranks -> ranks.found().isPresent())
        .map(ranks -> percent(ranks.found().getAsDouble()))
        .orElse("-");
  }

  private static String number(OptionalDouble number, String format) {
    return number.isPresent() ? String.format(Locale.ROOT, format, number.getAsDouble()) : "-";
  }

  private static String dollars(OptionalDouble number) {
    return number.isPresent()
        ? BigDecimal.valueOf(number.getAsDouble()).round(new MathContext(3)).toPlainString()
        : "-";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  private void seeds(Seeds seeds) {
    line("");
    line("%d runs of one system", seeds.runs());
    for (Measure measure : Measure.values()) {
      Spread spread = seeds.spreads().get(measure);
      line(
          "%-36s  mean %s, deviation %s, %s to %s",
          measure.words(),
          percent(spread.mean()),
          percent(spread.deviation()),
          percent(spread.least()),
          percent(spread.most()));
    }
    line(
        "solved by some run: %d of %d; by every run: %d",
        seeds.union(), seeds.items(), seeds.always());
  }

  private void pair(Pair pair) {
    String first = comparison.sides().get(pair.first()).name();
    String second = comparison.sides().get(pair.second()).name();
    line("");
    line("%s against %s", second, first);
    line(
        "both solve %d, neither %d, only %s %d, only %s %d",
        pair.both(),
        pair.neither(),
        first,
        pair.onlyFirst().size(),
        second,
        pair.onlySecond().size());
    ids("only " + first, pair.onlyFirst());
    ids("only " + second, pair.onlySecond());
    for (Measure measure : Measure.values()) {
      Difference difference = pair.differences().get(measure);
      line(
          "%-36s  %+.2f points %s",
          measure.words(), 100 * difference.value(), interval(difference.interval()));
    }
    line(
        "McNemar's exact test: p = %s%s",
        p(pair.p()),
        pair.p() < 0.05 ? "" : ": by chance the difference would be at least as large that often");
  }

  private static String p(double p) {
    return String.format(Locale.ROOT, p < 0.001 ? "%.1e" : "%.3f", p);
  }

  private void ids(String what, List<String> ids) {
    if (!ids.isEmpty()) {
      line(
          "  %s: %s%s",
          what,
          ids.stream().limit(IDS_SHOWN).collect(Collectors.joining(", ")),
          ids.size() > IDS_SHOWN ? " and " + (ids.size() - IDS_SHOWN) + " more" : "");
    }
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
