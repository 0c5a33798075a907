package io.github.archrm.submit.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.score.Report;
import io.github.archrm.submit.score.Results;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run as people look at it: one HTML page that needs nothing else, and no network.
 *
 * <p>Its frame, style and script are resources. The run stands in it as JSON, once; the script
 * draws a task when it is looked at, and puts text from files into the page as text only.
 */
public final class ReportPage implements Report {
  /** Leaves no character in JSON that could end the script element around it. */
  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

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
    Map<String, String> parts =
        Map.of(
            "title", escaped(title),
            "style", resource("report.css"),
            "script", resource("report.js"),
            "data", GSON.toJson(new ReportData(results).json(command, title)));
    return PLACE
        .matcher(resource("report.html"))
        .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
