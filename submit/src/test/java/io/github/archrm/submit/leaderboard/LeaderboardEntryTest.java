package io.github.archrm.submit.leaderboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.submit.Cli;
import io.github.archrm.submit.runtime.UserMistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaderboardEntryTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);

  /** As the leaderboard's own template has it. */
  private static final String PROFILE =
      """
      name: "A Method: with a colon"
      authors:
        - name: "Somebody"
          affiliation: "Independent"
          url: ""
          github: "https://example.org/somebody"
      citation: ""
      description: >
        What it does
        and how.
      code_url: "https://example.org/somebody/method"
      paper_url: ""
      versions:
        - version: "0.9"
          date: 2026-01-01
          changes: "Initial submission"
          models:
            - name: "HRM"
          scores:
            - benchmark: "arc-agi-1"
              score: 10.5
              set: "public"
              cost: 0.00
      version: "1.0"
      changes: "no"
      models: [HRM, Programs]
      benchmark: arc-agi-2
      set: public
      """;

  @TempDir Path folder;

  private Path profile(String text) throws Exception {
    Path file = folder.resolve("leaderboard.yaml");
    Files.writeString(file, text);
    return file;
  }

  private Map<String, Object> written(String yaml) throws Exception {
    Path file = folder.resolve("submission.yaml");
    Files.writeString(file, yaml);
    return Yaml.read(file).orElseThrow();
  }

  @Test
  void aRunIsTheLatestVersionOfItsProfile() throws Exception {
    String yaml =
        LeaderboardEntry.of(profile(PROFILE), Map.of())
            .yaml(0.12345, OptionalDouble.of(8.399), TODAY);
    Map<String, Object> entry = written(yaml);
    assertEquals(List.of(), EntryRules.check(entry));
    assertEquals("A Method: with a colon", entry.get("name"));
    assertFalse(entry.containsKey("benchmark"), "it belongs to the version");
    List<?> versions = (List<?>) entry.get("versions");
    assertEquals(2, versions.size());
    assertEquals(
        Map.of(
            "version", "1.0",
            "date", "2026-03-04",
            "changes", "no",
            "models", List.of(Map.of("name", "HRM"), Map.of("name", "Programs")),
            "scores",
                List.of(
                    Map.of(
                        "benchmark", "arc-agi-2", "score", 12.35, "set", "public", "cost", 8.4))),
        versions.get(1));
  }

  @Test
  void aProfileThatNestsDeeplyIsRefusedInOneLine() throws Exception {
    Path file = profile("[".repeat(100_000));
    assertEquals(
        file + ": not a profile: its lists are nested too deeply",
        assertThrows(UserMistake.class, () -> Yaml.read(file)).getMessage());
  }

  @Test
  void optionsAloneMakeAnEntryToo() throws Exception {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", "M");
    values.put("author", "Somebody");
    values.put("affiliation", "None");
    values.put("scholar", "https://example.org/s");
    values.put("description", "D");
    values.put("code_url", "http://example.org/c");
    values.put("benchmark", "arc-agi-1");
    values.put("set", "public");
    String yaml =
        LeaderboardEntry.of(folder.resolve("none.yaml"), values)
            .yaml(1, OptionalDouble.empty(), TODAY);
    Map<String, Object> entry = written(yaml);
    assertEquals(List.of(), EntryRules.check(entry));
    assertEquals(
        List.of(
            Map.of("name", "Somebody", "affiliation", "None", "scholar", "https://example.org/s")),
        entry.get("authors"));
    assertFalse(yaml.contains("cost"), yaml);
    assertThrows(
        UserMistake.class,
        () -> LeaderboardEntry.of(folder.resolve("none.yaml"), Map.of("nmae", "M")));
  }

  /** Every rule, broken one at a time in an entry that keeps all others. */
  @Test
  void everyRuleIsHeld() throws Exception {
    Map<String, String> broken = new LinkedHashMap<>();
    broken.put("name: \"A Method: with a colon\"", "name: \"\"");
    broken.put("  - name: \"Somebody\"\n    aff", "  - aff");
    broken.put("    github: \"https://example.org/somebody\"\n", "");
    broken.put("github: \"https", "github: \"ftp");
    broken.put("code_url: \"https://example.org/somebody/method\"", "code_url: method");
    broken.put("paper_url: \"\"", "paper_url: paper.pdf");
    broken.put("date: 2026-01-01", "date: 1st of March");
    broken.put("score: 10.5", "score: 100.5");
    broken.put("cost: 0.00", "cost: -1");
    broken.put("cost: 0.00\nversion: \"1.0\"", "cost: cheap\nversion: \"1.0\"");
    broken.put("benchmark: arc-agi-2", "benchmark: arc-agi-3");
    broken.put("set: public\n", "set: 7\n");
    broken.put("models: [HRM, Programs]", "models: [{title: HRM}]");
    broken.put("      - name: \"HRM\"\n", "      - HRM\n");
    broken.put("description: >\n  What it does\n  and how.\n", "");
    List<String> kept = new ArrayList<>();
    for (Map.Entry<String, String> one : broken.entrySet()) {
      assertTrue(PROFILE.contains(one.getKey()), one.getKey());
      LeaderboardEntry entry =
          LeaderboardEntry.of(profile(PROFILE.replace(one.getKey(), one.getValue())), Map.of());
      try {
        entry.yaml(0.5, OptionalDouble.empty(), TODAY);
        kept.add(one.getValue());
      } catch (UserMistake e) {
        assertEquals(1, e.getMessage().lines().count());
      }
    }
    assertEquals(List.of(), kept);
  }

  @Test
  void whatIsNoYamlIsToldInOurWords() throws Exception {
    for (String text : List.of("a: [1", "- a\n- b\n", "a: 1\na: 2\n", "\ta: b", "")) {
      Path file = profile(text);
      UserMistake mistake =
          assertThrows(UserMistake.class, () -> LeaderboardEntry.of(file, Map.of()), text);
      assertTrue(mistake.getMessage().startsWith(file + ": no"), mistake.getMessage());
      assertEquals(1, mistake.getMessage().lines().count());
    }
  }

  @Test
  void aRunThatLacksTasksIsRefused() throws Exception {
    profile(PROFILE);
    Files.writeString(
        folder.resolve("solutions.json"), "{\"one\": [[[1]]], \"two\": [[[1, 2]], [[3]]]}");
    String both = "\"two\": [{\"attempt_1\": [[1, 2]], \"attempt_2\": [[0]]}";
    Files.writeString(folder.resolve("part.json"), "{" + both + "]}");
    Files.writeString(
        folder.resolve("whole.json"),
        "{\"one\": [{\"attempt_1\": [[1]], \"attempt_2\": [[0]]}], "
            + both
            + ", {\"attempt_1\": [[0]], \"attempt_2\": [[0]]}]}");
    Cli.Result part = enter("part.json");
    assertEquals(2, part.exit(), part::toString);
    assertEquals(
        "arc-hrm: part.json: not of the whole set, it lacks tasks: 2 (one, two)",
        part.err().strip());
    assertFalse(Files.exists(folder.resolve("out.yaml")));
    Cli.Result whole = enter("whole.json");
    assertEquals(0, whole.exit(), whole::toString);
    Map<String, Object> entry = Yaml.read(folder.resolve("out.yaml")).orElseThrow();
    Map<?, ?> version = (Map<?, ?>) ((List<?>) entry.get("versions")).get(1);
    Map<?, ?> score = (Map<?, ?>) ((List<?>) version.get("scores")).get(0);
    assertEquals(75.0, score.get("score"));
    Files.delete(folder.resolve("leaderboard.yaml"));
    Cli.Result gone = enter("whole.json");
    assertEquals(2, gone.exit(), gone::toString);
    assertTrue(
        gone.err().endsWith("arc-hrm: leaderboard.yaml: no such file or folder\n"), gone::toString);
  }

  private Cli.Result enter(String run) throws Exception {
    return Cli.run(
        folder,
        "score",
        run,
        "--solutions",
        "solutions.json",
        "--leaderboard",
        "out.yaml",
        "--profile",
        "leaderboard.yaml");
  }
}
