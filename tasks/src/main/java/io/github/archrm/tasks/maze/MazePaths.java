package io.github.archrm.tasks.maze;

import io.github.archrm.tasks.Grid;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * How many steps every cell of a maze is away from G.
 *
 * <p>Breadth first from G, so that the cell next to any cell on the way is the one with a smaller
 * number.
 */
public final class MazePaths {
  /** Up, right, down, left: the order in which equal steps are preferred. */
  private static final int[][] MOVES = {{-1, 0}, {0, 1}, {1, 0}, {0, -1}};

  private final Grid maze;
  private final int[] distances;
  private final int start;

  private MazePaths(Grid maze, int[] distances, int start) {
    this.maze = maze;
    this.distances = distances;
    this.start = start;
  }

  /** Of a maze with one S and one G. */
  public static MazePaths of(Grid maze) {
    return new MazePaths(maze, distances(maze, find(maze, Maze.GOAL)), find(maze, Maze.START));
  }

  /**
   * Steps from one cell to every other that is no wall; -1 where there is no way.
   *
   * @param from row times width plus column
   */
  static int[] distances(Grid maze, int from) {
    int width = maze.width();
    int[] distances = new int[maze.height() * width];
    Arrays.fill(distances, -1);
    int[] queue = new int[distances.length];
    int end = 0;
    queue[end++] = from;
    distances[from] = 0;
    for (int begin = 0; begin < end; begin++) {
      int cell = queue[begin];
      for (int[] move : MOVES) {
        int r = cell / width + move[0];
        int c = cell % width + move[1];
        if (isFree(maze, r, c) && distances[r * width + c] < 0) {
          distances[r * width + c] = distances[cell] + 1;
          queue[end++] = r * width + c;
        }
      }
    }
    return distances;
  }

  /**
   * A line of marked cells with the cells that it lacks: those of the way from S to G that needs
   * fewest besides the marked ones.
   *
   * @param line S, G and the marked cells of a maze; walls elsewhere
   */
  static Grid joined(Grid maze, Grid line) {
    int width = maze.width();
    int[] lacking = new int[maze.height() * width];
    int[] before = new int[lacking.length];
    Arrays.fill(lacking, Integer.MAX_VALUE);
    Arrays.fill(before, -1);
    int start = find(maze, Maze.START);
    lacking[start] = 0;
    Deque<Integer> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      int cell = queue.poll();
      for (int[] move : MOVES) {
        int r = cell / width + move[0];
        int c = cell % width + move[1];
        boolean marked = isFree(line, r, c);
        int lacks = lacking[cell] + (marked ? 0 : 1);
        if ((marked || isFree(maze, r, c)) && lacks < lacking[r * width + c]) {
          lacking[r * width + c] = lacks;
          before[r * width + c] = cell;
          if (marked) {
            queue.addFirst(r * width + c);
          } else {
            queue.addLast(r * width + c);
          }
        }
      }
    }
    int[][] rows = line.toRows();
    for (int cell = before[find(maze, Maze.GOAL)]; cell >= 0; cell = before[cell]) {
      if (rows[cell / width][cell % width] == Maze.WALL) {
        rows[cell / width][cell % width] = Maze.PATH;
      }
    }
    return Grid.of(rows);
  }

  private static boolean isFree(Grid maze, int r, int c) {
    return r >= 0
        && c >= 0
        && r < maze.height()
        && c < maze.width()
        && maze.cell(r, c) != Maze.WALL;
  }

  private static int find(Grid maze, int symbol) {
    for (int cell = 0; ; cell++) {
      if (maze.cell(cell / maze.width(), cell % maze.width()) == symbol) {
        return cell;
      }
    }
  }

  /** Steps of a shortest path from S to G; -1 if there is none. */
  public int steps() {
    return distances[start];
  }

  /** Whether no other path from S to G is as short as the shortest. */
  boolean isUnique() {
    int width = maze.width();
    int cell = start;
    for (int left = steps() - 1; left >= 0; left--) {
      int next = -1;
      for (int[] move : MOVES) {
        int r = cell / width + move[0];
        int c = cell % width + move[1];
        if (isFree(maze, r, c) && distances[r * width + c] == left) {
          if (next >= 0) {
            return false;
          }
          next = r * width + c;
        }
      }
      cell = next;
    }
    return true;
  }

  /**
   * The maze with a shortest path marked. Of several it is the one that, from S on, always goes up
   * where that is a shortest way, else right, else down, else left.
   */
  public Grid solution() {
    int[][] rows = maze.toRows();
    int width = maze.width();
    int r = start / width;
    int c = start % width;
    for (int left = steps() - 1; left > 0; left--) {
      for (int[] move : MOVES) {
        int toRow = r + move[0];
        int toColumn = c + move[1];
        if (isFree(maze, toRow, toColumn) && distances[toRow * width + toColumn] == left) {
          r = toRow;
          c = toColumn;
          break;
        }
      }
      rows[r][c] = Maze.PATH;
    }
    return Grid.of(rows);
  }
}
