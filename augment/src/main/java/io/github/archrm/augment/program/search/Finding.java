package io.github.archrm.augment.program.search;

import io.github.archrm.augment.program.primitive.PlacedGrid;
import java.util.List;

/**
 * One way to explain demonstrations, and what it makes of the tests.
 *
 * @param tests [test] in the frame's colours, null where it leaves cells open
 * @param exact bit d is set if demonstration d is reproduced
 * @param fitted bit d is set if demonstration d was looked at
 * @param cost the length of the longest program in it
 * @param allCosts the lengths of all its programs together
 * @param layers how many programs there are
 * @param blackLayers of how many only the black cells count
 * @param share of all stacks with programs of no greater length that say the same of all tests
 * @param kind how the programs are put together
 * @param programs the numbers of the programs, for {@link Run#words}
 */
public record Finding(
    PlacedGrid[] tests,
    int exact,
    int fitted,
    int cost,
    int allCosts,
    int layers,
    int blackLayers,
    double share,
    Kind kind,
    List<Part> programs) {

  /** How programs are put together. */
  public enum Kind {
    STACK,
    COMPLETED,
    PRODUCT
  }

  /** A program's number in its walk, negative for a constant, and how it is laid. */
  public record Part(int tuple, String laid) {}
}
