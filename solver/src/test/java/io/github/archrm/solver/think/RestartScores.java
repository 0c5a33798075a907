package io.github.archrm.solver.think;

import io.github.archrm.augment.View;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.TaskReader;
import io.github.archrm.train.Compute;
import io.github.archrm.train.Predictor;
import io.github.archrm.train.Question;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.Thinking;
import io.github.archrm.train.Trunk;
import io.github.archrm.train.ViewPrediction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Measures which starts of a puzzle should go on: thinks from some starts of each of some puzzles,
 * all to the same length, then replays rules on starts drawn from these.
 *
 * <p>Arguments: file of puzzles, trunk, how many of the puzzles, starts of each, segments of each.
 */
public final class RestartScores {
  /** For each puzzle and rule. */
  private static final int REPLAYS = 25;

  private static final int MOST_SEGMENTS = 4000;
  private static final int ROWS = 16;

  private RestartScores() {}

  /** Whether a start goes on after so many segments, by how many rules it broke after each. */
  @FunctionalInterface
  private interface Rule {
    boolean goesOn(int[] broken, int segments);
  }

  public static void main(String[] args) {
    Task task = TaskReader.read(Path.of(args[0])).tasks().get(0);
    Trunk trunk = Trunk.read(Path.of(args[1]));
    int starts = Integer.parseInt(args[3]);
    int segments = Integer.parseInt(args[4]);
    List<int[][]> puzzles = new ArrayList<>();
    Compute compute = Compute.start("cpu", 1);
    try (TaskTrainer trainer =
        new TaskTrainer(List.of(task), trunk.recipe(), Optional.of(trunk), compute, 1)) {
      Predictor model = trainer.predictor();
      for (int test = 0; test < Integer.parseInt(args[2]); test++) {
        int[][] broken = broken(task, model, test, starts, segments);
        puzzles.add(broken);
        long proved = Arrays.stream(broken).filter(one -> provedAt(one) > 0).count();
        System.err.println("puzzle " + (test + 1) + ": " + proved + " of " + starts + " proved");
      }
    }
    when(puzzles, segments);
    replay(
        puzzles.stream().filter(one -> Arrays.stream(one).anyMatch(s -> provedAt(s) > 0)).toList());
  }

  /** How many rules every start broke after every segment. */
  private static int[][] broken(Task task, Predictor model, int test, int starts, int segments) {
    Grid puzzle = task.testInputs().get(test);
    List<View> views = model.besideUpright(model.views(starts, 1));
    List<Question> questions =
        IntStream.range(0, starts)
            .mapToObj(start -> new Question(test, views.get(start % views.size())))
            .toList();
    int[][] broken = new int[starts][segments];
    try (Thinking thinking = model.begin(questions, test)) {
      for (int segment = 0; segment < segments; segment++) {
        List<ViewPrediction> seen = thinking.segment();
        for (int start = 0; start < starts; start++) {
          Grid answer = questions.get(start).view().undo(seen.get(start).grid());
          broken[start][segment] = task.kind().rules().check(puzzle, answer).size();
        }
      }
    }
    return broken;
  }

  /** The first segment, from 1, after which nothing was broken; 0 if there is none. */
  private static int provedAt(int[] broken) {
    return 1 + IntStream.range(0, broken.length).filter(s -> broken[s] == 0).findFirst().orElse(-1);
  }

  /** How often a start is proved in its next segment, by its age. */
  private static void when(List<int[][]> puzzles, int segments) {
    int[] bounds = {0, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128};
    for (int i = 0; i + 1 < bounds.length && bounds[i + 1] <= segments; i++) {
      int from = bounds[i];
      int to = bounds[i + 1];
      int thought = 0;
      int proved = 0;
      for (int[][] puzzle : puzzles) {
        for (int[] start : puzzle) {
          int at = provedAt(start) == 0 ? Integer.MAX_VALUE : provedAt(start);
          thought += Math.max(0, Math.min(at, to) - from);
          proved += at > from && at <= to ? 1 : 0;
        }
      }
      System.out.printf(
          Locale.ROOT,
          "segments %d to %d: %.1f of 1000 prove a start%n",
          from + 1,
          to,
          1000.0 * proved / Math.max(1, thought));
    }
  }

  private static void replay(List<int[][]> puzzles) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (int most : new int[] {4, 8, 12, 16, 24, 32, 48, 64}) {
      rules.put("none beyond " + most, (broken, segments) -> segments < most);
    }
    for (int patience : new int[] {2, 4, 6, 8, 10, 12, 16, 24}) {
      rules.put(
          "patience " + patience,
          (broken, segments) -> segments - 1 - fewestAt(broken, segments) < patience);
    }
    rules.forEach(
        (name, rule) -> {
          Random random = new Random(1);
          double[] means =
              puzzles.stream()
                  .mapToDouble(
                      puzzle ->
                          IntStream.range(0, REPLAYS)
                              .map(i -> replay(puzzle, rule, random))
                              .average()
                              .orElseThrow())
                  .sorted()
                  .toArray();
          System.out.printf(
              Locale.ROOT,
              "%-16s mean %.0f, median %.0f, 90 %% %.0f segments a puzzle, of %d puzzles%n",
              name,
              Arrays.stream(means).average().orElse(0),
              means[means.length / 2],
              means[(int) (0.9 * means.length)],
              means.length);
        });
  }

  private static int fewestAt(int[] broken, int segments) {
    int best = 0;
    for (int i = 1; i < segments; i++) {
      best = broken[i] < broken[best] ? i : best;
    }
    return best;
  }

  /** Segments of a batch of starts until one is proved. */
  private static int replay(int[][] starts, Rule rule, Random random) {
    int[][] rows = new int[ROWS][];
    int[] age = new int[ROWS];
    int segments = 0;
    while (segments < MOST_SEGMENTS) {
      for (int row = 0; row < ROWS; row++) {
        boolean fresh =
            rows[row] == null || age[row] == rows[row].length || !rule.goesOn(rows[row], age[row]);
        if (fresh) {
          rows[row] = starts[random.nextInt(starts.length)];
          age[row] = 0;
        }
        segments++;
        if (rows[row][age[row]++] == 0) {
          return segments;
        }
      }
    }
    return MOST_SEGMENTS;
  }
}
