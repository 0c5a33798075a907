package io.github.archrm.train.tokens;

import io.github.archrm.augment.View;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Structure;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.Row;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A set of puzzles with one rule as tokens. All symbols of the kind are there from the beginning,
 * and an answer has the size of its puzzle.
 *
 * <p>A symbol-equivariant model has a plane for every symbol that an answer may hold and is told
 * nothing else of them, so that its weights serve any number of symbols. To a sequence model
 * outside is token 0, and a symbol the token after its number.
 */
final class BoardTokens implements Tokens {
  private final Task task;
  private final boolean equivariant;
  private final int puzzle;
  private final int blank;
  private final int planes;
  private final Canvas canvas;

  BoardTokens(Task task, boolean equivariant, int puzzle) {
    Structure structure = task.kind().structure();
    this.task = task;
    this.equivariant = equivariant;
    this.puzzle = puzzle;
    this.blank = structure.blank().orElse(Grid.OUTSIDE);
    int symbols = task.kind().symbols();
    this.planes = equivariant ? symbols - (structure.blank().isPresent() ? 1 : 0) : symbols + 1;
    this.canvas =
        Stream.concat(
                task.demonstrations().stream().map(Example::input), task.testInputs().stream())
            .map(grid -> new Canvas(grid.height(), grid.width()))
            .reduce(new Canvas(1, 1), Canvas::covering);
  }

  @Override
  public Canvas canvas() {
    return canvas;
  }

  @Override
  public int planes() {
    return planes;
  }

  @Override
  public int vocabulary() {
    return equivariant ? 1 : planes;
  }

  @Override
  public Row demonstration(Example example, View view, Frame frame) {
    Canvas laid = frame.canvas();
    Grid output = view.apply(example.output());
    int[] labels = new int[laid.cells()];
    for (int i = 0; i < labels.length; i++) {
      int symbol = laid.symbol(output, i);
      labels[i] = symbol == Grid.OUTSIDE ? Row.IGNORE : plane(symbol);
    }
    return row(view.apply(example.input()), labels, laid);
  }

  @Override
  public Row test(int testIndex, View view, Frame frame) {
    Canvas laid = frame.canvas();
    int[] labels = new int[laid.cells()];
    Arrays.fill(labels, Row.IGNORE);
    return row(view.apply(task.testInputs().get(testIndex)), labels, laid);
  }

  private Row row(Grid input, int[] labels, Canvas laid) {
    int[] inputs = new int[laid.cells()];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = plane(laid.symbol(input, i));
    }
    if (!equivariant) {
      return Row.sequence(inputs, labels, puzzle);
    }
    float[] features = new float[laid.cells() * Row.FEATURES];
    for (int i = 0; i < inputs.length; i++) {
      features[i * Row.FEATURES] = inputs[i] >= 0 ? 1 : 0;
    }
    return Row.planes(new int[planes], inputs, labels, features, puzzle);
  }

  /** The plane of a symbol; -1 where a symbol-equivariant model has none for it. */
  private int plane(int symbol) {
    if (!equivariant) {
      return symbol + 1;
    }
    return symbol == Grid.OUTSIDE || symbol == blank ? -1 : symbol - (blank == 0 ? 1 : 0);
  }

  private int symbol(int plane) {
    return equivariant ? plane + (blank == 0 ? 1 : 0) : plane - 1;
  }

  /** What the puzzle gives stays; every other cell gets its likeliest symbol. */
  @Override
  public Grid read(float[] logits, int offset, int testIndex, View view, Frame frame) {
    Grid input = view.apply(task.testInputs().get(testIndex));
    Canvas laid = frame.canvas();
    return Grid.generate(
        input.height(),
        input.width(),
        (r, c) -> {
          int given = input.cell(r, c);
          boolean open = blank == Grid.OUTSIDE || given == blank;
          return open ? best(logits, offset + (r * laid.width() + c) * planes) : given;
        });
  }

  private int best(float[] logits, int at) {
    int best = -1;
    for (int plane = 0; plane < planes; plane++) {
      int symbol = symbol(plane);
      boolean possible = symbol != Grid.OUTSIDE && symbol != blank;
      if (possible && (best < 0 || logits[at + plane] > logits[at + best])) {
        best = plane;
      }
    }
    return symbol(best);
  }
}
