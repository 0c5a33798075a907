package io.github.archrm.submit;

import com.google.gson.JsonObject;
import io.github.archrm.solver.CurvePoint;
import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.think.Thought;
import io.github.archrm.solver.vote.Candidate;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.solver.vote.Vote;
import io.github.archrm.submit.score.Fallback;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.score.Results;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.SampleTasks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Made-up outcomes of runs, for looking at them. */
public final class Runs {
  /** An id that would run a script or draw a picture if it were taken for more than text. */
  public static final String HOSTILE = "</script><img src=x onerror=\"hostile=1\">&amp;'{{data}}";

  /** A Sudoku of 9x9 and its solution. */
  public static final Example BOARD =
      new Example(
          Grid.generate(9, 9, (r, c) -> (r + c) % 3 == 0 ? (3 * r + r / 3 + c) % 9 + 1 : 0),
          Grid.generate(9, 9, (r, c) -> (3 * r + r / 3 + c) % 9 + 1));

  public static final Example MAZE =
      new Example(
          Samples.grid("21111", "10001", "10111", "10101", "11113"),
          Samples.grid("21111", "40001", "40111", "40101", "44443"));

  private Runs() {}

  public static Results of(List<Task> tasks) {
    JsonObject configuration = new JsonObject();
    configuration.addProperty("source", HOSTILE);
    configuration.addProperty("steps", (Integer) null);
    return new Results(tasks, configuration, Long.MIN_VALUE);
  }

  /** So many tasks: the built-in samples again and again, the last one not tried yet. */
  public static Results large(int count) {
    List<Task> tasks = new ArrayList<>();
    List<Task> samples = SampleTasks.all();
    for (int i = 0; i < count; i++) {
      Task sample = samples.get(i % samples.size());
      tasks.add(named(sample, i == 3 ? HOSTILE : "task-" + i));
    }
    Results results = of(tasks);
    for (int i = 0; i < count - 1; i++) {
      results.add(outcome(tasks.get(i), i));
    }
    return results;
  }

  private static Task named(Task task, String id) {
    return new Task(id, task.demonstrations(), task.testInputs(), task.solutions(), task.kind());
  }

  /** In turn: solved, wrong in a cell, failed, of unknown solution, wrong in its size. */
  private static Outcome outcome(Task task, int i) {
    return switch (i % 5) {
      case 0 -> new Outcome(task, solved(task, i, Runs::right), Optional.empty());
      case 1 -> new Outcome(task, solved(task, i, Runs::wrong), Optional.empty());
      case 2 -> new Outcome(task, Fallback.of(task, i), Optional.of("died, " + HOSTILE));
      case 3 ->
          new Outcome(task.withoutSolutions(), solved(task, i, Runs::right), Optional.empty());
      default -> new Outcome(task, solved(task, i, Runs::narrow), Optional.empty());
    };
  }

  /** A set of puzzles, of which every tenth is wrong, with the thinking about the first two. */
  public static Results set(Example puzzle, Kind kind, int tests) {
    Task task =
        new Task(
            kind.fullName(),
            Collections.nCopies(30, puzzle),
            Collections.nCopies(tests, puzzle.input()),
            Collections.nCopies(tests, puzzle.output()),
            kind);
    List<TestAttempts> attempts =
        IntStream.range(0, tests)
            .mapToObj(i -> attempts(puzzle.output(), i % 10 == 9 ? Runs::wrong : Runs::right))
            .toList();
    Grid early = wrong(wrong(puzzle.output()));
    List<Thought> thoughts = List.of(new Thought(early, 0.1), new Thought(puzzle.output(), 0.9));
    Results results = of(List.of(task));
    results.add(
        new Outcome(
            task,
            new SolvedTask(
                task.id(), attempts, 100, 7.5, 0.25, curve(), List.of(thoughts, thoughts)),
            Optional.empty()));
    return results;
  }

  /** What becomes of a solution. */
  @FunctionalInterface
  private interface Change {
    Grid of(Grid solution);
  }

  private static Grid right(Grid solution) {
    return solution;
  }

  private static Grid wrong(Grid solution) {
    return Grid.generate(
        solution.height(),
        solution.width(),
        (r, c) -> r + c == 0 ? 1 + solution.cell(r, c) % 4 : solution.cell(r, c));
  }

  private static Grid narrow(Grid solution) {
    return Grid.generate(solution.height(), 1, solution::cell);
  }

  private static SolvedTask solved(Task task, int i, Change change) {
    List<TestAttempts> tests =
        task.solutions().stream().map(solution -> attempts(solution, change)).toList();
    List<Vote> votes =
        List.of(
            new Vote(1, "upright", 0, 0.5),
            new Vote(1, "upright", 1, 0.5),
            new Vote(1, "turned 90°", -1, 0.5),
            new Vote(2, "upright", 0, 0.75),
            new Vote(2, "upright", 0, 0.75));
    return new SolvedTask(
        task.id(),
        tests,
        1000 - i,
        i,
        i / 1e3,
        curve(),
        List.of(),
        List.of(),
        List.of(),
        Collections.nCopies(tests.size(), votes));
  }

  private static TestAttempts attempts(Grid solution, Change change) {
    Grid first = change.of(solution);
    Grid second = change.of(wrong(wrong(solution)));
    return new TestAttempts(
        first,
        second,
        List.of(new Candidate(first, 10, 0.625, 0.9), new Candidate(second, 4, 0.25, 0.5)),
        16);
  }

  private static List<CurvePoint> curve() {
    return IntStream.range(0, 90)
        .mapToObj(i -> new CurvePoint(i < 60 ? 1 : 2, 10 * i + 10, 2 / (i + 1.0), i % 60 / 60.0))
        .toList();
  }
}
