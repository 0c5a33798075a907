package io.github.archrm.augment.program.search;

/**
 * What a search may spend and has spent. Evaluations, applications of a primitive to a state, are
 * exactly repeatable; a deadline is not.
 */
public final class Effort {
  private final long mostEvaluations;
  private final long deadline;
  private final long mostBytes;
  private long evaluations;
  private boolean cutShort;

  /**
   * @param mostEvaluations over all examples and runs
   * @param deadline a {@link System#nanoTime()}; {@link Long#MAX_VALUE} for none
   * @param mostBytes that the states of all examples of one run may take
   */
  public Effort(long mostEvaluations, long deadline, long mostBytes) {
    this.mostEvaluations = mostEvaluations;
    this.deadline = deadline;
    this.mostBytes = mostBytes;
  }

  public long evaluations() {
    return evaluations;
  }

  /** Whether something was left out because a limit was reached. */
  public boolean cutShort() {
    return cutShort;
  }

  long left() {
    return Math.max(0, mostEvaluations - evaluations);
  }

  void count(int more) {
    evaluations += more;
  }

  long mostBytes() {
    return mostBytes;
  }

  void tell() {
    cutShort = true;
  }

  /** Whether the deadline is over. */
  public boolean late() {
    boolean late = deadline != Long.MAX_VALUE && System.nanoTime() - deadline > 0;
    cutShort |= late;
    return late;
  }
}
