package io.github.archrm.solver.think;

import io.github.archrm.tasks.Grid;

/**
 * What a model predicts for a test input after one segment of thinking.
 *
 * @param grid cells may be outside
 * @param halting the model's own probability of being right, 0-1
 */
public record Thought(Grid grid, double halting) {}
