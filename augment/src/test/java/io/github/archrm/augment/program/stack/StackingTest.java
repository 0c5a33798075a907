package io.github.archrm.augment.program.stack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackingTest {
  private static byte[] cells(String digits) {
    byte[] cells = new byte[digits.length()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = (byte) (digits.charAt(i) - '0');
    }
    return cells;
  }

  private static List<Stack> stacks(int[] costs, String[] shown, String[] outputs) {
    byte[][] pieces = Arrays.stream(shown).map(StackingTest::cells).toArray(byte[][]::new);
    byte[][] targets = Arrays.stream(outputs).map(StackingTest::cells).toArray(byte[][]::new);
    int[][] sizes = new int[outputs.length + 1][];
    Arrays.fill(sizes, new int[] {2, 2});
    return Stacking.of(new Pieces(costs, pieces), targets, sizes, () -> false);
  }

  @Test
  void twoPiecesThatEachExplainAPartGiveTheWhole() {
    List<Stack> stacks =
        stacks(
            new int[] {1, 2},
            new String[] {"100070000002", "030403500080"},
            new String[] {"1304", "7350"});
    Stack last = stacks.get(stacks.size() - 1);
    assertArrayEquals(cells("130473500082"), last.cells());
    assertEquals(2, last.layers().size());
    assertEquals(2, last.cost());
  }

  @Test
  void aPieceThatContradictsADemonstrationOfTheSetIsNotLaid() {
    List<Stack> stacks =
        stacks(new int[] {0}, new String[] {"123456781111"}, new String[] {"1234", "5679"});
    for (Stack stack : stacks) {
      boolean fitsAll = stack.fitted() == 0b01;
      assertEquals(fitsAll ? 1 : 0, stack.layers().size(), () -> "fitted to " + stack.fitted());
      assertEquals(fitsAll ? 1 : Stacking.UNKNOWN, stack.cells()[8]);
    }
    assertTrue(stacks.stream().anyMatch(stack -> stack.fitted() == 0b01));
  }

  @Test
  void ofEqualPiecesTheOneWithTheShorterProgramIsLaid() {
    List<Stack> stacks =
        stacks(
            new int[] {1, 3},
            new String[] {"111122223333", "111122224444"},
            new String[] {"1111", "2222"});
    stacks.forEach(stack -> assertEquals(3, stack.cells()[8]));
  }
}
