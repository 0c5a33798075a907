package io.github.archrm.train;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeSet;

/**
 * A training run on disk: one safetensors file whose arrays are the weights by their own names,
 * their averages ({@code ema.}), the optimizer's moments ({@code adam.m.}, {@code adam.v.}) and
 * what the batches carry ({@code carry.}), and whose metadata tell the task, the recipe and the
 * progress.
 *
 * @param file its arrays are taken out by whoever goes on
 */
record Checkpoint(Safetensors file, Progress progress) {
  private static final String FORMAT = "arc-hrm training 1";

  /** Numbers that may be NaN among them, and all of their digits. */
  private static final Gson GSON = new GsonBuilder().serializeSpecialFloatingPointValues().create();

  /**
   * Where a run stands, beside its arrays.
   *
   * @param step optimizer steps
   * @param random state of the source of everything random
   * @param turns demonstrations drawn
   * @param loss running mean of the cross entropy per cell, in nats
   * @param exactShare running mean of the share of exact rows, 0-1
   */
  record Progress(
      int step, int emaUpdates, long random, int turns, double loss, double exactShare) {}

  static void write(Safetensors arrays, Task task, Recipe recipe, Progress progress)
      throws IOException {
    arrays.putText("format", FORMAT);
    arrays.putText("task", task.id());
    arrays.putText("grids", grids(task).toString());
    arrays.putText("recipe", GSON.toJson(recipe));
    arrays.putText("progress", GSON.toJson(progress));
    arrays.write();
  }

  /**
   * Reads a file and checks that it goes on with this task and recipe.
   *
   * @throws CheckpointException if it is missing, damaged, or of another task or recipe
   */
  static Checkpoint read(Path path, Task task, Recipe recipe) {
    Safetensors file = Safetensors.read(path);
    String format = file.text("format");
    if (!format.equals(FORMAT)) {
      throw file.refused("is of format \"" + format + "\" instead of \"" + FORMAT + "\"");
    }
    if (!file.text("task").equals(task.id())) {
      throw file.refused("is of task " + file.text("task") + ", not of " + task.id());
    }
    if (!file.text("grids").equals(grids(task).toString())) {
      throw file.refused("is of a task " + task.id() + " with other grids");
    }
    try {
      JsonElement saved = JsonParser.parseString(file.text("recipe"));
      expectSame(file, "recipe", saved, GSON.toJsonTree(recipe));
      return new Checkpoint(file, GSON.fromJson(file.text("progress"), Progress.class));
    } catch (JsonParseException | IllegalStateException e) {
      throw file.refused("its metadata are damaged");
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

  /** Everything that training sees of a task: demonstrations, then test inputs. */
  private static JsonArray grids(Task task) {
    JsonArray grids = new JsonArray();
    for (Example example : task.demonstrations()) {
      grids.add(rows(example.input()));
      grids.add(rows(example.output()));
    }
    task.testInputs().forEach(input -> grids.add(rows(input)));
    return grids;
  }

  private static JsonElement rows(Grid grid) {
    return GSON.toJsonTree(grid.toRows());
  }
}
