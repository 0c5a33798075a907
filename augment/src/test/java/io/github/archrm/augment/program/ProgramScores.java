package io.github.archrm.augment.program;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.TaskReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures programs alone on a folder of tasks whose solutions are known.
 *
 * <p>Arguments: folder or file of tasks, depth, then optionally
 *
 * <ul>
 *   <li>{@code list=FILE} only these ids, {@code but=FILE} not these
 *   <li>{@code every=N} only every Nth task by id, the first included; {@code others=N} all but
 *       those
 *   <li>{@code evaluations=N} at most so many for a task
 *   <li>{@code threads=N} tasks at once
 *   <li>{@code known=FILE} ids that another solver solves: tells which of them are missed
 *   <li>{@code evidence=FILE} where to write the evidence of every candidate, for {@link
 *       WeightsFit}
 *   <li>{@code verbose} a line for each task
 * </ul>
 */
public final class ProgramScores {
  /** What became of one task. */
  private record Scored(
      Task task, Explanations found, double seconds, int right, int anywhere, int[] sizes) {
    boolean solved() {
      return right == task.testInputs().size();
    }

    boolean candidate() {
      return !solved() && anywhere == task.testInputs().size();
    }
  }

  private ProgramScores() {}

  public static void main(String[] args) throws Exception {
    Map<String, String> options = new HashMap<>();
    for (String arg : Arrays.asList(args).subList(2, args.length)) {
      int equals = arg.indexOf('=');
      options.put(
          equals < 0 ? arg : arg.substring(0, equals), equals < 0 ? "" : arg.substring(equals + 1));
    }
    SearchLimits limits =
        SearchLimits.ofDepth(Integer.parseInt(args[1]))
            .withEvaluations(
                Long.parseLong(options.getOrDefault("evaluations", "" + Long.MAX_VALUE)));
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Integer.parseInt(options.getOrDefault("threads", "1")),
            work -> {
              Thread thread = new Thread(work);
              thread.setDaemon(true);
              return thread;
            });
    List<Future<Scored>> futures = new ArrayList<>();
    for (Task task : chosen(Path.of(args[0]), options)) {
      futures.add(workers.submit(() -> score(task, limits)));
    }
    List<Scored> all = new ArrayList<>();
    for (Future<Scored> future : futures) {
      Scored one = future.get();
      all.add(one);
      if (options.containsKey("verbose")) {
        System.out.println(line(one));
      }
    }
    workers.shutdown();
    print(all, ids(options.get("known")));
    if (options.containsKey("evidence")) {
      try (PrintStream out = new PrintStream(options.get("evidence"))) {
        all.forEach(one -> evidence(one, out));
      }
    }
  }

  private static List<Task> chosen(Path source, Map<String, String> options) throws IOException {
    List<Task> tasks = new ArrayList<>(TaskReader.read(source).tasks());
    tasks.sort(Comparator.comparing(Task::id));
    int every = Integer.parseInt(options.getOrDefault("every", "1"));
    int others = Integer.parseInt(options.getOrDefault("others", "0"));
    List<String> only = ids(options.get("list"));
    List<String> but = ids(options.get("but"));
    List<Task> chosen = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      String id = tasks.get(i).id();
      if (i % every == 0
          && (others == 0 || i % others != 0)
          && (only.isEmpty() || only.contains(id))
          && !but.contains(id)) {
        chosen.add(tasks.get(i));
      }
    }
    return chosen;
  }

  private static List<String> ids(String file) throws IOException {
    return file == null ? List.of() : List.of(Files.readString(Path.of(file)).trim().split("\\s+"));
  }

  private static Scored score(Task task, SearchLimits limits) {
    long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Explanations found = ProgramSearch.search(task.withoutSolutions(), limits);
    double spent = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started) / 1e9;
    int right = 0;
    int anywhere = 0;
    int[] sizes = new int[2];
    for (int t = 0; t < task.testInputs().size(); t++) {
      Grid solution = task.solution(t).orElseThrow();
      List<Grid> ranked = found.tests().get(t).stream().map(Explained::grid).toList();
      right += ranked.subList(0, Math.min(2, ranked.size())).contains(solution) ? 1 : 0;
      anywhere += ranked.contains(solution) ? 1 : 0;
      var told = found.sizes().get(t);
      for (int s = 0; s < told.size(); s++) {
        if (told.get(s).height() == solution.height() && told.get(s).width() == solution.width()) {
          sizes[s]++;
          break;
        }
      }
    }
    return new Scored(task, found, spent, right, anywhere, sizes);
  }

  private static String line(Scored one) {
    return String.format(
        Locale.ROOT,
        "%s %s%s %.2fs %d evaluations%s%n    %s",
        one.task().id(),
        one.solved() ? "solved" : one.candidate() ? "candidate" : "missed",
        one.found().settled() ? " settled" : "",
        one.seconds(),
        one.found().evaluations(),
        one.found().cutShort() ? " cut short" : "",
        one.found().tests().stream()
            .map(
                ranked ->
                    ranked.isEmpty()
                        ? "nothing"
                        : String.format(
                            Locale.ROOT, "%.1f %s", ranked.get(0).weight(), ranked.get(0).words()))
            .distinct()
            .toList());
  }

  private static void evidence(Scored one, PrintStream out) {
    for (int t = 0; t < one.task().testInputs().size(); t++) {
      for (Explained candidate : one.found().tests().get(t)) {
        boolean right = candidate.grid().equals(one.task().solution(t).orElseThrow());
        out.println(
            one.task().id() + " " + t + " " + (right ? 1 : 0) + " " + candidate.evidence().line());
      }
    }
  }

  private static void print(List<Scored> all, List<String> known) {
    List<Scored> solved = all.stream().filter(Scored::solved).toList();
    List<Scored> settled = all.stream().filter(one -> one.found().settled()).toList();
    int tests = all.stream().mapToInt(one -> one.task().testInputs().size()).sum();
    System.out.printf(
        Locale.ROOT,
        "%d of %d tasks solved, %d of %d outputs (score %.1f %%), %d more have the answer lower%n",
        solved.size(),
        all.size(),
        all.stream().mapToInt(Scored::right).sum(),
        tests,
        100
            * all.stream()
                .mapToDouble(one -> (double) one.right() / one.task().testInputs().size())
                .average()
                .orElse(0),
        all.stream().filter(Scored::candidate).count());
    System.out.printf(
        Locale.ROOT,
        "settled %d, of these right %d; outputs %d, of these right %d%n",
        settled.size(),
        settled.stream().filter(Scored::solved).count(),
        settled.stream().mapToInt(one -> one.task().testInputs().size()).sum(),
        settled.stream().mapToInt(Scored::right).sum());
    System.out.printf(
        Locale.ROOT,
        "sizes: first %d, second %d of %d outputs%n",
        all.stream().mapToInt(one -> one.sizes()[0]).sum(),
        all.stream().mapToInt(one -> one.sizes()[1]).sum(),
        tests);
    double[] seconds = all.stream().mapToDouble(Scored::seconds).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "seconds a task: median %.2f, 95 %% %.2f, most %.2f, all %.0f; core-seconds %.0f%n",
        seconds[seconds.length / 2],
        seconds[(int) (seconds.length * 0.95)],
        seconds[seconds.length - 1],
        Arrays.stream(seconds).sum(),
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime()
            / 1e9);
    long peak = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      peak += pool.getPeakUsage().getUsed();
    }
    System.out.printf(
        Locale.ROOT,
        "peak memory %d MiB; cut short %d%n",
        peak >> 20,
        all.stream().filter(one -> one.found().cutShort()).count());
    if (!known.isEmpty()) {
      List<String> missed = new ArrayList<>(known);
      solved.forEach(one -> missed.remove(one.task().id()));
      System.out.println("missed of the known: " + missed.size() + " " + missed);
    }
    System.out.println(
        "lower: "
            + String.join(
                " ", all.stream().filter(Scored::candidate).map(one -> one.task().id()).toList()));
    System.out.println(
        "solved: " + String.join(" ", solved.stream().map(one -> one.task().id()).toList()));
  }
}
