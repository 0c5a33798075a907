package io.github.archrm.train;

import ai.djl.ndarray.NDArray;

/** The two recurrent states, [batch · symbols, tokens, d] each. */
record State(NDArray zH, NDArray zL) {}
