package io.github.archrm.train;

import io.github.archrm.augment.View;

/**
 * What a model is asked: a test input, seen through a view.
 *
 * @param test index of the test input in its task
 */
public record Question(int test, View view) {}
