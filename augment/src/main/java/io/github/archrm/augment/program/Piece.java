package io.github.archrm.augment.program;

import io.github.archrm.tasks.Grid;
import java.util.List;

/**
 * What one program makes of every input of a task.
 *
 * @param demonstrations one grid per demonstration, of its output's size
 * @param tests one grid per test input, of its output's predicted size
 * @param words what the program does, in plain English
 */
public record Piece(List<Grid> demonstrations, List<Grid> tests, String words) {
  public Piece {
    demonstrations = List.copyOf(demonstrations);
    tests = List.copyOf(tests);
  }
}
