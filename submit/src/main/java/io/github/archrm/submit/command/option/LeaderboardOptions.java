package io.github.archrm.submit.command.option;

import io.github.archrm.submit.leaderboard.LeaderboardEntry;
import io.github.archrm.submit.runtime.UserMistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The entry of ARC Prize's community leaderboard. */
public final class LeaderboardOptions {
  @Option(
      names = "--leaderboard",
      paramLabel = "FILE",
      description =
          "Write the entry of ARC Prize's community leaderboard, a submission.yaml; every task has"
              + " to be answered.")
  private Path file;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description =
          "Who and what it is, as YAML with the entry's own keys (default"
              + " ~/.config/arc-hrm/leaderboard.yaml).")
  private Path profile;

  @Option(
      names = "--entry",
      paramLabel = "KEY=VALUE",
      description =
          "One of the profile's values: name, author, affiliation, url, github, description,"
              + " code_url, version, changes, models, benchmark, set and so on; may be repeated.")
  private Map<String, String> values = new LinkedHashMap<>();

  /**
   * @throws UserMistake if something is said of an entry that is not written
   */
  public void requireSound() {
    if (file == null && (profile != null || !values.isEmpty())) {
      throw new UserMistake("score: --profile and --entry are of no use without --leaderboard");
    }
  }

  /** Where the entry goes; empty if none is wanted. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /**
   * @throws UserMistake if the profile that is named is not there, is no profile, or a value is
   *     none
   */
  public LeaderboardEntry entry() {
    if (profile != null && !Files.exists(profile)) {
      throw new UserMistake(profile + ": no such file or folder");
    }
    return LeaderboardEntry.of(profile == null ? usual() : profile, values);
  }

  private static Path usual() {
    String set = System.getenv("XDG_CONFIG_HOME");
    Path folder =
        set == null || set.isBlank()
            ? Path.of(System.getProperty("user.home"), ".config")
            : Path.of(set);
    return folder.resolve("arc-hrm").resolve("leaderboard.yaml");
  }
}
