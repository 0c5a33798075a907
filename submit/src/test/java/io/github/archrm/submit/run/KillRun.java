package io.github.archrm.submit.run;

import io.github.archrm.submit.answers.Answers;
import io.github.archrm.submit.answers.AnswersReader;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.SampleTasks;
import io.github.archrm.tasks.io.TaskWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;

/**
 * Kills runs over small tasks at random moments, as {@code submit/kill-test.sh} says. After every
 * kill the submission must be valid and the journal must hold all that it held before; a run that
 * comes to its end must hand in what one does that nobody disturbed.
 *
 * <p>No test of the suite: it takes hours.
 */
final class KillRun {
  /** What is killed. */
  private enum Victim {
    PARENT,
    PARENT_AND_WORKERS,
    WORKER
  }

  private static final int TASKS = 6;
  private static final long ORPHAN_SECONDS = 600;
  private static final int MOST_DOUBLINGS = 4;

  private final Path application;
  private final Random random;
  private final List<Task> tasks = SampleTasks.all().subList(0, TASKS);
  private final Path folder;
  private final Path challenges;
  private final Path submission;
  private final Map<Victim, Integer> kills = new TreeMap<>();
  private final Map<Integer, Integer> resultsAtKill = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private List<Journal.Entry> known = List.of();
  private boolean handedIn;
  private int completed;
  private int resumed;

  private KillRun(Path application, long seed) throws IOException {
    this.application = application;
    this.random = new Random(seed);
    this.folder = Files.createTempDirectory("kills");
    this.challenges = folder.resolve("challenges.json");
    this.submission = folder.resolve("out/submission.json");
    TaskWriter.writeChallenges(challenges, tasks);
  }

  /**
   * @param arguments the application's folder, how many kills, the seed of their moments
   */
  public static void main(String[] arguments) throws Exception {
    KillRun run = new KillRun(Path.of(arguments[0]), Long.parseLong(arguments[2]));
    run.kill(Integer.parseInt(arguments[1]));
    FileUtils.deleteQuietly(run.folder.toFile());
    System.exit(run.faults.isEmpty() ? 0 : 1);
  }

  private void kill(int wanted) throws Exception {
    long begun = System.nanoTime();
    Process first = start();
    first.waitFor();
    long length = System.nanoTime() - begun;
    String expected = Files.readString(submission);
    check("undisturbed");
    requireEnd(first, expected);
    System.out.printf("undisturbed: %d results in %.1f s%n", known.size(), length / 1e9);
    forget();
    Process run = start();
    int inVain = 0;
    while (kills() < wanted && faults.isEmpty()) {
      // A machine that has become slower would else be killed before its first result, for ever.
      long span = length << Math.min(inVain, MOST_DOUBLINGS);
      if (run.waitFor((long) (random.nextDouble() * span), TimeUnit.NANOSECONDS)) {
        inVain = 0;
        check("the end of a run");
        if (done()) {
          requireEnd(run, expected);
          forget();
        }
        run = start();
        continue;
      }
      int before = known.size();
      Victim victim = kill(run);
      check(victim + ", kill " + kills());
      inVain = known.size() > before ? 0 : inVain + 1;
      resultsAtKill.merge((int) solved(), 1, Integer::sum);
      if (victim != Victim.WORKER) {
        resumed++;
        run = start();
      }
      if (kills() % 10 == 0) {
        System.out.println(this);
      }
    }
    run.waitFor();
    for (int again = 0; again < 2 && !done(); again++) {
      run = start();
      run.waitFor();
    }
    check("the last run");
    requireEnd(run, expected);
    System.out.println(this);
    faults.forEach(System.out::println);
  }

  private Process start() throws IOException {
    ProcessBuilder run =
        new ProcessBuilder(
                application.resolve("bin/arc-hrm").toString(),
                "submit",
                "--challenges",
                challenges.toString(),
                "--out",
                submission.toString(),
                "--with",
                "programs",
                "--steps",
                "1",
                "--set",
                "policy.programs.depth=1",
                "--set",
                "policy.programs.evaluations=2000",
                "--workers",
                "2",
                "--resume")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    run.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1"); // starts sooner
    return run.start();
  }

  private Victim kill(Process run) throws InterruptedException {
    List<ProcessHandle> workers = run.children().toList();
    Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
    if (victim == Victim.WORKER && workers.isEmpty()) {
      victim = Victim.PARENT;
    }
    if (victim == Victim.WORKER) {
      workers.get(random.nextInt(workers.size())).destroyForcibly();
    } else {
      run.destroyForcibly();
      if (victim == Victim.PARENT_AND_WORKERS) {
        workers.forEach(ProcessHandle::destroyForcibly);
      }
      run.waitFor();
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(ORPHAN_SECONDS);
      while (workers.stream().anyMatch(ProcessHandle::isAlive)) {
        if (System.nanoTime() > end) {
          faults.add("a worker outlives its parent by " + ORPHAN_SECONDS + " s");
          break;
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
    kills.merge(victim, 1, Integer::sum);
    return victim;
  }

  private void check(String when) {
    Journal.Contents journal = Journal.read(Journal.beside(submission));
    List<Journal.Entry> entries = journal == null ? List.of() : journal.entries();
    if (entries.size() < known.size() || !entries.subList(0, known.size()).equals(known)) {
      faults.add(when + ": the journal lost some of its " + known.size() + " lines");
    }
    known = entries;
    if (Files.exists(submission)) {
      handedIn = true;
      Answers answers = AnswersReader.read(submission);
      boolean complete =
          answers.problems().isEmpty()
              && List.copyOf(answers.tasks().keySet()).equals(tasks.stream().map(Task::id).toList())
              && tasks.stream().allMatch(task -> isAnswered(answers, task));
      if (!complete) {
        faults.add(when + ": the submission is not valid " + answers.problems());
      }
    } else if (handedIn) {
      faults.add(when + ": the submission is gone");
    }
  }

  private static boolean isAnswered(Answers answers, Task task) {
    var tests = answers.task(task.id()).orElseThrow().tests();
    return tests.size() == task.testInputs().size()
        && tests.stream().allMatch(test -> test.attempts().size() == 2);
  }

  private long solved() {
    return known.stream()
        .filter(entry -> entry.error() == null)
        .map(Journal.Entry::id)
        .distinct()
        .count();
  }

  private boolean done() {
    return solved() == TASKS;
  }

  private void requireEnd(Process run, String expected) throws IOException {
    if (run.exitValue() != 0 || !done() || !Files.readString(submission).equals(expected)) {
      faults.add("a run ended with " + run.exitValue() + " and " + solved() + " results");
    }
    completed++;
  }

  private void forget() {
    FileUtils.deleteQuietly(submission.getParent().toFile());
    known = List.of();
    handedIn = false;
  }

  private int kills() {
    return kills.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public String toString() {
    return "%d kills %s, with so many results done %s: %d resumed, %d runs completed, %d faults"
        .formatted(kills(), kills, resultsAtKill, resumed, completed, faults.size());
  }
}
