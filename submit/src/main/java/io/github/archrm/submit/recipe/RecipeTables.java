package io.github.archrm.submit.recipe;

import io.github.archrm.submit.compare.Comparison;
import io.github.archrm.submit.compare.Pair;
import io.github.archrm.submit.report.PlainTable;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.tasks.Grid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs of recipes as tables for a terminal, and as lines of a research log. */
public final class RecipeTables {
  private final List<RecipeRun> runs;

  /**
   * @param runs in the order in which their recipes and seeds were given
   */
  public RecipeTables(List<RecipeRun> runs) {
    this.runs = List.copyOf(runs);
  }

  /** A line a run. */
  public String summary() {
    PlainTable table =
        new PlainTable(
            List.of(
                "recipe",
                "seed",
                "tasks solved",
                "outputs",
                "fitted but wrong",
                "near misses",
                "steps/s",
                "core seconds"),
            Set.of(
                "seed",
                "tasks solved",
                "outputs",
                "fitted but wrong",
                "near misses",
                "steps/s",
                "core seconds"));
    for (RecipeRun run : runs) {
      table.add(
          run.recipe(),
          Long.toString(run.seed()),
          run.solved() + " of " + run.tasks(),
          run.solvedOutputs() + " of " + run.outputs(),
          Integer.toString(run.fittedButWrong()),
          Integer.toString(run.nearMisses()),
          number(run.stepsPerSecond(), "%.1f"),
          number(run.coreSeconds(), "%.0f"));
    }
    return table.toString();
  }

  /** A task that a recipe missed with at least one seed, and what came out of it then. */
  private record Missed(String id, String recipe, int seeds, List<Outcome> outcomes) {
    /** In how many cells it was wrong at best. */
    int nearest() {
      return outcomes.stream()
          .map(RecipeRun::wrongCells)
          .mapToInt(cells -> cells.orElse(Integer.MAX_VALUE))
          .min()
          .orElseThrow();
    }
  }

  /**
   * A line for each task and recipe that missed it, those that were nearest first; empty if all was
   * solved.
   */
  public String misses() {
    Map<String, List<Missed>> byTask = new LinkedHashMap<>();
    for (List<RecipeRun> seeds : byRecipe().values()) {
      Map<String, List<Outcome>> missed = new LinkedHashMap<>();
      seeds.stream()
          .flatMap(run -> run.outcomes().stream())
          .filter(outcome -> !RecipeRun.isSolved(outcome))
          .forEach(o -> missed.computeIfAbsent(o.task().id(), id -> new ArrayList<>()).add(o));
      missed.forEach(
          (id, outcomes) ->
              byTask
                  .computeIfAbsent(id, one -> new ArrayList<>())
                  .add(new Missed(id, seeds.get(0).recipe(), seeds.size(), outcomes)));
    }
    if (byTask.isEmpty()) {
      return "";
    }
    PlainTable table =
        new PlainTable(
            List.of("task", "recipe", "missed", "fitted", "wrong cells", "votes for the solution"),
            Set.of());
    byTask.values().stream()
        .sorted(
            Comparator.comparingInt(
                rows -> rows.stream().mapToInt(Missed::nearest).min().orElseThrow()))
        .flatMap(List::stream)
        .forEach(row -> add(table, row));
    return table.toString();
  }

  private static void add(PlainTable table, Missed row) {
    table.add(
        row.id(),
        row.recipe(),
        row.outcomes().size() + " of " + row.seeds(),
        row.outcomes().stream().filter(Outcome::fitted).count() + " of " + row.outcomes().size(),
        each(row, RecipeTables::wrongCells),
        each(row, RecipeTables::votes));
  }

  /** What is said of each seed, in their order. */
  private static String each(Missed row, Function<Outcome, String> words) {
    return row.outcomes().stream().map(words).collect(Collectors.joining(", "));
  }

  private static String wrongCells(Outcome outcome) {
    return RecipeRun.missed(outcome).stream()
        .map(outcome::wrongCells)
        .map(cells -> cells.isPresent() ? Integer.toString(cells.getAsInt()) : "size")
        .collect(Collectors.joining("+"));
  }

  private static String votes(Outcome outcome) {
    return RecipeRun.missed(outcome).stream()
        .map(test -> votes(outcome, test))
        .collect(Collectors.joining("+"));
  }

  private static String votes(Outcome outcome, int test) {
    OptionalInt rank = outcome.graded().tests().get(test).rank();
    if (rank.isEmpty()) {
      return "none";
    }
    Grid solution = outcome.task().solutions().get(test);
    double share = outcome.solved().tests().get(test).share(solution);
    return String.format(Locale.ROOT, "%.0f %% (rank %d)", 100 * share, rank.getAsInt());
  }

  /**
   * A row for each recipe, in the form of the research log {@code train/RESEARCH.md}; what was
   * asked and what follows from it is left to fill in.
   *
   * @param words what is other in a recipe, by its name
   * @param options that held for all of them
   * @param comparison of all recipes with the first; empty if there is one alone
   */
  public String log(
      LocalDate date, Map<String, String> words, String options, Optional<Comparison> comparison) {
    StringBuilder text = new StringBuilder();
    int place = 0;
    for (Map.Entry<String, List<RecipeRun>> one : byRecipe().entrySet()) {
      List<RecipeRun> seeds = one.getValue();
      text.append(
          "| %s | ? | `%s` | %s | %s | %s | ? |%n"
              .formatted(
                  date,
                  (words.get(one.getKey()) + " " + options).strip().replace("|", "\\|"),
                  joined(seeds, run -> Long.toString(run.seed())),
                  result(seeds) + against(place, comparison),
                  joined(seeds, run -> number(run.stepsPerSecond(), "%.1f"))));
      place++;
    }
    return text.toString();
  }

  private static String result(List<RecipeRun> seeds) {
    return "%s of %d solved; fitted but wrong %s; near misses %s"
        .formatted(
            joined(seeds, run -> Integer.toString(run.solved())),
            seeds.get(0).tasks(),
            joined(seeds, run -> Integer.toString(run.fittedButWrong())),
            joined(seeds, run -> Integer.toString(run.nearMisses())));
  }

  private static String against(int place, Optional<Comparison> comparison) {
    if (place == 0 || comparison.isEmpty()) {
      return "";
    }
    Pair pair = comparison.get().pairs().get(place - 1);
    return String.format(
        Locale.ROOT,
        "; only %s %d, only this %d, p = %.3f",
        comparison.get().sides().get(0).name(),
        pair.onlyFirst().size(),
        pair.onlySecond().size(),
        pair.p());
  }

  private static String joined(List<RecipeRun> runs, Function<RecipeRun, String> words) {
    return runs.stream().map(words).collect(Collectors.joining(", "));
  }

  private Map<String, List<RecipeRun>> byRecipe() {
    Map<String, List<RecipeRun>> byRecipe = new LinkedHashMap<>();
    runs.forEach(run -> byRecipe.computeIfAbsent(run.recipe(), r -> new ArrayList<>()).add(run));
    return byRecipe;
  }

  private static String number(OptionalDouble number, String format) {
    return number.isPresent() ? String.format(Locale.ROOT, format, number.getAsDouble()) : "-";
  }
}
