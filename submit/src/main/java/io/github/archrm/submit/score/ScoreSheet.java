package io.github.archrm.submit.score;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All scores of a data set: ARC's three numbers about its tasks of ARC and those of ranks, four
 * other numbers about its puzzles with rules.
 *
 * @param arc empty where no solution of a task of ARC is known
 * @param ranks where the solutions of ARC's tasks stand among what was predicted, if that is known
 * @param kinds the numbers of each other kind, by its full name
 */
public record ScoreSheet(
    Optional<Scores> arc, Optional<RankScores> ranks, Map<String, RuleScores> kinds) {
  /** The scores of graded tasks of ARC and of other puzzles. */
  public static ScoreSheet of(List<Graded> arc, Map<String, RuleScores> kinds) {
    return new ScoreSheet(
        arc.isEmpty()
            ? Optional.empty()
            : Optional.of(Scores.of(arc.stream().map(Graded::score).toList())),
        RankScores.of(arc),
        kinds);
  }

  public ScoreSheet {
    kinds = new TreeMap<>(kinds);
  }

  /** All numbers by their names; those of puzzles count the test inputs of all kinds. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    arc.ifPresent(scores -> scores.toJson().asMap().forEach(json::add));
    ranks.ifPresent(scores -> json.add("ranks", scores.toJson()));
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
    ranks.ifPresent(scores -> blocks.add(scores.toString()));
    kinds.forEach(
        (kind, scores) -> blocks.add(kinds.size() > 1 ? kind + "\n" + scores : "" + scores));
    return blocks.isEmpty() ? "no solutions are known: no score" : String.join("\n", blocks);
  }
}
