package io.github.archrm.submit.command;

import io.github.archrm.submit.command.option.JointOption;
import io.github.archrm.submit.command.option.PositiveNumber;
import io.github.archrm.submit.command.option.SeedOption;
import io.github.archrm.submit.command.option.SolvingOptions;
import io.github.archrm.submit.command.option.WorkerOptions;
import io.github.archrm.submit.kaggle.KaggleNotebook;
import io.github.archrm.submit.run.Challenges;
import io.github.archrm.submit.run.Deadline;
import io.github.archrm.submit.run.Shard;
import io.github.archrm.submit.run.SolvingPlan;
import io.github.archrm.submit.run.SubmissionRun;
import io.github.archrm.submit.runtime.Counted;
import io.github.archrm.submit.runtime.OutputFile;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.tasks.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Solves the tasks of a competition and writes what is handed in. */
@Command(
    name = "submit",
    description = "Solve a challenges file, write submission.json.",
    optionListHeading = "%nOptions:%n",
    footerHeading =
        "%nThe submission is complete and valid from the first second on.%n%nExamples:%n",
    footer = {
      "  arc-hrm submit                     in a Kaggle notebook or the container",
      "  arc-hrm submit --challenges challenges.json --out submission.json",
      "  arc-hrm submit --challenges challenges.json --budget 300 --workers 4",
      "  arc-hrm submit --challenges challenges.json --deadline 11h30m --resume"
    })
public final class SubmitCommand implements Callable<Integer> {
  @Option(
      names = "--challenges",
      paramLabel = "FILE",
      description =
          "Kaggle's challenges file (default: the *test_challenges.json below /kaggle/input).")
  Path challenges;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Where the submission goes (default submission.json, in /kaggle/working if there is one).")
  Path out;

  @Option(
      names = "--deadline",
      paramLabel = "TIME",
      description =
          "When to be done, as 11h30m or 90s after the first start (also with --resume), or a point"
              + " in time: 2026-11-24T20:00:00Z or @1795550400. The time is shared among all tasks.")
  String deadline;

  @Option(
      names = "--resume",
      description =
          "Go on with the run whose journal.jsonl lies beside the submission, if there is one, with"
              + " the rest of its time.")
  boolean resume;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "Only part I of N, from 0/N on, into the folder shard-I-of-N beside the submission.")
  String shard;

  @Option(
      names = "--training-megabytes",
      paramLabel = "N",
      converter = PositiveNumber.class,
      defaultValue = "4000",
      description =
          "What saved training may take on disk, in F.training beside the submission F (default"
              + " ${DEFAULT-VALUE}): beyond that, the tasks whose views agree best do not go on.")
  int trainingMegabytes;

  @Mixin JointOption joint;

  @Mixin SolvingOptions solving;

  @Mixin SeedOption seed;

  @ArgGroup(validate = false, heading = "%nWorkers:%n")
  WorkerOptions workers = new WorkerOptions();

  @Override
  public Integer call() throws Exception {
    workers.requireSound();
    Deadline until = deadline == null ? null : Deadline.parse(deadline);
    if (until != null && solving.limitsSeconds()) {
      throw new UserMistake("--budget: --deadline shares the time among the tasks, give only one");
    }
    Optional<Shard> part = Optional.ofNullable(shard).map(Shard::parse);
    if (challenges == null) {
      challenges = KaggleNotebook.HERE.challenges();
    }
    if (out == null) {
      out = KaggleNotebook.HERE.submission();
    }
    new OutputFile("--out", out).besides(challenges);
    Challenges read = Challenges.read(challenges);
    List<Task> tasks = part.map(one -> one.part(read.tasks())).orElse(read.tasks());
    Path file = part.map(one -> one.place(out)).orElse(out);
    SubmissionRun.writeFallback(read, file);
    SolvingPlan plan = joint.of(solving.plan(seed.seed()), part);
    SubmissionRun run =
        new SubmissionRun(
            read,
            tasks,
            part.map(Shard::toString).orElse(null),
            plan,
            file,
            trainingMegabytes * 1_000_000L);
    run.open(resume, until);
    List<Outcome> outcomes = run.solve(challenges.toString(), workers.plan(plan));
    long failed = outcomes.stream().filter(outcome -> outcome.error().isPresent()).count();
    System.out.println(
        file
            + ": "
            + Counted.of(part.isEmpty() ? read.testCounts().size() : tasks.size(), "task")
            + ", "
            + outcomes.size()
            + " tried, "
            + failed
            + " failed"
            + (part.isEmpty() ? fallback(read) : ""));
    return RunExit.code(outcomes, run.missing());
  }

  /** How many tasks of the file cannot be tried, if there are such. */
  private static String fallback(Challenges read) {
    int untaken = read.testCounts().size() - read.tasks().size();
    return untaken == 0 ? "" : ", " + untaken + " left to the fallback";
  }
}
