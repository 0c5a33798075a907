package io.github.archrm.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.model.Torch;
import java.util.List;

/**
 * Sign-SGD with decoupled weight decay on the puzzle embedding, for the rows that the batch used: w
 * ← w·(1 - lr·wd) - lr·sign(g).
 */
record SignSgd(double learningRate, double weightDecay) {

  /** Updates the table [puzzles, d] and sets its gradient to zero. */
  void step(NDArray table, List<Row> batch, NDManager manager) {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      float[] used = new float[(int) table.getShape().get(0)];
      for (Row row : batch) {
        used[row.puzzle()] = (float) learningRate;
      }
      NDArray rate = manager.create(used, new Shape(used.length, 1));
      NDArray change =
          table.mul(manager.create((float) weightDecay)).add(table.getGradient().sign());
      table.subi(change.mul(rate));
      Torch.zeroGradient(table);
    }
  }
}
