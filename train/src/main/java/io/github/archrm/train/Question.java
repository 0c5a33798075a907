package io.github.archrm.train;

import io.github.archrm.augment.View;

/**
 * What a model is asked: a test input, seen through a view.
 *
 * @param test index of the test input in its task
 * @param channels whether what is to be shown beside the input is shown
 */
public record Question(int test, View view, boolean channels) {
  /** With everything that is to be shown. */
  public Question(int test, View view) {
    this(test, view, true);
  }
}
