package io.github.archrm.train.tokens;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * What is known of the symbols of one task, as indices into the vocabulary: 0 is outside, 1 +
 * colour the others.
 */
final class TaskSymbols {
  private final TreeSet<Integer> occurring = new TreeSet<>();

  /** Those that an output may hold whatever its input holds. */
  private final TreeSet<Integer> everywhere = new TreeSet<>();

  private final TreeSet<Integer> named;
  private final int most;

  /**
   * @param outsideAnywhere whether a cell of the canvas may be outside
   */
  TaskSymbols(Task task, boolean outsideAnywhere) {
    if (outsideAnywhere) {
      everywhere.add(0);
    }
    for (Example example : task.demonstrations()) {
      TreeSet<Integer> brought = symbols(example.output());
      brought.removeAll(symbols(example.input()));
      everywhere.addAll(brought);
    }
    grids(task).forEach(grid -> occurring.addAll(symbols(grid)));
    occurring.addAll(everywhere);
    named = named(task);
    named.addAll(everywhere);
    int needs = 0;
    for (Grid input : inputs(task)) {
      TreeSet<Integer> needed = symbols(input);
      needed.addAll(everywhere);
      needs = Math.max(needs, needed.size());
    }
    most = needs;
  }

  /**
   * Symbols whose identity may matter to the rule. A test input with a colour that no demonstration
   * shows tells that the rule holds for any colour in its place; then only the colours that all
   * demonstrations share keep their names, and those that outputs bring in.
   */
  private static TreeSet<Integer> named(Task task) {
    TreeSet<Integer> shown = new TreeSet<>();
    TreeSet<Integer> shared = new TreeSet<>();
    for (int symbol = 0; symbol < TaskTokens.SYMBOLS; symbol++) {
      shared.add(symbol);
    }
    for (Example example : task.demonstrations()) {
      TreeSet<Integer> symbols = symbols(example.input());
      symbols.addAll(symbols(example.output()));
      shown.addAll(symbols);
      symbols.add(0);
      shared.retainAll(symbols);
    }
    boolean anyColour =
        task.testInputs().stream().anyMatch(input -> !shown.containsAll(symbols(input)));
    shown.add(0);
    return anyColour ? shared : shown;
  }

  private static TreeSet<Integer> symbols(Grid grid) {
    TreeSet<Integer> symbols = new TreeSet<>();
    for (int r = 0; r < grid.height(); r++) {
      for (int c = 0; c < grid.width(); c++) {
        symbols.add(grid.cell(r, c) + 1);
      }
    }
    return symbols;
  }

  private static List<Grid> inputs(Task task) {
    List<Grid> inputs = new ArrayList<>(task.testInputs());
    task.demonstrations().forEach(example -> inputs.add(example.input()));
    return inputs;
  }

  /** Everything that a task shows. */
  static List<Grid> grids(Task task) {
    List<Grid> grids = new ArrayList<>(task.testInputs());
    for (Example example : task.demonstrations()) {
      grids.add(example.input());
      grids.add(example.output());
    }
    return grids;
  }

  /** As many as the row that needs most of them. */
  int most() {
    return most;
  }

  /** The symbols that a row needs whose viewed input, or what is shown of it, this is. */
  TreeSet<Integer> needed(Grid input) {
    TreeSet<Integer> needed = symbols(input);
    needed.remove(0);
    needed.addAll(everywhere);
    return needed;
  }

  /**
   * Symbols in ascending order, filled up with other symbols of the task.
   *
   * @param needed those that a row needs
   * @param planes how many
   */
  int[] planes(TreeSet<Integer> needed, int planes) {
    TreeSet<Integer> all = new TreeSet<>(needed);
    for (int symbol : occurring) {
      if (all.size() < planes) {
        all.add(symbol);
      }
    }
    for (int symbol = 0; all.size() < planes; symbol++) {
      all.add(symbol);
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  /** What the model is told of each plane: which symbol it is, or that it is any colour. */
  int[] identities(int[] symbols) {
    return Arrays.stream(symbols)
        .map(symbol -> named.contains(symbol) ? symbol : TaskTokens.ANY_COLOUR)
        .toArray();
  }
}
