package io.github.archrm.submit.command;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.archrm.submit.answers.Answers;
import io.github.archrm.submit.answers.AnswersReader;
import io.github.archrm.submit.answers.TaskAnswers;
import io.github.archrm.submit.command.option.LeaderboardOptions;
import io.github.archrm.submit.command.option.PriceOption;
import io.github.archrm.submit.command.option.SolutionsOption;
import io.github.archrm.submit.cost.Bill;
import io.github.archrm.submit.run.KnownSolutions;
import io.github.archrm.submit.runtime.OutputFile;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.Graded;
import io.github.archrm.submit.score.RuleScores;
import io.github.archrm.submit.score.ScoreSheet;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores a submission; what it lacks counts as wrong. */
@Command(
    name = "score",
    description =
        "Score a submission or results, this project's or others', against the solutions.",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nTasks and entries that are missing count as wrong.%n%nExamples:%n",
    footer = {
      "  arc-hrm score submission.json --solutions solutions.json",
      "  arc-hrm score submission.json --solutions solutions.json --json",
      "  arc-hrm score results.json --tasks sudoku.json",
      "  arc-hrm score results.json --tasks evaluation/ --price 2.10/gpu-hour \\",
      "    --leaderboard submission.yaml --entry benchmark=arc-agi-1 --entry set=public"
    })
