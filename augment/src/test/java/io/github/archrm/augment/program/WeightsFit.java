package io.github.archrm.augment.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Fits the weights of {@link Ranking} to the evidence that {@link ProgramScores} wrote.
 *
 * <p>Arguments: the evidence of tasks on which primitives were made, that of tasks of another
 * origin, and files with ids that are not fitted. Of the first origin the first 275 tasks by id are
 * fitted, of the other all. The first origin tells rather which candidate of a test input is right,
 * the other rather how sure that is. Log-odds are a weighted sum of {@link Evidence#features},
 * fitted by logistic regression (is this candidate right?) plus a softmax among the candidates of a
 * test input (which one is?). An intercept of its own takes up that tasks on which primitives were
 * made are answered more often; the weights that are printed are those for the other origin.
 *
 * <p>Prints the weights, and how they do where they were not fitted: four folds, by concept for the
 * other origin (an id without its number), by task for the first.
 */
public final class WeightsFit {
  private static final int FITTED = 275;
  private static final int FOLDS = 4;
  private static final int STEPS = 800;
  private static final double PENALTY = 0.3;

  /** How much tasks on which primitives were made tell of which candidate is right. */
  private static final double WHICH = 3;

  /** How much they tell of how sure that is. */
  private static final double HOW_SURE = 0.3;

  /** The candidates of one test input. */
  private record Input(
      String id, boolean other, int fold, double weight, double[][] features, boolean[] right) {
    int best(double[] weights) {
      int best = 0;
      for (int i = 1; i < right.length; i++) {
        best = logOdds(weights, features[i]) > logOdds(weights, features[best]) ? i : best;
      }
      return best;
    }

    boolean withinTwo(double[] weights) {
      return IntStream.range(0, right.length)
          .boxed()
          .sorted(Comparator.comparingDouble(i -> -logOdds(weights, features[i])))
          .limit(2)
          .anyMatch(i -> right[i]);
    }
  }

  private WeightsFit() {}

  public static void main(String[] args) throws IOException {
    List<String> left = new ArrayList<>();
    for (String file : Arrays.asList(args).subList(2, args.length)) {
      left.addAll(List.of(Files.readString(Path.of(file)).trim().split("\\s+")));
    }
    List<Input> first = read(Path.of(args[0]), false);
    List<Input> other = read(Path.of(args[1]), true);
    List<String> ids = first.stream().map(Input::id).distinct().sorted().toList();
    List<String> later = ids.subList(Math.min(FITTED, ids.size()), ids.size());
    List<Input> fitted =
        weighted(
            first.stream().filter(i -> !left.contains(i.id()) && !later.contains(i.id())).toList(),
            other);
    List<Input> unfitted = first.stream().filter(i -> later.contains(i.id())).toList();

    double[] weights = fit(fitted);
    System.out.printf(
        "{%s}%nbias %.2f%n",
        String.join(
            ", ",
            Arrays.stream(weights, 0, weights.length - 2)
                .mapToObj(w -> String.format(Locale.ROOT, "%.2f", w))
                .toList()),
        weights[weights.length - 2]);
    Map<Integer, double[]> byFold = new HashMap<>();
    for (int f = 0; f < FOLDS; f++) {
      int held = f;
      byFold.put(f, fit(fitted.stream().filter(i -> i.fold() != held).toList()));
    }
    tell("fitted tasks, held out by folds", fitted, i -> !i.other(), byFold);
    tell("other origin, held out by folds", fitted, Input::other, byFold);
    for (int f = 0; f < FOLDS; f++) {
      byFold.put(f, weights);
    }
    tell("later tasks of the first origin", unfitted, i -> true, byFold);
    tell("all of the first origin", first, i -> true, byFold);
  }

  private static List<Input> read(Path file, boolean other) throws IOException {
    Map<String, List<String[]>> byInput = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.split(" ");
      byInput.computeIfAbsent(words[0] + " " + words[1], k -> new ArrayList<>()).add(words);
    }
    List<String> groups =
        new ArrayList<>(
            byInput.keySet().stream().map(k -> group(k.split(" ")[0], other)).distinct().toList());
    if (!other) {
      java.util.Collections.shuffle(groups, new Random(0));
    }
    List<Input> inputs = new ArrayList<>();
    byInput.forEach(
        (key, lines) -> {
          String id = key.split(" ")[0];
          double[][] features = new double[lines.size()][];
          boolean[] right = new boolean[lines.size()];
          for (int i = 0; i < right.length; i++) {
            String[] words = lines.get(i);
            right[i] = words[2].equals("1");
            features[i] =
                Evidence.read(
                        Arrays.stream(words, 3, words.length)
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .features();
          }
          int fold = groups.indexOf(group(id, other)) % FOLDS;
          inputs.add(new Input(id, other, fold, 1, features, right));
        });
    return inputs;
  }

  private static String group(String id, boolean other) {
    return other ? id.replaceAll("\\d+$", "") : id;
  }

  /** Both origins with the same weight in sum. */
  private static List<Input> weighted(List<Input> first, List<Input> other) {
    List<Input> all = new ArrayList<>(first);
    double weight = (double) first.size() / other.size();
    other.forEach(i -> all.add(new Input(i.id(), true, i.fold(), weight, i.features(), i.right())));
    return all;
  }

  private static double logOdds(double[] weights, double[] features) {
    double sum = weights[features.length];
    for (int i = 0; i < features.length; i++) {
      sum += weights[i] * features[i];
    }
    return sum;
  }

  /** Weights of the features, the bias, and what the bias is more for the first origin. */
  private static double[] fit(List<Input> inputs) {
    int n = inputs.get(0).features()[0].length;
    double[] scale = scale(inputs, n);
    double[] weights = new double[n + 2];
    double[] mean = new double[n + 2];
    double[] square = new double[n + 2];
    for (int step = 1; step <= STEPS; step++) {
      double[] gradient = new double[n + 2];
      for (Input input : inputs) {
        add(gradient, input, weights, scale, n);
      }
      double rate = 0.05 * (1 - (double) step / STEPS) + 1e-4;
      for (int i = 0; i < weights.length; i++) {
        gradient[i] += i < n || i > n ? PENALTY * weights[i] : 0;
        mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
        square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i];
        weights[i] -=
            rate
                * (mean[i] / (1 - Math.pow(0.9, step)))
                / (Math.sqrt(square[i] / (1 - Math.pow(0.999, step))) + 1e-8);
      }
    }
    for (int i = 0; i < n; i++) {
      weights[i] /= scale[i];
    }
    return weights;
  }

  private static double[] scale(List<Input> inputs, int n) {
    double[] scale = new double[n];
    for (int i = 0; i < n; i++) {
      int feature = i;
      double[] values =
          inputs.stream()
              .flatMap(input -> Arrays.stream(input.features()))
              .mapToDouble(f -> f[feature])
              .toArray();
      double average = Arrays.stream(values).average().orElse(0);
      scale[i] =
          Math.sqrt(
                  Arrays.stream(values).map(v -> (v - average) * (v - average)).average().orElse(0))
              + 1e-9;
    }
    return scale;
  }

  private static void add(double[] gradient, Input input, double[] weights, double[] scale, int n) {
    int count = input.right().length;
    double[] odds = new double[count];
    double most = Double.NEGATIVE_INFINITY;
    boolean any = false;
    for (int c = 0; c < count; c++) {
      odds[c] = weights[n] + (input.other() ? 0 : weights[n + 1]);
      for (int i = 0; i < n; i++) {
        odds[c] += weights[i] * input.features()[c][i] / scale[i];
      }
      most = Math.max(most, odds[c]);
      any |= input.right()[c];
    }
    double sum = 0;
    for (double o : odds) {
      sum += Math.exp(o - most);
    }
    double which = any ? (input.other() ? 1 : WHICH) : 0;
    double sure = (input.other() ? 1 : HOW_SURE) / Math.sqrt(count);
    for (int c = 0; c < count; c++) {
      double target = input.right()[c] ? 1 : 0;
      double single = sure * (1 / (1 + Math.exp(-odds[c])) - target);
      double among = which * (Math.exp(odds[c] - most) / sum - target);
      for (int i = 0; i < n; i++) {
        gradient[i] += input.weight() * (single + among) * input.features()[c][i] / scale[i];
      }
      gradient[n] += input.weight() * single;
      gradient[n + 1] += input.other() ? 0 : input.weight() * single;
    }
  }

  private static void tell(
      String what, List<Input> inputs, Predicate<Input> wanted, Map<Integer, double[]> byFold) {
    Map<String, List<Input>> tasks = new TreeMap<>();
    inputs.stream()
        .filter(wanted)
        .forEach(i -> tasks.computeIfAbsent(i.id(), k -> new ArrayList<>()).add(i));
    long solved =
        tasks.values().stream()
            .filter(t -> t.stream().allMatch(i -> i.withinTwo(byFold.get(i.fold()))))
            .count();
    System.out.printf("%s: %d of %d tasks solved%n", what, solved, tasks.size());
    System.out.print("  outputs right first by log-odds:");
    for (int odds = -4; odds < 6; odds++) {
      int least = odds;
      List<Input> those =
          tasks.values().stream()
              .flatMap(List::stream)
              .filter(i -> Math.floor(first(i, byFold)) == least)
              .toList();
      long right = those.stream().filter(i -> i.right()[i.best(byFold.get(i.fold()))]).count();
      System.out.printf(" %d: %d/%d", odds, right, those.size());
    }
    System.out.println();
    for (double enough : new double[] {1, 1.5, 2, 2.5, 3}) {
      List<List<Input>> settled =
          tasks.values().stream()
              .filter(t -> t.stream().allMatch(i -> isSettled(i, byFold, enough)))
              .toList();
      System.out.printf(
          Locale.ROOT,
          "  settled from %.1f: %d, right %d%n",
          enough,
          settled.size(),
          settled.stream()
              .filter(t -> t.stream().allMatch(i -> i.withinTwo(byFold.get(i.fold()))))
              .count());
    }
  }

  private static double first(Input input, Map<Integer, double[]> byFold) {
    double[] weights = byFold.get(input.fold());
    return logOdds(weights, input.features()[input.best(weights)]);
  }

  private static boolean isSettled(Input input, Map<Integer, double[]> byFold, double enough) {
    double[] weights = byFold.get(input.fold());
    double[] best = input.features()[input.best(weights)];
    return best[Evidence.HELD_OUT] == 1 && first(input, byFold) >= enough;
  }
}
