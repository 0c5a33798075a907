package io.github.archrm.submit.run;

import com.google.gson.JsonObject;
import io.github.archrm.solver.Policy;
import io.github.archrm.submit.trunk.TrunkFiles;
import io.github.archrm.submit.worker.WorkerSetup;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.TaskWriter;
import io.github.archrm.train.Trunk;
import io.github.archrm.train.file.RecordJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;

/**
 * The first part of a run that learns its tasks jointly: one model is trained on the demonstrations
 * of all of them, beside each other in its batches, as HRM's authors train (Wang et al. 2025,
 * section 3.2); then the tasks are solved one by one, and one of the models of each begins from it.
 *
 * <p>A process of {@code train} does it, so that nothing that befalls it ends the run.
 *
 * @param solving how the tasks are solved
 * @param output of the run, beside which the trunk lies
 * @param most seconds that this start may take; may be infinite
 */
record JointTraining(SolvingPlan solving, Path output, double most) {
  /** For what a process that is told to end still saves. */
  private static final int PATIENCE_SECONDS = 20;

  /** Where attention is left out, the models are other ones than the trunk's. */
  static boolean takes(Task task) {
    return !task.kind().structure().sharedRule()
        && !task.demonstrations().isEmpty()
        && task.side() <= Policy.ATTENTIVE_SIDE;
  }

  /** The files of what a run learns jointly, beside its output. */
  static TrunkFiles files(Path output) {
    String name = output.getFileName().toString().replaceFirst("\\.json$", "");
    return TrunkFiles.of(output.toAbsolutePath().resolveSibling(name + ".joint.safetensors"));
  }

  /**
   * Trains the trunk, or goes on with one that is not done. Once tasks have been tried it stays as
   * it is, since what was saved of their training goes on from it.
   *
   * @param tasks of the run; those that can be learned jointly are, without their solutions
   * @param threads of the processor that are there for it
   * @param journal of the run
   * @return the plan with the trunk; without one if there are not two such tasks, or none was saved
   * @throws IOException if files of an earlier run cannot be deleted
   */
  SolvingPlan learn(List<Task> tasks, int threads, RunJournal journal)
      throws IOException, InterruptedException {
    List<Task> learned =
        tasks.stream().filter(JointTraining::takes).map(Task::withoutSolutions).toList();
    if (learned.size() < 2) {
      System.err.printf(
          "--joint: nothing to learn jointly, %d of %d tasks have a side of at most %d cells%n",
          learned.size(), tasks.size(), Policy.ATTENTIVE_SIDE);
      return solving.with(TrunkChoice.USUAL);
    }
    TrunkFiles files = files(output);
    if (journal.earlier().isEmpty()) {
      if (!journal.goesOn()) {
        for (Path file : files.all()) {
          Files.deleteIfExists(file);
        }
      }
      if (most > 0) {
        System.err.printf("%d tasks are learned jointly%n", learned.size());
        train(learned, files, threads);
      }
    }
    Optional<Trunk> trunk =
        Optional.of(files.trunk())
            .filter(Files::exists)
            .map(Trunk::read)
            .filter(one -> one.steps() > 0);
    if (trunk.isEmpty()) {
      System.err.println("--joint: nothing was learned jointly; the tasks are solved without it");
    }
    return solving.with(trunk.map(solving.trunk()::learned).orElse(TrunkChoice.USUAL));
  }

  /** Tells what went wrong, if something did. */
  private void train(List<Task> tasks, TrunkFiles files, int threads) throws InterruptedException {
    try {
      int exit = trained(tasks, files, threads);
      if (exit != 0) {
        System.err.println("--joint: training ended with " + exit);
      }
    } catch (IOException | UncheckedIOException e) {
      System.err.println("--joint: training ended: " + e.getMessage());
    }
  }

  /** Returns the exit code. */
  private int trained(List<Task> tasks, TrunkFiles files, int threads)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("arc-hrm-joint");
    try {
      Path together = folder.resolve("joint.json");
      TaskWriter.writeChallenges(together, tasks);
      Path recipe = folder.resolve("recipe.json");
      Files.writeString(recipe, recipe(tasks.get(0).kind()).toString());
      List<String> options =
          new ArrayList<>(
              List.of(
                  together.toString(),
                  "--out",
                  files.trunk().toString(),
                  "--budget",
                  BigDecimal.valueOf(solving.trunk().seconds()).toPlainString(),
                  "--recipe",
                  recipe.toString(),
                  "--seed",
                  Long.toString(solving.seed())));
      if (Files.exists(files.state())) {
        options.add("--resume");
      }
      return run(WorkerSetup.training(solving.device(), threads, options));
    } finally {
      FileUtils.deleteQuietly(folder.toFile());
    }
  }

  /** The model of the tasks, which the trunk's is but for being told which task it is at. */
  private JsonObject recipe(Kind kind) {
    JsonObject model =
        RecordJson.write(solving.overrides().solving(kind, Optional.empty()).training().model());
    model.getAsJsonObject("symbols").remove("puzzles");
    JsonObject recipe = new JsonObject();
    recipe.add("model", model);
    return recipe;
  }

  private int run(WorkerSetup setup) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(setup.command()).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(setup.environment());
    Process process = builder.start();
    Thread hook = new Thread(() -> end(process), "end of joint training");
    Runtime.getRuntime().addShutdownHook(hook);
    if (Double.isFinite(most)) {
      CompletableFuture.delayedExecutor((long) (1000 * most), TimeUnit.MILLISECONDS)
          .execute(
              () -> {
                if (process.isAlive()) {
                  System.err.printf(
                      "--joint: ends after %.0f seconds, the others are for the tasks%n", most);
                  end(process);
                }
              });
    }
    try (BufferedReader out = process.inputReader()) {
      out.lines().forEach(System.err::println);
      int exit = process.waitFor();
      Runtime.getRuntime().removeShutdownHook(hook);
      return exit;
    } catch (IllegalStateException e) {
      // The hook is running: this process ends with it, and nothing more is to be begun.
      Thread.sleep(Long.MAX_VALUE);
      throw e;
    }
  }

  /** It saves what it has before it ends. */
  private static void end(Process process) {
    // Not of the process itself, which would close what it still has to say.
    process.toHandle().destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.toHandle().destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.toHandle().destroyForcibly();
    }
  }
}
