package io.github.archrm.augment;

import io.github.archrm.augment.ViewFamily.Colours;
import io.github.archrm.augment.ViewFamily.Turns;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Symmetry.Plane;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The views of grids that may be turned, renamed and moved: a dihedral map, then what has a number:
 * which colour each colour that occurs in the task becomes, and how far down and right the grids
 * move.
 *
 * @param symmetry what keeps the rules of the puzzles
 * @param family what is wanted
 * @param renamed the colours that occur and may be renamed
 * @param dihedrals the parts
 * @param down rows that the grids may move before they leave the canvas, if they are not transposed
 * @param right columns that they may move
 */
record PlaneViews(
    Plane symmetry,
    ViewFamily family,
    List<Integer> renamed,
    List<Dihedral> dihedrals,
    int down,
    int right)
    implements ViewSpace {

  /** Views of grids, with no room to move. */
  static PlaneViews of(Plane symmetry, List<Grid> grids, ViewFamily family) {
    Turns turns = symmetry.turns() ? family.turns() : Turns.NONE;
    return new PlaneViews(
        symmetry, family, renamed(symmetry, grids, family.colours()), turns.maps(), 0, 0);
  }

  /** The same with the room on the canvas that grids of up to this size leave, if they may move. */
  PlaneViews forSize(int height, int width) {
    if (!symmetry.moves()) {
      return this;
    }
    return new PlaneViews(
        symmetry,
        family,
        renamed,
        dihedrals,
        Math.max(0, family.canvasHeight() - height),
        Math.max(0, family.canvasWidth() - width));
  }

  private static List<Integer> renamed(Plane symmetry, List<Grid> grids, Colours colours) {
    if (colours == Colours.NONE) {
      return List.of();
    }
    Set<Integer> occurring = new HashSet<>();
    for (Grid grid : grids) {
      for (int r = 0; r < grid.height(); r++) {
        for (int c = 0; c < grid.width(); c++) {
          occurring.add(grid.cell(r, c));
        }
      }
    }
    return IntStream.range(firstNamed(colours), symmetry.names())
        .boxed()
        .filter(occurring::contains)
        .toList();
  }

  @Override
  public boolean transposes() {
    return dihedrals.stream().anyMatch(Dihedral::transposes);
  }

  @Override
  public int parts() {
    return dihedrals.size();
  }

  /** How many colour permutations times translations there are: at most 10!·900. */
  @Override
  public BigInteger size() {
    long size = (down + 1L) * (right + 1L);
    int free = colours().size();
    for (int i = 0; i < renamed.size(); i++) {
      size *= free - i;
    }
    return BigInteger.valueOf(size);
  }

  /** The view with this number: mixed-radix digits for right, down and the image of each colour. */
  @Override
  public View view(int part, BigInteger number) {
    Dihedral dihedral = dihedrals.get(part);
    int rows = dihedral.transposes() ? right : down;
    int columns = dihedral.transposes() ? down : right;
    long rest = number.longValueExact();
    int toRight = (int) (rest % (columns + 1));
    rest /= columns + 1;
    int toBelow = (int) (rest % (rows + 1));
    rest /= rows + 1;
    return dihedral.then(permutation(rest)).then(new Translation(toBelow, toRight));
  }

  private View permutation(long number) {
    if (renamed.isEmpty()) {
      return View.identity();
    }
    List<Integer> free = new ArrayList<>(colours());
    Integer[] image = ColourPermutation.IDENTITY.image().toArray(Integer[]::new);
    for (int colour : renamed) {
      image[colour] = free.remove((int) (number % free.size()));
      number /= free.size() + 1;
    }
    for (int colour : colours()) {
      if (!renamed.contains(colour)) {
        image[colour] = free.remove(0);
      }
    }
    return new ColourPermutation(List.of(image));
  }

  /** The colours that change places with one another. */
  private List<Integer> colours() {
    return IntStream.range(firstNamed(family.colours()), symmetry.names()).boxed().toList();
  }

  private static int firstNamed(Colours colours) {
    return colours == Colours.KEEP_BACKGROUND ? 1 : 0;
  }
}
