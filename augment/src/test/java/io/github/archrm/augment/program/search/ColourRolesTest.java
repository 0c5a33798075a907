package io.github.archrm.augment.program.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.archrm.augment.program.primitive.PlacedGrid;
import io.github.archrm.tasks.Grid;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColourRolesTest {
  private static PlacedGrid grid(int[]... rows) {
    return PlacedGrid.of(Grid.of(rows));
  }

  @Test
  void everyInputsNamesAreAPermutationThatKeepsBlack() {
    List<PlacedGrid> inputs = List.of(grid(new int[] {1, 2, 2, 0}), grid(new int[] {5, 5, 3, 0}));
    ColourRoles roles = new ColourRoles(inputs, inputs);
    for (PlacedGrid input : List.of(inputs.get(0), inputs.get(1), grid(new int[] {7, 7, 8, 9}))) {
      int[] names = roles.names(input);
      assertEquals(0, names[0]);
      int[] sorted = names.clone();
      Arrays.sort(sorted);
      assertEquals(IntStream.range(0, 10).boxed().toList(), Arrays.stream(sorted).boxed().toList());
    }
  }

  @Test
  void coloursOfOnePartShareAName() {
    List<PlacedGrid> inputs =
        List.of(grid(new int[] {1, 1, 1, 1, 2}), grid(new int[] {6, 6, 6, 6, 4}));
    List<PlacedGrid> outputs = List.of(grid(new int[] {1}), grid(new int[] {6}));
    ColourRoles roles = new ColourRoles(inputs, outputs);
    assertEquals(roles.names(inputs.get(0))[1], roles.names(inputs.get(1))[6]);
    assertEquals(roles.names(inputs.get(0))[2], roles.names(inputs.get(1))[4]);
    PlacedGrid test = grid(new int[] {3, 9, 9, 9, 9});
    assertEquals(roles.names(inputs.get(0))[1], roles.names(test)[9]);
    assertEquals("the commonest colour", roles.words(roles.names(test)[9]));
  }

  @Test
  void aColourThatIsNewInAllOutputsKeepsOneName() {
    List<PlacedGrid> inputs = List.of(grid(new int[] {1, 1, 2}), grid(new int[] {3, 3, 5}));
    List<PlacedGrid> outputs = List.of(grid(new int[] {8}), grid(new int[] {8}));
    ColourRoles roles = new ColourRoles(inputs, outputs);
    assertEquals(roles.names(inputs.get(0))[8], roles.names(inputs.get(1))[8]);
  }
}
