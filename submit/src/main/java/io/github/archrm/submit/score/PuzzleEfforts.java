package io.github.archrm.submit.score;

import com.google.gson.JsonObject;
import io.github.archrm.solver.think.Effort;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What thinking took of each puzzle: by the middle one, and by one that 95 % of them do not exceed.
 *
 * @param median of every number by itself
 * @param high what 95 % of the puzzles take at most, likewise
 */
public record PuzzleEfforts(Effort median, Effort high) {
  private static final double HIGH = 0.95;

  /** Empty if nothing is known of any puzzle. */
  public static Optional<PuzzleEfforts> of(List<Effort> puzzles) {
    return puzzles.isEmpty()
        ? Optional.empty()
        : Optional.of(new PuzzleEfforts(quantile(puzzles, 0.5), quantile(puzzles, HIGH)));
  }

  /** The least number that a share of the puzzles does not exceed. */
  private static Effort quantile(List<Effort> puzzles, double share) {
    int index = (int) Math.ceil(share * puzzles.size()) - 1;
    return new Effort(
        puzzles.stream().mapToDouble(Effort::seconds).sorted().toArray()[index],
        puzzles.stream().mapToInt(Effort::segments).sorted().toArray()[index],
        puzzles.stream().mapToInt(Effort::starts).sorted().toArray()[index]);
  }

  /** As it stands in results.json. */
  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.add("median", toJson(median));
    json.add("high", toJson(high));
    return json;
  }

  static JsonObject toJson(Effort effort) {
    JsonObject json = new JsonObject();
    json.addProperty("seconds", effort.seconds());
    json.addProperty("segments", effort.segments());
    json.addProperty("starts", effort.starts());
    return json;
  }

  /** A line for each number. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        """
        seconds  (of thinking about a puzzle)             %7.2f median, %.2f for 95 %%
        segments (of thinking about a puzzle)             %7d median, %d for 95 %%
        starts   (of thinking about a puzzle)             %7d median, %d for 95 %%""",
        median.seconds(),
        high.seconds(),
        median.segments(),
        high.segments(),
        median.starts(),
        high.starts());
  }
}
