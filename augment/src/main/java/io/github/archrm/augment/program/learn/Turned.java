package io.github.archrm.augment.program.learn;

import io.github.archrm.augment.Dihedral;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.Optional;

/** Every grid turned or mirrored, for learners that know one direction only. */
public record Turned(Dihedral map) implements Lens {
  @Override
  public String words() {
    return switch (map) {
      case IDENTITY -> "seen as it is";
      case FLIP_LEFT_RIGHT -> "seen mirrored left to right";
      case FLIP_UP_DOWN -> "seen mirrored top to bottom";
      case ROTATE_180 -> "seen upside down";
      default -> "seen turned or flipped";
    };
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
