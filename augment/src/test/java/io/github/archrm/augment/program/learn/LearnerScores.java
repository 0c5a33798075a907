package io.github.archrm.augment.program.learn;

import io.github.archrm.augment.program.learn.library.Learners;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.TaskReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What learners alone solve. Arguments: a folder of tasks, then ids of tasks to explain, or {@code
 * skip=FILE} to leave out the tasks whose ids a file lists, or {@code -v}.
 */
final class LearnerScores {
  private record Candidate(String learner, Fitted fitted, boolean heldOut) {}

  private static final class Count {
    int right;
    int wrong;
    int uncovered;
    long nanos;
    long slowest;
    int heldOutRight;
    int heldOutWrong;
  }

  private LearnerScores() {}

  public static void main(String[] args) throws IOException {
    Set<String> skip = new HashSet<>();
    Set<String> only = new HashSet<>();
    boolean verbose = false;
    boolean quick = false;
    for (int i = 1; i < args.length; i++) {
      if (args[i].startsWith("skip=")) {
        skip.addAll(Files.readAllLines(Path.of(args[i].substring(5))));
      } else if (args[i].equals("-q")) {
        quick = true;
      } else if (args[i].equals("-v")) {
        verbose = true;
      } else {
        only.add(args[i]);
      }
    }
    Map<String, Count> counts = new TreeMap<>();
    List<String> solved = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    int tasks = 0;
    for (Task task : TaskReader.read(Path.of(args[0])).tasks()) {
      if (skip.contains(task.id()) || (!only.isEmpty() && !only.contains(task.id()))) {
        continue;
      }
      tasks++;
      long start = System.nanoTime();
      List<Candidate> candidates = new ArrayList<>();
      for (Learner learner : Learners.ALL) {
        Count count = counts.computeIfAbsent(learner.name(), n -> new Count());
        long began = System.nanoTime();
        List<Fitted> all = learner.fitAll(task.demonstrations());
        count.nanos += System.nanoTime() - began;
        count.slowest = Math.max(count.slowest, System.nanoTime() - began);
        boolean heldOut = !quick && !all.isEmpty() && heldOut(learner, task.demonstrations());
        for (Fitted fitted : all) {
          candidates.add(new Candidate(learner.name(), fitted, heldOut));
          for (Example example : task.demonstrations()) {
            if (!fitted.apply(example.input()).equals(Optional.of(example.output()))) {
              throw new IllegalStateException(task.id() + ": does not explain: " + fitted.words());
            }
          }
        }
        if (!all.isEmpty()) {
          judge(task, all.get(0), count, heldOut);
        }
      }
      candidates.sort(Comparator.comparingDouble(c -> c.fitted().cost()));
      times.add((System.nanoTime() - start) / 1e6);
      boolean[] covered = new boolean[1];
      boolean right = right(task, candidates, covered);
      if (right) {
        solved.add(task.id());
      } else if (covered[0]) {
        wrong.add(task.id());
      }
      if (!only.isEmpty() || verbose) {
        System.out.println(task.id() + " " + (right ? "RIGHT" : covered[0] ? "WRONG" : "open"));
        for (Candidate c : candidates.subList(0, Math.min(verbose ? 4 : 20, candidates.size()))) {
          Optional<Grid> first = c.fitted().apply(task.testInputs().get(0));
          String mark = first.isEmpty() ? "?" : first.equals(task.solution(0)) ? "+" : "-";
          System.out.printf(
              "   %s %.2f %s%s: %s%n",
              mark,
              c.fitted().cost(),
              c.learner(),
              c.heldOut() ? " (loo)" : "",
              c.fitted().words());
        }
      }
    }
    times.sort(Comparator.naturalOrder());
    counts.forEach(
        (name, c) ->
            System.out.printf(
                "%-28s right %3d wrong %3d open %3d | held out: right %3d wrong %3d | %.1f ms a task, slowest %.0f ms%n",
                name,
                c.right,
                c.wrong,
                c.uncovered,
                c.heldOutRight,
                c.heldOutWrong,
                c.nanos / 1e6 / times.size(),
                c.slowest / 1e6));
    System.out.println("solved " + solved.size() + ": " + String.join(" ", solved));
    System.out.println("wrong " + wrong.size() + ": " + String.join(" ", wrong));
    System.out.printf(
        "%d tasks, solved %d, explained but wrong %d, median %.1f ms, slowest %.1f ms%n",
        tasks,
        solved.size(),
        wrong.size(),
        times.get(times.size() / 2),
        times.get(times.size() - 1));
  }

  private static boolean heldOut(Learner learner, List<Example> examples) {
    int right = 0;
    for (int k = 0; examples.size() > 1 && k < examples.size(); k++) {
      List<Example> rest = new ArrayList<>(examples);
      Example held = rest.remove(k);
      for (Fitted fitted : learner.fitAll(rest)) {
        if (fitted.apply(held.input()).equals(Optional.of(held.output()))) {
          right++;
          break;
        }
      }
    }
    return right > 0;
  }

  private static void judge(Task task, Fitted fitted, Count count, boolean heldOut) {
    boolean right = true;
    for (int t = 0; t < task.testInputs().size(); t++) {
      Optional<Grid> output = fitted.apply(task.testInputs().get(t));
      if (output.isEmpty()) {
        count.uncovered++;
        return;
      }
      right &= output.equals(task.solution(t));
    }
    if (right) {
      count.right++;
      count.heldOutRight += heldOut ? 1 : 0;
    } else {
      count.wrong++;
      count.heldOutWrong += heldOut ? 1 : 0;
    }
  }

  private static boolean right(Task task, List<Candidate> candidates, boolean[] covered) {
    boolean all = true;
    for (int t = 0; t < task.testInputs().size(); t++) {
      Set<Grid> two = new java.util.LinkedHashSet<>();
      for (Candidate candidate : candidates) {
        if (two.size() < 2) {
          candidate.fitted().apply(task.testInputs().get(t)).ifPresent(two::add);
        }
      }
      covered[0] |= !two.isEmpty();
      all &= two.contains(task.solution(t).orElseThrow());
    }
    return all;
  }
}
