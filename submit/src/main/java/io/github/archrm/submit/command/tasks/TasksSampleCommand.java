package io.github.archrm.submit.command.tasks;

import io.github.archrm.submit.run.TaskSource;
import io.github.archrm.submit.runtime.Counted;
import io.github.archrm.submit.runtime.OutputFile;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.TaskReader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Draws a set of puzzles out of a published one, which may hold millions. */
@Command(
    name = "sample",
    description = "Draw puzzles from a folder with train.csv and test.csv: one task file.",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  arc-hrm tasks sample sudoku-extreme/ --test 1000 --out extreme.json"})
final class TasksSampleCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR",
      description = "Holds train.csv and test.csv with the columns source,question,answer,rating.")
  Path folder;

  @Mixin GenerationOptions options;

  @Override
  public Integer call() {
    new OutputFile("--out", options.out)
        .besides(folder.resolve("train.csv"), folder.resolve("test.csv"));
    options.check();
    Task drawn =
        TaskSource.tell(TaskReader.sample(folder, options.train, options.test, options.seed.seed()))
            .tasks()
            .get(0);
    require("--train", options.train, drawn.demonstrations().size());
    require("--test", options.test, drawn.testInputs().size());
    return options.write(drawn);
  }

  private void require(String option, int wanted, int found) {
    if (found < wanted) {
      throw new UserMistake(
          "%s: only %s in %s, not %d"
              .formatted(option, Counted.of(found, "such puzzle"), folder, wanted));
    }
  }
}
