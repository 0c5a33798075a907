package io.github.archrm.augment.program.learn.panel;

import io.github.archrm.augment.program.learn.Family;
import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Rule;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Equal panels between full lines are put in the order of a measure. */
public final class PanelOrder implements Learner {
  /** Which panels are put in order among each other. */
  private enum Among {
    ALL("panels"),
    ROW("panels of each row"),
    COLUMN("panels of each column");

    final String words;

    Among(String words) {
      this.words = words;
    }
  }

  private static final List<Rule> RULES = rules();

  @Override
  public String name() {
    return "panel order";
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    boolean panels = examples.stream().allMatch(e -> FullLines.of(e.input()).isPresent());
    return panels ? new Family(name(), RULES).fitChanges(examples) : List.of();
  }

  private static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (Among among : Among.values()) {
      for (GridMeasure measure : GridMeasure.values()) {
        for (boolean rising : new boolean[] {true, false}) {
          rules.add(
              new Rule(
                  "put the "
                      + among.words
                      + " in order of "
                      + measure.words()
                      + (rising ? ", least first" : ", most first"),
                  2.5 + 0.02 * measure.ordinal(),
                  input -> ordered(input, among, measure, rising)));
        }
      }
    }
    return List.copyOf(rules);
  }

  private static Optional<Grid> ordered(
      Grid input, Among among, GridMeasure measure, boolean rising) {
    Optional<FullLines> lines = FullLines.of(input);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    List<Grid> panels = lines.get().panels(input);
    int across = lines.get().columns().size();
    if (!panels.stream().allMatch(panels.get(0)::sameSize)) {
      return Optional.empty();
    }
    List<Grid> sorted = new ArrayList<>(panels);
    int groups = among == Among.ALL ? 1 : among == Among.ROW ? panels.size() / across : across;
    for (int group = 0; group < groups; group++) {
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < panels.size(); i++) {
        if (groups == 1 || group == (among == Among.ROW ? i / across : i % across)) {
          places.add(i);
        }
      }
      List<Integer> order = new ArrayList<>(places);
      order.sort(
          Comparator.comparingInt(
              i -> rising ? measure.of(panels.get(i)) : -measure.of(panels.get(i))));
      for (int i = 0; i < places.size(); i++) {
        sorted.set(places.get(i), panels.get(order.get(i)));
      }
    }
    return Optional.of(laid(input, lines.get(), sorted));
  }

  private static Grid laid(Grid input, FullLines lines, List<Grid> panels) {
    int[][] cells = input.toRows();
    int next = 0;
    for (int[] row : lines.rows()) {
      for (int[] column : lines.columns()) {
        Grid panel = panels.get(next++);
        for (int r = 0; r < panel.height(); r++) {
          for (int c = 0; c < panel.width(); c++) {
            cells[row[0] + r][column[0] + c] = panel.cell(r, c);
          }
        }
      }
    }
    return Grid.of(cells);
  }
}
