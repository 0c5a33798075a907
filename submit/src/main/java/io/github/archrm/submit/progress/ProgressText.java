package io.github.archrm.submit.progress;

import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.think.Effort;
import io.github.archrm.submit.runtime.Counted;
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
    SolvedTask solved = outcome.solved();
    return String.format(
        Locale.ROOT,
        "%s %s, %s%.1f s, %s",
        outcome.task().id(),
        outcome.verdict(),
        solved.steps() == 0 ? "" : Counted.of(solved.steps(), "step") + ", ",
        solved.seconds(),
        outcome.errorLine().orElseGet(() -> ending(solved)));
  }

  /** A task that was only thought about has no loss. */
  private static String ending(SolvedTask solved) {
    if (!Double.isNaN(solved.loss())) {
      return String.format(Locale.ROOT, "loss %.4f", solved.loss());
    }
    int segments = solved.efforts().stream().mapToInt(Effort::segments).sum();
    int starts = solved.efforts().stream().mapToInt(Effort::starts).sum();
    return segments == 0
        ? "no training"
        : "%s of %s".formatted(Counted.of(segments, "segment"), Counted.of(starts, "start"));
  }
}
