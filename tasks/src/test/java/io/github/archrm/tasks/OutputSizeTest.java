package io.github.archrm.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputSizeTest {

  @Test
  void sameAsTheInput() {
    assertEquals(size(5, 9), predict(5, 9, 3, 4, 3, 4, 6, 2, 6, 2));
  }

  @Test
  void sameAsTheInputRatherThanConstantWhenBothAgree() {
    assertEquals(size(12, 11), predict(12, 11, 10, 10, 10, 10));
  }

  @Test
  void constant() {
    assertEquals(size(1, 3), predict(20, 7, 5, 5, 1, 3, 9, 6, 1, 3));
  }

  @Test
  void multiplesOfEachSide() {
    assertEquals(size(8, 15), predict(4, 5, 2, 2, 4, 6, 3, 1, 6, 3));
  }

  @Test
  void fractionsOfEachSide() {
    assertEquals(size(4, 3), predict(8, 9, 4, 6, 2, 2, 2, 3, 1, 1));
  }

  @Test
  void transposed() {
    assertEquals(size(7, 4), predict(4, 7, 2, 3, 3, 2, 5, 4, 4, 5));
  }

  @Test
  void theRuleMayDifferBetweenHeightAndWidth() {
    assertEquals(size(1, 6), predict(9, 6, 4, 5, 1, 5, 3, 2, 1, 2));
  }

  @Test
  void unknownWhenNoRuleFits() {
    assertEquals(Optional.empty(), predict(5, 5, 4, 4, 3, 3, 7, 7, 5, 5));
  }

  @Test
  void unknownWhenTheFractionDoesNotDivideTheInput() {
    assertEquals(Optional.empty(), predict(5, 5, 4, 4, 2, 2, 6, 6, 3, 3));
  }

  @Test
  void theSolutionIsNotLookedAt() {
    Task task =
        new Task(
            "id",
            List.of(new Example(blank(2, 2), blank(2, 2))),
            List.of(blank(3, 3)),
            List.of(blank(9, 9)));
    assertEquals(size(3, 3), OutputSize.predict(task, task.testInputs().get(0)));
  }

  private static Optional<OutputSize> size(int height, int width) {
    return Optional.of(new OutputSize(height, width));
  }

  /** Demonstrations as input height, input width, output height, output width. */
  private static Optional<OutputSize> predict(int height, int width, int... sizes) {
    List<Example> demonstrations = new ArrayList<>();
    for (int i = 0; i < sizes.length; i += 4) {
      demonstrations.add(
          new Example(blank(sizes[i], sizes[i + 1]), blank(sizes[i + 2], sizes[i + 3])));
    }
    return OutputSize.predict(demonstrations, blank(height, width));
  }

  private static Grid blank(int height, int width) {
    return Grid.generate(height, width, (r, c) -> 0);
  }
}
