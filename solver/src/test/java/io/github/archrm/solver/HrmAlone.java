package io.github.archrm.solver;

import io.github.archrm.tasks.arc.Arc;
import java.util.Optional;

/** Options with which models alone vote, for tests of their training. */
final class HrmAlone {
  private HrmAlone() {}

  static SolverOptions options(Budget budget, long seed) {
    RecipeOverrides overrides = new RecipeOverrides();
    overrides.add("test", "policy.voters.programs=false");
    return new SolverOptions(
        budget, seed, "cpu", 1, null, overrides.solving(Arc.KIND, Optional.empty()));
  }
}
