package io.github.archrm.submit.command;

import io.github.archrm.solver.RecipeOverrides;
import io.github.archrm.submit.command.option.ComputeOptions;
import io.github.archrm.submit.command.option.EnumWords;
import io.github.archrm.submit.command.option.LimitOptions;
import io.github.archrm.submit.command.option.PositiveNumber;
import io.github.archrm.submit.command.option.RecipeOptions;
import io.github.archrm.submit.command.option.SeedOption;
import io.github.archrm.submit.command.option.WholeNumber;
import io.github.archrm.submit.run.TaskSource;
import io.github.archrm.submit.run.TrunkChoice;
import io.github.archrm.submit.runtime.Counted;
import io.github.archrm.submit.runtime.OutputFile;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.trunk.TrunkFiles;
import io.github.archrm.submit.trunk.TrunkPlan;
import io.github.archrm.submit.trunk.TrunkRun;
import io.github.archrm.submit.worker.WorkerSetup;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Compute;
import io.github.archrm.train.Preset;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.TrainingSet;
import io.github.archrm.train.Trunk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Trains a trunk, in this process. */
@Command(
    name = "train",
    description = "Train one model on many puzzles or tasks, write its weights.",
    optionListHeading = "%nOptions:%n",
    footerHeading =
        "%nBeside F.safetensors: the curve as F.csv and F.png, and F.state to go on from. Ctrl-C"
            + " saves first.%n--budget holds for all of it, validating and saving too.%n%nExamples:%n",
    footer = {
      "  arc-hrm train sudoku.json --out sudoku.safetensors --budget 3600",
      "  arc-hrm train sudoku.json --out sudoku.safetensors --budget 7200 --resume",
      "  arc-hrm train training/ --out arc.safetensors --budget 28800",
      "  arc-hrm train extreme.json --out hrm.safetensors --batch 32 \\",
      "    --preset hrm-sudoku-extreme"
    })
public final class TrainCommand implements Callable<Integer> {
  private static final double DEFAULT_SECONDS = 3600;
  private static final int DEFAULT_VALIDATION = 100;
  private static final String EXTENSION = ".safetensors";

