package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Where the blocks of a model get their weights. A block declares each of its weights once, in its
 * constructor, by name, shape and first values: whether they are made now or have been there before
 * is not its business.
 */
@FunctionalInterface
interface Parameters {
  /**
   * @throws IllegalArgumentException if there is a weight of this name and another shape
   */
  NDArray declare(String name, Shape shape, Initializer first);

  /** The same, with a prefix before every name. */
  default Parameters under(String prefix) {
    return (name, shape, first) -> declare(prefix + name, shape, first);
  }
}
