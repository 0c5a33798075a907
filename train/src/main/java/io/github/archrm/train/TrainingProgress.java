package io.github.archrm.train;

/**
 * Where the training of a task stands.
 *
 * @param step optimizer steps so far, one per supervised segment
 * @param segment the segment of the current batch that this step supervised, from 1
 * @param loss mean cross entropy per cell of the latest batch, in nats
 * @param exactShare share of rows predicted without a wrong cell, averaged over recent steps, 0-1
 * @param secondsLeft time until the budget ends; infinite when only steps are limited
 */
public record TrainingProgress(
    int step, int segment, double loss, double exactShare, double secondsLeft) {}
