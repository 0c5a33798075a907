package io.github.archrm.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.generate.PuzzleGenerator;
import io.github.archrm.tasks.sudoku.Sudoku;
import io.github.archrm.tasks.sudoku.SudokuSource;
import io.github.archrm.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task solved in several calls, with the real native library. */
class ContinuingTest {
  private static final long SEED = 5;

  @TempDir Path folder;

  private final List<TrainingProgress> seen = new ArrayList<>();

  private SolvedTask solve(Task task, int steps, Path state) {
    seen.clear();
    SolverOptions options = HrmAlone.options(Budget.ofSteps(steps), SEED);
    return new TaskSolver(options).solve(task, seen::add, 0, state);
  }

  @Test
  void goesOnWhereTheBudgetEndedUntilTheViewsAgree() throws IOException {
    Path state = folder.resolve("deep/state");
    Task task = paint();
    SolvedTask first = solve(task, 5, state);
    assertEquals(5, first.steps());
    assertTrue(files(state).containsAll(List.of("state.json", "member-0.safetensors")));
    double size = 0;
    for (String file : files(state)) {
      size += Files.size(state.resolve(file));
    }
    assertTrue(size < 30e6, size + " bytes");
    String draft = ".state.json.11111111-2222-3333-4444-555555555555.tmp";
    Files.writeString(state.resolve(draft), "a worker was killed");

    SolvedTask second = solve(task, 5, state);
    assertEquals(10, second.steps());
    assertFalse(files(state).contains(draft));
    assertEquals(6, seen.get(0).step());
    assertTrue(second.seconds() > first.seconds());
    assertTrue(second.loss() <= first.loss());
    assertEquals(10, second.curve().size(), "a curve of all steps");
    assertEquals(
        first.tests().get(0).predictions(),
        second.tests().get(0).predictions(),
        "a model that went on votes again, not twice");

    SolvedTask third = solve(task, 400, state);
    assertEquals(task.solutions().get(0), third.tests().get(0).first());
    assertFalse(Files.exists(state), "nothing is left to go on with");
    assertTrue(third.steps() < 410, "it stopped early");
  }

  /** Added one by one, these shares come to a little less than their sum. */
  @Test
  void sharesOfStagesLeaveNoStep() {
    StringBuilder stages = new StringBuilder();
    for (double share : new double[] {0.8, 0.45, 0.25, 0.15, 0.15}) {
      stages.append(
          "%s{\"share\":%s,\"turns\":null,\"channels\":false,\"suggestions\":false,\"attention\":15,\"trunk\":false}"
              .formatted(stages.isEmpty() ? "[" : ",", share));
    }
    SolverOptions options =
        HrmAlone.options(Budget.ofSteps(40), SEED, "policy.stages=" + stages + "]");
    assertEquals(40, new TaskSolver(options).solve(paint(), progress -> {}).steps());
  }

  /** What all views say is no reason to end before a model has shown that it fits. */
  @Test
  void agreementWithoutAFitDoesNotEndTheWork() {
    Grid twos = Grid.generate(3, 3, (r, c) -> 2);
    Task task =
        new Task("one colour", List.of(new Example(twos, twos)), List.of(twos), List.of(twos));
    Path state = folder.resolve("state");
    TestAttempts test = solve(task, 5, state).tests().get(0);
    assertEquals(1, test.share(test.first()), 1e-9);
    assertTrue(Files.exists(state), "five exact steps are no fit");
    solve(task, 40, state);
    assertFalse(Files.exists(state), "it has fitted");
  }

  @Test
  void twoCallsRepeatExactly() {
    Task task = paint();
    List<SolvedTask> last = new ArrayList<>();
    for (String name : List.of("one", "other")) {
      solve(task, 6, folder.resolve(name));
      last.add(solve(task, 6, folder.resolve(name)));
    }
    assertEquals(last.get(0).tests(), last.get(1).tests());
    assertEquals(last.get(0).loss(), last.get(1).loss());
  }

  @Test
  void damagedStateCostsTheWorkButNotTheTask() throws IOException {
    Task task = paint();
    Path state = folder.resolve("state");
    solve(task, 6, state);
    Files.writeString(state.resolve("member-0.safetensors"), "torn");
    assertEquals(12, solve(task, 6, state).steps());
    Files.writeString(state.resolve("state.json"), "{\"stages\": [");
    assertEquals(6, solve(task, 6, state).steps());
  }

