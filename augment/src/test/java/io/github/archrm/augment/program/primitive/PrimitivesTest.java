package io.github.archrm.augment.program.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every primitive promises, on random grids and the odd ones. */
class PrimitivesTest {
  /** Those for which no direction and no order of cells matters. */
  private static final Set<String> WITHOUT_DIRECTION =
      Set.of(
          "crop",
          "blank",
          "size",
          "to origin",
          "fill",
          "holes",
          "inner part",
          "outer layer",
          "majority",
          "turn it upside down",
          "cells squared",
          "colours squared",
          "parts squared",
          "halo",
          "frame 1",
          "frame",
          "drop empty lines",
          "merge lines",
          "keep rarest",
          "keep commonest",
          "erase commonest",
          "background",
          "swap two",
          "copies in coloured cells",
          "copies in black cells",
          "copies in commonest",
          "lines",
          "drop lines",
          "at edge",
          "off edge",
          "drop dots",
          "keep dots",
          "drop small",
          "peel",
          "rim");

  /** Those that name no colour and choose none by its number. */
  private static final Set<String> WITHOUT_COLOUR =
      Set.of(
          "crop",
          "blank",
          "to origin",
          "inner part",
          "outer layer",
          "turn it left",
          "mirror it left to right",
          "flip it along the diagonal",
          "mirror where uneven",
          "rays down",
          "rays along both diagonals",
          "drop empty lines",
          "merge lines",
          "connect",
          "connect diagonals",
          "spread",
          "left half",
          "swap two",
          "with mirror across",
          "with all mirrors",
          "complete symmetry",
          "complete pattern",
          "continue rows",
          "block",
          "copies in coloured cells",
          "lines",
          "drop lines",
          "at edge",
          "drop dots",
          "top row",
          "peel",
          "cells fall down",
          "roll left",
          "behind across",
          "sort rows, fewest first",
          "sort columns, most first");

  private static List<PlacedGrid> grids(long seed) {
    Random random = new Random(seed);
    List<PlacedGrid> grids = new ArrayList<>();
    grids.add(PlacedGrid.NOTHING);
    int[][] sizes = {{1, 1}, {30, 1}, {1, 30}, {93, 1}, {30, 30}, {2, 2}, {3, 3}};
    for (int i = 0; i < 40; i++) {
      int width = i < sizes.length ? sizes[i][0] : 1 + random.nextInt(12);
      int height = i < sizes.length ? sizes[i][1] : 1 + random.nextInt(12);
      int colours = 1 + random.nextInt(9);
      int black = random.nextInt(10);
      byte[] cells = new byte[width * height];
      for (int c = 0; c < cells.length; c++) {
        cells[c] = (byte) (random.nextInt(10) < black ? 0 : random.nextInt(colours + 1));
      }
      grids.add(new PlacedGrid(random.nextInt(9) - 4, random.nextInt(9) - 4, width, height, cells));
    }
    return grids;
  }

  private static List<Group> groups(long seed) {
    List<Group> groups = new ArrayList<>();
    groups.add(Group.of(List.of()));
    groups.add(Group.of(grids(seed)));
    for (PlacedGrid grid : grids(seed + 1)) {
      for (Primitive primitive : Library.ALL) {
        if (primitive instanceof Primitive.Cut cut) {
          groups.add(Group.of(cut.function().apply(grid)));
        }
      }
    }
    return groups;
  }

  private static void check(String name, PlacedGrid made, PlacedGrid again) {
    assertTrue(
        made.width() <= PlacedGrid.SIDE && made.height() <= PlacedGrid.SIDE,
        () -> name + " made " + made.width() + "x" + made.height());
    assertEquals(made.width() * made.height(), made.cells.length, name);
    for (byte cell : made.cells) {
      assertTrue(cell >= 0 && cell < PlacedGrid.COLOURS, name);
    }
    assertEquals(made, again, name);
  }

  @Test
  void namesAreUniqueAndWordsAreThere() {
    Set<String> names = new HashSet<>();
    for (Primitive primitive : Library.ALL) {
      assertTrue(names.add(primitive.name()), () -> primitive.name() + " twice");
      assertTrue(primitive.words().matches("[a-z][^<>]*(<\\d>)?[^<>]*"), primitive.words());
    }
  }

  @Test
  void thoseThatAskForTheOutputsSizeComeLast() {
    for (int i = 0; i < Library.ALL.size(); i++) {
      boolean asks = Library.ALL.get(i) instanceof Primitive.OfSize sized && sized.outputSize();
      assertEquals(i >= Library.WITHOUT_OUTPUT_SIZE, asks, Library.ALL.get(i).name());
    }
  }

