package io.github.archrm.augment.program.learn;

import io.github.archrm.augment.program.learn.cell.CellTable;
import java.util.List;

/** Every learner there is. */
public final class Learners {
  public static final List<Learner> ALL = List.of(new CellTable());

  private Learners() {}
}
