package io.github.archrm.submit.command.tasks;

import io.github.archrm.submit.command.option.SeedOption;
import io.github.archrm.submit.command.option.WholeNumber;
import io.github.archrm.submit.progress.GenerationStatus;
import io.github.archrm.submit.runtime.Counted;
import io.github.archrm.submit.runtime.OutputFile;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.PuzzleSource;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.generate.GenerationFailedException;
import io.github.archrm.tasks.generate.PuzzleGenerator;
import io.github.archrm.tasks.io.TaskWriter;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many puzzles, from which seed, to which file. */
final class GenerationOptions {
  @Option(
      names = "--train",
      paramLabel = "N",
      converter = WholeNumber.class,
      description = "Puzzles to learn from (default: ${DEFAULT-VALUE}).")
  int train = 1000;

  @Option(
      names = "--test",
      paramLabel = "N",
      converter = WholeNumber.class,
      description = "Puzzles to be tested with (default: ${DEFAULT-VALUE}).")
  int test = 200;

  @Mixin SeedOption seed = new SeedOption(1);

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write.")
  Path out;

  /**
   * Makes the puzzles and writes them.
   *
   * @return the exit code
   * @throws UserMistake if there are not so many puzzles, or the file cannot be written
   */
  int generate(PuzzleSource source) {
    check();
    String name = String.valueOf(out.getFileName());
    String id = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
    GenerationStatus status = GenerationStatus.onStderr();
    Task made;
    try {
      made = PuzzleGenerator.generate(id, source, train, test, seed.seed(), status);
    } catch (GenerationFailedException e) {
      throw new UserMistake(e.getMessage());
    } finally {
      status.end();
    }
    return write(made);
  }

  /**
   * @throws UserMistake if no puzzle is asked for, or the file could not be written
   */
  void check() {
    if (train + test == 0) {
      throw new UserMistake("--train and --test: must not both be 0");
    }
    new OutputFile("--out", out).besides().requireWritable();
  }

  /**
   * Writes a set.
   *
   * @return the exit code
   * @throws UserMistake if the file cannot be written
   */
  int write(Task task) {
    try {
      TaskWriter.writeTask(out, task);
    } catch (IOException e) {
      throw UserMistake.unwritable(out, e);
    }
    System.out.println(
        "%s to learn from and %d to be tested with, written to %s"
            .formatted(
                Counted.of(task.demonstrations().size(), "puzzle"), task.testInputs().size(), out));
    return 0;
  }
}
