package io.github.archrm.tasks.maze;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Rule;
import io.github.archrm.tasks.Rules;
import io.github.archrm.tasks.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * A path from S to G on free cells.
 *
 * <p>The marked cells with S and G must form a line: S and G have one neighbour among them, every
 * marked cell has two, and all hang together. So a path that touches itself is not accepted either;
 * a shortest path never does, since it could take the short cut.
 *
 * <p>Where S and G are not connected, every cell that is missing between them is a violation, and
 * what lies beyond the gap is none: so a path with a gap is less broken than no path.
 */
record MazeRules() implements Rules {

  @Override
  public List<Violation> check(Grid input, Grid answer) {
    if (!answer.sameSize(input)) {
      return Rules.wrongSize(input, answer);
    }
    List<Violation> violations = new ArrayList<>();
    Grid line = line(input, answer);
    Grid joined = MazePaths.joined(input, line);
    int[] distances = null;
    int goal = 0;
    for (int r = 0; r < input.height(); r++) {
      for (int c = 0; c < input.width(); c++) {
        if (input.cell(r, c) == Maze.START) {
          distances = MazePaths.distances(joined, r * input.width() + c);
        }
        if (input.cell(r, c) == Maze.GOAL) {
          goal = r * input.width() + c;
        }
      }
    }
    for (int r = 0; r < input.height(); r++) {
      for (int c = 0; c < input.width(); c++) {
        kept(input, answer, r, c, violations);
        if (line.cell(r, c) != Maze.WALL) {
          straight(line, r, c, violations);
          if (distances[r * input.width() + c] < 0) {
            violations.add(new Violation(Maze.CONNECTED, r, c, "not connected to S by the path"));
          }
        } else if (joined.cell(r, c) != Maze.WALL) {
          violations.add(new Violation(Maze.CONNECTED, r, c, "the path lacks this cell"));
        }
      }
    }
    if (violations.isEmpty()) {
      int steps = distances[goal];
      int enough = MazePaths.of(input).steps();
      if (steps > enough) {
        String message = "reached after %d steps where %d are enough".formatted(steps, enough);
        int width = input.width();
        violations.add(new Violation(Maze.SHORTEST, goal / width, goal % width, message));
      }
    }
    return violations;
  }

  /** A maze that has nothing but the path: its marked cells, and S and G where they belong. */
  private static Grid line(Grid input, Grid answer) {
    return Grid.generate(
        input.height(),
        input.width(),
        (r, c) -> {
          int symbol = input.cell(r, c);
          if (symbol == Maze.START || symbol == Maze.GOAL) {
            return symbol;
          }
          return answer.cell(r, c) == Maze.PATH ? Maze.PATH : Maze.WALL;
        });
  }

  private static void kept(Grid input, Grid answer, int r, int c, List<Violation> violations) {
    int from = input.cell(r, c);
    int to = answer.cell(r, c);
    if (from != to && !(from == Maze.FREE && to == Maze.PATH)) {
      String was =
          switch (from) {
            case Maze.WALL -> "a wall";
            case Maze.FREE -> "a free cell";
            case Maze.START -> "S";
            default -> "G";
          };
      violations.add(new Violation(Rule.GIVEN, r, c, "the maze has " + was + " here"));
    }
  }

  private static void straight(Grid line, int r, int c, List<Violation> violations) {
    boolean end = line.cell(r, c) != Maze.PATH;
    int neighbours =
        taken(line, r - 1, c)
            + taken(line, r + 1, c)
            + taken(line, r, c - 1)
            + taken(line, r, c + 1);
    int due = end ? 1 : 2;
    if (neighbours < due) {
      violations.add(new Violation(Maze.PATH_LINE, r, c, "the path breaks off"));
    } else if (neighbours > due) {
      violations.add(new Violation(Maze.PATH_LINE, r, c, "the path branches or touches itself"));
    }
  }

  private static int taken(Grid line, int r, int c) {
    boolean inside = r >= 0 && c >= 0 && r < line.height() && c < line.width();
    return inside && line.cell(r, c) != Maze.WALL ? 1 : 0;
  }
}
