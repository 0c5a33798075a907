package io.github.archrm.submit.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.solver.RecipeOverrides;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.arc.Arc;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamedRecipeTest {
  private static NamedRecipe of(String text) {
    return NamedRecipe.of(List.of(text)).get(0);
  }

  @Test
  void aRecipeIsCalledAfterItselfUnlessItIsGivenAName() {
    assertEquals("usual", of("usual").name());
    assertEquals("before", of("before:usual").name());
    assertEquals("wide", of("some/folder/wide.json").name());
    assertEquals(Optional.of(Path.of("other.json")), of("wide:other.json").file());
    assertEquals("model.width=96", of("model.width=96").name());
    NamedRecipe named = of("wide:model.width=96");
    assertEquals("wide", named.name());
    assertEquals("model.width=96", named.words());
    assertEquals(List.of("model.width=96"), named.assignments());
  }

  @Test
  void commasStandBetweenAssignmentsAndInsideValues() {
    String stages =
        "policy.stages=[{\"share\":1,\"turns\":null,\"channels\":true,\"suggestions\":true}]";
    NamedRecipe recipe = of(stages + ",model.width=96,loss=STABLEMAX");
    assertEquals(List.of(stages, "model.width=96", "loss=STABLEMAX"), recipe.assignments());
    assertTrue(recipe.name().matches("[\\w.,=+-]{1,60}"), recipe.name());
  }

  @Test
  void whatIsRefusedIsNamedOnce() {
    assertTrue(refused("model.wide=96").startsWith("recipe model.wide=96: model.wide: "));
    assertTrue(refused("big:model.wide=96").startsWith("recipe big model.wide=96: model.wide: "));
  }

  private static String refused(String text) {
    RecipeOverrides overrides = new RecipeOverrides();
    return assertThrows(
            RecipeOverrides.RefusedException.class,
            () -> {
              of(text).addTo(overrides);
              overrides.solving(Arc.KIND, Optional.empty());
            })
        .getMessage();
  }

  @Test
  void anEmptyRecipeIsAMistake() {
    assertThrows(UserMistake.class, () -> of(" "));
  }

  @Test
  void twoOfOneNameAreAMistake() {
    UserMistake mistake =
        assertThrows(
            UserMistake.class,
            () -> NamedRecipe.of(List.of("usual", "one/wide.json", "other/wide.json")));
    assertEquals(
        "two recipes are called wide: give one a name, as in other:other/wide.json",
        mistake.getMessage());
  }
}
