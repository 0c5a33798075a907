package io.github.archrm.augment.program.learn;

import io.github.archrm.augment.Dihedral;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.Locale;
import java.util.Optional;

/** Every grid turned or mirrored, for learners that know one direction only. */
public record Turned(Dihedral map) implements Lens {
  @Override
  public String words() {
    return "seen by " + map.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  @Override
  public double cost() {
    return 0.3;
  }

  @Override
  public Optional<Grid> look(Grid input) {
    return Optional.of(map.apply(input));
  }

  @Override
  public Optional<Grid> lookOutput(Example example) {
    return Optional.of(map.apply(example.output()));
  }

  @Override
  public Optional<Grid> back(Grid input, Grid look) {
    return Optional.of(map.undo(look));
  }
}
