package io.github.archrm.solver;

/**
 * A stretch of a training curve.
 *
 * @param model which of the task's models was trained, from 1
 * @param step the last optimizer step of the stretch, counted over all models
 * @param loss mean over the stretch of the cross entropy per cell, in nats
 * @param exactShare share of rows without a wrong cell at its end, 0-1
 */
public record CurvePoint(int model, int step, double loss, double exactShare) {}
