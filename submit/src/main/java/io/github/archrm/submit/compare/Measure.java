package io.github.archrm.submit.compare;

import io.github.archrm.submit.compare.Item.Grade;
import java.util.List;

/** The scores that are compared, each between 0 and 1. */
public enum Measure {
  KAGGLE("kaggle", "Kaggle (correct test outputs / all)"),
  MEAN_TASK_FRACTION("mean_task_fraction", "ARC Prize (mean task fraction)"),
  TASKS_ALL_RIGHT("tasks_all_right", "Tasks with every output right");

  private final String key;
  private final String words;

  Measure(String key, String words) {
    this.key = key;
    this.words = words;
  }

  /** Its name in JSON. */
  public String key() {
    return key;
  }

  public String words() {
    return words;
  }

  /** The score of a system over items, of which there is at least one. */
  double of(List<Item> items, int system) {
    double sum = 0;
    double all = 0;
    for (Item item : items) {
      Grade grade = item.grades().get(system);
      sum += above(grade);
      all += below(grade);
    }
    return sum / all;
  }

  /** What an item adds above the line of the fraction that the score is. */
  double above(Grade grade) {
    return switch (this) {
      case KAGGLE -> grade.right();
      case MEAN_TASK_FRACTION -> grade.share();
      case TASKS_ALL_RIGHT -> grade.solved() ? 1 : 0;
    };
  }

  /** What an item adds below that line. */
  double below(Grade grade) {
    return this == KAGGLE ? grade.outputs() : 1;
  }
}
