package io.github.archrm.tasks.draw;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * Grids to be drawn beside each other, such as an input and its output.
 *
 * @param title a line above them; may be empty
 * @param panels at least one, from left to right
 * @param arrow whether an arrow leads from the first to the second
 */
public record Strip(String title, List<Panel> panels, boolean arrow) {

  /**
   * @throws IllegalArgumentException if there is no panel
   */
  public Strip {
    panels = List.copyOf(panels);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("a strip without panels");
    }
  }

  /** Grids beside each other without an arrow, such as two attempts. */
  public static Strip of(String title, Panel... panels) {
    return new Strip(title, List.of(panels), false);
  }

  /** A whole task: its demonstrations, then its test inputs with their solutions, if known. */
  public static List<Strip> of(Task task) {
    List<Strip> strips = new ArrayList<>();
    for (int i = 0; i < task.demonstrations().size(); i++) {
      Example example = task.demonstrations().get(i);
      Panel input = Panel.of("input", example.input()).as(task.kind());
      Panel output =
          Panel.of("output", example.output()).as(task.kind()).answering(example.input());
      strips.add(new Strip("demonstration " + (i + 1), List.of(input, output), true));
    }
    for (int i = 0; i < task.testInputs().size(); i++) {
      Grid puzzle = task.testInputs().get(i);
      Panel input = Panel.of("input", puzzle).as(task.kind());
      Panel solution = new Panel("solution", task.solution(i)).as(task.kind()).answering(puzzle);
      strips.add(new Strip("test " + (i + 1), List.of(input, solution), true));
    }
    return strips;
  }
}
