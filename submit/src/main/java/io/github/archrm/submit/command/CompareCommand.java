package io.github.archrm.submit.command;

import com.google.gson.GsonBuilder;
import io.github.archrm.submit.answers.AnswersReader;
import io.github.archrm.submit.command.option.PriceOption;
import io.github.archrm.submit.command.option.SolutionsOption;
import io.github.archrm.submit.compare.Comparison;
import io.github.archrm.submit.compare.ComparisonJson;
import io.github.archrm.submit.compare.ComparisonText;
import io.github.archrm.submit.compare.Key;
import io.github.archrm.submit.compare.Side;
import io.github.archrm.submit.report.ComparisonPage;
import io.github.archrm.submit.run.KnownSolutions;
import io.github.archrm.submit.runtime.OutputFile;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds the answers of several systems to the same tasks against each other. */
@Command(
    name = "compare",
    description = "Compare runs, this project's or others', on the same tasks.",
    optionListHeading = "%nOptions:%n",
    footerHeading =
        "%nEvery other run is held against the first. Tasks that not all have answered are left out."
            + "%nWithout --solutions or --tasks the files have to say what is right, as results.json"
            + " does.%n%nExamples:%n",
    footer = {
      "  arc-hrm compare before/results.json after/results.json",
      "  arc-hrm compare results.json o3/ --tasks evaluation/ --page compare.html",
      "  arc-hrm compare seed-1.json seed-2.json seed-3.json --seeds"
    })
public final class CompareCommand implements Callable<Integer> {
  private static final int NOTES_SHOWN = 20;

  @Parameters(
      arity = "2..*",
      paramLabel = "FILE-or-DIR",
      description =
          "results.json, submission.json, a folder of arc-agi-benchmarking, ARCathon's list, or the"
              + " CSV of 2020.")
  List<Path> files;

  @Mixin SolutionsOption solutions;

  @Option(
      names = "--tasks",
      paramLabel = "DIR-or-FILE",
      description = "The data set that was solved; the page then shows its puzzles.")
  Path tasks;

  @Option(
      names = "--seeds",
      description = "They are runs of one system with different seeds: mean, spread and union.")
  boolean seeds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Decides the draws of the bootstrap (default ${DEFAULT-VALUE}).")
  long seed;

  @Mixin PriceOption price;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "Also write a page with the answers beside each other.")
  Path page;

  @Override
  public Integer call() {
    if (files.size() < 2) {
      throw new UserMistake("compare: at least two runs are needed");
    }
    if (page != null) {
      OutputFile written = new OutputFile("--page", page).besides(tasks, solutions.file());
      files.forEach(written::besides);
    }
    Optional<KnownSolutions> known =
        tasks == null && solutions.file() == null
            ? Optional.empty()
            : Optional.of(KnownSolutions.read(tasks, solutions.file()));
    Set<String> puzzles = known.map(KnownSolutions::puzzleIds).orElse(Set.of());
    List<String> names = Side.names(files);
    List<Side> sides = new ArrayList<>();
    for (Path file : files) {
      sides.add(
          new Side(
              names.get(sides.size()), file, AnswersReader.read(file, puzzles), price.price()));
    }
    Key key = known.map(some -> Key.of(some.outputs(), some.puzzles())).orElse(Key.TOLD);
    Comparison comparison =
        Comparison.of(sides, key, seeds, seed)
            .after(known.map(KnownSolutions::notes).orElse(List.of()));
    if (page != null) {
      write(new ComparisonPage(comparison, key, known.map(KnownSolutions::tasks).orElse(Map.of())));
    }
    if (json) {
      System.out.println(
          new GsonBuilder()
              .disableHtmlEscaping()
              .serializeNulls()
              .setPrettyPrinting()
              .create()
              .toJson(ComparisonJson.of(comparison)));
      return 0;
    }
    List<String> notes = comparison.notes();
    notes.stream().limit(NOTES_SHOWN).forEach(System.err::println);
    if (notes.size() > NOTES_SHOWN) {
      System.err.println("... and " + (notes.size() - NOTES_SHOWN) + " more notes");
    }
    System.out.print(ComparisonText.of(comparison));
    return 0;
  }

  private void write(ComparisonPage made) {
    try {
      AtomicFile.write(page, made.text());
    } catch (IOException e) {
      throw UserMistake.unwritable(page, e);
    }
  }
}
