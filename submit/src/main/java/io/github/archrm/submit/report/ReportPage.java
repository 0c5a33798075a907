package io.github.archrm.submit.report;

import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.score.Report;
import io.github.archrm.submit.score.Results;
import java.util.List;

/**
 * A run as people look at it: one HTML page that needs nothing else, and no network.
 *
 * <p>Its frame, style and script are resources. The run stands in it as JSON, once; the script
 * draws a task when it is looked at, and puts text from files into the page as text only.
 */
public final class ReportPage implements Report {
  private final String command;
  private final String title;
  private final Results results;

  /**
   * @param command that made the run
   * @param title what was solved
   */
  public ReportPage(String command, String title, Results results) {
    this.command = command;
    this.title = title;
    this.results = results;
  }

  @Override
  public void add(Outcome outcome) {
    results.add(outcome);
  }

  @Override
  public String text() {
    return PageFrame.text(
        title, List.of("page.js", "report.js"), new ReportData(results).json(command, title));
  }
}
