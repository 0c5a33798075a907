package io.github.archrm.submit.command.tasks;

import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.sudoku.Sudoku;
import io.github.archrm.tasks.sudoku.SudokuSource;
import io.github.archrm.tasks.sudoku.SudokuSource.Difficulty;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes Sudokus with exactly one solution. */
@Command(
    name = "sudoku",
    description = {
      "Make Sudokus with exactly one solution.",
      "No two of them are equivalent under the symmetries of Sudoku."
    },
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  arc-hrm tasks generate sudoku --out sudoku.json",
      "  arc-hrm tasks generate sudoku --size 4 --train 100 --test 200 --out small.json"
    })
final class GenerateSudokuCommand implements Callable<Integer> {
  @Option(
      names = "--size",
      paramLabel = "N",
      description = "Rows and columns: 4, 6, 9, 16 or 25 (default: ${DEFAULT-VALUE}).")
  int size = 9;

  @Option(
      names = "--difficulty",
      paramLabel = "GRADE",
      description =
          "singles: solvable without a guess; hard: not so; any (default: ${DEFAULT-VALUE}).")
  Difficulty difficulty = Difficulty.SINGLES;

  @Mixin GenerationOptions options;

  @Override
  public Integer call() {
    Sudoku kind;
    try {
      kind = Sudoku.ofSide(size);
    } catch (IllegalArgumentException e) {
      throw new UserMistake("--size: " + e.getMessage());
    }
    return options.generate(new SudokuSource(kind, difficulty));
  }
}
