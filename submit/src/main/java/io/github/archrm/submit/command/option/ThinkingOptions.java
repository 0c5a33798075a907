package io.github.archrm.submit.command.option;

import io.github.archrm.solver.think.Thought;
import io.github.archrm.submit.runtime.OutputFile;
import io.github.archrm.submit.runtime.Terminal;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.draw.ThinkingDrawing;
import io.github.archrm.tasks.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How what a model thought of one test input is shown, segment by segment. */
public final class ThinkingOptions {
  @Option(
      names = "--show-thinking",
      description =
          "Show what was thought after every segment: what changed (*) and breaks a rule (!).")
  private boolean shown;

  @Option(
      names = "--gif",
      paramLabel = "FILE",
      description =
          "Write that as an animation: what changed in purple, what breaks a rule in red.")
  private Path gif;

  @Option(
      names = "--test",
      paramLabel = "N",
      converter = PositiveNumber.class,
      description = "Of which test (default: 1).")
  private Integer given;

  /**
   * @throws UserMistake if nothing is shown of a test that is named, or the task has no such test
   */
  public void require(Task task) {
    if (given != null && tests() == 0) {
      throw new UserMistake("solve: --test is of no use without --show-thinking or --gif");
    }
    int tests = task.testInputs().size();
    if (test() > tests) {
      throw new UserMistake(
          "--test: %s has tests 1 to %d, not %d".formatted(task.id(), tests, test()));
    }
  }

  /**
   * Tries whether the animation could be written, if it is asked for.
   *
   * @param source which it must not replace
   * @throws UserMistake if it could not
   */
  public void requireGif(Path source) {
    if (gif != null) {
      new OutputFile("--gif", gif).besides(source).requireWritable();
    }
  }

  private int test() {
    return given == null ? 1 : given;
  }

  /** Of how many tests, the first ones, the thinking must be kept. */
  public int tests() {
    return shown || gif != null ? test() : 0;
  }

  /** Boards for the terminal, if they are asked for. */
  public Optional<String> text(Outcome outcome) {
    return shown ? Optional.of(drawing(outcome).text(Terminal.drawing())) : Optional.empty();
  }

  /**
   * Writes the animation, if it is asked for.
   *
   * @return what to tell of it
   * @throws UserMistake if it cannot be written
   */
  public Optional<String> writeGif(Outcome outcome) {
    if (gif == null) {
      return Optional.empty();
    }
    try {
      AtomicFile.write(gif, drawing(outcome).animation(outcome.task().id()).gif());
    } catch (IOException e) {
      throw UserMistake.unwritable(gif, e);
    }
    return Optional.of("to be watched in " + gif);
  }

  /** Nothing is thought of a task that programs settle; then there is the puzzle only. */
  private ThinkingDrawing drawing(Outcome outcome) {
    List<List<Thought>> kept = outcome.solved().thinking();
    List<Thought> thoughts = test() <= kept.size() ? kept.get(test() - 1) : List.of();
    Task task = outcome.task();
    return new ThinkingDrawing(
        task.kind(),
        task.testInputs().get(test() - 1),
        thoughts.stream().map(Thought::grid).toList());
  }
}
