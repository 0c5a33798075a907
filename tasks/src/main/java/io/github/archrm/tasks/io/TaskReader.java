package io.github.archrm.tasks.io;

import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskProblem;
import io.github.archrm.tasks.TaskSet;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Reads tasks, in whatever form they come:
 *
 * <ul>
 *   <li>a file with one ARC task; its id is the file's name without {@code .json}
 *   <li>Kaggle's challenges file with many tasks by id
 *   <li>one of these with a {@code kind}: a set of Sudokus or mazes
 *   <li>a list of tasks, or a task on each line ({@code .jsonl}); a list of pairs, the last of
 *       which becomes the test
 *   <li>text with Sudokus or mazes ({@code .csv}, {@code .txt}, {@code .sdm} and the like): a
 *       table, a puzzle a line, or drawn over several lines; those with a solution become
 *       demonstrations, those without test inputs; in a file named {@code test…} all become test
 *       inputs
 *   <li>a directory of such files, with all its sub-directories; {@code train.csv} and {@code
 *       test.csv} in it are one task
 *   <li>a {@code .zip}, {@code .tar}, {@code .tar.gz} or {@code .tar.bz2} of such files; one of
 *       them as {@code .gz} or {@code .bz2}
 * </ul>
 *
 * <p>Every grid is checked: a rectangle of as many cells as memory allows, colours 0-9; every
 * Sudoku and every maze by its rules. A puzzle whose solution is not given may have several. A task
 * that is not sound becomes a {@link TaskProblem} and the others are read; the caller decides how
 * strict to be about it. A task whose test inputs have no outputs is sound.
 */
public final class TaskReader {
  private static final int PEEKED = 8192;

  private TaskReader() {}

  /**
   * Reads all tasks of a source. In a directory or an archive {@code x_solutions.json} completes
   * {@code x_challenges.json} beside it, and the order is that of the files' names.
   *
   * @throws TaskFormatException if nothing can be read at all: no such file, not JSON, not a file
   *     of tasks, no JSON files in a directory, a damaged or oversized archive
   */
  public static TaskSet read(Path source) {
    TaskTree tree = new TaskTree(TaskTree.id(TaskTree.fileName(source.toAbsolutePath())));
    try {
      if (Files.isDirectory(source)) {
        walk(source, tree);
      } else if (Archive.isPacked(TaskTree.fileName(source))) {
        unpack(source, tree);
      } else {
        return file(source);
      }
    } catch (IOException e) {
      throw new TaskFormatException(TaskTree.unreadable(source, e));
    }
    TaskSet set = tree.toTaskSet();
    if (set.tasks().isEmpty() && set.problems().isEmpty()) {
      throw new TaskFormatException(
          source + ": no tasks in it; looked for .json, .jsonl, .csv, .txt, .sdm and the like");
    }
    return set;
  }

  /**
   * Reads all tasks of a source, with the solutions of their test inputs from Kaggle's solutions
   * file.
   *
   * @param challenges whatever {@link #read(Path)} takes
   * @throws TaskFormatException if nothing can be read of one of the two
   */
  public static TaskSet read(Path challenges, Path solutions) {
    TaskSet unsolved = read(challenges);
    Solutions known = Solutions.readSymbols(solutions);
    List<TaskProblem> problems = new ArrayList<>(unsolved.problems());
    problems.addAll(known.problems());
    List<Task> tasks =
        TaskTree.solved(unsolved.tasks(), known, TaskTree.fileName(solutions), problems);
    return new TaskSet(tasks, problems);
  }

