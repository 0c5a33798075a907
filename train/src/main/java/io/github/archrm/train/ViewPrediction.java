package io.github.archrm.train;

import io.github.archrm.augment.View;
import io.github.archrm.tasks.Grid;

/**
 * What the model predicts for a test input seen through a view.
 *
 * @param grid as predicted, with the view still applied; cells may be outside
 * @param halting the model's own probability of being right, 0-1
 */
public record ViewPrediction(View view, Grid grid, double halting) {}
