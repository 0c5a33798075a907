package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.github.archrm.train.file.CheckpointException;
import io.github.archrm.train.file.Safetensors;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The parameters of a model by name, in float32. The names are those of the public HRM code, so
 * that its weights load as they are.
 *
 * <p>Owns its arrays and closes them.
 */
public final class Weights implements AutoCloseable {
  private final NDManager manager;
  private final Map<String, NDArray> arrays = new LinkedHashMap<>();

  public Weights(NDManager parent) {
    this.manager = parent.newSubManager();
  }

  /** Makes what a model declares; must not be called inside an NDScope. */
  Parameters first(RandomGenerator random) {
    return (name, shape, first) -> put(name, first.draw(shape, random), shape);
  }

  /** Gives a model what it declares. */
  Parameters existing() {
    return (name, shape, first) -> {
      NDArray array = get(name);
      requireShape(name, array, shape);
      return array;
    };
  }

  private static void requireShape(String name, NDArray array, Shape shape) {
    if (!array.getShape().equals(shape)) {
      throw new IllegalArgumentException(
          name + " has the shape " + array.getShape() + ", the model needs " + shape);
    }
  }

  /** Takes values as a new parameter; must not be called inside an NDScope. */
  public NDArray put(String name, float[] values, Shape shape) {
    NDArray array = manager.create(values, shape);
    if (arrays.put(name, array) != null) {
      throw new IllegalArgumentException("two weights named " + name);
    }
    return array;
  }

  /**
   * @throws IllegalArgumentException if there is none of this name
   */
  public NDArray get(String name) {
    NDArray array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException("no weight named " + name);
    }
    return array;
  }

  public Map<String, NDArray> all() {
    return Collections.unmodifiableMap(arrays);
  }

  /** A copy that shares nothing; must not be called inside an NDScope. */
  public Weights copy() {
    Weights copy = new Weights(manager.getParentManager());
    arrays.forEach((name, array) -> copy.put(name, array.toFloatArray(), array.getShape()));
    return copy;
  }

  /** Overwrites the values in place, so that whoever holds the array sees them. */
  public void set(String name, NDArray values) {
    NDArray array = get(name);
    requireShape(name, values, array.getShape());
    array.set(new NDIndex("..."), values);
  }

  /**
   * Overwrites every value with that of the same name in a file. What stands before {@code inner.}
   * in the file's names is dropped: the public HRM code wraps its model in others.
   *
   * @throws CheckpointException if the file is damaged or not exactly of these names and shapes
   */
  public void load(Path file) {
    try (Safetensors saved = Safetensors.open(file)) {
      saved.verify();
      saved.rename(name -> name.replaceFirst("^(.*\\.)?inner\\.", ""));
      load(saved, "");
      saved.expectNoMore();
    }
  }

  /** Takes every value out of a file, where its name has a prefix. */
  public void load(Safetensors saved, String prefix) {
    Torch.gradients(false);
    arrays.forEach((name, array) -> saved.take(prefix + name, array));
  }

  /** Takes every value but the puzzle embedding out of a file. */
  public void loadTrunk(Safetensors saved) {
    Torch.gradients(false);
    arrays.forEach(
        (name, array) -> {
          if (!name.equals(PuzzleEmbedding.NAME)) {
            saved.take(name, array);
          }
        });
  }

  /** Lets gradients flow into every parameter but the starting states. */
  public void learn() {
    arrays.forEach((name, array) -> array.setRequiresGradient(isLearned(name)));
  }

  /** Whether no value is infinite or not a number; reads one number per parameter. */
  public boolean areFinite() {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      Torch.gradients(false);
      return arrays.values().stream().allMatch(array -> Float.isFinite(array.sum().getFloat()));
    }
  }

  /** Starting states are buffers; the puzzle embedding has an optimizer of its own. */
  public static boolean isLearned(String name) {
    return !name.endsWith("_init") && !name.equals(PuzzleEmbedding.NAME);
  }

  /** Number of scalars that are learned, the puzzle embedding included. */
  public long parameters() {
    return arrays.entrySet().stream()
        .filter(entry -> !entry.getKey().endsWith("_init"))
        .mapToLong(entry -> entry.getValue().size())
        .sum();
  }

  @Override
  public void close() {
    manager.close();
  }
}
