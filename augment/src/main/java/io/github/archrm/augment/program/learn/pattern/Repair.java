package io.github.archrm.augment.program.learn.pattern;

import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Rule;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.draw.ColourNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A pattern with damage of one colour is repaired: from its period or its mirror axes, which are
 * those that nothing undamaged contradicts. The output is the repaired grid or what the damage hid.
 */
public final class Repair implements Learner {
  private static final int MOST_CELLS = 900;

  /** The damage may have another colour in each grid. */
  private static final int ANY = -1;

  @Override
  public String name() {
    return "repair";
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    boolean whole = true;
    boolean part = true;
    Set<Integer> damages = new TreeSet<>();
    for (int colour = 0; colour < 10; colour++) {
      damages.add(colour);
    }
    for (Example example : examples) {
      Grid in = example.input();
      Grid out = example.output();
      if (in.height() * in.width() > MOST_CELLS) {
        return List.of();
      }
      whole &= in.sameSize(out) && !in.equals(out);
      part &= out.height() <= in.height() && out.width() <= in.width() && !in.sameSize(out);
      damages.removeIf(d -> in.cells().noneMatch(c -> c == d) || out.cells().anyMatch(c -> c == d));
      if (in.sameSize(out)) {
        for (int r = 0; r < in.height(); r++) {
          for (int c = 0; c < in.width(); c++) {
            int before = in.cell(r, c);
            if (before != out.cell(r, c)) {
              damages.removeIf(d -> d != before);
            }
          }
        }
      }
    }
    List<Fitted> fitted = new ArrayList<>();
    if (whole || part) {
      damages.add(ANY);
      for (int damage : damages) {
        for (Canvas.Kind kind : Canvas.Kind.values()) {
          boolean crop = part;
          Rule rule =
              new Rule(
                  "repair what "
                      + (damage == ANY ? "one colour" : ColourNames.of(damage))
                      + " hides, where "
                      + kind.words
                      + (crop ? ", and keep only that" : ""),
                  (crop ? 3 : 2) + (damage == ANY ? 0.7 : 0),
                  input -> repaired(input, damage, kind, crop));
          if (rule.explains(examples)) {
            fitted.add(rule);
          }
        }
      }
    }
    fitted.sort(Comparator.comparingDouble(Fitted::cost));
    return fitted;
  }

  /** Takes the rarest colour without which the grid has a pattern for the damage. */
  private static Optional<Grid> repaired(Grid input, int damage, Canvas.Kind kind, boolean crop) {
    if (damage != ANY) {
      return repairedOf(input, damage, kind, crop);
    }
    int[] counts = new int[10];
    input.cells().filter(c -> c >= 0 && c < 10).forEach(c -> counts[c]++);
    List<Integer> colours = new ArrayList<>();
    for (int c = 0; c < 10; c++) {
      if (counts[c] > 1) {
        colours.add(c);
      }
    }
    colours.sort(Comparator.comparingInt(c -> counts[c]));
    for (int colour : colours) {
      Optional<Grid> repaired = repairedOf(input, colour, kind, crop);
      if (repaired.isPresent()) {
        return repaired;
      }
    }
    return Optional.empty();
  }

  private static Optional<Grid> repairedOf(Grid input, int damage, Canvas.Kind kind, boolean crop) {
    if (input.height() * input.width() > MOST_CELLS) {
      return Optional.empty();
    }
    int[][] cells = input.toRows();
    int top = input.height();
    int left = input.width();
    int bottom = -1;
    int right = -1;
    for (int r = 0; r < cells.length; r++) {
      for (int c = 0; c < cells[0].length; c++) {
        if (cells[r][c] == damage) {
          cells[r][c] = -1;
          top = Math.min(top, r);
          bottom = Math.max(bottom, r);
          left = Math.min(left, c);
          right = Math.max(right, c);
        }
      }
    }
    if (bottom < 0 || !new Canvas(cells).fill(kind, input.height(), input.width())) {
      return Optional.empty();
    }
    int fromRow = top;
    int fromColumn = left;
    return Optional.of(
        crop
            ? Grid.generate(
                bottom - top + 1, right - left + 1, (r, c) -> cells[fromRow + r][fromColumn + c])
            : Grid.of(cells));
  }
}
