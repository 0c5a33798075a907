package io.github.archrm.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.github.archrm.augment.ViewFamily.Turns;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.arc.Arc;
import io.github.archrm.tasks.maze.Maze;
import io.github.archrm.tasks.sudoku.Sudoku;
import io.github.archrm.train.Preset;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.file.FieldException;
import io.github.archrm.train.model.ModelConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeOverridesTest {
  private static final List<Kind> KINDS = List.of(Arc.KIND, Maze.KIND, Sudoku.ofSide(6));

  @TempDir Path folder;

  private final RecipeOverrides overrides = new RecipeOverrides();

  private static SolverRecipe usual(Kind kind) {
    return SolverRecipe.of(kind, Optional.empty());
  }

  private SolverRecipe solving(Kind kind) {
    return overrides.solving(kind, Optional.empty());
  }

  @Test
  void withoutOverridesARecipeIsTheUsualOne() throws FieldException {
    for (Kind kind : KINDS) {
      assertEquals(usual(kind), solving(kind));
      assertEquals(usual(kind), SolverRecipe.of(usual(kind).toJson()));
      assertEquals(usual(kind), new Gson().fromJson(usual(kind).toJson(), SolverRecipe.class));
    }
  }

  @Test
  void laterOnesWin() throws IOException {
    Path file = folder.resolve("my.json");
    Files.writeString(
        file,
        "{\"model\": {\"width\": 96, \"depth\": {\"hLayers\": 3}},"
            + " \"policy\": {\"agreement\": {\"patience\": 300}}}");
    overrides.addFile(file);
    overrides.add("--set", "model.width=32");
    overrides.add("--set", "policy.thinking.segments=5");
    SolverRecipe recipe = solving(Arc.KIND);
    assertEquals(32, recipe.training().model().width());
    assertEquals(3, recipe.training().model().depth().hLayers());
    assertEquals(1, recipe.training().model().depth().lLayers());
    assertEquals(300, recipe.policy().agreement().patience());
    assertEquals(16, recipe.policy().agreement().exactSteps());
    assertEquals(5, recipe.policy().thinking().segments().orElseThrow());
  }

  @Test
  void stagesAreReplacedTogether() {
    overrides.add(
        "--set",
        "policy.stages=[{\"share\": 1, \"turns\": \"left-right\", \"channels\": true,"
            + " \"suggestions\": true, \"attention\": 30, \"trunk\": false}]");
    SolverRecipe recipe = solving(Arc.KIND);
    assertEquals(1, recipe.policy().stages().size());
    Recipe only = only(recipe, 10);
    assertEquals(Turns.LEFT_RIGHT, only.augmentation().turns());
    assertTrue(only.model().symbols().suggestions());
  }

  @Test
  void aStageMayDoWithoutSuggestions() {
    SolverRecipe recipe = solving(Arc.KIND);
    assertTrue(recipe.training().model().symbols().suggestions());
    Recipe first = only(recipe, 10);
    assertFalse(first.model().symbols().suggestions());
    assertTrue(first.model().symbols().objects());
  }

  @Test
  void aStageDoesWithoutAttentionWhereGridsAreLarge() {
    overrides.add(
        "--set",
        "policy.stages=[{\"share\": 1, \"turns\": null, \"channels\": true,"
            + " \"suggestions\": true, \"attention\": 7, \"trunk\": false}]");
    SolverRecipe recipe = solving(Arc.KIND);
    assertEquals(ModelConfig.Reach.AXIAL, only(recipe, 7).model().attention().reach());
    assertEquals(ModelConfig.Reach.NONE, only(recipe, 8).model().attention().reach());
    // Without both, no cell would know of another.
    overrides.add("--set", "model.feedForward.neighbours=false");
    ModelConfig.Reach reach = only(solving(Arc.KIND), 8).model().attention().reach();
    assertEquals(ModelConfig.Reach.AXIAL, reach);
  }

  /** With a trunk a first stage begins from it; the others are as without one. */
  @Test
  void oneStageBeginsFromATrunk() {
    List<Policy.Stage> with = SolverRecipe.of(Arc.KIND, Optional.empty(), true).policy().stages();
    List<Policy.Stage> without = SolverRecipe.of(Arc.KIND, Optional.empty()).policy().stages();
    assertEquals(without, with.subList(1, with.size()));
    assertTrue(with.get(0).trunk());
    assertTrue(without.stream().noneMatch(Policy.Stage::trunk));
    SolverRecipe told = solving(Arc.KIND);
    Recipe training = told.training().with(told.training().model().withPuzzles(8));
    SolverRecipe many = new SolverRecipe(training, told.policy());
    assertEquals(0, many.of(without.get(0), 10, Optional.empty()).model().symbols().puzzles());
  }

  private static Recipe only(SolverRecipe recipe, int side) {
    return recipe.of(recipe.policy().stages().get(0), side, Optional.empty());
  }

  @Test
  void boardsOfAllSizesAreAttendedTo() {
    for (Policy.Stage stage : Policy.of(Maze.KIND.structure(), false).stages()) {
      Recipe recipe = SolverRecipe.of(Maze.KIND, Optional.empty()).of(stage, 50, Optional.empty());
      assertEquals(ModelConfig.Reach.AXIAL, recipe.model().attention().reach());
    }
  }

  @Test
  void theResultsOfARunGiveItsRecipes() throws IOException {
    overrides.add("--set", "batch.rows=2");
    JsonObject recipes = new JsonObject();
    recipes.add(Arc.KIND.fullName(), solving(Arc.KIND).toJson());
    JsonObject configuration = new JsonObject();
    configuration.add(RecipeOverrides.RECIPES, recipes);
    JsonObject results = new JsonObject();
    results.add("configuration", configuration);
    Path file = Files.writeString(folder.resolve("results.json"), results.toString());
    RecipeOverrides again = new RecipeOverrides();
    again.addFile(file);
    assertEquals(solving(Arc.KIND), again.solving(Arc.KIND, Optional.empty()));
    RecipeOverrides.RefusedException e =
        assertThrows(
            RecipeOverrides.RefusedException.class,
            () -> again.solving(Maze.KIND, Optional.empty()));
    assertEquals(file + ": has no recipe for maze, only for arc", e.getMessage());
  }

  private void refuses(String problem, String... assignments) {
    RecipeOverrides some = new RecipeOverrides();
    RecipeOverrides.RefusedException e =
        assertThrows(
            RecipeOverrides.RefusedException.class,
            () -> {
              for (String assignment : assignments) {
                some.add("--set", assignment);
              }
              some.solving(Arc.KIND, Optional.empty());
            },
            problem);
    assertEquals(problem, e.getMessage());
  }

  @Test
  void whatCannotBeIsToldInOneLine() {
    refuses("--set: must be NAME=VALUE, not model", "model");
    refuses(
        "--set policy.stage=1: policy.stage: no such name; there are voters, programs, stages,"
            + " agreement, reserve, thinking, trainTrunk, vote",
        "policy.stage=1");
    refuses(
        "--set models=1: models: no such name; there are model, augmentation, channels, batch,"
            + " large, halting, loss, learningRate, optimizer, ema, policy",
        "models=1");
    refuses(
        "--set model.attention.heads=5: model.attention: 5 heads cannot look in 2 directions",
        "model.attention.heads=5",
        "batch.rows=2");
    refuses(
        "--set learningRate.floor=2: learningRate: floor must be 0 to 1, but is 2.0",
        "learningRate.floor=2");
    refuses(
        "--set policy.stages=[]: policy: stages: there must be one at least", "policy.stages=[]");
  }

  @Test
  void aFileThatCannotBeReadSaysWhy() throws IOException {
    Path bytes = Files.write(folder.resolve("bytes.json"), new byte[] {(byte) 0xff, 1});
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"model\": {]");
    Path cut = Files.writeString(folder.resolve("cut.json"), "{\"model\": ");
    assertRefused(folder.resolve("none.json"), "no such file or folder");
    assertRefused(folder, "a folder, where a file belongs");
    assertRefused(bytes, "not UTF-8 text; save it with that encoding");
    assertRefused(broken, "not valid JSON at line 1, column 13");
    assertRefused(cut, "not valid JSON at line 1, column 11");
  }

  private void assertRefused(Path file, String why) {
    assertEquals(
        file + ": " + why,
        assertThrows(RecipeOverrides.RefusedException.class, () -> overrides.addFile(file))
            .getMessage());
  }

  @Test
  void trainingHasNoPolicy() throws IOException {
    Recipe paper = Preset.HRM_MAZE_HARD.recipe(Maze.KIND);
    overrides.addFile(
        Files.writeString(
            folder.resolve("whole.json"),
            "{\"policy\": {\"reserve\": 0.2}, \"batch\": {\"rows\": 7}}"));
    assertEquals(paper.withBatch(7), overrides.training(paper, Maze.KIND));
    overrides.add("--set", "policy.reserve=0.2");
    RecipeOverrides.RefusedException e =
        assertThrows(
            RecipeOverrides.RefusedException.class, () -> overrides.training(paper, Maze.KIND));
    assertTrue(e.getMessage().startsWith("--set policy.reserve=0.2: "), e.getMessage());
  }
}
