package io.github.archrm.train.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import io.github.archrm.train.Compute;

/** What a machine can do at best: the product of two large matrices. */
final class Yardstick implements AutoCloseable {
  private static final int CPU_SIDE = 1024;
  private static final int GPU_SIDE = 8192;

  private final NDManager manager;
  private final NDArray left;
  private final NDArray right;
  private final int side;

  Yardstick(Compute compute) {
    manager = NDManager.newBaseManager(compute.device());
    side = compute.device().isGpu() ? GPU_SIDE : CPU_SIDE;
    Shape shape = new Shape(side, side);
    left = manager.randomUniform(-1, 1, shape);
    right = manager.randomUniform(-1, 1, shape);
  }

  double gigaflop() {
    return 2.0 * side * side * side / 1e9;
  }

  /** One product, until its result is there. */
  void multiply() {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      // Reading a value waits for a GPU to be done.
      left.matMul(right).get(0, 0).getFloat();
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
