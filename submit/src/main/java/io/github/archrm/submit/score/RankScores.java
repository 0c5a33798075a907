package io.github.archrm.submit.score;

import com.google.gson.JsonObject;
import io.github.archrm.submit.answers.Judged;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Where the solution stands among what was predicted: pass@k is the mean over tasks of the share of
 * their test outputs whose solution is among the k best, so that pass@2 is ARC Prize's score. They
 * tell whether the right answer was missing or badly chosen.
 *
 * @param passes pass@k by k, shares 0-1; up to 2 where only the attempts are known
 * @param found the same for all that was predicted, the best 1,000; empty where that is not known
 */
public record RankScores(Map<Integer, Double> passes, OptionalDouble found) {
  private static final List<Integer> DEPTHS = List.of(1, 2, 5, 10, 100);
  private static final int ATTEMPTS = 2;

  public RankScores {
    passes = new TreeMap<>(passes);
  }

  /** The scores of tasks, each with a test; empty if it is not known where a solution stands. */
  public static Optional<RankScores> of(List<Graded> tasks) {
    List<Judged> tests = tasks.stream().flatMap(task -> task.tests().stream()).toList();
    if (tests.isEmpty() || !tests.stream().allMatch(Judged::ranked)) {
      return Optional.empty();
    }
    boolean deep = tests.stream().allMatch(Judged::deep);
    Map<Integer, Double> passes = new TreeMap<>();
    for (int depth : DEPTHS) {
      if (deep || depth <= ATTEMPTS) {
        passes.put(depth, mean(tasks, test -> test.within(depth)));
      }
    }
    return Optional.of(
        new RankScores(
            passes,
            deep
                ? OptionalDouble.of(mean(tasks, test -> test.rank().isPresent()))
                : OptionalDouble.empty()));
  }

  private static double mean(List<Graded> tasks, Predicate<Judged> hit) {
    return tasks.stream()
        .mapToDouble(
            task -> (double) task.tests().stream().filter(hit).count() / task.tests().size())
        .average()
        .orElse(0);
  }

  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    passes.forEach((depth, share) -> json.addProperty("pass@" + depth, share));
    found.ifPresent(share -> json.addProperty("found", share));
    return json;
  }

  /** One line. */
  @Override
  public String toString() {
    return passes.entrySet().stream()
            .map(pass -> "pass@" + pass.getKey() + " " + percent(pass.getValue()))
            .collect(Collectors.joining(", "))
        + (found.isPresent() ? ", found at all " + percent(found.getAsDouble()) : "");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
