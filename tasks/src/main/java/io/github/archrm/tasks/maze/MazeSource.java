package io.github.archrm.tasks.maze;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.GeneratedPuzzle;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.PuzzleSource;
import io.github.archrm.tasks.generate.Shuffle;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Makes mazes: draws walls, puts S on a random cell that has others as far away as is wanted, and G
 * on a random one of those.
 *
 * <p>Whether there are such cells is told by two searches: the cell that is farthest from any cell
 * is about as far from some other as two cells can be; in a maze without loops exactly so. That
 * settles nearly all mazes whose paths are too short.
 *
 * <p>Of several shortest paths the solution is the one that, from S on, goes up where that is a
 * shortest way, else right, else down, else left.
 */
public final class MazeSource implements PuzzleSource {

  /** How the walls are drawn. */
  public enum Style {
    /**
     * One path between any two free cells: free cells are added one at a time, each beside exactly
     * one other, until there is no such cell.
     */
    PERFECT,
    /** Every cell is a wall with the same chance, which is 30 to 50 % in a maze. */
    HARD
  }

  private static final double NEWEST_FIRST = 0.8;

  private final Style style;
  private final int height;
  private final int width;
  private final PathRange path;

  /**
   * @throws IllegalArgumentException if a side is below 5 or above 30
   */
  public MazeSource(Style style, int height, int width, PathRange path) {
    if (Math.min(height, width) < Maze.MIN_SIDE || Math.max(height, width) > Maze.MAX_SIDE) {
      throw new IllegalArgumentException(
          "a maze has 5 to 30 rows and columns, not " + height + "x" + width);
    }
    this.style = style;
    this.height = height;
    this.width = width;
    this.path = path;
  }

  @Override
  public Kind kind() {
    return Maze.KIND;
  }

  @Override
  public GeneratedPuzzle next(RandomGenerator random) {
    int[] cells = style == Style.PERFECT ? tree(random) : noise(random);
    int[] free = IntStream.range(0, cells.length).filter(i -> cells[i] == Maze.FREE).toArray();
    if (free.length < 2) {
      return new GeneratedPuzzle.Rejected("no two free cells");
    }
    Grid walls = grid(cells);
    int[] fromAny = MazePaths.distances(walls, free[random.nextInt(free.length)]);
    int outermost = farthest(fromAny);
    int[] fromOutermost = MazePaths.distances(walls, outermost);
    if (fromOutermost[farthest(fromOutermost)] < path.least()) {
      return new GeneratedPuzzle.Rejected("path too short");
    }
    int[] together = IntStream.of(free).filter(i -> fromAny[i] >= 0).toArray();
    for (int place : Shuffle.numbers(together.length, random)) {
      int start = together[place];
      int[] distances = MazePaths.distances(walls, start);
      int[] goals = IntStream.of(together).filter(i -> path.contains(distances[i])).toArray();
      if (goals.length > 0) {
        cells[start] = Maze.START;
        cells[goals[random.nextInt(goals.length)]] = Maze.GOAL;
        Grid maze = grid(cells);
        return new GeneratedPuzzle.Sound(
            new Example(maze, MazePaths.of(maze).solution()), MazeSignature.of(maze));
      }
    }
    return new GeneratedPuzzle.Rejected("no path of that length");
  }

  private static int farthest(int[] distances) {
    return IntStream.range(0, distances.length)
        .reduce(0, (best, i) -> distances[i] > distances[best] ? i : best);
  }

  private Grid grid(int[] cells) {
    return Grid.generate(height, width, (r, c) -> cells[r * width + c]);
  }

  private int[] noise(RandomGenerator random) {
    double walls = random.nextDouble(0.3, 0.5);
    return IntStream.range(0, height * width)
        .map(i -> random.nextDouble() < walls ? Maze.WALL : Maze.FREE)
        .toArray();
  }

  /** Grows mostly from the newest cell, which makes long winding ways, sometimes from any other. */
  private int[] tree(RandomGenerator random) {
    int[] cells = new int[height * width];
    int[] growing = new int[cells.length];
    int count = 0;
    growing[count++] = random.nextInt(cells.length);
    cells[growing[0]] = Maze.FREE;
    while (count > 0) {
      int place = random.nextDouble() < NEWEST_FIRST ? count - 1 : random.nextInt(count);
      int next = neighbourToAdd(cells, growing[place], random);
      if (next < 0) {
        growing[place] = growing[--count];
      } else {
        cells[next] = Maze.FREE;
        growing[count++] = next;
      }
    }
    return cells;
  }

  /** A wall beside a cell that has no other free cell beside it; -1 if there is none. */
  private int neighbourToAdd(int[] cells, int cell, RandomGenerator random) {
    for (int side : Shuffle.numbers(4, random)) {
      int next = neighbour(cell, side);
      if (next >= 0 && cells[next] == Maze.WALL && freeBeside(cells, next) == 1) {
        return next;
      }
    }
    return -1;
  }

  private int freeBeside(int[] cells, int cell) {
    int free = 0;
    for (int side = 0; side < 4; side++) {
      int next = neighbour(cell, side);
      free += next >= 0 && cells[next] == Maze.FREE ? 1 : 0;
    }
    return free;
  }

  /** The cell above, right, below or left; -1 beyond the edge. */
  private int neighbour(int cell, int side) {
    int r = cell / width + (side == 0 ? -1 : side == 2 ? 1 : 0);
    int c = cell % width + (side == 1 ? 1 : side == 3 ? -1 : 0);
    return r < 0 || c < 0 || r == height || c == width ? -1 : r * width + c;
  }
}
