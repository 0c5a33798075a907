package io.github.archrm.augment;

import io.github.archrm.tasks.Grid;

/** One view after another; undone in the reverse order. */
public record Composition(View first, View second) implements View {
  @Override
  public Grid apply(Grid grid) {
    return second.apply(first.apply(grid));
  }

  @Override
  public Grid undo(Grid grid) {
    return first.undo(second.undo(grid));
  }

  @Override
  public boolean isIdentity() {
    return first.isIdentity() && second.isIdentity();
  }

  @Override
  public String words() {
    return first.isIdentity()
        ? second.words()
        : second.isIdentity() ? first.words() : first.words() + ", " + second.words();
  }

  @Override
  public boolean transposes() {
    return first.transposes() != second.transposes();
  }
}