  @Parameters(paramLabel = "DATASET", description = "Puzzle sets or ARC tasks, all of one kind.")
  Path source;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "F.safetensors",
      description = "Where the trunk goes.")
  Path out;

  @ArgGroup(
      validate = false,
      heading =
          "%nHow long, earlier runs included (default 3600 seconds, or no limit with"
              + "%n--steps):%n")
  LimitOptions limits = new LimitOptions();

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      defaultValue = "standard",
      converter = PresetConverter.class,
      completionCandidates = PresetNames.class,
      description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  Preset preset;

  @Option(
      names = "--trunk",
      paramLabel = "FILE",
      description =
          "Begin with the weights of this trunk (shipped: the one that comes with arc-hrm) and with its"
              + " model, instead of random weights.")
  String trunk;

  @Option(
      names = "--batch",
      paramLabel = "N",
      converter = PositiveNumber.class,
      description = "Rows of a batch (default: the preset's).")
  Integer batch;

  @Option(
      names = "--validation",
      paramLabel = "N",
      converter = WholeNumber.class,
      description =
          "Puzzles to hold out, a tenth of a set at most, and to validate with at each point of the"
              + " curve (default 100; not for ARC, whose tasks have tests).")
  Integer validation;

  @Option(
      names = "--points",
      paramLabel = "N",
      converter = PositiveNumber.class,
      defaultValue = "40",
      description =
          "Points of the curve, fewer where a step takes longer than the time between two; the run is"
              + " saved at each (default ${DEFAULT-VALUE}).")
  int points;

  @Option(
      names = "--resume",
      description =
          "Go on where the run was saved last: with the same options exactly as if it had not been"
              + " interrupted. With a larger limit the learning rate, which falls towards the end,"
              + " follows that from here on.")
  boolean resume;

  @Option(
      names = WorkerSetup.TIED,
      hidden = true,
      description = "End when the standard input does, which whoever began this process holds.")
  boolean tied;

  @Mixin RecipeOptions recipeOptions;

  @Mixin SeedOption seed;

  @ArgGroup(validate = false, heading = "%nOn what:%n")
  ComputeOptions compute = ComputeOptions.onAllCores();

  @Override
  public Integer call() throws Exception {
    long begun = System.nanoTime();
    if (tied) {
      Thread parent = new Thread(TrainCommand::outlivesNotItsParent, "parent");
      parent.setDaemon(true);
      parent.start();
    }
    if (limits.seconds().orElse(1) == 0) {
      throw new UserMistake("--budget: training needs more than 0 seconds");
    }
    if (!out.toString().endsWith(EXTENSION)) {
      throw new UserMistake("--out: must end in " + EXTENSION + ", not " + out);
    }
    TrunkFiles files = TrunkFiles.of(out);
    Path beginning = trunk == null ? null : Path.of(trunk);
    for (Path file : files.all()) {
      new OutputFile("--out", file).besides(source, beginning);
    }
    List<Task> tasks = TaskSource.read(source, null, false).tasks();
    if (tasks.isEmpty()) {
      throw new UserMistake(source + ": no sound task in it");
    }
    boolean sharedRule = tasks.get(0).kind().structure().sharedRule();
    if (validation != null && !sharedRule) {
      throw new UserMistake(
          "--validation: these tasks have rules of their own and are validated by their own tests");
    }
    int held = validation == null ? DEFAULT_VALIDATION : validation;
    TrunkPlan plan =
        new TrunkPlan(
            limits.secondsOr(DEFAULT_SECONDS), limits.stepsOrAny(), points, held, seed.seed());
    Map<String, String> notes = resume ? TaskTrainer.notes(files.state()) : Map.of();
    plan.requireSame(files.state(), notes);
    TrainingSet set = split(tasks, held);
    if (!resume && Files.exists(files.state())) {
      throw new UserMistake(
          files.state() + ": an earlier run; go on with --resume, or remove it to begin anew");
    }
    Optional<Trunk> first = first(tasks.get(0));
    Recipe recipe = recipe(tasks, first);
    Compute compute = LocalCompute.start(this.compute);
    try (TaskTrainer trainer = trainer(set, recipe, first, files, compute)) {
      System.err.printf(
          Locale.ROOT,
          "%s, %,d parameters, %s to learn from, %,d to validate with%n",
          compute,
          trainer.parameters(),
          Counted.of(set.demonstrations(), "puzzle"),
          set.validation());
      if (recipe.learningRate().decayFrom() < 1) {
        plan.otherLimits(notes).ifPresent(System.err::println);
      }
      TrunkRun run = new TrunkRun(trainer, files, plan, begun, notes);
      run.train(resume);
      System.out.println(run.summary());
    }
    return 0;
  }

  /** What is learned is saved by the hook that a signal would wake, too. */
  private static void outlivesNotItsParent() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The input is over, too.
    }
    System.exit(1);
  }

  /** The trunk to begin with, if one was said. */
  private Optional<Trunk> first(Task task) {
    Optional<Trunk> first = trunk == null ? Optional.empty() : TrunkChoice.of(trunk).of(task);
    first.ifPresent(one -> one.requireFit(task));
    return first;
  }

  private Recipe recipe(List<Task> tasks, Optional<Trunk> first) {
    Kind kind = tasks.get(0).kind();
    RecipeOverrides overrides = recipeOptions.overrides();
    try {
      if (batch != null) {
        overrides.add("--batch", "batch.rows=" + batch);
      }
      Recipe usual = preset.recipe(kind);
      Recipe recipe = overrides.training(first.map(usual::from).orElse(usual), kind);
      tasks.forEach(recipe::requireFit);
      return recipe;
    } catch (RecipeOverrides.RefusedException e) {
      throw new UserMistake(e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new UserMistake("recipe: " + e.getMessage());
    }
  }

  private TrainingSet split(List<Task> tasks, int held) {
    try {
      return TrainingSet.of(tasks, held, seed.seed());
    } catch (IllegalArgumentException e) {
      throw new UserMistake(source + ": " + e.getMessage());
    }
  }

  private TaskTrainer trainer(
      TrainingSet set, Recipe recipe, Optional<Trunk> first, TrunkFiles files, Compute compute) {
    if (resume) {
      return TaskTrainer.resume(files.state(), set.tasks(), recipe, compute);
    }
    try {
      return new TaskTrainer(set.tasks(), recipe, first, compute, seed.seed());
    } catch (IllegalArgumentException e) {
      throw new UserMistake(source + ": " + e.getMessage());
    }
  }

  static final class PresetNames extends EnumWords {
    PresetNames() {
      super(Preset.values());
    }
  }

  static final class PresetConverter implements ITypeConverter<Preset> {
    @Override
    public Preset convert(String name) {
      for (Preset preset : Preset.values()) {
        if (preset.name().equalsIgnoreCase(name.replace('-', '_'))) {
          return preset;
        }
      }
      throw new TypeConversionException(
          "must be one of " + String.join(", ", new PresetNames()) + ", not " + name);
    }
  }
}
