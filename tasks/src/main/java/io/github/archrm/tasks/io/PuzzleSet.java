package io.github.archrm.tasks.io;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Kinds;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puzzles of text become one task.
 *
 * <p>One broken line and there is no task; what is wrong is told of every line.
 */
final class PuzzleSet {
  private final String id;
  private final List<Example> demonstrations = new ArrayList<>();
  private final List<Grid> testInputs = new ArrayList<>();
  private final List<Grid> solutions = new ArrayList<>();
  private final List<TaskProblem> problems = new ArrayList<>();
  private Kind kind;

  /** What the puzzles of a file are for. */
  enum Role {
    /** Those with a solution are demonstrations, those without are test inputs. */
    MIXED,
    /** All are demonstrations. */
    TRAIN,
    /** All are test inputs, with their solutions if they have any. */
    TEST;

    /** What a file is for by its name: the published ones are named train and test. */
    static Role of(String name) {
      return name.startsWith("test") ? TEST : name.startsWith("train") ? TRAIN : MIXED;
    }
  }

  PuzzleSet(String id) {
    this.id = id;
  }

  /**
   * Adds the puzzles of a file; the first puzzle of all decides the kind.
   *
   * @param source how problems name the file
   */
  void add(String source, PuzzleLines lines, Role role) {
    if (lines.puzzles().isEmpty()) {
      problems.add(new TaskProblem(source, id, "no puzzles in it"));
    }
    if (kind == null && !lines.puzzles().isEmpty()) {
      PuzzleLines.Puzzle first = lines.puzzles().get(0);
      try {
        kind = kind(first.question());
      } catch (IllegalArgumentException e) {
        problem(source, "line " + first.line() + ": " + e.getMessage());
        return;
      }
    }
    boolean solved = lines.puzzles().stream().anyMatch(PuzzleLines.Puzzle::isSolved);
    for (PuzzleLines.Puzzle puzzle : lines.puzzles()) {
      String line = "line " + puzzle.line();
      boolean missing = !puzzle.isSolved() && (role == Role.TRAIN || role == Role.TEST && solved);
      Optional<String> problem =
          missing ? Optional.of(line + ": no solution") : add(puzzle, role, line);
      if (problem.isPresent() && problems.size() < TaskDocument.MAX_PROBLEMS) {
        problems.add(new TaskProblem(source, id, problem.get()));
      }
    }
  }

  private static Kind kind(String puzzle) {
    return Kinds.families().stream()
        .flatMap(family -> family.recognised(puzzle).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Kinds.families().stream()
                        .flatMap(family -> family.recognisedBy().stream())
                        .collect(
                            Collectors.joining(
                                " and no ",
                                puzzle.length() + " characters are no ",
                                "; tasks of ARC are JSON"))));
  }

  private Optional<String> add(PuzzleLines.Puzzle puzzle, Role role, String line) {
    String place = line;
    try {
      Grid input = kind.read(puzzle.question());
      Optional<String> flaw = kind.inputFlaw(input);
      if (flaw.isPresent()) {
        return Optional.of(TaskFields.at(line, flaw.get()));
      }
      if (!puzzle.isSolved()) {
        testInputs.add(input);
        return Optional.empty();
      }
      place = line + " solution";
      Grid output = kind.read(puzzle.answer());
      flaw = kind.outputFlaw(input, output);
      if (flaw.isPresent()) {
        return Optional.of(TaskFields.at(place, flaw.get()));
      }
      if (role == Role.TEST) {
        testInputs.add(input);
        solutions.add(output);
      } else {
        demonstrations.add(new Example(input, output));
      }
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(TaskFields.at(place, e.getMessage()));
    }
  }

  /** A file is of no use at all. */
  void problem(String source, String message) {
    problems.add(new TaskProblem(source, "", message));
  }

  List<TaskProblem> problems() {
    return problems;
  }

  /** The task; empty where there is a problem. */
  Optional<Task> task() {
    return problems.isEmpty()
        ? Optional.of(new Task(id, demonstrations, testInputs, solutions, kind))
        : Optional.empty();
  }
}
