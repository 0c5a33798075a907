package io.github.archrm.tasks;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How grids of a kind look, as data for those who draw elsewhere.
 *
 * @param colours as 0xRRGGBB by what they are for. The ground of a symbol's cells, if it has one of
 *     its own, stands under the symbol's number; {@code ground} is that of all others, {@code
 *     outside} that of cells outside, {@code given} that of what the puzzle gives in an answer;
 *     {@code ink} is for letters, {@code filled} for those that an answer adds, if they differ;
 *     {@code lines} and {@code boxes} are for the lines
 * @param letters symbols whose letters are written
 * @param letterSize of the letters, in cells
 * @param cellLines whether thin lines part the cells
 * @param boxHeight rows between thick lines; 0 where there is only an edge
 * @param boxWidth columns between thick lines; 0 where there is only an edge
 * @param blank the symbol of a cell that is to be filled; cells with another one are given
 * @param path the line that a symbol makes, if one does
 */
public record Look(
    Map<String, Integer> colours,
    List<Integer> letters,
    double letterSize,
    boolean cellLines,
    int boxHeight,
    int boxWidth,
    Optional<Integer> blank,
    Optional<Path> path) {

  /**
   * A line from cell to cell instead of squares.
   *
   * @param symbol whose cells it joins
   * @param ground the symbol that its cells look like under the line
   * @param ends symbols that it leads to as well
   */
  public record Path(int symbol, int ground, List<Integer> ends) {
    public Path {
      ends = List.copyOf(ends);
    }
  }

  public Look {
    colours = Map.copyOf(colours);
    letters = List.copyOf(letters);
  }

  /** Squares of colours, with thin lines between them. */
  public static Look ofColours(Map<String, Integer> colours) {
    return new Look(colours, List.of(), 0, true, 0, 0, Optional.empty(), Optional.empty());
  }
}
