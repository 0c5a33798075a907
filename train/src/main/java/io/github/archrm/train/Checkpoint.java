package io.github.archrm.train;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.file.CheckpointException;
import io.github.archrm.train.file.FieldException;
import io.github.archrm.train.file.Format;
import io.github.archrm.train.file.RecordJson;
import io.github.archrm.train.file.RecordOverrides;
import io.github.archrm.train.file.Safetensors;
import io.github.archrm.train.file.SafetensorsWriter;
import io.github.archrm.train.tokens.Channels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A training run on disk: one safetensors file whose arrays are the weights by their own names,
 * their averages ({@code ema.}), the optimizer's moments ({@code adam.m.}, {@code adam.v.}) and
 * what the batches carry ({@code carry.}), and whose metadata tell the task, the recipe and the
 * progress.
 *
 * @param file its arrays are taken out by whoever goes on
 */
record Checkpoint(Safetensors file, Progress progress) implements AutoCloseable {
  /** Before the names of what the caller keeps with a run. */
  private static final String NOTE = "note.";

  private static final Format FORMAT = new Format("arc-hrm training", 8);

  /**
   * Where a run stands, beside its arrays.
   *
   * @param step optimizer steps
   * @param random state of the source of everything random
   * @param drawn demonstrations drawn of each task
   * @param batch at work
   * @param loss running mean of the cross entropy per cell, in nats
   * @param exactShare running mean of the share of exact rows, 0-1
   */
  record Progress(
      int step,
      int emaUpdates,
      long random,
      List<Integer> drawn,
      BatchRotation.Position batch,
      double loss,
      double exactShare) {}

  static void write(
      SafetensorsWriter arrays,
      List<Task> tasks,
      Channels channels,
      Recipe recipe,
      Progress progress,
      Map<String, String> notes)
      throws IOException {
    arrays.putText("format", FORMAT.text());
    arrays.putText("tasks", ids(tasks));
    arrays.putText("grids", digest(tasks, channels));
    arrays.putText("recipe", RecordJson.write(recipe).toString());
    arrays.putText("progress", RecordJson.write(progress).toString());
    new TreeMap<>(notes).forEach((name, text) -> arrays.putText(NOTE + name, text));
    arrays.write();
  }

  /**
   * Opens a file and checks that it is sound and goes on with these tasks and this recipe.
   *
   * @throws CheckpointException if it is missing, damaged, or of other tasks or another recipe
   */
  static Checkpoint open(Path path, List<Task> tasks, Channels channels, Recipe recipe) {
    Safetensors file = Safetensors.open(path);
    try {
      file.verify();
      return new Checkpoint(file, progress(file, path, tasks, channels, recipe));
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * What the caller kept with a run.
   *
   * @throws CheckpointException if the file is missing, its header damaged, or of no run
   */
  static Map<String, String> notes(Path path) {
    try (Safetensors file = Safetensors.open(path)) {
      FORMAT.require(path, file.text("format"));
      return file.texts().entrySet().stream()
          .filter(text -> text.getKey().startsWith(NOTE))
          .collect(
              Collectors.toMap(
                  text -> text.getKey().substring(NOTE.length()), Map.Entry::getValue));
    }
  }

  private static Progress progress(
      Safetensors file, Path path, List<Task> tasks, Channels channels, Recipe recipe) {
    FORMAT.require(path, file.text("format"));
    if (!file.text("tasks").equals(ids(tasks))) {
      throw file.refused("is of " + file.text("tasks") + ", not of " + ids(tasks));
    }
    if (!file.text("grids").equals(digest(tasks, channels))) {
      throw file.refused("is of " + ids(tasks) + " with other grids");
    }
    JsonObject asked =
        RecordJson.write(recipe.forTasks(tasks.size()).withChannels(channels.count()));
    expectSame(file, "recipe", json(file, "recipe"), asked);
    try {
      return RecordJson.read(json(file, "progress"), Progress.class);
    } catch (FieldException e) {
      throw file.refused("its progress is damaged: " + e.getMessage());
    }
  }

  private static String digest(List<Task> tasks, Channels channels) {
    return channels.count() == 0 ? TaskDigest.of(tasks) : TaskDigest.of(tasks, channels.toString());
  }

  private static JsonElement json(Safetensors file, String name) {
    try {
      return RecordOverrides.strict(file.text(name));
    } catch (JsonParseException e) {
      throw file.refused("its " + name + " is damaged");
    }
  }

  /** Names the first setting that differs. */
  private static void expectSame(
      Safetensors file, String name, JsonElement saved, JsonElement asked) {
    if (saved.isJsonObject() && asked.isJsonObject()) {
      JsonObject one = saved.getAsJsonObject();
      JsonObject other = asked.getAsJsonObject();
      TreeSet<String> settings = new TreeSet<>(one.keySet());
      settings.addAll(other.keySet());
      for (String setting : settings) {
        expectSame(
            file, name + "." + setting, orNull(one.get(setting)), orNull(other.get(setting)));
      }
    } else if (!saved.toString().equals(asked.toString())) {
      throw file.refused("was trained with " + name + " " + saved + ", not " + asked);
    }
  }

  private static JsonElement orNull(JsonElement value) {
    return value == null ? JsonNull.INSTANCE : value;
  }

  @Override
  public void close() {
    file.close();
  }

  private static String ids(List<Task> tasks) {
    return tasks.size() == 1
        ? "task " + tasks.get(0).id()
        : tasks.size() + " tasks from " + tasks.get(0).id();
  }
}
