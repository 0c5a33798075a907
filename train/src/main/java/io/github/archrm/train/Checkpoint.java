package io.github.archrm.train;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.file.CheckpointException;
import io.github.archrm.train.file.Safetensors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
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
  private static final String FORMAT = "arc-hrm training 3";

  /** Numbers that may be NaN among them, and all of their digits. */
  private static final Gson GSON = new GsonBuilder().serializeSpecialFloatingPointValues().create();

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

  static void write(Safetensors arrays, List<Task> tasks, Recipe recipe, Progress progress)
      throws IOException {
    arrays.putText("format", FORMAT);
    arrays.putText("tasks", ids(tasks));
    arrays.putText("grids", digest(tasks));
    arrays.putText("recipe", GSON.toJson(recipe));
    arrays.putText("progress", GSON.toJson(progress));
    arrays.write();
  }

  /**
   * Reads a file and checks that it goes on with these tasks and this recipe.
   *
   * @throws CheckpointException if it is missing, damaged, or of other tasks or another recipe
   */
  static Checkpoint read(Path path, List<Task> tasks, Recipe recipe) {
    Safetensors file = Safetensors.read(path);
    String format = file.text("format");
    if (!format.equals(FORMAT)) {
      throw file.refused("is of format \"" + format + "\" instead of \"" + FORMAT + "\"");
    }
    if (!file.text("tasks").equals(ids(tasks))) {
      throw file.refused("is of " + file.text("tasks") + ", not of " + ids(tasks));
    }
    if (!file.text("grids").equals(digest(tasks))) {
      throw file.refused("is of " + ids(tasks) + " with other grids");
    }
    try {
      JsonElement saved = JsonParser.parseString(file.text("recipe"));
      expectSame(file, "recipe", saved, GSON.toJsonTree(recipe.forTasks(tasks.size())));
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

  private static String ids(List<Task> tasks) {
    return tasks.size() == 1
        ? "task " + tasks.get(0).id()
        : tasks.size() + " tasks from " + tasks.get(0).id();
  }

  /** SHA-256 of everything that training sees of the tasks: demonstrations, then test inputs. */
  private static String digest(List<Task> tasks) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Task task : tasks) {
        sha.update(task.id().getBytes(StandardCharsets.UTF_8));
        for (Example example : task.demonstrations()) {
          update(sha, example.input());
          update(sha, example.output());
        }
        task.testInputs().forEach(input -> update(sha, input));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void update(MessageDigest digest, Grid grid) {
    digest.update(rows(grid).toString().getBytes(StandardCharsets.UTF_8));
  }

  private static JsonElement rows(Grid grid) {
    return GSON.toJsonTree(grid.toRows());
  }
}