  /** Work of another seed, of another recipe or of an older program is not gone on with. */
  @Test
  void otherWorkIsBegunAnew() throws IOException {
    Task task = paint();
    Path state = folder.resolve("state");
    solve(task, 6, state);
    SolverOptions otherSeed = HrmAlone.options(Budget.ofSteps(6), SEED + 1);
    assertEquals(6, new TaskSolver(otherSeed).solve(task, seen::add, 0, state).steps());
    RecipeOverrides overrides = new RecipeOverrides();
    overrides.add("--set", "learningRate.peak=0.001");
    overrides.add("--set", "policy.voters.programs=false");
    SolverOptions otherRecipe =
        new SolverOptions(
            Budget.ofSteps(6),
            SEED + 1,
            "cpu",
            1,
            null,
            overrides.solving(task.kind(), Optional.empty()));
    assertEquals(6, new TaskSolver(otherRecipe).solve(task, seen::add, 0, state).steps());
    assertEquals(12, new TaskSolver(otherRecipe).solve(task, seen::add, 0, state).steps());
    Path file = state.resolve("state.json");
    String json = Files.readString(file);
    for (String damaged :
        List.of(
            json.replaceFirst("arc-hrm task \\d+", "arc-hrm task 0"),
            json.replaceFirst("\"steps\":12", "\"step\":12"),
            json.replaceFirst("\"confidence\":[0-9.E-]+", "\"confidence\":7"))) {
      assertNotEquals(json, damaged);
      Files.writeString(file, damaged);
      assertEquals(6, new TaskSolver(otherRecipe).solve(task, seen::add, 0, state).steps());
    }
  }

  /** A model that goes on is not asked again for what is proved. */
  @Test
  void aProvedAnswerStays() throws IOException {
    Task set =
        PuzzleGenerator.generate(
            "sudoku-4",
            new SudokuSource(new Sudoku(2, 2), SudokuSource.Difficulty.ANY),
            4,
            2,
            1,
            progress -> {});
    RecipeOverrides overrides = new RecipeOverrides();
    overrides.add("test", "policy.thinking.views=1");
    SolverOptions options =
        new SolverOptions(
            Budget.ofSteps(1),
            SEED,
            "cpu",
            1,
            null,
            overrides.solving(set.kind(), Optional.empty()));
    Path state = folder.resolve("state");
    new TaskSolver(options).solve(set, seen::add, 0, state);
    Path file = state.resolve("state.json");
    JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    JsonObject vote =
        json.getAsJsonObject("state")
            .getAsJsonArray("members")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("votes")
            .get(0)
            .getAsJsonObject();
    vote.getAsJsonArray("tests")
        .get(0)
        .getAsJsonArray()
        .get(0)
        .getAsJsonObject()
        .add("grid", new Gson().toJsonTree(set.solutions().get(0).toRows()));
    Files.writeString(file, json.toString());
    SolvedTask second = new TaskSolver(options).solve(set, seen::add, 0, state);
    assertEquals(2, second.steps());
    assertEquals(set.solutions().get(0), second.tests().get(0).first());
    assertNotEquals(set.solutions().get(1), second.tests().get(1).first());
  }

  @Test
  void aModelWithoutAStepDoesNotHideTheLossOfOthers() {
    TaskState state = new TaskState(1);
    state.reached(Double.NaN);
    state.reached(0.5);
    state.reached(Double.NaN);
    assertEquals(0.5, state.loss());
    state.reached(0.25);
    state.reached(0.75);
    assertEquals(0.25, state.loss());
  }

  @Test
  void stateThatCannotBeWrittenCostsNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    assertEquals(6, solve(paint(), 6, file.resolve("state")).steps());
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Whatever the input, the output is all 2. */
  private static Task paint() {
    Random random = new Random(1);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Grid input = Grid.generate(3, 3, (r, c) -> random.nextInt(2));
      examples.add(new Example(input, Grid.generate(3, 3, (r, c) -> 2)));
    }
    return new Task(
        "paint",
        examples.subList(0, 3),
        List.of(examples.get(3).input()),
        List.of(examples.get(3).output()));
  }
}