public final class ScoreCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  /** What looks like answers to two tasks is a task. */
  private static final Set<String> NAMES_IN_A_TASK = Set.of("train", "test");

  @Parameters(
      paramLabel = "FILE",
      description =
          "submission.json, results.json, a folder of arc-agi-benchmarking, ARCathon's list, or the"
              + " CSV of 2020.")
  Path submission;

  @Mixin SolutionsOption solutions;

  @Option(
      names = "--tasks",
      paramLabel = "DIR-or-FILE",
      description =
          "The data set that was solved, if it holds the solutions, or puzzles with rules.")
  Path tasks;

  @Mixin PriceOption price;

  @ArgGroup(validate = false, heading = "%nLeaderboard:%n")
  LeaderboardOptions leaderboard = new LeaderboardOptions();

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() {
    leaderboard.requireSound();
    if (tasks == null && solutions.file() == null) {
      throw new UserMistake("score: --solutions or --tasks must be given");
    }
    leaderboard
        .file()
        .ifPresent(
            file ->
                new OutputFile("--leaderboard", file)
                    .besides(submission, tasks, solutions.file())
                    .requireWritable());
    KnownSolutions all = KnownSolutions.read(tasks, solutions.file());
    Answers answers = AnswersReader.read(submission, all.puzzleIds());
    KnownSolutions known = answers.asked().map(all::only).orElse(all);
    List<String> notes = new ArrayList<>(known.notes());
    notes.addAll(answers.problems());
    List<Graded> graded = new ArrayList<>();
    known
        .outputs()
        .forEach(
            (id, outputs) -> {
              note(id, outputs.size(), answers, notes);
              graded.add(Graded.of(answers.task(id), outputs));
            });
    Map<String, RuleScores> kinds =
        known.puzzles().stream()
            .collect(
                Collectors.toMap(
                    puzzle -> puzzle.kind().fullName(),
                    puzzle -> score(puzzle, answers, notes),
                    RuleScores::plus));
    Set<String> missing = without(known.ids(), answers.tasks().keySet());
    Set<String> unknown = without(answers.tasks().keySet(), known.ids());
    if (answers.tasks().isEmpty() && answers.asked().isEmpty()) {
      throw new UserMistake(submission + ": no answers to any task in it");
    }
    if (unknown.equals(NAMES_IN_A_TASK)) {
      throw new UserMistake(submission + ": a task, not answers to tasks");
    }
    if (!unknown.isEmpty() && unknown.size() == answers.tasks().size()) {
      throw new UserMistake(
          submission + ": answers to none of the tasks with solutions, but to " + listed(unknown));
    }
    if (!missing.isEmpty()) {
      notes.add("tasks not in the submission, counted as wrong: " + listed(missing));
    }
    if (!unknown.isEmpty()) {
      notes.add("tasks not among the solutions, ignored: " + listed(unknown));
    }
    Optional<Bill> bill =
        Bill.of(answers.tasks().values().stream().map(TaskAnswers::cost).toList(), price.price());
    ScoreSheet scores = ScoreSheet.of(graded, kinds);
    leaderboard.file().ifPresent(file -> enter(file, all, answers, scores, bill));
    print(scores, bill, notes);
    return 0;
  }

  /** Writes the entry of the leaderboard, of a run that has answered everything. */
  private void enter(
      Path file, KnownSolutions known, Answers answers, ScoreSheet scores, Optional<Bill> bill) {
    Set<String> unanswered = new LinkedHashSet<>(known.outputs().keySet());
    unanswered.removeIf(
        id ->
            answers.task(id).map(task -> task.tests().size()).orElse(0)
                >= known.outputs().get(id).size());
    if (scores.arc().isEmpty() || !unanswered.isEmpty()) {
      throw new UserMistake(
          submission + ": not of the whole set, it lacks tasks: " + listed(unanswered));
    }
    OptionalDouble dollars = bill.map(Bill::dollars).orElseGet(() -> told(answers));
    if (dollars.isEmpty()) {
      System.err.println(
          "The entry has no cost: "
              + price
                  .price()
                  .map(given -> "the run states no seconds of what " + given + " pays for")
                  .orElse("--price gives it, where the run states its seconds"));
    }
    try {
      AtomicFile.write(
          file,
          leaderboard
              .entry()
              .yaml(scores.arc().get().meanTaskFraction(), dollars, LocalDate.now()));
    } catch (IOException e) {
      throw UserMistake.unwritable(file, e);
    }
  }

  /** Dollars that the files themselves tell of every task. */
  private static OptionalDouble told(Answers answers) {
    boolean all = answers.tasks().values().stream().allMatch(task -> task.dollars().isPresent());
    return all
        ? OptionalDouble.of(
            answers.tasks().values().stream().mapToDouble(t -> t.dollars().getAsDouble()).sum())
        : OptionalDouble.empty();
  }

  private static Set<String> without(Set<String> ids, Set<String> others) {
    Set<String> rest = new LinkedHashSet<>(ids);
    rest.removeAll(others);
    return rest;
  }

  private static String listed(Set<String> ids) {
    String shown = ids.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return ids.size() + " (" + shown + (ids.size() > SHOWN ? ", ...)" : ")");
  }

  private static RuleScores score(Task puzzle, Answers answers, List<String> notes) {
    int tests = puzzle.testInputs().size();
    note(puzzle.id(), tests, answers, notes);
    TaskAnswers given = answers.task(puzzle.id()).orElse(TaskAnswers.of(List.of()));
    return RuleScores.of(
        puzzle, IntStream.range(0, tests).mapToObj(i -> given.test(i).first()).toList());
  }

  /** Tells if a task was answered, but not as often as there are test outputs. */
  private static void note(String id, int outputs, Answers answers, List<String> notes) {
    int entries = answers.task(id).map(task -> task.tests().size()).orElse(outputs);
    if (entries != outputs) {
      notes.add(
          id
              + ": "
              + entries
              + (entries == 1 ? " entry for " : " entries for ")
              + outputs
              + " test outputs"
              + (entries < outputs ? ", the missing ones counted as wrong" : ""));
    }
  }

  private void print(ScoreSheet scores, Optional<Bill> bill, List<String> notes) {
    if (json) {
      JsonObject object = scores.toJson();
      bill.ifPresent(known -> object.add("cost", known.toJson()));
      JsonArray lines = new JsonArray();
      notes.forEach(lines::add);
      object.add("notes", lines);
      System.out.println(
          new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(object));
      return;
    }
    notes.stream().limit(SHOWN).forEach(System.err::println);
    if (notes.size() > SHOWN) {
      System.err.println("... and " + (notes.size() - SHOWN) + " more notes");
    }
    System.out.println(scores);
    bill.ifPresent(System.out::println);
  }
}
