package io.github.archrm.augment;

import io.github.archrm.augment.ViewFamily.Turns;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.maze.Maze;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/**
 * The dihedral maps, which turn every maze into another one.
 *
 * <p>Where a maze has several shortest paths, which one its solution marks was chosen by direction,
 * and a turned solution would not be that of the turned maze: then mazes stay upright.
 */
record MazeViews(List<Dihedral> dihedrals) implements ViewSpace {

  /**
   * @param mazes all puzzles of the task
   */
  static MazeViews of(Stream<Grid> mazes, ViewFamily family) {
    return new MazeViews(
        mazes.allMatch(Maze::hasOneShortestPath) ? family.turns().maps() : Turns.NONE.maps());
  }

  @Override
  public boolean transposes() {
    return dihedrals.stream().anyMatch(Dihedral::transposes);
  }

  @Override
  public int parts() {
    return dihedrals.size();
  }

  @Override
  public BigInteger size() {
    return BigInteger.ONE;
  }

  @Override
  public View view(int part, BigInteger number) {
    return dihedrals.get(part);
  }
}
