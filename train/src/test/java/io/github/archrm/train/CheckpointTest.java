package io.github.archrm.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.file.CheckpointException;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.HrmModel;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.ModelConfig.Encoding;
import io.github.archrm.train.model.ModelConfig.Reach;
import io.github.archrm.train.model.SplitMix64;
import io.github.archrm.train.model.Weights;
import io.github.archrm.train.tokens.Channels;
import io.github.archrm.train.tokens.TaskTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  private static Compute compute;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    compute = Small.compute();
  }

  @TestFactory
  List<DynamicTest> aRunGoesOnExactlyWhereItWasSaved() {
    Halting bothLogits = new Halting(Halting.Rule.HALT_OR_CONTINUE, 3, 0.5, 0.5);
    Halting haltOnly = new Halting(Halting.Rule.HALT_ONLY, 3, 0.1, 0.5);
    Map<String, Recipe> recipes = new LinkedHashMap<>();
    recipes.put("axial", Small.recipe());
    recipes.put(
        "frames of their own",
        Small.recipe(Small.model(), true, Small.FIXED, new Recipe.Large(0, 2, 0)));
    recipes.put(
        "windows", Small.recipe(Small.model(), true, Small.FIXED, new Recipe.Large(0, 2, 0.5)));
    recipes.put("senses", Small.recipe(Small.sensing(Small.model()), true, bothLogits));
    recipes.put("two carries", Small.recipe(Small.model(), true, bothLogits));
    recipes.put(
        "all cells",
        Small.recipe(Small.model(Reach.ALL, Encoding.ROTARY_2D, true), false, haltOnly));
    recipes.put(
        "fixed start",
        Small.recipe(Small.model(Reach.ALL, Encoding.ROTARY_2D, false), true, bothLogits));
    recipes.put(
        "sequence",
        Small.recipe(
            ModelConfig.reference(
                new ModelConfig.Symbols(TaskTokens.SYMBOLS, false, 0),
                16,
                2,
                new ModelConfig.Depth(1, 1, 2, 2),
                4,
                Encoding.LEARNED),
            false,
            bothLogits));
    return recipes.entrySet().stream()
        .map(e -> dynamicTest(e.getKey(), () -> goesOnExactly(e.getValue())))
        .toList();
  }

  /** A later call counts its budget anew, but does not go back to parts of demonstrations. */
  @Test
  void aRunThatHasBegunWithWholeDemonstrationsGoesOnWithThem() throws IOException {
    Path file = folder.resolve("whole.safetensors");
    Recipe recipe = Small.recipe(Small.model(), true, Small.FIXED, new Recipe.Large(0, 2, 0.5));
    Task task = Small.recolour("windows", 3, 4);
    try (TaskTrainer trainer = new TaskTrainer(task, recipe, compute, 7)) {
      train(trainer, 5, 0);
      trainer.save(file);
      assertTrue(batch(file, task, recipe).windowed());
      train(trainer, 9, 0.6);
      trainer.save(file);
    }
    try (TaskTrainer trainer = TaskTrainer.resume(file, List.of(task), recipe, compute)) {
      train(trainer, 15, 0);
      trainer.save(file);
    }
    assertFalse(batch(file, task, recipe).windowed());
    assertTrue(batch(file, task, recipe).whole());
  }

  private static void train(TaskTrainer trainer, int steps, double used) {
    trainer.train(TrainingLimit.ofSteps(steps), () -> used, progress -> {});
  }

  private static BatchRotation.Position batch(Path file, Task task, Recipe recipe) {
    try (Checkpoint checkpoint = Checkpoint.open(file, List.of(task), Channels.NONE, recipe)) {
      return checkpoint.progress().batch();
    }
  }

  /** Its outputs are its inputs enlarged, which is shown beside them. */
  @Test
  void aRunOfATaskThatMultipliesGoesOnExactly() throws IOException {
    Task task = Small.task("multiplied", 2, 3, 3, grid -> grid.enlarged(2, 2));
    goesOnExactly(Small.recipe(Small.sensing(Small.model()), true, Small.FIXED), task);
  }

  private void goesOnExactly(Recipe recipe) throws IOException {
    goesOnExactly(recipe, Small.recolour("resumed", 3, 4));
  }

  private void goesOnExactly(Recipe recipe, Task task) throws IOException {
    Path half = folder.resolve("half.safetensors");
    Path whole = folder.resolve("whole.safetensors");
    Path resumed = folder.resolve("resumed.safetensors");
    try (TaskTrainer trainer = new TaskTrainer(task, recipe, compute, 7)) {
      train(trainer, 12);
      trainer.save(whole);
    }
    try (TaskTrainer trainer = new TaskTrainer(task, recipe, compute, 7)) {
      train(trainer, 5);
      trainer.save(half);
    }
    try (TaskTrainer trainer = TaskTrainer.resume(half, List.of(task), recipe, compute)) {
      assertEquals(5, trainer.steps());
      train(trainer, 12);
      trainer.save(resumed);
    }
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(resumed));
  }

  /** Half of the budget, the time of windows, is over between where it is saved and its end. */
  private static void train(TaskTrainer trainer, int steps) {
    trainer.train(TrainingLimit.ofSteps(steps), () -> trainer.steps() / 12.0, progress -> {});
  }

  @Test
  void aRunThatHasNotBegunIsSavedToo() throws IOException {
    Task task = Small.recolour("first", 2, 2);
    Path file = folder.resolve("none.safetensors");
    try (TaskTrainer trainer = new TaskTrainer(task, Small.recipe(), compute, 1)) {
      trainer.save(file);
    }
    try (TaskTrainer trainer = TaskTrainer.resume(file, List.of(task), Small.recipe(), compute)) {
      assertEquals(0, trainer.steps());
      assertTrue(Double.isNaN(trainer.loss()));
      Small.train(trainer, 1);
    }
  }

  @Test
  void theLibraryReadsOurFiles() throws IOException {
    Path file = saved(Small.recolour("library", 2, 2), Small.recipe());
    try (NDManager manager = NDManager.newBaseManager()) {
      NDList list = NDList.decode(manager, Files.newInputStream(file));
      NDArray bias = list.get("q_head.bias");
      assertEquals(2, bias.size());
      assertTrue(list.contains("ema.q_head.bias") && list.contains("adam.v.q_head.bias"));
    }
  }

  private Path saved(Task task, Recipe recipe) throws IOException {
    Path file = folder.resolve("run.safetensors");
    try (TaskTrainer trainer = new TaskTrainer(task, recipe, compute, 1)) {
      Small.train(trainer, 2);
      trainer.save(file);
    }
    return file;
  }

  @Test
  void anotherTaskOrRecipeIsRefused() throws IOException {
    Task task = Small.recolour("mine", 2, 3);
    Path file = saved(task, Small.recipe());
    refuses(
        file, Small.recolour("yours", 2, 3), Small.recipe(), "is of task mine, not of task yours");
    Task other = Small.recolour("other", 2, 3);
    refuses(
        file,
        new Task("mine", other.demonstrations(), task.testInputs(), List.of()),
        Small.recipe(),
        "is of task mine with other grids");
    Recipe wider = Small.recipe(Small.model(), true, Small.FIXED);
    refuses(file, task, wider, "recipe.augmentation.turns \"NONE\", not \"ALL\"");
    refuses(
        file,
        task,
        Small.recipe(Small.model(Reach.AXIAL, Encoding.RELATIVE, false), false, Small.FIXED),
        "recipe.model.start.randomStates true, not false");
    try (TaskTrainer trainer =
        TaskTrainer.resume(file, List.of(task.withoutSolutions()), Small.recipe(), compute)) {
      assertEquals(2, trainer.steps());
    }
  }

  private void refuses(Path file, Task task, Recipe recipe, String problem) {
    CheckpointException e =
        assertThrows(
            CheckpointException.class,
            () -> TaskTrainer.resume(file, List.of(task), recipe, compute).close());
    assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
    assertTrue(e.getMessage().contains(problem), e.getMessage());
    assertEquals(1, e.getMessage().lines().count(), e.getMessage());
  }

  @Test
  void aDamagedFileIsRefused() throws IOException {
    Task task = Small.recolour("mine", 2, 3);
    Path file = saved(task, Small.recipe());
    byte[] good = Files.readAllBytes(file);
    Path bad = folder.resolve("bad.safetensors");
    refuses(bad, task, Small.recipe(), "no such file");
    refuses(folder, task, Small.recipe(), "cannot be read: a folder, where a file belongs");

    for (int length : new int[] {0, 3, 8}) {
      Files.write(bad, java.util.Arrays.copyOf(good, length));
      refuses(bad, task, Small.recipe(), "is not a safetensors file");
    }
    Files.write(bad, java.util.Arrays.copyOf(good, 100));
    refuses(bad, task, Small.recipe(), "is cut off within its header");
    Files.write(bad, java.util.Arrays.copyOf(good, good.length - 1));
    refuses(bad, task, Small.recipe(), "is cut off");
    Files.write(bad, java.util.Arrays.copyOf(good, good.length + 1));
    refuses(bad, task, Small.recipe(), "is damaged");
    Files.writeString(bad, "PK\3\4 what may this be, an archive perhaps?");
    refuses(bad, task, Small.recipe(), "is not a safetensors file");

    String checksum = "is damaged: its contents do not give its checksum";
    String header = "its header is damaged: it is not a JSON object";
    Map<Integer, String> flips = new LinkedHashMap<>();
    flips.put(8, "is not a safetensors file");
    flips.put(9, header);
    flips.put(40, checksum);
    flips.put(300, checksum);
    flips.put(new String(good, StandardCharsets.ISO_8859_1).indexOf("]},\"") + 1, header);
    flips.put(good.length - 1, checksum);
    flips.forEach(
        (at, problem) -> {
          byte[] flipped = good.clone();
          flipped[at] ^= 1;
          assertDoesNotThrow(() -> Files.write(bad, flipped));
          refuses(bad, task, Small.recipe(), problem);
        });
  }

  /** Edits the header, lengths of names and shapes included, and keeps the arrays. */
  private Path edited(Path file, UnaryOperator<String> edit) throws IOException {
    byte[] all = Files.readAllBytes(file);
    int length = java.nio.ByteBuffer.wrap(all).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt();
    byte[] json =
        edit.apply(new String(all, 8, length, StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);
    java.nio.ByteBuffer out =
        java.nio.ByteBuffer.allocate(all.length - length + json.length)
            .order(java.nio.ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length)
            .put(json)
            .put(all, 8 + length, all.length - 8 - length);
    return Files.write(folder.resolve("edited.safetensors"), out.array());
  }

  @Test
  void arraysThatDoNotFitAreRefused() throws IOException {
    Task task = Small.recolour("mine", 2, 3);
    Recipe recipe = Small.recipe();
    Path file = saved(task, recipe);
    refuses(
        edited(
            file,
            h ->
                h.replace(
                    "\"q_head.bias\":{\"dtype\":\"F32\"", "\"q_head.bias\":{\"dtype\":\"BF16\"")),
        task,
        recipe,
        "q_head.bias is of type BF16");
    refuses(
        edited(file, h -> h.replace("\"adam.m.q_head.bias\"", "\"adam.m.q_tail.bias\"")),
        task,
        recipe,
        "lacks adam.m.q_head.bias");
    refuses(
        edited(
            file,
            h ->
                h.replace(
                    "\"q_head.weight\":{\"dtype\":\"F32\",\"shape\":[2,16]",
                    "\"q_head.weight\":{\"dtype\":\"F32\",\"shape\":[16,2]")),
        task,
        recipe,
        "q_head.weight has the shape (16, 2), the model needs (2, 16)");
    refuses(
        edited(file, h -> h.replace("\"shape\":[2,16]", "\"shape\":[2,17]")),
        task,
        recipe,
        "header is damaged");
    refuses(
        edited(file, h -> h.replace("\"shape\":[2,16]", "\"shape\":[4611686018427387904,4]")),
        task,
        recipe,
        "header is damaged");
    refuses(
        edited(
            file,
            h ->
                h.replaceFirst(
                    "\\{", "{\"more\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},")),
        task,
        recipe,
        "holds what the model has not: more");
    refuses(
        edited(file, h -> h.replaceFirst("training [0-9]+", "training 9")),
        task,
        recipe,
        "checksum");
    refuses(
        edited(
            file,
            h ->
                h.replaceFirst("training [0-9]+", "training 9")
                    .replaceFirst("\"crc32c\"", "\"crc\"")),
        task,
        recipe,
        "is of version 9 of its format, newer than this program reads");
    refuses(
        edited(
            file,
            h -> h.replaceFirst("\"format\"", "\"form\"").replaceFirst("\"crc32c\"", "\"crc\"")),
        task,
        recipe,
        "has no format in its metadata");
    refuses(edited(file, h -> "{".repeat(100_000)), task, recipe, "not a JSON object");
    refuses(edited(file, h -> "{\"a\":" + "[".repeat(100_000)), task, recipe, "not a JSON object");
    refuses(edited(file, h -> "{\"a\":3}"), task, recipe, "header is damaged at a");
  }

  /** The header of a trunk is read alone; its weights are compared with the checksum before use. */
  @Test
  void aTrunkWithADamagedOrAnotherWeightIsRefusedBeforeItIsUsed() throws IOException {
    Task task = Small.recolour("mine", 2, 3);
    Path file = folder.resolve("trunk.safetensors");
    Path other = folder.resolve("other.safetensors");
    try (TaskTrainer trainer = new TaskTrainer(task, Small.recipe(), compute, 1)) {
      trainer.saveTrunk(file);
      Small.train(trainer, 1);
      trainer.saveTrunk(other);
    }
    Trunk trunk = Trunk.read(file);
    trunk.requireSound();
    Trunk.read("a resource", Files.readAllBytes(file)).requireSound();
    assertEquals(8, trunk.fingerprint().length(), trunk.fingerprint());
    Files.copy(other, file, StandardCopyOption.REPLACE_EXISTING);
    refuses(trunk, task, "was replaced since it was read first");

    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    Trunk damaged = Trunk.read(file);
    CheckpointException e = assertThrows(CheckpointException.class, damaged::requireSound);
    assertTrue(e.getMessage().contains("is damaged"), e.getMessage());
    refuses(damaged, task, "is damaged");
  }

  private static void refuses(Trunk trunk, Task task, String problem) {
    CheckpointException e =
        assertThrows(
            CheckpointException.class,
            () ->
                new TaskTrainer(List.of(task), trunk.recipe(), Optional.of(trunk), compute, 1)
                    .close());
    assertTrue(e.getMessage().contains(problem), e.getMessage());
  }

  @Test
  void aFailedSaveLeavesTheOldFile() throws IOException {
    Task task = Small.recolour("mine", 2, 3);
    Path file = saved(task, Small.recipe());
    try (TaskTrainer trainer = TaskTrainer.resume(file, List.of(task), Small.recipe(), compute)) {
      Path below = file.resolve("below.safetensors");
      assertThrows(IOException.class, () -> trainer.save(below));
      assertFalse(Files.exists(below));
      trainer.save(file);
    }
    try (TaskTrainer trainer = TaskTrainer.resume(file, List.of(task), Small.recipe(), compute)) {
      assertEquals(2, trainer.steps());
    }
  }

  /** The public code wraps the model twice, and its file has the weights of this very model. */
  @Test
  void weightsOfThePublicHrmLoadByName() throws IOException {
    ModelConfig config =
        ModelConfig.reference(
            new ModelConfig.Symbols(12, false, 5),
            32,
            4,
            new ModelConfig.Depth(1, 1, 2, 2),
            4,
            Encoding.ROTARY_1D);
    try (NDManager manager = NDManager.newBaseManager();
        Weights first = HrmModel.initialize(config, new Canvas(1, 9), manager, new SplitMix64(1));
        Weights second =
            HrmModel.initialize(config, new Canvas(1, 9), manager, new SplitMix64(2))) {
      NDList list = new NDList();
      first
          .all()
          .forEach(
              (name, array) -> {
                NDArray copy = array.duplicate();
                copy.setName("_orig_mod.model.inner." + name);
                list.add(copy);
              });
      Path file = folder.resolve("public.safetensors");
      try (var out = Files.newOutputStream(file)) {
        list.encode(out, NDList.Encoding.SAFETENSORS);
      }
      second.load(file);
      first.all().forEach((name, array) -> assertEquals(array, second.get(name), name));

      list.remove(list.size() - 1);
      try (var out = Files.newOutputStream(file)) {
        list.encode(out, NDList.Encoding.SAFETENSORS);
      }
      CheckpointException e = assertThrows(CheckpointException.class, () -> second.load(file));
      assertEquals(file + ": lacks L_init", e.getMessage());
    }
  }
}
