package io.github.archrm.augment.program;

import io.github.archrm.tasks.OutputSize;
import java.util.Collections;
import java.util.List;

/**
 * What a search found.
 *
 * @param tests for each test input its candidates, best first; perhaps none
 * @param settled whether for every test input the first candidate explains all demonstrations, by a
 *     fitted rule also each held out, and is likely enough to be taken as certain
 * @param pieces the few grids that tell most about the outputs beyond the inputs, best first
 * @param sizes for each test input its output's size, the likelier first, at most two
 * @param evaluations applications of a primitive
 * @param seconds of this thread
 * @param cutShort whether a limit of {@link SearchLimits} left something out
 */
public record Explanations(
    List<List<Explained>> tests,
    boolean settled,
    List<Piece> pieces,
    List<List<OutputSize>> sizes,
    long evaluations,
    double seconds,
    boolean cutShort) {
  /** Where nothing was searched. */
  public static Explanations none(int tests) {
    return new Explanations(
        Collections.nCopies(tests, List.of()),
        false,
        List.of(),
        Collections.nCopies(tests, List.of()),
        0,
        0,
        false);
  }

  public Explanations {
    tests = tests.stream().map(List::copyOf).toList();
    pieces = List.copyOf(pieces);
    sizes = sizes.stream().map(List::copyOf).toList();
  }
}
