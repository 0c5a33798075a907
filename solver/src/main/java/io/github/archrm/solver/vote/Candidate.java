package io.github.archrm.solver.vote;

import io.github.archrm.tasks.Grid;

/**
 * A grid that at least one view predicted for a test input.
 *
 * @param grid the prediction with its view undone
 * @param votes how many views predicted it, each counted by its weight
 * @param share votes divided by those of all predictions made, malformed ones included, 0-1
 * @param confidence mean halting probability of the predictions that voted for it, 0-1
 */
public record Candidate(Grid grid, double votes, double share, double confidence) {}
