package io.github.archrm.augment;

import io.github.archrm.tasks.Grid;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Renames ARC's ten colours; {@link Grid#OUTSIDE} and symbols that are not colours stay.
 *
 * @param image what colour 0 becomes, what colour 1 becomes, … up to colour 9
 */
public record ColourPermutation(List<Integer> image) implements View {
  /** How many colours there are. */
  public static final int COLOURS = 10;

  /** Every colour keeps its name. */
  public static final ColourPermutation IDENTITY =
      new ColourPermutation(IntStream.range(0, COLOURS).boxed().toList());

  /**
   * @throws IllegalArgumentException if the image is not each of the ten colours once
   */
  public ColourPermutation {
    image = List.copyOf(image);
    if (!image.stream().sorted().toList().equals(IntStream.range(0, COLOURS).boxed().toList())) {
      throw new IllegalArgumentException("not a permutation of the ten colours: " + image);
    }
  }

  @Override
  public boolean isIdentity() {
    return equals(IDENTITY);
  }

  @Override
  public String words() {
    return image.stream().map(String::valueOf).collect(Collectors.joining("", "colours ", ""));
  }

  /** The permutation that undoes this one. */
  public ColourPermutation inverse() {
    return new ColourPermutation(IntStream.range(0, COLOURS).mapToObj(image::indexOf).toList());
  }

  @Override
  public Grid apply(Grid grid) {
    return Grid.generate(
        grid.height(),
        grid.width(),
        (row, column) -> {
          int symbol = grid.cell(row, column);
          return symbol >= 0 && symbol < COLOURS ? image.get(symbol) : symbol;
        });
  }

  @Override
  public Grid undo(Grid grid) {
    return inverse().apply(grid);
  }
}
