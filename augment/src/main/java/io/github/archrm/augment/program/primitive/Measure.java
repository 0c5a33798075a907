package io.github.archrm.augment.program.primitive;

import java.util.function.ToIntFunction;

/** A number that tells members of a list apart. */
public enum Measure {
  CELLS("coloured cells", PlacedGrid::count),
  BOX("area", PlacedGrid::area),
  COLOURS("colours", PlacedGrid::distinctColours),
  ROW("distance from the top", grid -> grid.y),
  COLUMN("distance from the left", grid -> grid.x),
  OBJECTS("separate parts", Components::count),
  GAPS("black cells within its coloured part", Measure::gaps),
  HOLES("enclosed cells", grid -> Filling.holes(grid).count()),
  SYMMETRIES("symmetries", Symmetry::count),
  SAME_LOOK(Shapes::sameLook, "copies"),
  SAME_SHAPE(Shapes::sameShape, "others of its shape"),
  SAME_COLOUR(Shapes::sameColour, "others of its colour");

  /** One number for each member of a list. */
  @FunctionalInterface
  private interface OfAll {
    int[] of(PlacedGrid[] members);
  }

  private final String words;
  private final OfAll function;

  Measure(String words, ToIntFunction<PlacedGrid> function) {
    this(
        members -> {
          int[] values = new int[members.length];
          for (int i = 0; i < members.length; i++) {
            values[i] = function.applyAsInt(members[i]);
          }
          return values;
        },
        words);
  }

  Measure(OfAll function, String words) {
    this.words = words;
    this.function = function;
  }

  String words() {
    return words;
  }

  int[] of(PlacedGrid[] members) {
    return function.of(members);
  }

  private static int gaps(PlacedGrid grid) {
    PlacedGrid part = Cropping.toColoured(grid);
    return part.area() - part.count();
  }
}
