package io.github.archrm.train.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.archrm.augment.View;
import io.github.archrm.augment.ViewFamily;
import io.github.archrm.augment.ViewSampler;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Boards;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.Row;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BoardTokensTest {

  /** Labels that are predicted without a mistake are read as the output, through every view. */
  @TestFactory
  Stream<DynamicTest> whatIsLearnedIsWhatIsRead() {
    return Stream.of(
            Boards.sudoku(4, 3, 1),
            Boards.sudoku(6, 3, 1),
            Boards.sudoku(9, 3, 1),
            Boards.maze(7, 11, 3, 1),
            twoSizes())
        .flatMap(
            task ->
                Stream.of(true, false)
                    .map(
                        equivariant ->
                            dynamicTest(
                                task.id() + (equivariant ? " in planes" : " as a sequence"),
                                () -> readsItsLabels(task, equivariant))));
  }

  private static Task twoSizes() {
    Task small = Boards.maze(5, 9, 2, 1);
    Task large = Boards.maze(9, 7, 1, 1);
    List<Example> examples =
        Stream.concat(small.demonstrations().stream(), large.demonstrations().stream()).toList();
    return new Task("sizes", examples, small.testInputs(), small.solutions(), small.kind());
  }

  private static void readsItsLabels(Task task, boolean equivariant) {
    for (Example example : task.demonstrations()) {
      Task asked =
          new Task(
              "asked", task.demonstrations(), List.of(example.input()), List.of(), task.kind());
      Tokens tokens = new BoardTokens(asked, equivariant, 0);
      for (View view : ViewSampler.distinct(asked, ViewFamily.everything(), 8, 5)) {
        Row row = tokens.demonstration(example, view);
        float[] logits = new float[row.labels().length * tokens.planes()];
        for (int i = 0; i < row.labels().length; i++) {
          if (row.labels()[i] != Row.IGNORE) {
            logits[i * tokens.planes() + row.labels()[i]] = 1;
          }
        }
        assertEquals(example.output(), view.undo(tokens.read(logits, 0, 0, view)));
        assertEquals(example.output().height() * example.output().width(), row.labelled());
      }
    }
  }

  /** Givens stay, and no cell is left blank, whatever the model says. */
  @Test
  void anAnswerKeepsTheGivens() {
    Task task = Boards.sudoku(4, 1, 1);
    Tokens tokens = new BoardTokens(task, false, 0);
    float[] logits = new float[16 * tokens.planes()];
    for (int i = 0; i < 16; i++) {
      logits[i * tokens.planes()] = 2;
      logits[i * tokens.planes() + 1] = 3;
      logits[i * tokens.planes() + 4] = 1;
    }
    Grid puzzle = task.testInputs().get(0);
    Grid expected = Grid.generate(4, 4, (r, c) -> puzzle.cell(r, c) == 0 ? 3 : puzzle.cell(r, c));
    assertEquals(expected, tokens.read(logits, 0, 0, View.identity()));
  }

  @Test
  void aModelOfOtherSymbolsIsRefused() {
    ModelConfig nine = ModelConfig.paper(10 + 1, 1);
    Tokens.of(Boards.sudoku(9, 1, 1), nine, 0, Channels.NONE, 0);
    for (Task task : List.of(Boards.sudoku(4, 1, 1), Boards.maze(5, 5, 1, 1))) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class, () -> Tokens.of(task, nine, 0, Channels.NONE, 0));
      assertTrue(
          e.getMessage().endsWith(": 6 symbols where the model knows 11")
              || e.getMessage().endsWith(": 5 symbols where the model knows 11"),
          e.getMessage());
    }
  }
}
