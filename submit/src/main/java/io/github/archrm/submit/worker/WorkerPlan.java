package io.github.archrm.submit.worker;

import java.util.List;

/**
 * The workers of a run.
 *
 * @param setups how each of them is started
 * @param tokens that a batch may hold, so that all of them fit into the memory of the machine and
 *     of its GPUs
 */
public record WorkerPlan(List<WorkerSetup> setups, int tokens) {
  public WorkerPlan {
    setups = List.copyOf(setups);
  }

  public int count() {
    return setups.size();
  }

  /** The setup of the worker of a number, from 1. */
  public WorkerSetup setup(int number) {
    return setups.get(number - 1);
  }
}
