package io.github.archrm.augment.program;

import io.github.archrm.tasks.Grid;

/**
 * A candidate for the output of one test input.
 *
 * @param weight the log-odds that it is right, as fitted on training tasks
 * @param family the idea behind it: candidates of one family are variants of each other
 * @param words what its programs do, in plain English
 */
public record Explained(Grid grid, double weight, Evidence evidence, String family, String words) {}
