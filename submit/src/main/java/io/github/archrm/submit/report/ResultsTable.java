package io.github.archrm.submit.report;

import io.github.archrm.solver.SolvedTask;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.score.Results;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The finished tasks of a run for a terminal, a line for each. */
public final class ResultsTable {
  private ResultsTable() {}

  public static String of(Results results) {
    PlainTable table =
        new PlainTable(
            List.of("id", "result", "steps", "seconds", "loss", "share"),
            Set.of("steps", "seconds", "loss", "share"));
    for (Outcome outcome : results.finished()) {
      SolvedTask solved = outcome.solved();
      double share =
          solved.tests().stream()
              .mapToDouble(attempts -> attempts.share(attempts.first()))
              .average()
              .orElse(0);
      table.add(
          outcome.task().id(),
          outcome.verdict(),
          Integer.toString(solved.steps()),
          String.format(Locale.ROOT, "%.1f", solved.seconds()),
          Double.isFinite(solved.loss()) ? String.format(Locale.ROOT, "%.4f", solved.loss()) : "-",
          String.format(Locale.ROOT, "%.0f%%", 100 * share));
    }
    return table.toString();
  }
}
