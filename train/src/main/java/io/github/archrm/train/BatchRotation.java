package io.github.archrm.train;

import ai.djl.ndarray.NDManager;
import io.github.archrm.train.file.Safetensors;
import io.github.archrm.train.file.SafetensorsWriter;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.tokens.Frame;
import io.github.archrm.train.tokens.Grouping;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The batch at work. Where there are several tasks or two canvases, they take turns, each for as
 * many steps as a row may have segments; where rows have frames of their own, as many steps are
 * made with the same rows. Where tasks mix, a batch has rows of many of them instead.
 */
final class BatchRotation implements AutoCloseable {
  /**
   * Which batch is at work.
   *
   * @param task index of the task
   * @param side of its canvas
   * @param steps made with it
   * @param windowed whether it shows parts of demonstrations
   * @param whole whether from now on no batch does
   * @param parts of the batch
   */
  record Position(
      int task, int side, int steps, boolean windowed, boolean whole, List<Shape> parts) {}

  /** The shape of a part of a batch. */
  record Shape(int height, int width, int planes, int rows) {
    private static Shape of(Frame frame, int rows) {
      Canvas canvas = frame.canvas();
      return new Shape(canvas.height(), canvas.width(), frame.planes(), rows);
    }

    private Frame frame() {
      return new Frame(new Canvas(height, width), planes);
    }
  }

  /** Before the names of what the parts of the batch carry, in a file. */
  private static final String CARRY = "carry.";

  private final List<TaskDataset> datasets;
  private final int stepsEach;
  private final RandomGenerator random;
  private int task;
  private int side;
  private int steps;
  private boolean windowed;
  private boolean whole;

  /** Empty before the first step. */
  private final List<SegmentTrainer.Part> parts = new ArrayList<>();

  private final List<Shape> shapes = new ArrayList<>();

  /**
   * @param stepsEach steps after which another batch has its turn, if there is another
   */
  BatchRotation(List<TaskDataset> datasets, int stepsEach, RandomGenerator random) {
    this.datasets = datasets;
    this.stepsEach = stepsEach;
    this.random = random;
  }

  /**
   * The batch of the next step.
   *
   * @param budgetUsed 0-1
   */
  List<SegmentTrainer.Part> next(double budgetUsed) {
    TaskDataset first = datasets.get(0);
    boolean several = datasets.size() > 1 || first.sides() > 1 || first.ownFrames();
    if (parts.isEmpty() || several && steps >= stepsEach) {
      boolean begun = !parts.isEmpty();
      close();
      task = datasets.size() > 1 && !first.mixes() ? random.nextInt(datasets.size()) : 0;
      TaskDataset chosen = datasets.get(task);
      side = begun ? (side + 1) % chosen.sides() : 0;
      steps = 0;
      // A later call counts its budget anew, but windows do not come back.
      whole |= chosen.windows(0) && !chosen.windows(budgetUsed);
      windowed = !whole && chosen.windows(budgetUsed);
      begin(chosen);
    }
    steps++;
    return parts;
  }

  /** Whether the batch at work shows parts of demonstrations. */
  boolean isWindowed() {
    return windowed;
  }

  /** Ends the time of windows before its end; tells whether they were shown until now. */
  boolean endWindows() {
    boolean until = windowed;
    if (until) {
      whole = true;
      close();
    }
    return until;
  }

  private void begin(TaskDataset chosen) {
    if (chosen.mixes() || chosen.ownFrames()) {
      List<Grouping.Part> all =
          chosen.mixes() ? TaskDataset.mixed(datasets, random) : chosen.next(random, windowed);
      for (Grouping.Part part : all) {
        Iterator<Row> rows = part.rows().iterator();
        add(chosen, Shape.of(part.frame(), part.rows().size()), rows::next);
      }
    } else {
      Frame frame = chosen.frame(side);
      add(chosen, Shape.of(frame, chosen.rows(frame)), this::row);
    }
  }

  private void add(TaskDataset chosen, Shape shape, Supplier<Row> source) {
    Carry carry = new Carry(chosen.layout(shape.frame(), shape.rows()));
    parts.add(new SegmentTrainer.Part(carry, source));
    shapes.add(shape);
  }

  /** A row for the batch at work, on the canvas of its task. */
  private Row row() {
    return datasets.get(task).next(side, random);
  }

  Position position() {
    return new Position(task, side, steps, windowed, whole, List.copyOf(shapes));
  }

  /** Adds what the batch at work carries; nothing before the first step. */
  void save(SafetensorsWriter file) {
    for (int i = 0; i < parts.size(); i++) {
      parts.get(i).carry().save(file, prefix(i));
    }
  }

  private static String prefix(int part) {
    return CARRY + part + ".";
  }

  /** Takes up the batch that was at work; must not be called inside an NDScope. */
  void restore(Position position, Safetensors file, ModelConfig config, NDManager manager) {
    close();
    task = position.task();
    side = position.side();
    steps = position.steps();
    windowed = position.windowed();
    whole = position.whole();
    TaskDataset dataset = datasets.get(task);
    for (Shape shape : position.parts()) {
      add(dataset, shape, this::row);
      int part = parts.size() - 1;
      parts
          .get(part)
          .carry()
          .restore(
              file, prefix(part), shape.planes(), dataset.tokens().channels(), config, manager);
    }
  }

  @Override
  public void close() {
    parts.forEach(part -> part.carry().close());
    parts.clear();
    shapes.clear();
  }
}
