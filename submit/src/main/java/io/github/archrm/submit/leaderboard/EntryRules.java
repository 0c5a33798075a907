package io.github.archrm.submit.leaderboard;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the leaderboard asks of an entry, as its own check does; addresses are not opened. */
final class EntryRules {
  static final List<String> LINKS = List.of("url", "twitter", "linkedin", "scholar", "github");
  static final Set<String> BENCHMARKS = Set.of("arc-agi-1", "arc-agi-2");

  private final List<String> problems = new ArrayList<>();

  private EntryRules() {}

  /** A line for everything that the leaderboard would refuse, each beginning with its place. */
  static List<String> check(Map<String, Object> entry) {
    EntryRules rules = new EntryRules();
    rules.text(entry, "name", "name");
    rules.text(entry, "description", "description");
    rules.authors(entry.get("authors"));
    rules.address(entry, "code_url", "code_url", true);
    rules.address(entry, "paper_url", "paper_url", false);
    rules.address(entry, "twitter_url", "twitter_url", false);
    rules.list("versions", entry.get("versions"), rules::version);
    return List.copyOf(rules.problems);
  }

  /** Checks one mapping of a list. */
  @FunctionalInterface
  private interface Check {
    void check(String place, Map<?, ?> mapping);
  }

  private void list(String place, Object value, Check check) {
    if (!(value instanceof List<?> list) || list.isEmpty()) {
      problems.add(place + ": a list with at least one entry is needed");
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      String one = place + "[" + i + "]";
      if (list.get(i) instanceof Map<?, ?> mapping) {
        check.check(one, mapping);
      } else {
        problems.add(one + ": a mapping is needed");
      }
    }
  }

  private void authors(Object authors) {
    list("authors", authors, this::author);
  }

  private void author(String place, Map<?, ?> author) {
    text(author, "name", place + ".name");
    boolean linked = false;
    for (String link : LINKS) {
      linked |= author.get(link) instanceof String text && !text.isBlank();
      address(author, link, place + "." + link, false);
    }
    if (!linked) {
      problems.add(place + ": at least one of " + String.join(", ", LINKS) + " is needed");
    }
  }

  private void version(String place, Map<?, ?> version) {
    text(version, "version", place + ".version");
    try {
      LocalDate.parse(String.valueOf(version.get("date")));
    } catch (DateTimeParseException e) {
      problems.add(place + ".date: YYYY-MM-DD is needed");
    }
    if (version.get("models") != null) {
      list(
          place + ".models",
          version.get("models"),
          (one, model) -> text(model, "name", one + ".name"));
    }
    list(place + ".scores", version.get("scores"), this::score);
  }

  private void score(String place, Map<?, ?> score) {
    Object benchmark = score.get("benchmark");
    if (!(benchmark instanceof String name) || !BENCHMARKS.contains(name)) {
      problems.add(place + ".benchmark: arc-agi-1 or arc-agi-2 is needed");
    }
    if (!(score.get("score") instanceof Number number)
        || !(number.doubleValue() >= 0 && number.doubleValue() <= 100)) {
      problems.add(place + ".score: a number from 0 to 100 is needed");
    }
    text(score, "set", place + ".set");
    Object cost = score.get("cost");
    if (cost != null && !(cost instanceof Number dollars && dollars.doubleValue() >= 0)) {
      problems.add(place + ".cost: dollars, at least 0, are needed");
    }
  }

  private void text(Map<?, ?> mapping, String key, String place) {
    if (!(mapping.get(key) instanceof String text) || text.isBlank()) {
      problems.add(place + ": a text is needed");
    }
  }

  private void address(Map<?, ?> mapping, String key, String place, boolean needed) {
    Object value = mapping.get(key);
    boolean blank = value == null || value instanceof String text && text.isBlank();
    if (blank ? needed : !(value instanceof String text && text.matches("https?://\\S+"))) {
      problems.add(place + ": an address that begins with http is needed");
    }
  }
}
