package io.github.archrm.train;

import ai.djl.ndarray.NDManager;
import io.github.archrm.train.file.Safetensors;
import io.github.archrm.train.file.SafetensorsWriter;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.tokens.Tokens;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The batch at work. Where there are several tasks or two canvases, they take turns, each for as
 * many steps as a row may have segments.
 */
final class BatchRotation implements AutoCloseable {
  /**
   * Which batch is at work.
   *
   * @param task index of the task
   * @param side of its layouts
   * @param steps made with it
   */
  record Position(int task, int side, int steps) {}

  /** Before the names of what the batch carries, in a file. */
  private static final String CARRY = "carry.";

  private final List<TaskDataset> datasets;
  private final int stepsEach;
  private final RandomGenerator random;
  private int task;
  private int side;
  private int steps;

  /** Null before the first step. */
  private Carry carry;

  /**
   * @param stepsEach steps after which another batch has its turn, if there is another
   */
  BatchRotation(List<TaskDataset> datasets, int stepsEach, RandomGenerator random) {
    this.datasets = datasets;
    this.stepsEach = stepsEach;
    this.random = random;
  }

  /** What the batch of the next step carries. */
  Carry next() {
    boolean several = datasets.size() > 1 || datasets.get(0).sides() > 1;
    if (carry == null || several && steps >= stepsEach) {
      int chosen = datasets.size() > 1 ? random.nextInt(datasets.size()) : 0;
      int turned = carry == null ? 0 : (side + 1) % datasets.get(chosen).sides();
      begin(new Position(chosen, turned, 0));
    }
    steps++;
    return carry;
  }

  /** A row for the batch at work. */
  Row row() {
    return datasets.get(task).next(side, random);
  }

  private void begin(Position position) {
    close();
    task = position.task();
    side = position.side();
    steps = position.steps();
    carry = new Carry(datasets.get(task).layout(side));
  }

  Position position() {
    return new Position(task, side, steps);
  }

  /** Adds what the batch at work carries; nothing before the first step. */
  void save(SafetensorsWriter file) {
    if (carry != null) {
      carry.save(file, CARRY);
    }
  }

  /** Takes up the batch that was at work; must not be called inside an NDScope. */
  void restore(Position position, Safetensors file, ModelConfig config, NDManager manager) {
    begin(position);
    Tokens tokens = datasets.get(task).tokens();
    carry.restore(file, CARRY, tokens.planes(), tokens.channels(), config, manager);
  }

  @Override
  public void close() {
    if (carry != null) {
      carry.close();
    }
  }
}
