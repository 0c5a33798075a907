package io.github.archrm.augment.program.primitive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** What objects look like, and choosing objects by it. */
final class Shapes {
  private Shapes() {}

  /** Those that are so, or those that are not. */
  static Group only(Group group, Predicate<PlacedGrid> test, boolean wanted) {
    boolean[] chosen = new boolean[group.members.length];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = test.test(group.members[i]) == wanted;
    }
    return group.only(chosen);
  }

  /** No black cell in its box. */
  static boolean isFull(PlacedGrid grid) {
    return grid.count() == grid.area();
  }

  static boolean isSquare(PlacedGrid grid) {
    return grid.width == grid.height;
  }

  static boolean isSingle(PlacedGrid grid) {
    return grid.area() == 1;
  }

  static boolean isLine(PlacedGrid grid) {
    return grid.area() > 1 && (grid.width == 1 || grid.height == 1);
  }

  static boolean hasHole(PlacedGrid grid) {
    return Filling.holes(grid).count() > 0;
  }

  static boolean isSymmetric(PlacedGrid grid) {
    return Symmetry.count(grid) > 0;
  }

  /** Black or 1, so that only the shape is left. */
  private static PlacedGrid shape(PlacedGrid grid) {
    return Colours.paint(grid, 1);
  }

  /** The first in order of all eight orientations. */
  private static PlacedGrid upright(PlacedGrid grid) {
    PlacedGrid best = grid;
    for (int how = 1; how < 8; how++) {
      PlacedGrid turned = Turning.turned(grid, how);
      int order = Integer.compare(turned.width, best.width);
      if (order == 0) {
        order = Arrays.compare(turned.cells, best.cells);
      }
      best = order < 0 ? turned : best;
    }
    return best;
  }

  /** For each member how many members, itself included, have its shape in any orientation. */
  static int[] sameShape(PlacedGrid[] members) {
    PlacedGrid[] shapes = new PlacedGrid[members.length];
    for (int i = 0; i < shapes.length; i++) {
      shapes[i] = upright(shape(members[i]));
    }
    return alike(shapes);
  }

  /** For each member how many members, itself included, have its size and cells. */
  static int[] sameLook(PlacedGrid[] members) {
    return alike(members);
  }

  private static int[] alike(PlacedGrid[] members) {
    int[] times = new int[members.length];
    for (int i = 0; i < times.length; i++) {
      for (PlacedGrid other : members) {
        times[i] += members[i].looksLike(other) ? 1 : 0;
      }
    }
    return times;
  }

  /** For each member how many members, itself included, have its commonest colour. */
  static int[] sameColour(PlacedGrid[] members) {
    int[] times = new int[members.length];
    for (int i = 0; i < times.length; i++) {
      for (PlacedGrid other : members) {
        times[i] += members[i].majority() == other.majority() ? 1 : 0;
      }
    }
    return times;
  }

  /** Only the objects, of any colours, that touch the edge, or only the others. */
  static PlacedGrid touching(PlacedGrid grid, boolean edge) {
    List<PlacedGrid> kept = new ArrayList<>();
    for (PlacedGrid part : Dividing.objects(grid, true, true)) {
      boolean touches =
          part.x == grid.x
              || part.y == grid.y
              || part.x + part.width == grid.x + grid.width
              || part.y + part.height == grid.y + grid.height;
      if (touches == edge) {
        kept.add(part);
      }
    }
    return laid(grid, kept);
  }

  /** Without objects, of any colours, of so few cells; or only those. */
  static PlacedGrid bySize(PlacedGrid grid, int most, boolean small) {
    List<PlacedGrid> kept = new ArrayList<>();
    for (PlacedGrid part : Dividing.objects(grid, true, true)) {
      if (part.count() <= most == small) {
        kept.add(part);
      }
    }
    return laid(grid, kept);
  }

  /** Parts back on a blank grid of the size of the whole. */
  private static PlacedGrid laid(PlacedGrid whole, List<PlacedGrid> parts) {
    byte[] cells = new byte[whole.cells.length];
    for (PlacedGrid part : parts) {
      for (int i = 0; i < part.cells.length; i++) {
        if (part.cells[i] != 0) {
          int r = part.y - whole.y + i / part.width;
          int c = part.x - whole.x + i % part.width;
          cells[r * whole.width + c] = part.cells[i];
        }
      }
    }
    return whole.with(cells);
  }

  /** The areas of black, edge neighbours joined, each as an object in colour 1. */
  static List<PlacedGrid> blackAreas(PlacedGrid grid) {
    return Dividing.objects(Colours.paint(Colours.negative(grid), 1), true, false);
  }

  /** Objects of many colours on the commonest colour, which is dropped. */
  static List<PlacedGrid> onBackground(PlacedGrid grid, boolean diagonal) {
    return Dividing.objects(Colours.withoutCommonest(grid), false, diagonal);
  }

  /** What rectangles of one colour and one cell's thickness enclose. */
  static List<PlacedGrid> insideFrames(PlacedGrid grid) {
    List<PlacedGrid> parts = new ArrayList<>();
    for (PlacedGrid part : Dividing.objects(grid, true, false)) {
      if (part.width < 3 || part.height < 3 || !framed(part)) {
        continue;
      }
      parts.add(
          grid.part(part.y - grid.y + 1, part.x - grid.x + 1, part.width - 2, part.height - 2));
    }
    return parts;
  }

  private static boolean framed(PlacedGrid part) {
    for (int i = 0; i < part.cells.length; i++) {
      int r = i / part.width;
      int c = i % part.width;
      boolean edge = r == 0 || c == 0 || r == part.height - 1 || c == part.width - 1;
      if (edge && part.cells[i] == 0) {
        return false;
      }
    }
    return true;
  }
}
