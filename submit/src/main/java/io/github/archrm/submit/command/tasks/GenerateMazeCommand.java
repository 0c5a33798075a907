package io.github.archrm.submit.command.tasks;

import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.maze.MazeSource;
import io.github.archrm.tasks.maze.MazeSource.Style;
import io.github.archrm.tasks.maze.PathRange;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes mazes with a shortest path of some length. */
@Command(
    name = "maze",
    description = {
      "Make mazes with their shortest paths.",
      "No two of them are mirror images or rotations of each other."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  arc-hrm tasks generate maze --size 11 --train 500 --out mazes.json",
      "  arc-hrm tasks generate maze --size 30 --min-path 100 --max-path 140 --out mazes.json",
      "  arc-hrm tasks generate maze --size 30 --kind hard --out hard.json"
    })
final class GenerateMazeCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,3})(?:x(\\d{1,3}))?");

  /** The paper's mazes of 30×30 have paths of more than 110 steps. */
  private static final int PAPERS_CELLS = 900;

  private static final int PAPERS_LEAST = 111;

  @Option(
      names = "--size",
      paramLabel = "N[xM]",
      description = "Rows, and columns if they differ: 5 to 30 (default: ${DEFAULT-VALUE}).")
  String size = "30";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "perfect: one path between any two cells; hard: 30-50 %% of the cells are walls at random"
              + " (default: ${DEFAULT-VALUE}).")
  Style style = Style.PERFECT;

  @Option(
      names = "--min-path",
      paramLabel = "N",
      description =
          "Least steps from S to G (default: a ninth of the cells; hard: more than 110"
              + " at 30x30).")
  Integer least;

  @Option(
      names = "--max-path",
      paramLabel = "N",
      description = "Most steps from S to G (default: no limit).")
  Integer most;

  @Mixin GenerationOptions options;

  @Override
  public Integer call() {
    Matcher sides = SIZE.matcher(size);
    if (!sides.matches()) {
      throw new UserMistake("--size: must be a number or HEIGHTxWIDTH, not " + size);
    }
    int height = Integer.parseInt(sides.group(1));
    int width = sides.group(2) == null ? height : Integer.parseInt(sides.group(2));
    MazeSource source;
    try {
      source = new MazeSource(style, height, width, range(height * width));
    } catch (IllegalArgumentException e) {
      throw new UserMistake(e.getMessage());
    }
    return options.generate(source);
  }

  private PathRange range(int cells) {
    int usual =
        style == Style.HARD
            ? (PAPERS_LEAST * cells + PAPERS_CELLS - 1) / PAPERS_CELLS
            : Math.max(1, cells / 9);
    int from = least == null ? Math.min(usual, most == null ? usual : most) : least;
    return new PathRange(from, most == null ? Math.max(from, cells) : most);
  }
}
