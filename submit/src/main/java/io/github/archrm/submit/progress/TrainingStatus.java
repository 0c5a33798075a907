package io.github.archrm.submit.progress;

import io.github.archrm.train.TrainingProgress;
import java.util.List;

/** How far one long training has come. */
public final class TrainingStatus {
  private final StatusLines lines;

  TrainingStatus(StatusLines lines) {
    this.lines = lines;
  }

  public static TrainingStatus onStderr() {
    return new TrainingStatus(StatusLines.onStderr());
  }

  public void show(TrainingProgress progress) {
    if (lines.isDue()) {
      lines.show(List.of(ProgressText.of("training", progress)));
    }
  }

  /** A line that stays. */
  public void note(String line) {
    lines.lasting(line);
  }

  public void end() {
    lines.erase();
  }
}
