package io.github.archrm.submit.command;

import com.google.gson.JsonObject;
import io.github.archrm.submit.command.option.PriceOption;
import io.github.archrm.submit.command.option.SeedOption;
import io.github.archrm.submit.command.option.SelectionOptions;
import io.github.archrm.submit.command.option.SolutionsOption;
import io.github.archrm.submit.command.option.SolvingOptions;
import io.github.archrm.submit.command.option.WorkerOptions;
import io.github.archrm.submit.compare.Comparison;
import io.github.archrm.submit.compare.ComparisonText;
import io.github.archrm.submit.recipe.NamedRecipe;
import io.github.archrm.submit.recipe.PairedRuns;
import io.github.archrm.submit.recipe.RecipeRun;
import io.github.archrm.submit.recipe.RecipeTables;
import io.github.archrm.submit.run.EvaluationRun;
import io.github.archrm.submit.run.SolvingPlan;
import io.github.archrm.submit.run.TaskSource;
import io.github.archrm.submit.runtime.Counted;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.score.Results;
import io.github.archrm.submit.worker.WorkerPlan;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskSet;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Solves the same tasks by several recipes with several seeds each, and compares them. */
@Command(
    name = "compare-recipes",
    description = "Solve the same tasks by several recipes, compare them.",
    optionListHeading = "%nOptions:%n",
    footerHeading =
        "%nRuns of a seed follow each other, so that what else the machine does costs"
            + "%nall recipes the same. Each is as of 'evaluate', in a folder of its own. With"
            + "%n--resume, recipes and seeds may be added; those that are done are not solved"
            + "%nagain. --recipe, --set and other options hold for all recipes.%n%nExamples:%n",
    footer = {
      "  arc-hrm compare-recipes training/ usual model.width=96 --limit 40 --steps 300",
      "  arc-hrm compare-recipes training/ usual wide.json deep:model.depth.lLayers=2"
          + " \\\n"
          + "      --ids dev40.txt --seeds 0,1 --steps 300 --with hrm --out night --resume"
    })
