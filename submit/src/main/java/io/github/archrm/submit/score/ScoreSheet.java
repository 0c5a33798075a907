package io.github.archrm.submit.score;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All scores of a data set: ARC's three numbers about its tasks of ARC, four other numbers about
 * its puzzles with rules.
 *
 * @param arc empty where no solution of a task of ARC is known
 * @param kinds the numbers of each other kind, by its full name
 */
public record ScoreSheet(Optional<Scores> arc, Map<String, RuleScores> kinds) {
  public ScoreSheet {
    kinds = new TreeMap<>(kinds);
  }

  /** All numbers by their names; those of puzzles count the test inputs of all kinds. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    arc.ifPresent(scores -> scores.toJson().asMap().forEach(json::add));
    kinds.values().stream()
        .reduce(RuleScores::plus)
        .ifPresent(scores -> scores.toJson().asMap().forEach(json::add));
    return json;
  }

  /** A line for each number; of several kinds, each has its own under its name. */
  @Override
  public String toString() {
    List<String> blocks = new ArrayList<>();
    arc.ifPresent(scores -> blocks.add(scores.toString()));
    kinds.forEach(
        (kind, scores) -> blocks.add(kinds.size() > 1 ? kind + "\n" + scores : "" + scores));
    return blocks.isEmpty() ? "no solutions are known: no score" : String.join("\n", blocks);
  }
}
