package io.github.archrm.tasks.maze;

import io.github.archrm.tasks.PuzzleMaker;
import io.github.archrm.tasks.PuzzleSource;
import io.github.archrm.tasks.maze.MazeSource.Style;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mazes with a shortest path of some length. */
final class MazeMaker implements PuzzleMaker {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,3})(?:x(\\d{1,3}))?");

  /** The paper's mazes of 30×30 have paths of more than 110 steps. */
  private static final int PAPERS_CELLS = 900;

  private static final int PAPERS_LEAST = 111;

  @Override
  public List<String> description() {
    return List.of(
        "Make mazes with their shortest paths.",
        "No two of them are mirror images or rotations of each other.");
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting(
            "size",
            "N[xM]",
            "Rows, and columns if they differ: 5 to 30",
            String.class,
            Optional.of("30")),
        new Setting(
            "kind",
            "KIND",
            "perfect: one path between any two cells; hard: 30-50 % of the cells are walls at"
                + " random",
            Style.class,
            Optional.of("perfect")),
        new Setting(
            "min-path",
            "N",
            "Least steps from S to G (default: a ninth of the cells; hard: more than 110 at"
                + " 30x30)",
            Integer.class,
            Optional.empty()),
        new Setting(
            "max-path",
            "N",
            "Most steps from S to G (default: no limit)",
            Integer.class,
            Optional.empty()));
  }

  @Override
  public List<String> examples() {
    return List.of(
        "--size 11 --train 500 --out mazes.json",
        "--size 30 --min-path 100 --max-path 140 --out mazes.json",
        "--size 30 --kind hard --out hard.json");
  }

  @Override
  public PuzzleSource source(Map<String, Object> values) {
    Matcher sides = SIZE.matcher((String) values.get("size"));
    if (!sides.matches()) {
      throw new IllegalArgumentException(
          "--size: must be a number or HEIGHTxWIDTH, not " + values.get("size"));
    }
    int height = Integer.parseInt(sides.group(1));
    int width = sides.group(2) == null ? height : Integer.parseInt(sides.group(2));
    Style style = (Style) values.get("kind");
    Integer least = (Integer) values.get("min-path");
    Integer most = (Integer) values.get("max-path");
    return new MazeSource(style, height, width, range(style, height * width, least, most));
  }

  private static PathRange range(Style style, int cells, Integer least, Integer most) {
    int usual =
        style == Style.HARD
            ? (PAPERS_LEAST * cells + PAPERS_CELLS - 1) / PAPERS_CELLS
            : Math.max(1, cells / 9);
    int from = least == null ? Math.min(usual, most == null ? usual : most) : least;
    return new PathRange(from, most == null ? Math.max(from, cells) : most);
  }
}