  /**
   * Reads the tasks of a challenges file each by itself, so that one that is no JSON leaves the
   * others as they are.
   *
   * @return the tasks, and a problem for each that was begun but is not sound; nothing, if the file
   *     cannot be read or is too large
   */
  public static TaskSet salvage(Path challenges) {
    try {
      return Files.size(challenges) > StrictJson.MAX_BYTES
          ? new TaskSet(List.of(), List.of())
          : Salvage.of(
              TaskTree.fileName(challenges),
              new String(Files.readAllBytes(challenges), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new TaskSet(List.of(), List.of());
    }
  }

  /**
   * Draws puzzles from text of any length, such as the published sets of millions: each as likely
   * as any other, in the order of the file.
   *
   * @param folder holds {@code train.csv} and {@code test.csv}
   * @param train how many demonstrations, or as many as there are
   * @param test how many test inputs, or as many as there are
   * @param seed decides which
   * @return one task, without the puzzles that are not sound
   * @throws TaskFormatException if a file cannot be read, or no puzzle that was drawn is sound
   */
  public static TaskSet sample(Path folder, int train, int test, long seed) {
    PuzzleSet set = new PuzzleSet(TaskTree.fileName(folder.toAbsolutePath()));
    Random random = new Random(seed);
    for (String name : List.of("train.csv", "test.csv")) {
      PuzzleSet.Role role = PuzzleSet.Role.of(name);
      Path file = folder.resolve(name);
      if ((role == PuzzleSet.Role.TRAIN ? train : test) == 0) {
        continue;
      }
      try (InputStream in = Files.newInputStream(file)) {
        int count = role == PuzzleSet.Role.TRAIN ? train : test;
        set.add(file.toString(), PuzzleLines.sample(in, count, random), role);
      } catch (IOException e) {
        throw new TaskFormatException(TaskTree.unreadable(file, e));
      }
    }
    Task task =
        set.task().orElseThrow(() -> new TaskFormatException(set.problems().get(0).toString()));
    return new TaskSet(List.of(task), set.problems());
  }

  /**
   * Reads what would stand in a single file.
   *
   * @param name for messages, and the id of a task that has none
   * @throws TaskFormatException if nothing can be read at all
   */
  public static TaskSet read(String name, InputStream in) {
    try {
      return file(Path.of(name), new BufferedInputStream(in));
    } catch (IOException e) {
      throw new TaskFormatException(name + ": " + StrictJson.message(e));
    }
  }

  private static TaskSet file(Path source) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(source))) {
      return file(source, in);
    }
  }

  private static TaskSet file(Path source, InputStream in) throws IOException {
    String name = TaskTree.fileName(source);
    TaskTree tree = new TaskTree(TaskTree.id(name));
    PackedFiles.refuseHidden(in);
    if (isText(name, begin(in))) {
      tree.addPuzzles(name, in);
    } else {
      tree.addTasks(name, in);
    }
    TaskSet set = tree.toTaskSet();
    for (TaskProblem problem : set.problems()) {
      if (set.tasks().isEmpty() && problem.taskId().isEmpty()) {
        throw new TaskFormatException(source + ": " + problem.message());
      }
    }
    return set;
  }

  private static byte[] begin(InputStream in) throws IOException {
    in.mark(PEEKED);
    byte[] begin = in.readNBytes(PEEKED);
    in.reset();
    return begin;
  }

  /** By its name; where that tells nothing, or the wrong thing, by how it begins, past blanks. */
  private static boolean isText(String name, byte[] begin) throws IOException {
    boolean json = name.toLowerCase(Locale.ROOT).matches(".*\\.(json|jsonl|ndjson)");
    String first =
        Text.lenient(new ByteArrayInputStream(begin)).lines().collect(Collectors.joining()).strip();
    return !json && !first.startsWith("{") && (PuzzleLines.named(name) || !first.startsWith("["));
  }

  private static void unpack(Path source, TaskTree tree) throws IOException {
    try {
      new Archive(source, Archive.Limits.STANDARD).addTo(tree);
    } catch (IOException e) {
      if (tree.isEmpty()) {
        throw e;
      }
      tree.problem(TaskTree.fileName(source), e.getMessage() + "; the rest is not read");
    }
  }

  private static void walk(Path folder, TaskTree tree) throws IOException {
    Files.walkFileTree(
        folder,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String source = folder.relativize(file).toString().replace('\\', '/');
            if (attributes.isSymbolicLink() && TaskTree.wanted(source)) {
              tree.problem(source, "a link to nothing");
            } else if (attributes.isOther() && TaskTree.wanted(source)) {
              tree.problem(source, "a device or a pipe, no file");
            } else if (attributes.isRegularFile() && TaskTree.wanted(source)) {
              try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                tree.add(source, in);
              } catch (IOException e) {
                tree.problem(source, StrictJson.message(e));
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            Path within = folder.relativize(file);
            tree.problem(
                (within.toString().isEmpty() ? folder : within).toString(),
                StrictJson.message(failure));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
