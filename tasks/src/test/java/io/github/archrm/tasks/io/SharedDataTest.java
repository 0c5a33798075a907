package io.github.archrm.tasks.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads real data sets, which are not part of this project: run by {@code mvn test
 * -Darc-hrm.data=FOLDER} only.
 */
@Tag("data")
class SharedDataTest {
  @TempDir Path folder;

  private static Path data(String name) {
    return Path.of(System.getProperty("arc-hrm.data"), name);
  }

  @Test
  void readsThe400TrainingTasks() {
    TaskSet set = TaskReader.read(data("arc-agi-1-training"));
    assertEquals(List.of(), set.problems());
    assertEquals(400, set.tasks().size());
    assertTrue(set.tasks().stream().noneMatch(task -> task.solutions().isEmpty()));
  }

  @Test
  void readsKagglesPairAndWritesItBack() throws IOException {
    Path challenges = data("kaggle/arc-agi_training_challenges.json");
    Path solutions = data("kaggle/arc-agi_training_solutions.json");
    TaskSet set = TaskReader.read(challenges, solutions);
    assertEquals(List.of(), set.problems());
    assertEquals(400, set.tasks().size());
    assertEquals(set, TaskReader.read(data("kaggle")));

    TaskWriter.writeChallenges(folder.resolve("c.json"), set.tasks());
    TaskWriter.writeSolutions(folder.resolve("s.json"), set.tasks());
    assertEquals(set, TaskReader.read(folder.resolve("c.json"), folder.resolve("s.json")));
    assertEquals(Solutions.read(solutions).byId(), Solutions.read(folder.resolve("s.json")).byId());
  }

  @Test
  void kagglesPairHoldsTheTasksOfTheDirectory() {
    Set<Task> separate = new HashSet<>(TaskReader.read(data("arc-agi-1-training")).tasks());
    assertEquals(separate, new HashSet<>(TaskReader.read(data("kaggle")).tasks()));
  }

  @Test
  void readsConceptArcAsATreeAndInArchives() throws IOException {
    Path corpus = data("conceptarc/corpus");
    TaskSet set = TaskReader.read(corpus);
    assertEquals(List.of(), set.problems());
    assertEquals(160, set.tasks().size());

    Map<String, byte[]> contents = ArchiveMaker.contents(corpus);
    assertEquals(set, TaskReader.read(ArchiveMaker.zip(folder.resolve("corpus.zip"), contents)));
    assertEquals(
        set, TaskReader.read(ArchiveMaker.tarGz(folder.resolve("corpus.tar.gz"), contents)));
  }
}
