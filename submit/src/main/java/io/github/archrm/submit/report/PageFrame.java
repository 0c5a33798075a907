package io.github.archrm.submit.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The frame of every page: style, scripts and data in one HTML file that needs nothing else. */
final class PageFrame {
  /** Leaves no character in JSON that could end the script element around it. */
  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private PageFrame() {}

  /**
   * @param scripts resources, one after the other
   * @param data that they read
   */
  static String text(String title, List<String> scripts, JsonObject data) {
    Map<String, String> parts =
        Map.of(
            "title", escaped(title),
            "style", resource("report.css"),
            "script", scripts.stream().map(PageFrame::resource).collect(Collectors.joining("\n")),
            "data", GSON.toJson(data));
    return PLACE
        .matcher(resource("report.html"))
        .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String resource(String name) {
    try (InputStream in = PageFrame.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
