package io.github.archrm.submit.progress;

import io.github.archrm.tasks.generate.GenerationProgress;
import java.util.List;
import java.util.function.Consumer;

/** How far a generator has come: on a terminal with a bar; and at its end what was rejected. */
public final class GenerationStatus implements Consumer<GenerationProgress> {
  private static final int WIDTH = 20;

  private final StatusLines lines;
  private GenerationProgress last;

  GenerationStatus(StatusLines lines) {
    this.lines = lines;
  }

  public static GenerationStatus onStderr() {
    return new GenerationStatus(StatusLines.onStderr());
  }

  @Override
  public void accept(GenerationProgress progress) {
    last = progress;
    if (lines.isDue()) {
      lines.show(List.of(lines.isLive() ? bar(progress) + progress : progress.toString()));
    }
  }

  private static String bar(GenerationProgress progress) {
    int done = WIDTH * progress.accepted() / progress.wanted();
    return "[" + "#".repeat(done) + ".".repeat(WIDTH - done) + "] ";
  }

  /** Leaves the last numbers standing. */
  public void end() {
    if (last != null) {
      lines.lasting(last.toString());
    }
  }
}
