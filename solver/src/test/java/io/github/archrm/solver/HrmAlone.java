package io.github.archrm.solver;

import io.github.archrm.tasks.arc.Arc;
import java.util.Optional;

/** Options with which models alone vote, for tests of their training. */
final class HrmAlone {
  private HrmAlone() {}

  static SolverOptions options(Budget budget, long seed, String... settings) {
    RecipeOverrides overrides = new RecipeOverrides();
    overrides.add("test", "policy.voters.programs=false");
    for (String setting : settings) {
      overrides.add("test", setting);
    }
    return new SolverOptions(
        budget, seed, "cpu", 1, null, overrides.solving(Arc.KIND, Optional.empty()));
  }
}
