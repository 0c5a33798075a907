package io.github.archrm.submit.kaggle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.submit.runtime.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KaggleNotebookTest {
  @TempDir Path root;

  private Path input(String name) throws IOException {
    Path file = root.resolve("input").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "{}");
  }

  @Test
  void findsTheHiddenTasksAmongTheOtherFilesOfTheCompetition() throws IOException {
    input("arc-prize-2025/arc-agi_training_challenges.json");
    input("arc-prize-2025/arc-agi_evaluation_challenges.json");
    input("weights/trunk.safetensors");
    Path hidden = input("arc-prize-2025/arc-agi_test_challenges.json");
    assertEquals(hidden, new KaggleNotebook(root).challenges());
  }

  @Test
  void findsThemBehindAFolderOfCompetitions() throws IOException {
    Path hidden = input("competitions/arc-prize-2026/arc-agi_test_challenges.json");
    assertEquals(hidden, new KaggleNotebook(root).challenges());
  }

  @Test
  void doesNotGuess() throws IOException {
    KaggleNotebook notebook = new KaggleNotebook(root);
    assertTrue(
        assertThrows(UserMistake.class, notebook::challenges)
            .getMessage()
            .contains("no *test_challenges.json below " + root.resolve("input")));
    Path one = input("a/test_challenges.json");
    Path two = input("b/test_challenges.json");
    String message = assertThrows(UserMistake.class, notebook::challenges).getMessage();
    assertTrue(message.contains(one.toString()) && message.contains(two.toString()), message);
  }

  @Test
  void aFolderThatCannotBeSearchedIsNamed() throws IOException {
    input("a/test_challenges.json");
    Path loop = root.resolve("input/a/loop");
    Files.createSymbolicLink(loop, root.resolve("input/a"));
    assertEquals(
        root.resolve("input")
            + ": cannot be searched: "
            + loop
            + ": a link that leads back to a folder above it",
        assertThrows(UserMistake.class, new KaggleNotebook(root)::challenges).getMessage());
  }

  @Test
  void handsInWhereKaggleLooks() throws IOException {
    KaggleNotebook notebook = new KaggleNotebook(root);
    assertEquals(Path.of("submission.json"), notebook.submission());
    Path working = Files.createDirectory(root.resolve("working"));
    assertEquals(working.resolve("submission.json"), notebook.submission());
  }
}
