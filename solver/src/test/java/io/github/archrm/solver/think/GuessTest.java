package io.github.archrm.solver.think;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.augment.View;
import io.github.archrm.solver.vote.MajorityVote;
import io.github.archrm.solver.vote.TaskVote;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.Violation;
import io.github.archrm.tasks.maze.Maze;
import io.github.archrm.tasks.maze.MazePaths;
import io.github.archrm.train.Question;
import io.github.archrm.train.Thinking;
import io.github.archrm.train.TimeLimit;
import io.github.archrm.train.ViewPrediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A made-up model that marks every cell of every shortest path, as a real one does where it cannot
 * tell which is meant: it solves a maze only where there is a single one.
 */
class GuessTest {
  /** Two ways around a block, and two more behind it. */
  private static final Grid MAZE =
      Maze.KIND.read("#######/#S    #/# ### #/# ### #/#     #/### # #/###   #/#####G#");

  private static final Grid OPEN = Maze.KIND.read("S    /     /     /     /    G");

  private static final class Blurred implements Thinking {
    private final List<Question> questions;
    private final Grid maze;

    Blurred(List<Question> questions, Grid maze) {
      this.questions = new ArrayList<>(questions);
      this.maze = maze;
    }

    @Override
    public List<ViewPrediction> segment() {
      return questions.stream()
          .map(question -> new ViewPrediction(question, blur(question.guess().orElse(maze)), 0.5))
          .toList();
    }

    @Override
    public void begin(int row, Question question) {
      questions.set(row, question);
    }

    @Override
    public void goOn(int row, Question question) {
      questions.set(row, question);
    }

    @Override
    public void close() {}
  }

  /** All cells that lie on a shortest path are marked. */
  private static Grid blur(Grid maze) {
    int[] steps = new int[maze.height() * maze.width()];
    int all = MazePaths.of(maze).steps();
    for (int cell = 0; cell < steps.length; cell++) {
      int r = cell / maze.width();
      int c = cell % maze.width();
      boolean free = maze.cell(r, c) == Maze.FREE;
      steps[cell] = free ? through(maze, r, c) : -1;
    }
    return Grid.generate(
        maze.height(),
        maze.width(),
        (r, c) -> all > 0 && steps[r * maze.width() + c] == all ? Maze.PATH : maze.cell(r, c));
  }

  /** Steps of the shortest path from S to G through a free cell. */
  private static int through(Grid maze, int row, int column) {
    Grid toHere = moved(maze, Maze.GOAL, row, column);
    Grid fromHere = moved(maze, Maze.START, row, column);
    return MazePaths.of(toHere).steps() + MazePaths.of(fromHere).steps();
  }

  private static Grid moved(Grid maze, int end, int row, int column) {
    return Grid.generate(
        maze.height(),
        maze.width(),
        (r, c) ->
            r == row && c == column ? end : maze.cell(r, c) == end ? Maze.FREE : maze.cell(r, c));
  }

  private static Search.Found search(Grid maze, int freshEvery) {
    Task task = new Task("id", List.of(), List.of(maze), List.of(), Maze.KIND);
    Restarts restarts = new Restarts(10, 4, 2, 8, new Restarts.Guesses(2, freshEvery, 20));
    Search search =
        new Search(
            questions -> new Blurred(questions, maze),
            restarts,
            4,
            Double.POSITIVE_INFINITY,
            4000,
            TimeLimit.NONE,
            1);
    TaskVote vote = new TaskVote(task, true, new MajorityVote(), 0.9);
    return search.run(task, List.of(0), vote, List.of(View.identity()), 0).get(0);
  }

  @Test
  void guessesTellWaysApartThatAreAsShort() {
    for (Grid maze : List.of(MAZE, OPEN)) {
      Search.Found found = search(maze, 8);
      assertTrue(
          found.predictions().stream()
              .flatMap(prediction -> prediction.grid().stream())
              .anyMatch(grid -> Maze.KIND.rules().isOptimal(maze, grid)),
          () -> found.effort().toString());
    }
  }

  @Test
  void withoutGuessesNothingIsProved() {
    Search.Found found = search(MAZE, 1);
    assertTrue(found.effort().segments() >= 4000, () -> found.effort().toString());
  }

  @Test
  void aGuessIsTheMazeWithWallsWhereARuleIsBroken() {
    Grid answer = blur(MAZE);
    List<Violation> broken = Maze.KIND.rules().check(MAZE, answer);
    for (int seed = 0; seed < 50; seed++) {
      Grid guess = Maze.KIND.guess(MAZE, broken, new Random(seed)).orElseThrow();
      long walls =
          IntStream.range(0, MAZE.height() * MAZE.width())
              .filter(cell -> guess.cell(cell / 7, cell % 7) != MAZE.cell(cell / 7, cell % 7))
              .peek(
                  cell -> {
                    assertEquals(Maze.WALL, guess.cell(cell / 7, cell % 7));
                    assertEquals(Maze.FREE, MAZE.cell(cell / 7, cell % 7));
                    assertTrue(
                        broken.stream()
                            .anyMatch(v -> v.row() == cell / 7 && v.column() == cell % 7));
                  })
              .count();
      assertTrue(walls >= 1 && walls <= 3, () -> walls + " walls");
    }
    assertTrue(Maze.KIND.guess(MAZE, List.of(), new Random(1)).isEmpty());
  }
}
