package io.github.archrm.tasks.draw;

import java.util.List;

/** What the ten colours are called. */
public final class ColourNames {
  private static final List<String> NAMES =
      List.of(
          "black",
          "blue",
          "red",
          "green",
          "yellow",
          "grey",
          "magenta",
          "orange",
          "light blue",
          "maroon");

  private ColourNames() {}

  /**
   * The name of a colour.
   *
   * @throws IndexOutOfBoundsException if it is not 0 to 9
   */
  public static String of(int colour) {
    return NAMES.get(colour);
  }
}
