package io.github.archrm.submit;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.util.List;

/** Tiny tasks for tests. */
final class Samples {
  private Samples() {}

  /** Colours 1 and 2 are exchanged; one test input, its solution known. */
  static Task exchange(String id) {
    return new Task(
        id,
        List.of(
            new Example(grid("12", "01"), grid("21", "02")),
            new Example(grid("20", "11"), grid("10", "22"))),
        List.of(grid("22", "10")),
        List.of(grid("11", "20")));
  }

  /** The same rule with two test inputs. */
  static Task exchangeTwice(String id) {
    Task one = exchange(id);
    return new Task(
        id,
        one.demonstrations(),
        List.of(grid("22", "10"), grid("01", "12")),
        List.of(grid("11", "20"), grid("02", "21")));
  }

  /** A grid from rows of digits. */
  static Grid grid(String... rows) {
    return Grid.generate(rows.length, rows[0].length(), (r, c) -> rows[r].charAt(c) - '0');
  }
}
