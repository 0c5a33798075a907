package io.github.archrm.submit;

import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.maze.Maze;
import io.github.archrm.tasks.sudoku.Sudoku;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Tiny tasks for tests. */
public final class Samples {
  private Samples() {}

  /** Colours 1 and 2 are exchanged; one test input, its solution known. */
  public static Task exchange(String id) {
    return new Task(
        id,
        List.of(
            new Example(grid("12", "01"), grid("21", "02")),
            new Example(grid("20", "11"), grid("10", "22"))),
        List.of(grid("22", "10")),
        List.of(grid("11", "20")));
  }

  /** The same rule with two test inputs. */
  public static Task exchangeTwice(String id) {
    Task one = exchange(id);
    return new Task(
        id,
        one.demonstrations(),
        List.of(grid("22", "10"), grid("01", "12")),
        List.of(grid("11", "20"), grid("02", "21")));
  }

  /** Two boards of 4x4 with the same solution, no demonstrations. */
  public static Task boards(String id) {
    Grid solution = grid("1432", "2314", "3241", "4123");
    return new Task(
        id,
        List.of(),
        List.of(grid("1000", "0010", "0200", "0003"), grid("1002", "0310", "0200", "0003")),
        List.of(solution, solution),
        Sudoku.ofSide(4));
  }

  /** A maze of 5x5 with a shortest path of 8 steps and a longer one. */
  public static Task maze(String id) {
    return new Task(
        id,
        List.of(),
        List.of(grid("21111", "10001", "10111", "10101", "11103")),
        List.of(grid("24444", "10004", "10114", "10104", "11103")),
        Maze.KIND);
  }

  /** The longer path through {@link #maze}. */
  public static Grid detour() {
    return grid("21111", "40001", "40444", "40404", "44403");
  }

  /** An outcome with these attempts 1, and others besides. */
  public static Outcome outcome(Task task, Grid... attempts) {
    Grid second = Grid.of(new int[][] {{0}});
    List<TestAttempts> tests =
        Stream.of(attempts).map(first -> new TestAttempts(first, second, List.of(), 1)).toList();
    return new Outcome(task, new SolvedTask(task.id(), tests, 7, 1.5, 0.25), Optional.empty());
  }

  /** Outputs by chance: no views will ever agree on the test's. */
  public static Task noise(String id) {
    Random random = new Random(id.hashCode());
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      examples.add(
          new Example(
              Grid.generate(4, 4, (r, c) -> random.nextInt(4)),
              Grid.generate(4, 4, (r, c) -> random.nextInt(4))));
    }
    return new Task(id, examples.subList(0, 3), List.of(examples.get(3).input()), List.of());
  }

  /** 30x30 cells of ten colours. */
  public static Task large(String id) {
    Random random = new Random(id.hashCode());
    Grid input = Grid.generate(30, 30, (r, c) -> random.nextInt(10));
    Grid output = Grid.generate(30, 30, (r, c) -> 9 - input.cell(r, c));
    return new Task(id, List.of(new Example(input, output)), List.of(output), List.of());
  }

  /** A grid from rows of digits. */
  public static Grid grid(String... rows) {
    return Grid.generate(rows.length, rows[0].length(), (r, c) -> rows[r].charAt(c) - '0');
  }
}
