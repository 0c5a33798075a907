package io.github.archrm.augment.program;

import io.github.archrm.tasks.Grid;

/**
 * A candidate for the output of one test input, and why it should be believed.
 *
 * @param weight the log-odds that it is right, as fitted on training tasks
 * @param explained how many demonstrations the program or stack reproduces
 * @param heldOut how many of those it was not fitted to
 * @param cost the length of its longest program, in primitives
 * @param layers how many pieces lie over each other
 * @param words what it does, in plain English
 */
public record Explained(
    Grid grid, double weight, int explained, int heldOut, double cost, int layers, String words) {}
