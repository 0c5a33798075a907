package io.github.archrm.submit.command.tasks;

import io.github.archrm.submit.command.option.ChosenTask;
import io.github.archrm.submit.command.option.PositiveNumber;
import io.github.archrm.submit.runtime.Counted;
import io.github.archrm.submit.runtime.Terminal;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.draw.TaskDrawing;
import io.github.archrm.tasks.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    List<String> more = new ArrayList<>();
    note(more, whole.demonstrations().size() - task.demonstrations().size(), "more demonstration");
    note(more, whole.testInputs().size() - task.testInputs().size(), "more test");
    if (!more.isEmpty()) {
      System.err.println("... and " + String.join(", ", more) + " (--limit)");
    }
    return 0;
  }

  private static void note(List<String> more, int count, String noun) {
    if (count > 0) {
      more.add(Counted.of(count, noun));
    }
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
