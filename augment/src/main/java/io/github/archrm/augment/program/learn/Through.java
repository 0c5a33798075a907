package io.github.archrm.augment.program.learn;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A learner that sees every grid through a lens. */
public record Through(Lens lens, Learner learner) implements Learner {
  @Override
  public String name() {
    return learner.name() + " " + lens.words();
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    List<Example> seen = new ArrayList<>();
    boolean different = false;
    for (Example example : examples) {
      Optional<Grid> input = lens.look(example.input());
      Optional<Grid> output = lens.lookOutput(example);
      if (input.isEmpty() || output.isEmpty()) {
        return List.of();
      }
      different |= !input.get().equals(example.input());
      seen.add(new Example(input.get(), output.get()));
    }
    List<Fitted> fitted = new ArrayList<>();
    if (different) {
      for (Fitted inner : learner.fitAll(seen)) {
        Rule rule =
            new Rule(
                lens.words() + ": " + inner.words(),
                inner.cost() + lens.cost(),
                input ->
                    lens.look(input).flatMap(inner::apply).flatMap(look -> lens.back(input, look)));
        if (rule.explains(examples)) {
          fitted.add(rule);
        }
      }
    }
    return fitted;
  }
}
