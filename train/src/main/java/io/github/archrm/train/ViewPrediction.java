package io.github.archrm.train;

import io.github.archrm.tasks.Grid;

/**
 * What the model predicts for a test input seen through a view.
 *
 * @param grid as predicted, with the view still applied; cells may be outside
 * @param halting the model's own probability of being right, 0-1
 */
public record ViewPrediction(Question question, Grid grid, double halting) {}
