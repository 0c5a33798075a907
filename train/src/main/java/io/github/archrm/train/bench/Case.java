package io.github.archrm.train.bench;

import io.github.archrm.augment.ViewFamily;
import io.github.archrm.tasks.Kinds;
import io.github.archrm.train.Halting;
import io.github.archrm.train.Preset;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.tokens.TaskTokens;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model and a canvas to measure it on.
 *
 * @param model its short name
 * @param side height and width of the canvas
 * @param symbols symbol planes per row; 1 for a sequence model
 * @param batch rows of a batch
 */
public record Case(String model, Recipe recipe, int side, int symbols, int batch) {
  /** Sides of a canvas that the model of a task is measured on. */
  public static final List<Integer> SIDES = List.of(5, 10, 15, 20, 25, 30);

  public static final int MOST_SIDE = Row.MAX_SIDE;

  /** Outside and ten colours. */
  public static final int MOST_SYMBOLS = TaskTokens.SYMBOLS;

  private static final String TASK = "task";
  private static final String LOCAL = "local";

  private static final Pattern OF_A_TASK =
      Pattern.compile("(" + TASK + "|" + LOCAL + "):(\\d{1,2}):(\\d{1,2})");

  /** The model of one ARC task; with ten colours on the largest canvas, elsewhere with four. */
  public static Case task(int side) {
    return task(side, usualSymbols(side));
  }

  /** The model of one ARC task of so many symbols. */
  public static Case task(int side, int symbols) {
    return ofATask(TASK, Recipe.arc(ViewFamily.Turns.NONE), side, symbols);
  }

  /** As {@link #task(int)}, of the model without attention. */
  public static Case local(int side) {
    return local(side, usualSymbols(side));
  }

  /** As {@link #task(int, int)}, of the model without attention. */
  public static Case local(int side, int symbols) {
    return ofATask(LOCAL, Recipe.arc(ViewFamily.Turns.NONE).withoutAttention(), side, symbols);
  }

  private static int usualSymbols(int side) {
    return side < MOST_SIDE ? 4 : 10;
  }

  private static Case ofATask(String model, Recipe recipe, int side, int symbols) {
    return new Case(model, recipe, side, symbols, recipe.batch().rowsOf(symbols * side * side));
  }

  /** A small and the full HRM of the paper. */
  public static List<Case> ofThePaper() {
    return List.of(small(10, 4), small(30, 1), paper(10, 4), paper(30, 1));
  }

  /** Tells it from all others, for another process: {@code task:10:4}. */
  public String id() {
    return model + ":" + side + ":" + symbols;
  }

  /**
   * The case of an {@link #id}.
   *
   * @throws IllegalArgumentException if it is of none
   */
  public static Case of(String id) {
    Matcher task = OF_A_TASK.matcher(id);
    if (task.matches()) {
      int side = Integer.parseInt(task.group(2));
      int symbols = Integer.parseInt(task.group(3));
      return task.group(1).equals(TASK) ? task(side, symbols) : local(side, symbols);
    }
    return ofThePaper().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no case " + id));
  }

  /**
   * Steps after which rows are as far as they were: a step that gives them new data and starting
   * states costs more than the others. 1 where rows halt by themselves, each at its own time.
   */
  int cycle() {
    Halting halting = recipe.halting();
    return halting.rule() == Halting.Rule.FIXED ? halting.maxSegments() : 1;
  }

  /** The full HRM of the paper. */
  static Case paper(int side, int batch) {
    return new Case("HRM", paper(), side, 1, batch);
  }

  /** The paper's HRM, but small. */
  static Case small(int side, int batch) {
    Recipe paper = paper();
    Recipe small =
        paper.with(
            ModelConfig.reference(
                paper.model().symbols(),
                128,
                4,
                new ModelConfig.Depth(2, 2, 2, 2),
                4,
                ModelConfig.Encoding.ROTARY_1D));
    return new Case("small HRM", small, side, 1, batch);
  }

  private static Recipe paper() {
    return Preset.HRM_SUDOKU_EXTREME.recipe(Kinds.unnamed());
  }

  /** The same with starting states that follow from the weights, since devices draw their own. */
  Case withoutNoise() {
    return new Case(model, recipe.with(recipe.model().withFixedStart()), side, symbols, batch);
  }
}
