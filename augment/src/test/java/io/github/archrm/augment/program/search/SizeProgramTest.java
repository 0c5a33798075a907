package io.github.archrm.augment.program.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.augment.program.primitive.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class SizeProgramTest {
  private static Size[] sizes(int... sides) {
    Size[] sizes = new Size[sides.length / 2];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = new Size(sides[2 * i], sides[2 * i + 1]);
    }
    return sizes;
  }

  private static Size told(List<Size[]> seeds, List<Size> targets) {
    return SizeProgram.tell(seeds, targets, 1, 2).get(0).sizes().get(0);
  }

  @Test
  void aMultipleOfAProgramsSizeIsTold() {
    assertEquals(
        new Size(12, 6),
        told(List.<Size[]>of(sizes(3, 4, 5, 5, 6, 3)), List.of(new Size(6, 8), new Size(10, 10))));
  }

  @Test
  void aMarginIsTold() {
    assertEquals(
        new Size(8, 5),
        told(List.<Size[]>of(sizes(3, 4, 5, 5, 6, 3)), List.of(new Size(5, 6), new Size(7, 7))));
  }

  @Test
  void twoProgramsSideBySideAreTold() {
    assertEquals(
        new Size(9, 2),
        told(
            List.of(sizes(3, 4, 5, 3, 2, 2), sizes(1, 4, 4, 3, 7, 2)),
            List.of(new Size(4, 4), new Size(9, 3))));
  }

  @Test
  void aConstantSideIsToldApartFromTheOther() {
    assertEquals(
        new Size(1, 9),
        told(List.<Size[]>of(sizes(3, 4, 5, 7, 2, 9)), List.of(new Size(1, 4), new Size(1, 7))));
  }

  @Test
  void theSecondReadingDiffersFromTheFirst() {
    List<SizeProgram.Told> both =
        SizeProgram.tell(
            List.of(sizes(3, 3, 3, 3, 5, 5), sizes(3, 3, 3, 3, 4, 4)),
            List.of(new Size(3, 3), new Size(3, 3)),
            1,
            2);
    assertEquals(2, both.size());
    assertTrue(!both.get(0).sizes().equals(both.get(1).sizes()));
  }

  @Test
  void anOutputMayBeLargerThanThoseOfArc() {
    assertEquals(
        new Size(32, 34),
        told(
            List.<Size[]>of(sizes(5, 4, 8, 8, 15, 15, 16, 17)),
            List.of(new Size(10, 8), new Size(16, 16), new Size(30, 30))));
  }

  @Test
  void ofTwoReadingsThatFitTheOneWithinArcComesFirst() {
    assertEquals(
        new Size(19, 19),
        told(List.of(sizes(3, 3, 16, 16), sizes(3, 3, 16, 16)), List.of(new Size(6, 6))));
  }

  @Test
  void sizesThatNothingTellsStayUnknown() {
    assertTrue(
        SizeProgram.tell(List.<Size[]>of(sizes(1, 1, 2, 2)), List.of(new Size(40, 40)), 1, 2)
            .isEmpty());
  }
}
