package io.github.archrm.train;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.file.CheckpointException;
import io.github.archrm.train.file.FieldException;
import io.github.archrm.train.file.Format;
import io.github.archrm.train.file.RecordJson;
import io.github.archrm.train.file.RecordOverrides;
import io.github.archrm.train.file.Safetensors;
import io.github.archrm.train.file.SafetensorsWriter;
import io.github.archrm.train.model.Weights;
import io.github.archrm.train.tokens.Channels;
import io.github.archrm.train.tokens.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Pretrained weights: one safetensors file with the averaged weights by their own names, and the
 * recipe and the kind of puzzle in its metadata.
 */
public final class Trunk {
  private static final Format FORMAT = new Format("arc-hrm trunk", 7);

  private final Path path;
  private final Supplier<Safetensors> source;
  private final Recipe recipe;
  private final String kind;
  private final int steps;
  private final String fingerprint;
  private boolean sound;

  private Trunk(
      Path path,
      Supplier<Safetensors> source,
      Recipe recipe,
      String kind,
      int steps,
      String fingerprint) {
    this.path = path;
    this.source = source;
    this.recipe = recipe;
    this.kind = kind;
    this.steps = steps;
    this.fingerprint = fingerprint;
  }

  /**
   * Reads what the metadata tell; the weights are read when they are needed, and compared with
   * their checksum then, or by {@link #requireSound}.
   *
   * @throws CheckpointException if the file is missing, its header damaged, or no trunk
   */
  public static Trunk read(Path path) {
    return read(path, () -> Safetensors.open(path));
  }

  /**
   * Reads a trunk that is no file of its own, such as a resource.
   *
   * @param name in messages
   * @throws CheckpointException as {@link #read(Path)}
   */
  public static Trunk read(String name, byte[] contents) {
    Path path = Path.of(name);
    return read(path, () -> Safetensors.open(path, contents));
  }

  private static Trunk read(Path path, Supplier<Safetensors> source) {
    try (Safetensors file = source.get()) {
      FORMAT.require(path, file.text("format"));
      try {
        JsonElement json = RecordOverrides.strict(file.text("recipe"));
        return new Trunk(
            path,
            source,
            RecordJson.read(json, Recipe.class),
            file.text("kind"),
            Integer.parseInt(file.text("steps")),
            file.fingerprint());
      } catch (NumberFormatException e) {
        throw file.refused("its number of steps is damaged");
      } catch (JsonParseException e) {
        throw file.refused("its recipe is damaged");
      } catch (FieldException e) {
        throw file.refused("its recipe is damaged: " + e.getMessage());
      }
    }
  }

  static void write(Path path, Weights weights, Recipe recipe, Kind kind, int steps)
      throws IOException {
    SafetensorsWriter arrays = new SafetensorsWriter(path);
    weights.all().forEach(arrays::put);
    arrays.putText("format", FORMAT.text());
    arrays.putText("recipe", RecordJson.write(recipe).toString());
    arrays.putText("kind", kind.name());
    arrays.putText("steps", Integer.toString(steps));
    arrays.write();
  }

  /** Its file, or the name of one that is none. */
  public Path path() {
    return path;
  }

  /** Differs where the weights do, and what is said of them. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Steps of its training; its weights are still the first, random ones after none. */
  public int steps() {
    return steps;
  }

  /** How it was trained. */
  public Recipe recipe() {
    return recipe;
  }

  /**
   * @throws CheckpointException if a task is of another kind than the trunk, or has other symbols
   *     than it knows
   */
  public void requireFit(Task task) {
    if (!task.kind().name().equals(kind)) {
      throw new CheckpointException(
          path, "a trunk for " + kind + ", but " + task.id() + " is of kind " + task.kind().name());
    }
    try {
      Tokens.of(task, recipe.model(), 0, Channels.NONE, recipe.large().shared());
    } catch (IllegalArgumentException e) {
      throw new CheckpointException(path, e.getMessage());
    }
  }

  /**
   * Compares the whole file with its checksum, once.
   *
   * @throws CheckpointException if it is damaged, or another than it was
   */
  public void requireSound() {
    try (Safetensors file = source.get()) {
      requireSound(file);
    }
  }

  private synchronized void requireSound(Safetensors file) {
    if (!file.fingerprint().equals(fingerprint)) {
      throw file.refused("was replaced since it was read first");
    }
    if (!sound) {
      file.verify();
      sound = true;
    }
  }

  /** Overwrites first weights; the puzzle embedding stays, since its puzzles are others. */
  void copyTo(Weights weights) {
    try (Safetensors file = source.get()) {
      requireSound(file);
      weights.loadTrunk(file);
    }
  }
}
