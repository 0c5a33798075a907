package io.github.archrm.augment.program;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.TaskReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures programs alone on a folder of tasks whose solutions are known.
 *
 * <p>Arguments: folder or file of tasks, depth, then optionally {@code list=FILE} (only these ids),
 * {@code known=FILE} (ids that another solver solves: tells which of them are missed), {@code
 * verbose}.
 */
public final class ProgramScores {
  private ProgramScores() {}

  public static void main(String[] args) throws IOException {
    Path source = Path.of(args[0]);
    int depth = Integer.parseInt(args[1]);
    List<String> only = null;
    List<String> known = List.of();
    boolean verbose = false;
    java.io.PrintStream dump = null;
    for (int i = 2; i < args.length; i++) {
      if (args[i].startsWith("list=")) {
        only = ids(args[i]);
      } else if (args[i].startsWith("known=")) {
        known = ids(args[i]);
      } else if (args[i].startsWith("features=")) {
        dump = new java.io.PrintStream(args[i].substring(9));
      } else {
        verbose = true;
      }
    }
    List<String> solved = new ArrayList<>();
    List<String> candidates = new ArrayList<>();
    List<Double> seconds = new ArrayList<>();
    double outputs = 0;
    int settled = 0;
    int settledRight = 0;
    int sizesFirst = 0;
    int sizesTwo = 0;
    int tests = 0;
    int count = 0;
    for (Task task : TaskReader.read(source).tasks()) {
      if (only != null && !only.contains(task.id())) {
        continue;
      }
      count++;
      long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Explanations explanations =
          ProgramSearch.search(task.withoutSolutions(), SearchLimits.ofDepth(depth));
      double spent =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started) / 1e9;
      seconds.add(spent);
      int right = 0;
      int anywhere = 0;
      for (int t = 0; t < task.testInputs().size(); t++) {
        Grid solution = task.solution(t).orElseThrow();
        List<Grid> ranked = explanations.tests().get(t).stream().map(Explained::grid).toList();
        right += ranked.subList(0, Math.min(2, ranked.size())).contains(solution) ? 1 : 0;
        anywhere += ranked.contains(solution) ? 1 : 0;
        tests++;
        var sizes = explanations.sizes().get(t);
        for (int s = 0; s < sizes.size(); s++) {
          if (sizes.get(s).height() == solution.height()
              && sizes.get(s).width() == solution.width()) {
            sizesFirst += s == 0 ? 1 : 0;
            sizesTwo++;
            break;
          }
        }
      }
      outputs += (double) right / task.testInputs().size();
      if (right == task.testInputs().size()) {
        solved.add(task.id());
      } else if (anywhere == task.testInputs().size()) {
        candidates.add(task.id());
      }
      settled += explanations.settled() ? 1 : 0;
      settledRight += explanations.settled() && right == task.testInputs().size() ? 1 : 0;
      for (int t = 0; dump != null && t < task.testInputs().size(); t++) {
        for (Explained one : explanations.tests().get(t)) {
          dump.println(
              task.id()
                  + " "
                  + t
                  + " "
                  + (one.grid().equals(task.solution(t).orElseThrow()) ? 1 : 0)
                  + " "
                  + Arrays.toString(one.evidence().features()).replaceAll("[\\[\\],]", ""));
        }
      }
      if (verbose) {
        System.out.printf(
            Locale.ROOT,
            "%s %s %.2fs %d evaluations%s%n",
            task.id(),
            right == task.testInputs().size()
                ? "solved"
                : anywhere == task.testInputs().size() ? "candidate" : "missed",
            spent,
            explanations.evaluations(),
            explanations.cutShort() ? " cut short" : "");
      }
    }
    seconds.sort(null);
    System.out.printf(
        Locale.ROOT,
        "%d of %d tasks solved (score %.1f %%), %d more have the answer lower down%n",
        solved.size(),
        count,
        100 * outputs / Math.max(1, count),
        candidates.size());
    System.out.printf(Locale.ROOT, "settled %d, of these right %d%n", settled, settledRight);
    System.out.printf(
        Locale.ROOT, "sizes: first %d, within two %d of %d outputs%n", sizesFirst, sizesTwo, tests);
    System.out.printf(
        Locale.ROOT,
        "seconds a task: median %.2f, 95 %% %.2f, most %.2f, all %.0f; core-seconds %.0f%n",
        seconds.get(seconds.size() / 2),
        seconds.get((int) (seconds.size() * 0.95)),
        seconds.get(seconds.size() - 1),
        seconds.stream().mapToDouble(s -> s).sum(),
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime()
            / 1e9);
    long peak = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      peak += pool.getPeakUsage().getUsed();
    }
    System.out.printf(Locale.ROOT, "peak memory %d MiB%n", peak >> 20);
    List<String> missed = new ArrayList<>(known);
    missed.removeAll(solved);
    if (only != null) {
      missed.retainAll(only);
    }
    System.out.println("missed of the known: " + missed.size() + " " + missed);
    System.out.println("lower down: " + candidates);
    List<String> extra = new ArrayList<>(solved);
    extra.removeAll(known);
    System.out.println("solved beyond the known: " + extra.size() + " " + extra);
    System.out.println("solved: " + String.join(" ", solved));
  }

  private static List<String> ids(String argument) throws IOException {
    return Arrays.asList(
        Files.readString(Path.of(argument.substring(argument.indexOf('=') + 1)))
            .trim()
            .split("\\s+"));
  }
}
