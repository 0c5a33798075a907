package io.github.archrm.augment.program.learn;

import io.github.archrm.tasks.Example;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rules that differ in a parameter, which is fitted by trying each. */
public record Family(String name, List<Rule> rules) implements Learner {
  public Family {
    rules = List.copyOf(rules);
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    List<Fitted> fitting = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.explains(examples)) {
        fitting.add(rule);
      }
    }
    fitting.sort(Comparator.comparingDouble(Fitted::cost));
    return fitting;
  }

  /** As {@link #fitAll}, of rules that change a grid and keep its size; none for other examples. */
  public List<Fitted> fitChanges(List<Example> examples) {
    return examples.stream().allMatch(Family::changesAtOneSize) ? fitAll(examples) : List.of();
  }

  private static boolean changesAtOneSize(Example example) {
    return example.input().sameSize(example.output()) && !example.input().equals(example.output());
  }
}
