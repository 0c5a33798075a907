package io.github.archrm.submit;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
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
      "  arc-hrm submit --challenges challenges.json --budget 300 --workers 4"
    })
final class SubmitCommand implements Callable<Integer> {
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

  @ArgGroup(validate = false, heading = "%nHow to solve them:%n")
  SolvingOptions solving = new SolvingOptions();

  @ArgGroup(validate = false, heading = "%nWorkers:%n")
  WorkerOptions workers = new WorkerOptions();

  @Override
  public Integer call() throws Exception {
    solving.check();
    int count = workers.count();
    if (challenges == null) {
      challenges = KaggleNotebook.HERE.challenges();
    }
    if (out == null) {
      out = KaggleNotebook.HERE.submission();
    }
    Challenges read = Challenges.read(challenges);
    Submission submission = new Submission(read.testCounts(), read.tasks());
    List<Outcome> outcomes = Run.solve(read.tasks(), solving, count, submission, out);
    long failed = outcomes.stream().filter(outcome -> outcome.error().isPresent()).count();
    System.out.println(
        out
            + ": "
            + read.testCounts().size()
            + " tasks, "
            + outcomes.size()
            + " tried, "
            + failed
            + " failed");
    return AllFailed.exitCode(outcomes);
  }
}
