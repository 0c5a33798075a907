package io.github.archrm.submit.compare;

import io.github.archrm.submit.answers.Judged;
import io.github.archrm.submit.answers.TaskAnswers;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.Graded;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What tells right from wrong: solutions, or what the files say themselves.
 *
 * @param solutions the test outputs of each task; empty if the files are to say it
 * @param rules whether a task is one of puzzles with rules, by its id, as far as tasks are known
 */
public record Key(Optional<Map<String, List<Grid>>> solutions, Map<String, Boolean> rules) {
  /** The files are to say it. */
  public static final Key TOLD = new Key(Optional.empty(), Map.of());

  /**
   * @param outputs the solutions of tasks of ARC
   * @param puzzles tasks of other kinds; those without solutions are of no use here
   */
  public static Key of(Map<String, List<Grid>> outputs, List<Task> puzzles) {
    Map<String, List<Grid>> solutions = new LinkedHashMap<>(outputs);
    Map<String, Boolean> rules = new LinkedHashMap<>();
    puzzles.stream()
        .filter(puzzle -> !puzzle.solutions().isEmpty())
        .forEach(
            puzzle -> {
              solutions.put(puzzle.id(), puzzle.solutions());
              rules.put(puzzle.id(), true);
            });
    return new Key(Optional.of(solutions), rules);
  }

  boolean has(String id) {
    return solutions.isEmpty() || solutions.get().containsKey(id);
  }

  boolean rules(String id, TaskAnswers answers) {
    return rules.getOrDefault(id, answers.rules());
  }

  /** The solution of a test input, if it is known. */
  public Optional<Grid> solution(String id, int test) {
    return solutions.map(known -> known.get(id)).filter(s -> test < s.size()).map(s -> s.get(test));
  }

  /**
   * @param tests how many the task has at least, if solutions do not tell
   * @throws UserMistake if the file would have to say what is right, and does not
   */
  Graded grade(Side side, String id, int tests) {
    TaskAnswers answers = side.answers().task(id).orElseThrow();
    if (solutions.isPresent()) {
      return Graded.of(Optional.of(answers), solutions.get().get(id));
    }
    Graded told =
        Graded.told(answers)
            .orElseThrow(
                () ->
                    new UserMistake(
                        side.file()
                            + ": does not say which answers are right;"
                            + " --solutions or --tasks is needed"));
    List<Judged> padded =
        IntStream.range(0, tests)
            .mapToObj(i -> i < told.tests().size() ? told.tests().get(i) : Judged.MISSING)
            .toList();
    return new Graded(padded);
  }
}