public final class CompareRecipesCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "DIR-or-FILE",
      description = "A file of tasks or puzzles in any form, a folder or an archive of them.")
  Path source;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "RECIPE",
      description =
          "usual; a file of hyperparameters, or the results.json of an earlier run; or"
              + " NAME=VALUE[,NAME=VALUE...]. Each may have a name before it, as in"
              + " wide:model.width=96. The others are held against the first.")
  List<String> recipes;

  @Mixin SolutionsOption solutions;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      split = ",",
      defaultValue = "0",
      converter = SeedOption.AnyNumber.class,
      description = "Every recipe is run with each of them (default ${DEFAULT-VALUE}).")
  List<Long> seeds;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "recipes",
      description =
          "Where the results of each run go, in RECIPE-seed-N (default ${DEFAULT-VALUE}).")
  Path out;

  @Option(names = "--resume", description = "Go on with the runs that are there.")
  boolean resume;

  @ArgGroup(validate = false, heading = "%nWhich tasks:%n")
  SelectionOptions selection = new SelectionOptions();

  @Mixin SolvingOptions solving;

  @Mixin PriceOption price;

  @ArgGroup(validate = false, heading = "%nWorkers:%n")
  WorkerOptions workers = new WorkerOptions();

  /** A recipe with a seed, before it is run. */
  private record Planned(NamedRecipe recipe, SolvingPlan plan, EvaluationRun run) {
    String name() {
      return recipe.name() + ", seed " + plan.seed();
    }
  }

  @Override
  public Integer call() throws Exception {
    workers.requireSound();
    requireDistinctSeeds();
    List<NamedRecipe> named = NamedRecipe.of(recipes);
    List<Planned> planned = plan(named, tasks());
    if (!solving.limitsStepsOnly()) {
      System.err.println("limited by seconds, a run does not repeat exactly; by --steps it does");
    }
    WorkerPlan workerPlan = workers.plan(planned.get(0).plan());
    List<RecipeRun> runs = new ArrayList<>();
    int code = 0;
    for (Planned one : planned) {
      boolean wasDone = one.run().isDone();
      System.err.printf("%s: run %d of %d%n", one.name(), runs.size() + 1, planned.size());
      Results results = one.run().results(said(), price.price());
      List<Outcome> outcomes = one.run().solve(workerPlan, one.run().page(one.name(), results));
      code = Math.max(code, RunExit.code(outcomes));
      runs.add(new RecipeRun(one.recipe().name(), one.plan().seed(), results));
      if (!wasDone && runs.size() < planned.size()) {
        System.out.println();
        System.out.print(new RecipeTables(runs).summary());
      }
    }
    tell(named, runs);
    return code;
  }

  private void requireDistinctSeeds() {
    Set<Long> seen = new HashSet<>();
    for (long seed : seeds) {
      if (!seen.add(seed)) {
        throw new UserMistake("--seeds: " + seed + " is given twice");
      }
    }
  }

  /** Those whose solutions are known: the others tell nothing about a recipe. */
  private List<Task> tasks() {
    TaskSet set = TaskSource.read(source, solutions.file(), false);
    List<Task> chosen = selection.of(set, source);
    List<Task> known = chosen.stream().filter(task -> !task.solutions().isEmpty()).toList();
    if (known.isEmpty()) {
      throw new UserMistake(source + ": no solutions are known (--solutions)");
    }
    if (known.size() < chosen.size()) {
      System.err.println(
          Counted.of(chosen.size() - known.size(), chosen.size(), "task")
              + " without a solution left out");
    }
    return known;
  }

  /** All runs in their order, open; every mistake that there is shows before anything is solved. */
  private List<Planned> plan(List<NamedRecipe> named, List<Task> tasks) {
    List<Planned> planned = new ArrayList<>();
    for (long seed : seeds) {
      for (NamedRecipe recipe : named) {
        SolvingPlan plan = solving.plan(seed, recipe::addTo);
        plan.requireSolvable(tasks);
        Path file = out.resolve(recipe.name() + "-seed-" + seed).resolve("results.json");
        EvaluationRun run = new EvaluationRun(tasks, Optional.empty(), plan, file);
        if (!resume && run.hasResults()) {
          throw new UserMistake(
              file.getParent()
                  + ": holds results of an earlier run; --resume goes on with it, or give another"
                  + " --out");
        }
        planned.add(new Planned(recipe, plan, run));
      }
    }
    planned.forEach(one -> one.run().open(resume));
    return planned;
  }

  /** What else decides the results, as each results.json has it. */
  private JsonObject said() {
    JsonObject said = new JsonObject();
    said.addProperty("source", source.toString());
    selection.addTo(said);
    said.addProperty("workers", workers.count(solving.compute().device()));
    return said;
  }

  private void tell(List<NamedRecipe> named, List<RecipeRun> runs) {
    RecipeTables tables = new RecipeTables(runs);
    Optional<Comparison> comparison = PairedRuns.compare(runs);
    System.out.println();
    System.out.print(tables.summary());
    comparison.ifPresent(
        all -> {
          System.out.println();
          if (seeds.size() > 1) {
            System.out.println("A task counts once for each seed:");
          }
          System.out.print(ComparisonText.of(all));
        });
    String misses = tables.misses();
    System.out.println();
    System.out.print(
        misses.isEmpty() ? "Every task was solved.\n" : "Missed, the nearest first:\n" + misses);
    Map<String, String> words =
        named.stream().collect(Collectors.toMap(NamedRecipe::name, NamedRecipe::words));
    System.out.println();
    System.out.println("For train/RESEARCH.md:");
    System.out.print(tables.log(LocalDate.now(), words, solving.words(), comparison));
    System.out.println("written to " + out + ", a folder with a page for each run");
  }
}
