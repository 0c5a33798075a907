package io.github.archrm.submit.trunk;

/**
 * One point of a trunk's training curve.
 *
 * @param step optimizer steps made
 * @param seconds wall-clock seconds since training began
 * @param loss mean cross entropy per cell, in nats
 * @param trainExact share of training rows without a wrong cell, 0-1
 * @param validationExact share of the validation puzzles that are answered exactly, 0-1; NaN where
 *     it was not measured
 * @param validationCells share of the validation puzzles' cells that are right, 0-1; NaN where it
 *     was not measured
 */
record TrunkPoint(
    int step,
    double seconds,
    double loss,
    double trainExact,
    double validationExact,
    double validationCells) {}
