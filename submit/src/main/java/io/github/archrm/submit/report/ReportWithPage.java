package io.github.archrm.submit.report;

import io.github.archrm.submit.runtime.OutOfMemory;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.score.Report;
import io.github.archrm.tasks.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A report with a page for people beside it: results.html of a results.json, and so on.
 *
 * <p>The page is written at the beginning, now and then while outcomes come, and at the end, each
 * time as a whole and atomically. What goes wrong with it is told once, and costs the report
 * nothing.
 */
public final class ReportWithPage implements Report {
  /** Between two writings, since the page of a large run is large. */
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(30);

  private final Report report;
  private final ReportPage page;
  private final Path file;
  private int writings;
  private long last;
  private boolean told;

  private ReportWithPage(Report report, ReportPage page, Path file) {
    this.report = report;
    this.page = page;
    this.file = file;
  }

  /** Where the page of a file is: beside it, under its name. */
  public static Path place(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".html");
  }

  /**
   * @param file that the report is written to
   * @throws UserMistake if that is the page's own
   */
  public static ReportWithPage beside(Path file, Report report, ReportPage page) {
    Path beside = place(file);
    if (beside.equals(file)) {
      throw new UserMistake("--out: " + file + " is the page that is written beside it");
    }
    return new ReportWithPage(report, page, beside);
  }

  @Override
  public void add(Outcome outcome) {
    report.add(outcome);
    synchronized (this) {
      page.add(outcome);
    }
  }

  @Override
  public String text() {
    return report.text();
  }

  @Override
  public synchronized void written() {
    report.written();
    if (writings == 0 || System.nanoTime() - last >= PAUSE) {
      writePage();
    }
  }

  /** The page goes, since the disk may be full. */
  @Override
  public synchronized void unwritten() {
    report.unwritten();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Then it stays.
    }
  }

  @Override
  public synchronized void ended() {
    report.ended();
    writePage();
  }

  /** Where the page is. */
  public Path page() {
    return file;
  }

  private void writePage() {
    try {
      AtomicFile.write(file, page.text());
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      if (!told) {
        String why = OutOfMemory.line(e).orElseGet(() -> UserMistake.words(e));
        System.err.println(file + " cannot be written, the run goes on without it: " + why);
      }
      told = true;
    }
    writings++;
    last = System.nanoTime();
  }
}
