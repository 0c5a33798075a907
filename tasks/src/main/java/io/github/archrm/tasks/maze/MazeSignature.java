package io.github.archrm.tasks.maze;

import io.github.archrm.tasks.Grid;

/** A maze as text, the same for all its rotations and mirror images: the least of their texts. */
public record MazeSignature(String least) {

  public static MazeSignature of(Grid maze) {
    String least = null;
    for (int map = 0; map < 8; map++) {
      String text = image(maze, map).toString();
      least = least == null || text.compareTo(least) < 0 ? text : least;
    }
    return new MazeSignature(least);
  }

  /** One of the eight images, by three bits: transposed, rows reversed, columns reversed. */
  private static Grid image(Grid maze, int map) {
    boolean transposed = (map & 1) != 0;
    int height = transposed ? maze.width() : maze.height();
    int width = transposed ? maze.height() : maze.width();
    return Grid.generate(
        height,
        width,
        (row, column) -> {
          int r = (map & 2) == 0 ? row : height - 1 - row;
          int c = (map & 4) == 0 ? column : width - 1 - column;
          return transposed ? maze.cell(c, r) : maze.cell(r, c);
        });
  }
}
