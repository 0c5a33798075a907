package io.github.archrm.augment.program.primitive;

import java.util.List;

/**
 * One typed function of placed grids, an idea that a person has a name for.
 *
 * <p>A primitive is a pure function of its argument. It takes anything, {@link PlacedGrid#NOTHING}
 * and empty lists included, never throws, and gives grids with sides of at most {@link
 * PlacedGrid#SIDE}. All are declared in {@link Library}.
 */
public sealed interface Primitive {
  /** Short and unique, as in {@code keep colour 3}. */
  String name();

  /**
   * What it does, as an order: "crop to what is coloured". A colour stands as {@code <3>}, since
   * the colours that programs see are roles, which are named only for the reader.
   */
  String words();

  /** One grid to one grid; of a list, each member. */
  record OfGrid(String name, String words, OnGrid function) implements Primitive {}

  /** One grid to one grid of a size, the input's or the output's. */
  record OfSize(String name, String words, boolean outputSize, OnSize function)
      implements Primitive {}

  /** One grid to a list of its parts. */
  record Cut(String name, String words, Cutting function) implements Primitive {}

  /** A list to one grid. */
  record Join(String name, String words, Joining function) implements Primitive {}

  /** A list to a list. */
  record OfList(String name, String words, OnList function) implements Primitive {}

  /** {@link OfGrid}'s function. */
  @FunctionalInterface
  interface OnGrid {
    PlacedGrid apply(PlacedGrid grid);
  }

  /** {@link OfSize}'s function. */
  @FunctionalInterface
  interface OnSize {
    PlacedGrid apply(PlacedGrid grid, Size size);
  }

  /** {@link Cut}'s function. */
  @FunctionalInterface
  interface Cutting {
    List<PlacedGrid> apply(PlacedGrid grid);
  }

  /** {@link Join}'s function. */
  @FunctionalInterface
  interface Joining {
    PlacedGrid apply(Group group);
  }

  /** {@link OfList}'s function. */
  @FunctionalInterface
  interface OnList {
    Group apply(Group group);
  }
}
