package io.github.archrm.submit.trunk;

import io.github.archrm.submit.runtime.UserMistake;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a training run is asked for, beside its puzzles and its recipe. It lies with the saved run,
 * so that one that goes on can be told what has changed.
 *
 * @param seconds budget of this run and those it goes on with; may be infinite
 * @param steps likewise, optimizer steps; {@link Integer#MAX_VALUE} for any
 * @param points of the curve
 * @param validation puzzles to validate with, at most
 * @param seed decides everything random, and which puzzles are held out
 */
public record TrunkPlan(double seconds, int steps, int points, int validation, long seed) {
  private static final String SEED = "seed";
  private static final String VALIDATION = "validation";
  private static final String LIMITS = "limits";
  private static final String ELAPSED = "elapsed";

  /**
   * As it lies with the saved run.
   *
   * @param elapsed seconds, those of earlier runs included
   */
  Map<String, String> notes(double elapsed) {
    return Map.of(
        SEED,
        Long.toString(seed),
        VALIDATION,
        Integer.toString(validation),
        LIMITS,
        limits(),
        ELAPSED,
        String.format(Locale.ROOT, "%.1f", elapsed));
  }

  /** The limits as options. */
  private String limits() {
    String budget =
        Double.isInfinite(seconds)
            ? ""
            : "--budget " + BigDecimal.valueOf(seconds).stripTrailingZeros().toPlainString();
    String most = steps == Integer.MAX_VALUE ? "" : "--steps " + steps;
    return (budget + " " + most).strip();
  }

  /**
   * Held against what lies with a saved run; one of an older program has nothing to say.
   *
   * @throws UserMistake if an option differs that decides which puzzles are held out
   */
  public void requireSame(Path state, Map<String, String> notes) {
    require(state, notes, SEED, Long.toString(seed));
    require(state, notes, VALIDATION, Integer.toString(validation));
  }

  private static void require(Path state, Map<String, String> notes, String name, String asked) {
    String saved = notes.getOrDefault(name, asked);
    if (!saved.equals(asked)) {
      throw new UserMistake(
          "%s: the run was begun with --%s %s, not %s".formatted(state, name, saved, asked));
    }
  }

  /** What it means that a saved run had other limits; empty if it had these. */
  public Optional<String> otherLimits(Map<String, String> notes) {
    String before = notes.getOrDefault(LIMITS, limits());
    return before.equals(limits())
        ? Optional.empty()
        : Optional.of(
            "begun for %s, goes on for %s: the learning rate follows the new limit from here on, so"
                    .formatted(before, limits())
                + " the result is not that of one run with it");
  }

  /** Seconds that a saved run has used, if it says so. */
  static Optional<Double> elapsed(Map<String, String> notes) {
    try {
      return Optional.ofNullable(notes.get(ELAPSED)).map(Double::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
