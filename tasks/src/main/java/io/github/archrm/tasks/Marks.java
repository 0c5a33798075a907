package io.github.archrm.tasks;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cells of a grid that are to stand out.
 *
 * @param changed since the grid before
 * @param broken where a rule is broken
 */
public record Marks(Set<Cell> changed, Set<Cell> broken) {
  /** Nothing stands out. */
  public static final Marks NONE = new Marks(Set.of(), Set.of());

  /** A place in a grid, from 0 as in {@link Grid#cell}. */
  public record Cell(int row, int column) {}

  public Marks {
    changed = Set.copyOf(changed);
    broken = Set.copyOf(broken);
  }

  /**
   * @param before the grid before; of another size, every cell has changed
   * @param violations of the rules by the grid
   */
  public static Marks of(Optional<Grid> before, Grid grid, List<Violation> violations) {
    Set<Cell> changed = new HashSet<>();
    for (int r = 0; r < grid.height() && before.isPresent(); r++) {
      for (int c = 0; c < grid.width(); c++) {
        if (!before.get().sameSize(grid) || before.get().cell(r, c) != grid.cell(r, c)) {
          changed.add(new Cell(r, c));
        }
      }
    }
    return new Marks(
        changed,
        violations.stream().map(v -> new Cell(v.row(), v.column())).collect(Collectors.toSet()));
  }

  public boolean isChanged(int row, int column) {
    return changed.contains(new Cell(row, column));
  }

  public boolean isBroken(int row, int column) {
    return broken.contains(new Cell(row, column));
  }

  /** A character that stands beside a cell's letter: ! where a rule is broken, * for a change. */
  public char sign(int row, int column) {
    return isBroken(row, column) ? '!' : isChanged(row, column) ? '*' : ' ';
  }
}
