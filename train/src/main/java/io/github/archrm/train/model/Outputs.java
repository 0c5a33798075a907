package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;

/**
 * What a segment gives.
 *
 * @param logits [batch, cells, symbols]
 * @param qHalt [batch] logits
 * @param qContinue [batch] logits
 */
public record Outputs(NDArray logits, NDArray qHalt, NDArray qContinue, State state) {}
