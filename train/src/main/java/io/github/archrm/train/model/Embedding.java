package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;

/** Turns the rows of a batch into what is injected into both modules at every step. */
interface Embedding {
  /**
   * @return [batch · symbols, tokens, d], or [batch, tokens, d] for a sequence model
   */
  NDArray embed(List<Row> rows, Layout layout, NDManager manager);

  /** Of its matrix products. */
  double flops(Layout layout);
}
