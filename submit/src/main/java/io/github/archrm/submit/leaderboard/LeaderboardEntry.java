package io.github.archrm.submit.leaderboard;

import io.github.archrm.submit.runtime.UserMistake;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * An entry of ARC Prize's community leaderboard: a profile, which the user fills in, with the score
 * of a run as its latest version.
 *
 * <p>The profile has the entry's own keys ({@code name}, {@code authors}, {@code description},
 * {@code code_url} and so on, earlier {@code versions} too) and, of the latest version, {@code
 * version}, {@code date}, {@code changes}, {@code models}, {@code benchmark} and {@code set}.
 */
public final class LeaderboardEntry {
  private static final List<String> KEYS =
      List.of("name", "authors", "citation", "description", "code_url", "paper_url", "twitter_url");
  private static final Set<String> OF_VERSION =
      Set.of("version", "date", "changes", "models", "benchmark", "set");
  private static final Set<String> OF_AUTHOR =
      Set.of("author", "affiliation", "url", "twitter", "linkedin", "scholar", "github");
  private static final String MODEL = "Hierarchical Reasoning Model";

  private final Map<String, Object> profile;

  private LeaderboardEntry(Map<String, Object> profile) {
    this.profile = profile;
  }

  /**
   * @param file the profile; it need not be there if the values say all
   * @param values that win over those of the file; {@code author}, {@code affiliation} and links
   *     make a single author
   * @throws UserMistake if the file is no mapping, or there is no such key
   */
  public static LeaderboardEntry of(Path file, Map<String, String> values) {
    Map<String, Object> profile = new LinkedHashMap<>(Yaml.read(file).orElse(Map.of()));
    Map<String, Object> author = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          if (OF_AUTHOR.contains(key)) {
            author.put(key.equals("author") ? "name" : key, value);
          } else if (key.equals("models")) {
            profile.put(key, List.of(value.split("\\s*,\\s*")));
          } else if ((KEYS.contains(key) && !key.equals("authors")) || OF_VERSION.contains(key)) {
            profile.put(key, value);
          } else {
            throw new UserMistake("--entry: no such key: " + key);
          }
        });
    if (!author.isEmpty()) {
      profile.put("authors", List.of(author));
    }
    return new LeaderboardEntry(profile);
  }

  /**
   * The entry as YAML.
   *
   * @param score the mean task fraction, 0-1
   * @param dollars for the run, if they are known
   * @param today of the version, unless the profile has a date
   * @throws UserMistake if the leaderboard would refuse it; the message names what is missing
   */
  public String yaml(double score, OptionalDouble dollars, LocalDate today) {
    Map<String, Object> entry = new LinkedHashMap<>();
    for (String key : KEYS) {
      if (profile.get(key) != null) {
        entry.put(key, profile.get(key));
      }
    }
    List<Object> versions = new ArrayList<>();
    if (profile.get("versions") instanceof List<?> earlier) {
      versions.addAll(earlier);
    }
    versions.add(version(score, dollars, today));
    entry.put("versions", versions);
    List<String> problems = EntryRules.check(entry);
    if (!problems.isEmpty()) {
      throw new UserMistake(
          "leaderboard: "
              + String.join("; ", problems)
              + " (in the profile or as --entry KEY=VALUE)");
    }
    return Yaml.write(entry);
  }

  private Map<String, Object> version(double score, OptionalDouble dollars, LocalDate today) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("benchmark", profile.get("benchmark"));
    one.put("score", rounded(100 * score));
    one.put("set", profile.get("set"));
    if (dollars.isPresent()) {
      one.put("cost", rounded(dollars.getAsDouble()));
    }
    Map<String, Object> version = new LinkedHashMap<>();
    version.put("version", String.valueOf(profile.getOrDefault("version", "1.0")));
    version.put("date", String.valueOf(profile.getOrDefault("date", today)));
    version.put("changes", profile.getOrDefault("changes", "First entry"));
    version.put("models", models());
    version.put("scores", List.of(one));
    return version;
  }

  /** Names, or mappings with names, as mappings. */
  private List<Object> models() {
    if (!(profile.getOrDefault("models", List.of(MODEL)) instanceof List<?> models)) {
      return List.of();
    }
    return models.stream()
        .map(model -> model instanceof String name ? Map.of("name", name) : (Object) model)
        .toList();
  }

  /** Two places behind the point, as dollars and per cent have them. */
  private static double rounded(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).doubleValue();
  }
}
