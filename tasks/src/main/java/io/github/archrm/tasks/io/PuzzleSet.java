package io.github.archrm.tasks.io;

import io.github.archrm.tasks.DrawnPuzzle;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Kinds;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puzzles of text become one task.
 *
 * <p>What is wrong is told of every line that is left out.
 */
final class PuzzleSet {
  private final String id;
  private final List<Example> demonstrations = new ArrayList<>();
  private final List<Grid> testInputs = new ArrayList<>();
  private final List<Grid> solutions = new ArrayList<>();
  private final List<TaskProblem> problems = new ArrayList<>();
  private Kind kind;
  private boolean meant;
  private int unlisted;

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
      String lower = name.toLowerCase(Locale.ROOT);
      return lower.startsWith("test") ? TEST : lower.startsWith("train") ? TRAIN : MIXED;
    }
  }

  PuzzleSet(String id) {
    this.id = id;
  }

  /**
   * Adds the puzzles of a file. The kind is that of most of the puzzles of the first file.
   *
   * @param source how problems name the file
   */
  void add(String source, PuzzleLines lines, Role role) {
    if (lines.puzzles().isEmpty()) {
      problems.add(
          new TaskProblem(
              source,
              id,
              "no puzzles in it; a Sudoku has 16, 36, 81, 256 or 625 cells, a maze S, G and #"));
      return;
    }
    meant |= lines.announced();
    if (kind == null) {
      kind = kind(lines.puzzles());
    }
    if (kind == null) {
      DrawnPuzzle first = lines.puzzles().get(0);
      problem(source, "line " + first.line() + ": " + unknown(first.puzzle()));
      return;
    }
    meant |= lines.puzzles().stream().anyMatch(p -> PuzzleLine.isMeant(p.puzzle()));
    List<String> texts =
        lines.puzzles().stream().flatMap(p -> Stream.of(p.puzzle(), p.solution())).toList();
    UnaryOperator<String> spelling = kind.spelling(texts);
    boolean solved = lines.puzzles().stream().anyMatch(puzzle -> !puzzle.solution().isEmpty());
    for (DrawnPuzzle puzzle : lines.puzzles()) {
      String line = "line " + puzzle.line();
      boolean missing =
          puzzle.solution().isEmpty() && (role == Role.TRAIN || role == Role.TEST && solved);
      Optional<String> problem =
          missing ? Optional.of(line + ": no solution") : add(puzzle, spelling, role, line);
      if (problem.isPresent()) {
        if (problems.size() < TaskDocument.MAX_PROBLEMS) {
          problems.add(new TaskProblem(source, id, problem.get()));
        } else {
          unlisted++;
        }
      }
    }
    if (unlisted > 0) {
      problems.add(new TaskProblem(source, id, unlisted + " more problems are not listed"));
      unlisted = 0;
    }
  }

  private static Kind kind(List<DrawnPuzzle> puzzles) {
    Map<Kind, Integer> count = new LinkedHashMap<>();
    for (DrawnPuzzle puzzle : puzzles) {
      PuzzleLine.kind(puzzle.puzzle()).ifPresent(found -> count.merge(found, 1, Integer::sum));
    }
    int most = count.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return count.entrySet().stream()
        .filter(entry -> entry.getValue() == most)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private static String unknown(String puzzle) {
    return Kinds.families().stream()
        .flatMap(family -> family.recognisedBy().stream())
        .collect(
            Collectors.joining(
                " and no ", puzzle.length() + " characters are no ", "; tasks of ARC are JSON"));
  }

  private Optional<String> add(
      DrawnPuzzle puzzle, UnaryOperator<String> spelling, Role role, String line) {
    String place = line;
    try {
      Grid input = kind.read(spelling.apply(puzzle.puzzle()));
      meant = true;
      boolean open = puzzle.solution().isEmpty();
      Optional<String> flaw =
          kind.inputFlaw(input).or(() -> open ? Optional.empty() : kind.ambiguity(input));
      if (flaw.isPresent()) {
        return Optional.of(TaskFields.at(line, flaw.get()));
      }
      if (puzzle.solution().isEmpty()) {
        testInputs.add(input);
        return Optional.empty();
      }
      place = line + " solution";
      Grid output = kind.read(spelling.apply(puzzle.solution()));
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

  /** Whether anything in it looks like a puzzle. */
  boolean hasKind() {
    return kind != null;
  }

  /** Whether something in it must be meant as a puzzle, sound or not. */
  boolean isMeant() {
    return meant;
  }

  List<TaskProblem> problems() {
    return problems;
  }

  /** The task of all sound puzzles; empty where there are none. */
  Optional<Task> task() {
    return demonstrations.isEmpty() && testInputs.isEmpty()
        ? Optional.empty()
        : Optional.of(new Task(id, demonstrations, testInputs, solutions, kind));
  }
}
