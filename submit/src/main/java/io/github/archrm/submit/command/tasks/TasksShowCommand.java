package io.github.archrm.submit.command.tasks;

import io.github.archrm.submit.command.option.ChosenTask;
import io.github.archrm.submit.command.option.PositiveNumber;
import io.github.archrm.submit.runtime.Terminal;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.draw.TaskDrawing;
import io.github.archrm.tasks.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws one task. */
@Command(
    name = "show",
    description = "Draw a task in the terminal, or as SVG or PNG.",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  arc-hrm tasks show my-task.json",
      "  arc-hrm tasks show challenges.json --task 25ff71a9 --svg 25ff71a9.svg"
    })
final class TasksShowCommand implements Callable<Integer> {
  @Mixin ChosenTask chosen;

  @Option(names = "--svg", paramLabel = "FILE", description = "Write a drawing as SVG.")
  Path svg;

  @Option(names = "--png", paramLabel = "FILE", description = "Write a drawing as PNG.")
  Path png;

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = PositiveNumber.class,
      description = "Draw at most N demonstrations and N tests (default: ${DEFAULT-VALUE}).")
  int limit = 10;

  @Override
  public Integer call() {
    Task whole = chosen.read();
    Task task = whole.excerpt(limit);
    if (svg != null) {
      write(svg, TaskDrawing.of(task).svg().getBytes(StandardCharsets.UTF_8));
    }
    if (png != null) {
      write(png, TaskDrawing.of(task).png());
    }
    if (svg == null && png == null) {
      System.out.print(Terminal.drawing().task(task));
    }
    int demonstrations = whole.demonstrations().size() - task.demonstrations().size();
    int tests = whole.testInputs().size() - task.testInputs().size();
    if (demonstrations + tests > 0) {
      System.err.printf(
          "... and %d more demonstrations, %d more tests (--limit)%n", demonstrations, tests);
    }
    return 0;
  }

  private static void write(Path file, byte[] contents) {
    try {
      AtomicFile.write(file, contents);
    } catch (IOException e) {
      throw UserMistake.unwritable(file, e);
    }
    System.out.println("written to " + file);
  }
}
