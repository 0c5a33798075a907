package io.github.archrm.submit.command;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.archrm.submit.command.option.SolutionsOption;
import io.github.archrm.submit.run.TaskSource;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.RuleScores;
import io.github.archrm.submit.score.ScoreSheet;
import io.github.archrm.submit.score.Scores;
import io.github.archrm.submit.score.Scores.TaskScore;
import io.github.archrm.submit.score.SubmissionFile;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.Solutions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores a submission; what it lacks counts as wrong. */
@Command(
    name = "score",
    description = "Score a submission.json or results.json against the solutions.",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nTasks and entries that are missing count as wrong.%n%nExamples:%n",
    footer = {
      "  arc-hrm score submission.json --solutions solutions.json",
      "  arc-hrm score submission.json --solutions solutions.json --json",
      "  arc-hrm score results.json --tasks sudoku.json"
    })
public final class ScoreCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  @Parameters(paramLabel = "FILE", description = "The submission, or a results.json.")
  Path submission;

  @Mixin SolutionsOption solutions;

  @Option(
      names = "--tasks",
      paramLabel = "DIR-or-FILE",
      description =
          "The data set that was solved, if it holds the solutions, or puzzles with rules.")
  Path tasks;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() {
    List<String> notes = new ArrayList<>();
    List<Task> puzzles = new ArrayList<>();
    Map<String, List<Grid>> outputs = known(puzzles, notes);
    Set<String> ids = new LinkedHashSet<>(outputs.keySet());
    puzzles.forEach(puzzle -> ids.add(puzzle.id()));
    SubmissionFile handedIn = SubmissionFile.read(submission, without(ids, outputs.keySet()));
    notes.addAll(handedIn.problems());
    handedIn.asked().ifPresent(asked -> keep(asked, outputs, puzzles, ids, notes));
    List<TaskScore> scored = new ArrayList<>();
    outputs.forEach((id, grids) -> scored.add(score(id, grids, handedIn, notes)));
    Map<String, RuleScores> kinds =
        puzzles.stream()
            .collect(
                Collectors.toMap(
                    puzzle -> puzzle.kind().fullName(),
                    puzzle -> score(puzzle, handedIn, notes),
                    RuleScores::plus));
    Set<String> missing = without(ids, handedIn.attempts().keySet());
    Set<String> unknown = without(handedIn.attempts().keySet(), ids);
    if (!missing.isEmpty()) {
      notes.add("tasks not in the submission, counted as wrong: " + listed(missing));
    }
    if (!unknown.isEmpty()) {
      notes.add("tasks not among the solutions, ignored: " + listed(unknown));
    }
    Optional<Scores> arc = scored.isEmpty() ? Optional.empty() : Optional.of(Scores.of(scored));
    print(new ScoreSheet(arc, kinds), notes);
    return 0;
  }

  /** A run that was asked for a part of a data set is scored on that part. */
  private static void keep(
      Set<String> asked,
      Map<String, List<Grid>> outputs,
      List<Task> puzzles,
      Set<String> ids,
      List<String> notes) {
    int all = ids.size();
    ids.retainAll(asked);
    outputs.keySet().retainAll(asked);
    puzzles.removeIf(puzzle -> !asked.contains(puzzle.id()));
    if (ids.size() < all) {
      notes.add(
          "the run was asked for %d of these %d tasks; the others are not counted"
              .formatted(ids.size(), all));
    }
  }

  /**
   * The outputs of all tasks of ARC that are to be scored.
   *
   * @param puzzles gets the other tasks
   */
  private Map<String, List<Grid>> known(List<Task> puzzles, List<String> notes) {
    if (tasks == null && solutions.file() == null) {
      throw new UserMistake("score: --solutions or --tasks must be given");
    }
    Map<String, List<Grid>> outputs = new LinkedHashMap<>();
    if (tasks == null) {
      Solutions known = Solutions.read(solutions.file());
      known.problems().forEach(problem -> notes.add(problem + " (not scored)"));
      outputs.putAll(known.byId());
    } else {
      for (Task task : TaskSource.read(tasks, solutions.file(), false).tasks()) {
        if (task.kind().hasRules()) {
          puzzles.add(task);
        } else if (!task.solutions().isEmpty()) {
          outputs.put(task.id(), task.solutions());
        }
      }
      puzzles.removeIf(puzzle -> puzzle.testInputs().isEmpty());
    }
    if (outputs.isEmpty() && puzzles.isEmpty()) {
      throw new UserMistake((tasks == null ? solutions.file() : tasks) + ": no solutions in it");
    }
    return outputs;
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

  private static TaskScore score(
      String id, List<Grid> outputs, SubmissionFile handedIn, List<String> notes) {
    List<List<Grid>> entries = entries(id, outputs.size(), handedIn.attempts(), notes);
    int correct = 0;
    for (int i = 0; i < Math.min(entries.size(), outputs.size()); i++) {
      correct += entries.get(i).contains(outputs.get(i)) ? 1 : 0;
    }
    return new TaskScore(correct, outputs.size());
  }

  private static RuleScores score(Task puzzle, SubmissionFile handedIn, List<String> notes) {
    int tests = puzzle.testInputs().size();
    List<Optional<Grid>> firsts =
        new ArrayList<>(entries(puzzle.id(), tests, handedIn.firsts(), notes));
    while (firsts.size() < tests) {
      firsts.add(Optional.empty());
    }
    return RuleScores.of(puzzle, firsts);
  }

  /** What was handed in for a task; none if it was forgotten. */
  private static <E> List<E> entries(
      String id, int outputs, Map<String, List<E>> handedIn, List<String> notes) {
    List<E> entries = handedIn.get(id);
    if (entries == null) {
      return List.of();
    }
    if (entries.size() != outputs) {
      notes.add(
          id
              + ": "
              + entries.size()
              + (entries.size() == 1 ? " entry for " : " entries for ")
              + outputs
              + " test outputs"
              + (entries.size() < outputs ? ", the missing ones counted as wrong" : ""));
    }
    return entries;
  }

  private void print(ScoreSheet scores, List<String> notes) {
    if (json) {
      JsonObject object = scores.toJson();
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
  }
}
