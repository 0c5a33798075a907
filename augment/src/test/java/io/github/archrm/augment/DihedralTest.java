package io.github.archrm.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.Grid;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DihedralTest {
  private static final Grid GRID = Grid.of(new int[][] {{1, 2, 3}, {4, 5, 6}});

  @Test
  void eachMapDoesWhatItsNameSays() {
    Map<Dihedral, int[][]> images =
        Map.of(
            Dihedral.IDENTITY, new int[][] {{1, 2, 3}, {4, 5, 6}},
            Dihedral.ROTATE_90, new int[][] {{4, 1}, {5, 2}, {6, 3}},
            Dihedral.ROTATE_180, new int[][] {{6, 5, 4}, {3, 2, 1}},
            Dihedral.ROTATE_270, new int[][] {{3, 6}, {2, 5}, {1, 4}},
            Dihedral.FLIP_UP_DOWN, new int[][] {{4, 5, 6}, {1, 2, 3}},
            Dihedral.FLIP_LEFT_RIGHT, new int[][] {{3, 2, 1}, {6, 5, 4}},
            Dihedral.TRANSPOSE, new int[][] {{1, 4}, {2, 5}, {3, 6}},
            Dihedral.ANTI_TRANSPOSE, new int[][] {{6, 3}, {5, 2}, {4, 1}});
    images.forEach((map, image) -> assertEquals(Grid.of(image), map.apply(GRID), map::toString));
    assertEquals(8, images.size());
  }

  @Test
  void theEightFormAGroup() {
    Set<Grid> eight =
        Stream.of(Dihedral.values()).map(map -> map.apply(GRID)).collect(Collectors.toSet());
    assertEquals(8, eight.size());
    for (Dihedral first : Dihedral.values()) {
      Set<Grid> products = new HashSet<>();
      for (Dihedral second : Dihedral.values()) {
        products.add(second.apply(first.apply(GRID)));
      }
      assertEquals(eight, products, first::toString);
    }
  }

  @Test
  void theInverseUndoesFromBothSides() {
    for (Dihedral map : Dihedral.values()) {
      assertEquals(GRID, map.inverse().apply(map.apply(GRID)));
      assertEquals(GRID, map.apply(map.inverse().apply(GRID)));
      assertEquals(map, map.inverse().inverse());
    }
  }

  @Test
  void rotationsAndMirrorsDoNotAllCommute() {
    Grid one = Dihedral.ROTATE_90.apply(Dihedral.TRANSPOSE.apply(GRID));
    Grid other = Dihedral.TRANSPOSE.apply(Dihedral.ROTATE_90.apply(GRID));
    assertTrue(!one.equals(other));
  }
}
