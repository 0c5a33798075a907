package io.github.archrm.submit.command.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.submit.Cli;
import io.github.archrm.submit.Samples;
import io.github.archrm.tasks.io.SampleTasks;
import io.github.archrm.tasks.io.TaskWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TasksCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void writeTasks() throws IOException {
    TaskWriter.writeChallenges(
        folder.resolve("challenges.json"),
        List.of(Samples.exchange("one"), Samples.exchangeTwice("two")));
  }

  private Cli.Result tasks(String... arguments) throws Exception {
    String[] all = new String[arguments.length + 1];
    all[0] = "tasks";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Cli.run(folder, all);
  }

  @Test
  void listsSamplesOrAFile() throws Exception {
    Cli.Result samples = tasks("list");
    assertEquals(0, samples.exit(), samples::toString);
    assertEquals(1 + SampleTasks.ids().size(), samples.out().lines().count());
    Cli.Result file = tasks("list", "challenges.json");
    assertTrue(
        file.out().lines().anyMatch(line -> line.matches("two +2 +2 +2  unknown")), file::toString);
  }

  @Test
  void readsArchives() throws Exception {
    byte[] task = Files.readAllBytes(folder.resolve("challenges.json"));
    try (TarArchiveOutputStream tar =
            new TarArchiveOutputStream(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("tasks.tar.gz"))));
        ZipOutputStream zip =
            new ZipOutputStream(Files.newOutputStream(folder.resolve("tasks.zip")))) {
      TarArchiveEntry entry = new TarArchiveEntry("challenges.json");
      entry.setSize(task.length);
      tar.putArchiveEntry(entry);
      tar.write(task);
      tar.closeArchiveEntry();
      zip.putNextEntry(new ZipEntry("challenges.json"));
      zip.write(task);
    }
    for (String archive : List.of("tasks.tar.gz", "tasks.zip")) {
      Cli.Result listed = tasks("list", archive);
      assertEquals(0, listed.exit(), listed::toString);
      assertEquals(3, listed.out().lines().count(), listed::toString);
    }
  }

  @Test
  void showsATaskInPlainDigitsWhereThereIsNoTerminal() throws Exception {
    Cli.Result shown = tasks("show", "challenges.json", "--task", "one");
    assertEquals(0, shown.exit(), shown::toString);
    assertTrue(shown.out().contains("demonstration 2"), shown::toString);
    assertTrue(shown.out().contains("1 2"), shown::toString);
    assertTrue(shown.out().chars().allMatch(c -> c == '\n' || c >= ' ' && c < 127));
  }

  @Test
  void drawsATaskIntoFiles() throws Exception {
    Cli.Result drawn =
        tasks("show", "--task", SampleTasks.ids().get(1), "--svg", "a/t.svg", "--png", "t.png");
    assertEquals(0, drawn.exit(), drawn::toString);
    assertTrue(Files.readString(folder.resolve("a/t.svg")).startsWith("<svg"));
    assertEquals('P', Files.readAllBytes(folder.resolve("t.png"))[1]);
  }

  @Test
  void whichTaskIsMeantMustBeClear() throws Exception {
    Cli.Result several = tasks("show", "challenges.json");
    assertEquals(2, several.exit(), several::toString);
    assertTrue(several.err().contains("2 tasks, choose by --task (there are one, two)"));
    Cli.Result none = tasks("show", "challenges.json", "--task", "three");
    assertEquals(2, none.exit(), none::toString);
    assertTrue(none.err().contains("challenges.json: no task three"), none::toString);
  }

  @Test
  void validateTellsEverythingThatIsWrong() throws Exception {
    Cli.Result good = tasks("validate", "challenges.json");
    assertEquals(0, good.exit(), good::toString);
    assertEquals("2 sound tasks, 0 problems\n", good.out());
    Files.writeString(
        folder.resolve("bad.json"),
        """
        {"train": [{"input": [[1]], "output": [[1, 10]]}], "test": [{"input": [[1]]}]}
        """);
    Files.writeString(folder.resolve("broken.json"), "{");
    Cli.Result bad = tasks("validate", ".");
    assertEquals(2, bad.exit(), bad::toString);
    assertTrue(
        bad.out().contains("bad.json: bad: demonstration 1 output, row 0, column 1"),
        bad::toString);
    assertTrue(bad.out().contains("broken.json: "), bad::toString);
    assertTrue(bad.out().contains("2 sound tasks, 2 problems"), bad::toString);
  }
}
