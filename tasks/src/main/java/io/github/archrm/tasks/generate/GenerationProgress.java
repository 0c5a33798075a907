package io.github.archrm.tasks.generate;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a generator has come.
 *
 * @param tried puzzles that were begun
 * @param accepted puzzles that were kept
 * @param wanted puzzles in all
 * @param rejected how many were not kept, by reason
 */
public record GenerationProgress(
    int tried, int accepted, int wanted, Map<String, Integer> rejected) {

  public GenerationProgress {
    rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
  }

  /** The numbers in words: {@code 12 of 1200, rejected 3 (2 too easy, 1 equivalent)}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(accepted).append(" of ").append(wanted);
    text.append(", rejected ").append(tried - accepted);
    String separator = " (";
    for (Map.Entry<String, Integer> reason : rejected.entrySet()) {
      text.append(separator).append(reason.getValue()).append(" ").append(reason.getKey());
      separator = ", ";
    }
    return rejected.isEmpty() ? text.toString() : text.append(")").toString();
  }
}
