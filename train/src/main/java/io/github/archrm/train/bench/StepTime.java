package io.github.archrm.train.bench;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Where the time of a training step goes, while a profiler watches: that costs time itself, most
 * where operators are small.
 *
 * @param steps that were watched; everything else is the mean of one
 * @param seconds the whole step
 * @param groups every group once; they make up the whole
 * @param operators all of them, those that took longest first; less than the whole by what Java
 *     took
 * @param productGigaflop matrix products that were computed, in 10⁹ floating-point operations
 * @param productSeconds that they took
 */
public record StepTime(
    int steps,
    double seconds,
    List<Part> groups,
    List<Operator> operators,
    double productGigaflop,
    double productSeconds) {

  /** Relative; groups are rounded one by one. */
  private static final double ROUNDING = 1e-6;

  /** What a group of operators took of a step. */
  public record Part(OperatorGroup group, double seconds) {
    public Part {
      requireTime("seconds", seconds);
    }
  }

  /**
   * What one operator took of a step, without what it calls.
   *
   * @param calls of a step
   */
  public record Operator(String name, OperatorGroup group, double calls, double seconds) {
    static final Comparator<Operator> LONGEST_FIRST =
        Comparator.comparingDouble(Operator::seconds)
            .reversed()
            .thenComparing(Operator::name)
            .thenComparing(Operator::group);
  }

  public StepTime {
    Speed.requirePositive("seconds", seconds);
    requireTime("productSeconds", productSeconds);
    groups = List.copyOf(groups);
    operators = List.copyOf(operators);
    Set<OperatorGroup> missing = EnumSet.allOf(OperatorGroup.class);
    for (Part part : groups) {
      if (!missing.remove(part.group())) {
        throw new IllegalArgumentException(part.group() + " stands twice among the groups");
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("groups lack " + missing);
    }
    double sum = groups.stream().mapToDouble(Part::seconds).sum();
    if (Math.abs(sum - seconds) > ROUNDING * seconds) {
      throw new IllegalArgumentException("groups make up %s of %s s".formatted(sum, seconds));
    }
  }

  private static void requireTime(String name, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + " must be at least 0, but is " + value);
    }
  }

  /** What a group took of a step, in seconds. */
  public double of(OperatorGroup group) {
    return groups.stream().filter(part -> part.group() == group).mapToDouble(Part::seconds).sum();
  }

  /** Rate of the matrix products by themselves, in 10⁹ floating-point operations a second. */
  public double productGigaflops() {
    return productSeconds > 0 ? productGigaflop / productSeconds : 0;
  }
}
