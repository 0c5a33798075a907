package io.github.archrm.train;

/**
 * How well a model answers puzzles that it was not trained on, seen upright, once.
 *
 * @param puzzles how many were asked; where there are none, the shares are no numbers
 * @param exact share of them without a wrong cell, 0-1
 * @param cells mean over them of the share of right cells, 0-1
 */
public record Accuracy(int puzzles, double exact, double cells) {}
