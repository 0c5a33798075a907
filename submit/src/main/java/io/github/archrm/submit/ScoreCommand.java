package io.github.archrm.submit;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.archrm.submit.Scores.TaskScore;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Solutions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores a submission; what it lacks counts as wrong. */
@Command(
    name = "score",
    description = "Score a submission.json against the solutions.",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nTasks and entries that are missing count as wrong.%n%nExamples:%n",
    footer = {
      "  arc-hrm score submission.json --solutions solutions.json",
      "  arc-hrm score submission.json --solutions solutions.json --json"
    })
final class ScoreCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  @Parameters(paramLabel = "FILE", description = "The submission.")
  Path submission;

  @Option(
      names = "--solutions",
      required = true,
      paramLabel = "FILE",
      description = "Kaggle's solutions file.")
  Path solutions;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() {
    SubmissionFile handedIn = SubmissionFile.read(submission);
    Solutions known = Solutions.read(solutions);
    List<String> notes = new ArrayList<>();
    known.problems().forEach(problem -> notes.add(problem + " (not scored)"));
    if (known.byId().isEmpty()) {
      throw new UserMistake(solutions + ": no solutions in it");
    }
    notes.addAll(handedIn.problems());
    List<TaskScore> scored = new ArrayList<>();
    known.byId().forEach((id, outputs) -> scored.add(score(id, outputs, handedIn, notes)));
    Set<String> missing = without(known.byId().keySet(), handedIn.attempts().keySet());
    Set<String> unknown = without(handedIn.attempts().keySet(), known.byId().keySet());
    if (!missing.isEmpty()) {
      notes.add("tasks not in the submission, counted as wrong: " + listed(missing));
    }
    if (!unknown.isEmpty()) {
      notes.add("tasks not among the solutions, ignored: " + listed(unknown));
    }
    print(Scores.of(scored), notes);
    return 0;
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
    List<List<Grid>> entries = handedIn.attempts().get(id);
    if (entries == null) {
      return new TaskScore(0, outputs.size());
    }
    if (entries.size() != outputs.size()) {
      notes.add(
          id
              + ": "
              + entries.size()
              + (entries.size() == 1 ? " entry for " : " entries for ")
              + outputs.size()
              + " test outputs"
              + (entries.size() < outputs.size() ? ", the missing ones counted as wrong" : ""));
    }
    int correct = 0;
    for (int i = 0; i < Math.min(entries.size(), outputs.size()); i++) {
      correct += entries.get(i).contains(outputs.get(i)) ? 1 : 0;
    }
    return new TaskScore(correct, outputs.size());
  }

  private void print(Scores scores, List<String> notes) {
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
