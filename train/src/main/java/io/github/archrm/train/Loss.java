package io.github.archrm.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.archrm.train.model.Constants;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.model.Torch;
import java.util.List;

/** Cross entropy of a cell's symbol. */
public enum Loss {
  /**
   * With s(x) = x + 1 for x ≥ 0 and 1 / (1 - x) below in place of exp (Prieto et al. 2025), in
   * float64, as the HRM trains.
   */
  STABLEMAX {
    @Override
    NDArray logProbabilities(NDArray logits, Constants constants) {
      NDArray x = logits.add(constants.zeroDouble);
      NDArray negative = Torch.relu(x.neg());
      NDArray s = Torch.relu(x).add(constants.oneDouble.div(negative.add(constants.oneDouble)));
      return s.log().sub(s.sum(new int[] {-1}, true).log());
    }
  },
  SOFTMAX {
    @Override
    NDArray logProbabilities(NDArray logits, Constants constants) {
      return Torch.logSoftmax(logits, logits.getShape().dimension() - 1);
    }
  };

  /** Log probabilities over the last axis, same shape. */
  abstract NDArray logProbabilities(NDArray logits, Constants constants);

  /**
   * Mean over the labelled cells of a row, summed over rows.
   *
   * @param logits [batch, cells, symbols]
   * @return a scalar, in nats
   */
  NDArray sum(NDArray logits, List<Row> rows, Constants constants, NDManager manager) {
    int cells = (int) logits.getShape().get(1);
    long[] labels = new long[rows.size() * cells];
    double[] weight = new double[labels.length];
    for (int b = 0; b < rows.size(); b++) {
      Row row = rows.get(b);
      double share = 1.0 / Math.max(1, row.labelled());
      for (int i = 0; i < cells; i++) {
        if (row.labels()[i] != Row.IGNORE) {
          labels[b * cells + i] = row.labels()[i];
          weight[b * cells + i] = -share;
        }
      }
    }
    NDArray right =
        Torch.gather(
            logProbabilities(logits, constants),
            manager.create(labels, new Shape(rows.size(), cells, 1)),
            2);
    NDArray weights = manager.create(weight, new Shape(rows.size(), cells, 1));
    return right.mul(weights.toType(right.getDataType(), false)).sum();
  }

  /**
   * Binary cross entropy of logits, summed over the batch.
   *
   * @param logits [batch]
   * @param targets probabilities, [batch]
   */
  static NDArray binary(NDArray logits, float[] targets, NDManager manager) {
    NDArray target = manager.create(targets);
    return Torch.softplus(logits).sub(logits.mul(target)).sum();
  }

  /** The wider of the two types that a loss may have. */
  static final DataType TYPE = DataType.FLOAT64;
}
