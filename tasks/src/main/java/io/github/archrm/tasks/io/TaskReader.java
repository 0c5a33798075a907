package io.github.archrm.tasks.io;

import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskProblem;
import io.github.archrm.tasks.TaskSet;
import java.io.BufferedInputStream;
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
import java.util.Random;

/**
 * Reads tasks, in whatever form they come:
 *
 * <ul>
 *   <li>a file with one ARC task; its id is the file's name without {@code .json}
 *   <li>Kaggle's challenges file with many tasks by id
 *   <li>one of these with a {@code kind}: a set of Sudokus or mazes
 *   <li>text with one Sudoku or one maze a line ({@code .csv}, {@code .txt} or {@code .sdm}); those
 *       with a solution become demonstrations, those without test inputs; in a file named {@code
 *       test…} all become test inputs
 *   <li>a directory of JSON files, or of {@code train.csv} and {@code test.csv} as one task, with
 *       all its sub-directories
 *   <li>a {@code .zip}, {@code .tar.gz} or {@code .tgz} of such files
 * </ul>
 *
 * <p>Every grid is checked: a rectangle of 1-30 rows and columns, colours 0-9; every Sudoku and
 * every maze by its rules. A task that is not sound becomes a {@link TaskProblem} and the others
 * are read; the caller decides how strict to be about it. A task whose test inputs have no outputs
 * is sound.
 */
public final class TaskReader {
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
      } else if (Archive.named(source)) {
        unpack(source, tree);
      } else {
        return file(source);
      }
    } catch (IOException e) {
      throw new TaskFormatException(TaskTree.unreadable(source, e));
    }
    if (tree.files() == 0) {
      throw new TaskFormatException(source + ": no .json files in it");
    }
    return tree.toTaskSet();
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
    Solutions known = Solutions.read(solutions);
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
   * @return one task
   * @throws TaskFormatException if a file cannot be read, or a puzzle that was drawn is not sound
   */
  public static Task sample(Path folder, int train, int test, long seed) {
    PuzzleSet set = new PuzzleSet(TaskTree.fileName(folder.toAbsolutePath()));
    Random random = new Random(seed);
    for (String name : List.of("train.csv", "test.csv")) {
      PuzzleSet.Role role = PuzzleSet.Role.of(name);
      Path file = folder.resolve(name);
      try (InputStream in = Files.newInputStream(file)) {
        int count = role == PuzzleSet.Role.TRAIN ? train : test;
        set.add(file.toString(), PuzzleLines.sample(in, count, random), role);
      } catch (IOException e) {
        throw new TaskFormatException(TaskTree.unreadable(file, e));
      }
    }
    return set.task().orElseThrow(() -> new TaskFormatException(set.problems().get(0).toString()));
  }

  private static TaskSet file(Path source) throws IOException {
    String name = TaskTree.fileName(source);
    TaskTree tree = new TaskTree(TaskTree.id(name));
    try (InputStream in = new BufferedInputStream(Files.newInputStream(source))) {
      if (PuzzleLines.named(name)) {
        tree.addPuzzles(name, in);
      } else {
        tree.addTasks(name, in);
      }
    }
    TaskSet set = tree.toTaskSet();
    for (TaskProblem problem : set.problems()) {
      if (set.tasks().isEmpty() && problem.taskId().isEmpty()) {
        throw new TaskFormatException(source + ": " + problem.message());
      }
    }
    return set;
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
            if (attributes.isRegularFile() && TaskTree.wanted(source)) {
              try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                tree.add(source, in);
              } catch (IOException e) {
                tree.problem(source, TaskTree.reason(e));
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            tree.problem(folder.relativize(file).toString(), TaskTree.reason(failure));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
