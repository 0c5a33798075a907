package io.github.archrm.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViewTest {

  @Test
  void undoingGivesTheGridBack() {
    for (View view : manyViews()) {
      for (Grid grid : Grids.many(1)) {
        assertEquals(grid, view.undo(view.apply(grid)), view::toString);
      }
    }
  }

  @Test
  void differentGridsStayDifferent() {
    Set<Grid> grids = new HashSet<>(Grids.many(2));
    for (View view : manyViews()) {
      Set<Grid> images = new HashSet<>();
      grids.forEach(grid -> images.add(view.apply(grid)));
      assertEquals(grids.size(), images.size(), view::toString);
    }
  }

  @Test
  void onlyTheIdentityLeavesEveryGridAsItIs() {
    for (View view : manyViews()) {
      boolean unchanged = Grids.many(3).stream().allMatch(grid -> view.apply(grid).equals(grid));
      assertEquals(view.isIdentity(), unchanged, view::toString);
    }
    assertTrue(View.identity().isIdentity());
  }

  @Test
  void transposesTellsThatHeightAndWidthChangePlaces() {
    for (View view : manyViews()) {
      int grown =
          view.apply(Grids.filled(1, 30, 5)).height() - view.apply(Grids.filled(1, 1, 5)).height();
      assertEquals(view.transposes() ? 29 : 0, grown, view::toString);
    }
  }

  @Test
  void aViewOfAnExampleIsTheViewOfBothSides() {
    Grid input = Grid.of(new int[][] {{1, 2}});
    Grid output = Grid.of(new int[][] {{3}, {4}});
    assertEquals(
        new Example(Grid.of(new int[][] {{1}, {2}}), Grid.of(new int[][] {{3, 4}})),
        Dihedral.TRANSPOSE.apply(new Example(input, output)));
  }

  @Test
  void thenDropsIdentities() {
    Translation moved = new Translation(1, 0);
    assertSame(moved, View.identity().then(moved));
    assertSame(View.identity(), View.identity().then(new Translation(0, 0)));
    assertSame(moved, moved.then(ColourPermutation.IDENTITY));
    assertEquals(new Composition(Dihedral.ROTATE_90, moved), Dihedral.ROTATE_90.then(moved));
  }

  @Test
  void aCompositionAppliesTheFirstViewFirst() {
    Grid grid = Grid.of(new int[][] {{1, 2}});
    View view = Dihedral.TRANSPOSE.then(new Translation(1, 0));
    assertEquals(Grid.of(new int[][] {{Grid.OUTSIDE}, {1}, {2}}), view.apply(grid));
  }

  @Test
  void aTranslationPutsOutsideAboveAndLeft() {
    assertEquals(
        Grid.of(new int[][] {{-1, -1, -1, -1}, {-1, -1, 1, 2}}),
        new Translation(1, 2).apply(Grid.of(new int[][] {{1, 2}})));
  }

  @Test
  void undoingATranslationCutsWhateverIsThere() {
    Grid prediction = Grid.of(new int[][] {{7, 7, 7}, {7, 1, 2}});
    assertEquals(Grid.of(new int[][] {{1, 2}}), new Translation(1, 1).undo(prediction));
  }

  @Test
  void undoingATranslationRefusesAGridThatIsTooSmall() {
    Translation translation = new Translation(2, 3);
    for (Grid grid : List.of(Grids.filled(2, 9, 0), Grids.filled(9, 3, 0))) {
      assertThrows(IllegalArgumentException.class, () -> translation.undo(grid));
    }
    assertEquals(Grids.filled(1, 1, 0), translation.undo(Grids.filled(3, 4, 0)));
  }

  @Test
  void translationsUpOrLeftAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Translation(-1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Translation(0, -1));
  }

  @Test
  void onlyBijectionsOfTheTenColoursArePermutations() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ColourPermutation(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 8)));
    assertThrows(IllegalArgumentException.class, () -> new ColourPermutation(List.of(1, 0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ColourPermutation(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)));
  }

  @Test
  void coloursAreRenamedAndOtherSymbolsStay() {
    ColourPermutation next = new ColourPermutation(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 0));
    assertEquals(
        Grid.of(new int[][] {{1, 0, Grid.OUTSIDE, 16}}),
        next.apply(Grid.of(new int[][] {{0, 9, Grid.OUTSIDE, 16}})));
    assertFalse(next.isIdentity());
    assertEquals(new ColourPermutation(List.of(9, 0, 1, 2, 3, 4, 5, 6, 7, 8)), next.inverse());
  }

  private static List<View> manyViews() {
    Random random = new Random(4);
    List<View> views = new ArrayList<>(List.of(Dihedral.values()));
    views.add(ColourPermutation.IDENTITY);
    views.add(new Translation(0, 0));
    views.add(new Translation(29, 0));
    for (int i = 0; i < 20; i++) {
      List<Integer> image = new ArrayList<>(ColourPermutation.IDENTITY.image());
      Collections.shuffle(image, random);
      views.add(new ColourPermutation(image));
      views.add(new Translation(random.nextInt(20), random.nextInt(20)));
    }
    for (int i = 0; i < 40; i++) {
      View first = views.get(random.nextInt(views.size()));
      View second = views.get(random.nextInt(views.size()));
      View third = views.get(random.nextInt(views.size()));
      views.add(first.then(second));
      views.add(new Composition(new Composition(first, second), third));
    }
    return views;
  }
}
