package io.github.archrm.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.augment.View;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.file.CheckpointException;
import io.github.archrm.train.tokens.Channels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown beside the inputs is learned from, and nothing else can tell these outputs. */
class ChannelsTest {
  private static Compute compute;
  @TempDir Path folder;

  @BeforeAll
  static void start() {
    compute = Small.compute();
  }

  private static Grid random(Random random) {
    return Grid.generate(3, 4, (r, c) -> random.nextInt(3));
  }

  /** Outputs that have nothing to do with their inputs. */
  private static Task chance(long seed) {
    Random random = new Random(seed);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      examples.add(new Example(random(random), random(random)));
    }
    return new Task(
        "chance",
        examples.subList(0, 4),
        List.of(examples.get(4).input()),
        List.of(examples.get(4).output()));
  }

  private static Channels outputsOf(Task task) {
    return new Channels(
        task.demonstrations().stream().map(example -> List.of(example.output())).toList(),
        task.solutions().stream().map(List::of).toList());
  }

  private static TaskTrainer trainer(Task task, Channels channels, Recipe recipe) {
    return new TaskTrainer(List.of(task), channels, recipe, Optional.empty(), compute, 1);
  }

  @Test
  void whatAChannelShowsIsLearnedFrom() {
    Task task = chance(1);
    try (TaskTrainer trainer = trainer(task, outputsOf(task), Small.recipe())) {
      assertTrue(trainer.predictor().hasChannels());
      Small.train(trainer, 300);
      List<Question> questions =
          List.of(new Question(0, View.identity(), true), new Question(0, View.identity(), false));
      List<ViewPrediction> seen = trainer.predictor().predict(questions, 4, TimeLimit.NONE);
      assertEquals(task.solutions().get(0), seen.get(0).grid());
      assertNotEquals(task.solutions().get(0), seen.get(1).grid(), "nobody can know this");
    }
  }

  @Test
  void aRunWithChannelsGoesOnExactlyAndWithOthersIsRefused() throws IOException {
    Task task = chance(2);
    Channels channels = outputsOf(task);
    Path whole = folder.resolve("whole.safetensors");
    Path half = folder.resolve("half.safetensors");
    try (TaskTrainer trainer = trainer(task, channels, Small.recipe())) {
      Small.train(trainer, 5);
      trainer.save(half);
      Small.train(trainer, 11);
      trainer.save(whole);
    }
    Path resumed = folder.resolve("resumed.safetensors");
    try (TaskTrainer trainer =
        TaskTrainer.resume(half, List.of(task), channels, Small.recipe(), compute)) {
      Small.train(trainer, 11);
      trainer.save(resumed);
    }
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(resumed));
    assertThrows(
        CheckpointException.class,
        () ->
            TaskTrainer.resume(half, List.of(task), outputsOf(chance(3)), Small.recipe(), compute)
                .close());
    assertThrows(
        CheckpointException.class,
        () -> TaskTrainer.resume(half, List.of(task), Small.recipe(), compute).close());
  }
}