  @Test
  void gridsOfAnySortGiveGridsWithinLimitsTwiceTheSame() {
    for (PlacedGrid grid : grids(1)) {
      PlacedGrid before =
          new PlacedGrid(grid.x, grid.y, grid.width, grid.height, grid.cells.clone());
      for (Primitive primitive : Library.ALL) {
        if (primitive instanceof Primitive.OfGrid one) {
          check(primitive.name(), one.function().apply(grid), one.function().apply(grid));
        } else if (primitive instanceof Primitive.OfSize sized) {
          for (Size size : List.of(new Size(1, 1), new Size(30, 30), new Size(7, 4))) {
            check(
                primitive.name(),
                sized.function().apply(grid, size),
                sized.function().apply(grid, size));
          }
        } else if (primitive instanceof Primitive.Cut cut) {
          List<PlacedGrid> parts = cut.function().apply(grid);
          parts.forEach(part -> check(primitive.name(), part, part));
          assertEquals(parts, cut.function().apply(grid), primitive.name());
        }
        assertEquals(before, grid, () -> primitive.name() + " changed its argument");
      }
    }
  }

  @Test
  void listsOfAnySortGiveGridsWithinLimitsTwiceTheSame() {
    for (Group group : groups(2)) {
      for (Primitive primitive : Library.ALL) {
        if (primitive instanceof Primitive.Join join) {
          check(primitive.name(), join.function().apply(group), join.function().apply(group));
        } else if (primitive instanceof Primitive.OfList list) {
          Group made = list.function().apply(group);
          assertTrue(made.size() <= group.size(), primitive.name());
          assertEquals(made, list.function().apply(group), primitive.name());
        }
      }
    }
  }

  @Test
  void whatKnowsNoDirectionMakesTheSameOfATurnedGrid() {
    for (PlacedGrid grid : grids(3)) {
      for (int how = 1; how < 8; how++) {
        PlacedGrid turned = Turning.turned(grid, how);
        for (Primitive primitive : Library.ALL) {
          if (primitive instanceof Primitive.OfGrid one
              && WITHOUT_DIRECTION.contains(primitive.name())) {
            PlacedGrid first = one.function().apply(turned);
            PlacedGrid last = Turning.turned(one.function().apply(grid), how);
            assertTrue(first.looksLike(last), primitive.name());
          }
        }
      }
    }
  }

  @Test
  void whatNamesNoColourMakesTheSameOfRenamedColours() {
    int[] names = {0, 4, 7, 1, 9, 2, 8, 3, 5, 6};
    for (PlacedGrid grid : grids(4)) {
      for (Primitive primitive : Library.ALL) {
        if (primitive instanceof Primitive.OfGrid one
            && WITHOUT_COLOUR.contains(primitive.name())) {
          assertEquals(
              one.function().apply(grid).renamed(names),
              one.function().apply(grid.renamed(names)),
              primitive.name());
        }
      }
    }
  }

  @Test
  void whatGoesOnBehindIsBroughtForward() {
    byte[] crossed = {0, 2, 0, 1, 2, 1, 0, 2, 0};
    PlacedGrid grid = new PlacedGrid(0, 0, 3, 3, crossed);
    byte[] forward = {0, 2, 0, 1, 1, 1, 0, 2, 0};
    assertEquals(new PlacedGrid(0, 0, 3, 3, forward), Rays.broughtForward(grid, true, false));
    assertEquals(grid, Rays.broughtForward(grid, false, true));
  }

  @Test
  void sortedLinesAreTheSameLinesInOrder() {
    for (PlacedGrid grid : grids(5)) {
      PlacedGrid sorted = Turning.sorted(grid, true, true);
      List<String> before = rows(grid);
      List<String> after = rows(sorted);
      before.sort(null);
      for (int r = 1; r < after.size(); r++) {
        assertTrue(coloured(after.get(r - 1)) <= coloured(after.get(r)));
      }
      after.sort(null);
      assertEquals(before, after);
      assertEquals(
          sorted.cells.length == 0 ? sorted : Turning.turned(sorted, 6),
          Turning.sorted(Turning.turned(grid, 6), false, true));
    }
  }

  private static List<String> rows(PlacedGrid grid) {
    List<String> rows = new ArrayList<>();
    for (int r = 0; r < grid.height; r++) {
      StringBuilder row = new StringBuilder();
      for (int c = 0; c < grid.width; c++) {
        row.append(grid.cell(r, c));
      }
      rows.add(row.toString());
    }
    return rows;
  }

  private static long coloured(String row) {
    return row.chars().filter(c -> c != '0').count();
  }

  @Test
  void theNamesInThisTestAreThoseOfTheLibrary() {
    Set<String> names = new HashSet<>();
    Library.ALL.forEach(primitive -> names.add(primitive.name()));
    assertTrue(names.containsAll(WITHOUT_COLOUR), () -> missing(WITHOUT_COLOUR, names));
    Set<String> others = new HashSet<>(WITHOUT_DIRECTION);
    assertTrue(names.containsAll(others), () -> missing(others, names));
  }

  private static String missing(Set<String> named, Set<String> names) {
    Set<String> missing = new HashSet<>(named);
    missing.removeAll(names);
    return missing.toString();
  }
}
