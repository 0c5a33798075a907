package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;

/** The two recurrent states, [batch · symbols, tokens, d] each. */
public record State(NDArray zH, NDArray zL) {}
