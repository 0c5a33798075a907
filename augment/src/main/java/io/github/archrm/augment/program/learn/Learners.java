package io.github.archrm.augment.program.learn;

import java.util.List;

/** Every learner there is. */
public final class Learners {
  public static final List<Learner> ALL = List.of();

  private Learners() {}
}
