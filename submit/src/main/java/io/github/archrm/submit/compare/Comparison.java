package io.github.archrm.submit.compare;

import io.github.archrm.submit.answers.TaskAnswers;
import io.github.archrm.submit.compare.Bootstrap.Interval;
import io.github.archrm.submit.compare.Item.Grade;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.Graded;
import io.github.archrm.submit.score.RankScores;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Systems that answered the same tasks. What only some of them answered is left out, and told.
 *
 * @param sides the systems, in the order in which they were given
 * @param standings how each fared, in the same order
 * @param items what is counted
 * @param pairs every other system against the first
 * @param seeds if the systems are runs of one that differ in their seeds
 * @param notes what was left out, and what was wrong in the files
 */
public record Comparison(
    List<Side> sides,
    List<Standing> standings,
    List<Item> items,
    List<Pair> pairs,
    Optional<Seeds> seeds,
    List<String> notes) {
  private static final int IDS_SHOWN = 5;

  /**
   * How a system fared.
   *
   * @param scores each with the interval of 95 %
   * @param ranks where the solutions stand among what was predicted, if that is known
   * @param alone the items that no other system solves
   */
  public record Standing(
      Map<Measure, Score> scores,
      Optional<RankScores> ranks,
      Expense expense,
      List<String> alone) {}

  /** A score, and between what it would lie with other tasks of the same sort. */
  public record Score(double value, Interval interval) {}

  /**
   * @param sides at least two
   * @param areSeeds whether they are runs of one system
   * @param seed decides the draws of the bootstrap
   * @throws UserMistake if no task was answered by all of them, or nothing tells what is right
   */
  public static Comparison of(List<Side> sides, Key key, boolean areSeeds, long seed) {
    List<String> notes = new ArrayList<>();
    List<String> ids = shared(sides, key, notes);
    if (ids.isEmpty()) {
      throw new UserMistake("compare: no task was answered by all of them: nothing to compare");
    }
    Map<String, List<Graded>> graded = new LinkedHashMap<>();
    List<Item> items = new ArrayList<>();
    for (String id : ids) {
      int tests = sides.stream().mapToInt(s -> answers(s, id).tests().size()).max().orElse(0);
      List<Graded> grades = sides.stream().map(side -> key.grade(side, id, tests)).toList();
      if (sides.stream().anyMatch(side -> key.rules(id, answers(side, id)))) {
        items.addAll(puzzles(id, grades));
      } else if (!grades.get(0).tests().isEmpty()) {
        graded.put(id, grades);
        items.add(new Item(id, -1, grades.stream().map(Grade::of).toList()));
      }
    }
    Bootstrap bootstrap = new Bootstrap(items.size(), seed);
    List<Standing> standings =
        IntStream.range(0, sides.size())
            .mapToObj(i -> standing(i, sides.get(i), ids, graded, items, bootstrap))
            .toList();
    return new Comparison(
        List.copyOf(sides),
        standings,
        List.copyOf(items),
        IntStream.range(1, sides.size()).mapToObj(i -> Pair.of(items, 0, i, bootstrap)).toList(),
        areSeeds ? Optional.of(Seeds.of(items, sides.size())) : Optional.empty(),
        notes);
  }

  /** The same after other notes. */
  public Comparison after(List<String> others) {
    List<String> all = new ArrayList<>(others);
    all.addAll(notes);
    return new Comparison(sides, standings, items, pairs, seeds, all);
  }

  private static TaskAnswers answers(Side side, String id) {
    return side.answers().task(id).orElseThrow();
  }

  /** The tasks that all have answered and that can be graded; notes tell of the others. */
  private static List<String> shared(List<Side> sides, Key key, List<String> notes) {
    List<String> shared =
        sides.get(0).answers().tasks().keySet().stream()
            .filter(key::has)
            .filter(id -> sides.stream().allMatch(side -> side.answers().task(id).isPresent()))
            .toList();
    for (Side side : sides) {
      side.answers().problems().forEach(problem -> notes.add(side.name() + ": " + problem));
      TreeSet<String> own = new TreeSet<>(side.answers().tasks().keySet());
      own.removeAll(shared);
      TreeSet<String> unknown = new TreeSet<>(own);
      unknown.removeIf(key::has);
      own.removeAll(unknown);
      tell(side.name() + ": left out, since not all have answered them: ", own, notes);
      tell(side.name() + ": left out, since no solution is known: ", unknown, notes);
    }
    return shared;
  }

  private static void tell(String words, TreeSet<String> ids, List<String> notes) {
    if (!ids.isEmpty()) {
      notes.add(
          words
              + (ids.size() == 1 ? "1 task (" : ids.size() + " tasks (")
              + ids.stream().limit(IDS_SHOWN).collect(Collectors.joining(", "))
              + (ids.size() > IDS_SHOWN ? ", ...)" : ")"));
    }
  }

  /** Each test input of a set of puzzles counts by itself, and by attempt 1. */
  private static List<Item> puzzles(String id, List<Graded> grades) {
    return IntStream.range(0, grades.get(0).tests().size())
        .mapToObj(
            test ->
                new Item(
                    id,
                    test,
                    grades.stream()
                        .map(g -> new Grade(g.tests().get(test).exact() ? 1 : 0, 1))
                        .toList()))
        .toList();
  }

  private static Standing standing(
      int place,
      Side side,
      List<String> ids,
      Map<String, List<Graded>> graded,
      List<Item> items,
      Bootstrap bootstrap) {
    Map<Measure, Score> scores = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      scores.put(
          measure, new Score(measure.of(items, place), bootstrap.score(items, measure, place)));
    }
    return new Standing(
        scores,
        RankScores.of(graded.values().stream().map(grades -> grades.get(place)).toList()),
        Expense.of(ids.stream().map(id -> answers(side, id)).toList(), side.price()),
        items.stream()
            .filter(item -> item.solved(place))
            .filter(item -> item.grades().stream().filter(Grade::solved).count() == 1)
            .map(Item::name)
            .toList());
  }
}
