package io.github.archrm.tasks.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskWriterTest {
  @TempDir Path folder;

  private static Grid random(Random random) {
    return Grid.generate(
        1 + random.nextInt(30), 1 + random.nextInt(30), (r, c) -> random.nextInt(10));
  }

  private static Task task(String id, Random random, boolean solved) {
    List<Grid> tests = List.of(random(random), random(random));
    return new Task(
        id,
        List.of(new Example(random(random), random(random))),
        tests,
        solved ? List.of(random(random), random(random)) : List.of());
  }

  @Test
  void aTaskComesBackAsWritten() throws IOException {
    Random random = new Random(1);
    for (boolean solved : new boolean[] {true, false}) {
      Task task = task("a", random, solved);
      Path file = folder.resolve("a.json");
      TaskWriter.writeTask(file, task);
      assertEquals(new TaskSet(List.of(task), List.of()), TaskReader.read(file));
    }
  }

  @Test
  void kagglesPairComesBackAsWritten() throws IOException {
    Random random = new Random(2);
    List<Task> tasks =
        List.of(
            task("b", random, true),
            task("a", random, true),
            task("un\"solved\u00e9", random, false));
    Path challenges = folder.resolve("new/folder/c.json");
    Path solutions = folder.resolve("s.json");
    TaskWriter.writeChallenges(challenges, tasks);
    TaskWriter.writeSolutions(solutions, tasks);
    assertEquals(new TaskSet(tasks, List.of()), TaskReader.read(challenges, solutions));
    assertEquals(
        tasks.stream().map(Task::withoutSolutions).toList(), TaskReader.read(challenges).tasks());
  }

  @Test
  void aReaderNeverSeesPartOfAFile() throws Exception {
    Path file = folder.resolve("f.txt");
    byte[] first = new byte[300_000];
    byte[] second = new byte[200_000];
    Arrays.fill(second, (byte) 1);
    AtomicFile.write(file, first);
    AtomicBoolean done = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < 30; i++) {
                  AtomicFile.write(file, i % 2 == 0 ? second : first);
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } finally {
                done.set(true);
              }
            });
    writer.start();
    while (!done.get()) {
      byte[] seen = Files.readAllBytes(file);
      assertArrayEquals(seen.length == first.length ? first : second, seen);
    }
    writer.join();
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aTargetThatCannotBeWrittenLeavesNothingBehind() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("d"));
    assertThrows(IOException.class, () -> AtomicFile.write(directory, "x"));
    Path file = Files.writeString(folder.resolve("f"), "x");
    assertThrows(IOException.class, () -> AtomicFile.write(file.resolve("below"), "x"));
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(3, files.count());
    }
  }

  @Test
  void aLinkIsWrittenThrough() throws IOException {
    Path real = Files.writeString(folder.resolve("real"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    AtomicFile.write(link, "new");
    assertEquals("new", Files.readString(real));
    assertEquals(true, Files.isSymbolicLink(link));
  }
}
