package io.github.archrm.submit.answers;

import java.util.OptionalInt;

/**
 * What was answered to one test input, held against its solution.
 *
 * @param correct whether one of the two attempts is the solution
 * @param exact whether attempt 1 is; false if that is not known
 * @param ranked whether it is known where the solution stands
 * @param rank where the solution stands among the {@link TestAnswers#ranked ranked answers}, from 1
 *     on; empty if it is not among them, or that is not known
 * @param deep whether every candidate was looked at, not the two attempts only
 */
public record Judged(
    boolean correct, boolean exact, boolean ranked, OptionalInt rank, boolean deep) {
  /** Nothing was answered. */
  public static final Judged MISSING = new Judged(false, false, true, OptionalInt.empty(), true);

  /** Whether the solution is among the k best; false if that is not known. */
  public boolean within(int k) {
    return rank.isPresent() && rank.getAsInt() <= k;
  }
}
