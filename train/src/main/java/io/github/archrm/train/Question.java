package io.github.archrm.train;

import io.github.archrm.augment.View;
import io.github.archrm.tasks.Grid;
import java.util.Optional;

/**
 * What a model is asked: a test input, seen through a view.
 *
 * @param test index of the test input in its task
 * @param channels whether what is to be shown beside the input is shown
 * @param guess another puzzle of the same size that stands in the test input's place, if one does
 */
public record Question(int test, View view, boolean channels, Optional<Grid> guess) {
  /** With everything that is to be shown. */
  public Question(int test, View view) {
    this(test, view, true);
  }

  /** The test input as it is. */
  public Question(int test, View view, boolean channels) {
    this(test, view, channels, Optional.empty());
  }
}
