package io.github.archrm.submit.progress;

import io.github.archrm.submit.score.Outcome;
import io.github.archrm.train.TrainingProgress;
import java.util.Locale;

/** Progress in words, the same on a terminal and in a log. */
public final class ProgressText {
  private ProgressText() {}

  public static String of(String taskId, TrainingProgress progress) {
    String text =
        String.format(
            Locale.ROOT,
            "%s step %d seg %d loss %.4f exact %.2f",
            taskId,
            progress.step(),
            progress.segment(),
            progress.loss(),
            progress.exactShare());
    return Double.isInfinite(progress.secondsLeft())
        ? text
        : text + String.format(Locale.ROOT, " %.0f s left", Math.max(0, progress.secondsLeft()));
  }

  public static String of(Outcome outcome) {
    return String.format(
        Locale.ROOT,
        "%s %s, %d steps, %.1f s, %s",
        outcome.task().id(),
        outcome.verdict(),
        outcome.solved().steps(),
        outcome.solved().seconds(),
        outcome.errorLine().orElseGet(() -> loss(outcome.solved().loss())));
  }

  /** A task that was only predicted has no loss. */
  private static String loss(double loss) {
    return Double.isNaN(loss) ? "no training" : String.format(Locale.ROOT, "loss %.4f", loss);
  }
}
