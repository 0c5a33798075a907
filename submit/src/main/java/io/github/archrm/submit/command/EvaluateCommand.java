package io.github.archrm.submit.command;

import com.google.gson.JsonObject;
import io.github.archrm.submit.command.option.EnumWords;
import io.github.archrm.submit.command.option.JointOption;
import io.github.archrm.submit.command.option.PriceOption;
import io.github.archrm.submit.command.option.SeedOption;
import io.github.archrm.submit.command.option.SelectionOptions;
import io.github.archrm.submit.command.option.SolutionsOption;
import io.github.archrm.submit.command.option.SolvingOptions;
import io.github.archrm.submit.command.option.WorkerOptions;
import io.github.archrm.submit.report.ReportWithBenchmarking;
import io.github.archrm.submit.report.ReportWithPage;
import io.github.archrm.submit.report.ResultsTable;
import io.github.archrm.submit.run.EvaluationRun;
import io.github.archrm.submit.run.Shard;
import io.github.archrm.submit.run.SolvingPlan;
import io.github.archrm.submit.run.TaskSource;
import io.github.archrm.submit.runtime.OutputFile;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.score.Report;
import io.github.archrm.submit.score.Results;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Solves a data set and scores it. */
@Command(
    name = "evaluate",
    description = "Solve a data set, score it, write results.json.",
    optionListHeading = "%nOptions:%n",
    footerHeading =
        "%n'share' in the table is attempt 1's share of the votes. Rules decide before%n"
            + "votes do: an attempt 2 with more votes breaks one.%n%nExamples:%n",
    footer = {
      "  arc-hrm evaluate training/ --max-side 10 --limit 40 --budget 120",
      "  arc-hrm evaluate challenges.json --solutions solutions.json --workers 2",
      "  arc-hrm evaluate training/ --out long/results.json --resume",
      "  arc-hrm evaluate tasks.zip --ids 25ff71a9,6150a2bd --steps 500 --seed 7",
      "  arc-hrm evaluate sudokus.txt --budget 0 --views 1 --segments 64"
    })
public final class EvaluateCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR-or-FILE",
      description = "A file of tasks or puzzles in any form, a folder or an archive of them.")
  Path source;

  @Mixin SolutionsOption solutions;

  @Option(
      names = "--out",
      paramLabel = "FILE-or-DIR",
      defaultValue = "results.json",
      description = "Where the results go (default ${DEFAULT-VALUE}).")
  Path out;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "results",
      completionCandidates = FormatNames.class,
      description =
          "results: results.json; benchmarking: --out is a folder, which gets results.json and for"
              + " every task the file that arc-agi-benchmarking's scorer reads (default"
              + " ${DEFAULT-VALUE}).")
  Format format;

  static final class FormatNames extends EnumWords {
    FormatNames() {
      super(Format.values());
    }
  }

  /** What is written. */
  enum Format {
    RESULTS,
    BENCHMARKING
  }

  @Option(
      names = "--resume",
      description =
          "Go on with the run whose journal lies beside the results, if there is one, and take over"
              + " what its shards beside it have done.")
  boolean resume;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "Only part I of N, from 0/N on, into the folder shard-I-of-N beside the results; evaluate"
              + " --resume without it joins them.")
  String shard;

  @Option(names = "--strict", description = "Stop at a task or a puzzle that is not sound.")
  boolean strict;

  @Mixin JointOption joint;

  @ArgGroup(validate = false, heading = "%nWhich tasks:%n")
  SelectionOptions selection = new SelectionOptions();

  @Mixin SolvingOptions solving;

  @Mixin SeedOption seed;

  @Mixin PriceOption price;

  @ArgGroup(validate = false, heading = "%nWorkers:%n")
  WorkerOptions workers = new WorkerOptions();

  @Override
  public Integer call() throws Exception {
    workers.requireSound();
    Optional<Shard> part = Optional.ofNullable(shard).map(Shard::parse);
    SolvingPlan plan = joint.of(solving.plan(seed.seed()), part);
    TaskSet set = TaskSource.read(source, solutions.file(), strict);
    List<Task> whole = selection.of(set, source);
    Path wanted = format == Format.BENCHMARKING ? out.resolve("results.json") : out;
    Path file = part.map(one -> one.place(wanted)).orElse(wanted);
    new OutputFile("--out", file).besides(source, solutions.file());
    EvaluationRun run = new EvaluationRun(whole, part, plan, file);
    JsonObject said = new JsonObject();
    said.addProperty("source", source.toString());
    selection.addTo(said);
    said.addProperty("workers", workers.count(plan.device()));
    String title = source + part.map(one -> ", shard " + one).orElse("");
    Results results = run.results(said, price.price());
    ReportWithPage page = run.page(title, results);
    new OutputFile("--out", page.page()).besides(source, solutions.file());
    Report report =
        format == Format.BENCHMARKING
            ? new ReportWithBenchmarking(page, results, file.toAbsolutePath().getParent(), title)
            : page;
    run.open(resume);
    if (results.tasks().stream()
        .allMatch(task -> task.solutions().isEmpty() && !task.kind().hasRules())) {
      System.err.println("No solutions are known (--solutions): nothing is scored");
    }
    List<Outcome> outcomes = run.solve(workers.plan(plan), report);
    System.out.println();
    System.out.print(ResultsTable.of(results));
    System.out.println();
    System.out.println(results.scores());
    results.efforts().ifPresent(System.out::println);
    results.bill().ifPresent(System.out::println);
    run.costBeside().ifPresent(System.out::println);
    System.out.println("written to " + file + ", to be looked at in " + page.page());
    return RunExit.code(outcomes);
  }
}
