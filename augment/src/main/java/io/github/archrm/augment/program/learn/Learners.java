package io.github.archrm.augment.program.learn;

import io.github.archrm.augment.program.learn.cell.CellTable;
import io.github.archrm.augment.program.learn.panel.LayerTable;
import io.github.archrm.augment.program.learn.panel.Pick;
import java.util.List;

/** Every learner there is. */
public final class Learners {
  public static final List<Learner> ALL = List.of(new CellTable(), new Pick(), new LayerTable());

  private Learners() {}
}
