package io.github.archrm.augment.program.primitive;

import io.github.archrm.augment.program.primitive.Primitive.Cut;
import io.github.archrm.augment.program.primitive.Primitive.Cutting;
import io.github.archrm.augment.program.primitive.Primitive.Join;
import io.github.archrm.augment.program.primitive.Primitive.Joining;
import io.github.archrm.augment.program.primitive.Primitive.OfGrid;
import io.github.archrm.augment.program.primitive.Primitive.OfList;
import io.github.archrm.augment.program.primitive.Primitive.OfSize;
import io.github.archrm.augment.program.primitive.Primitive.OnGrid;
import io.github.archrm.augment.program.primitive.Primitive.OnList;
import io.github.archrm.augment.program.primitive.Primitive.OnSize;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Every primitive there is. To add one: write its function in the class of its subject, add one
 * line here, and run the property tests. It is long because it is the one list of them all: the
 * 2020 solver's in {@link #all}, those that go beyond it in {@link #beyond}.
 *
 * <p>Longer than other classes because it is one list, a line or two for each primitive.
 */
public final class Library {
  /** A list laid back where its members were; ends programs beyond the depth of the search. */
  public static final Join OVERLAY =
      new Join("overlay", "lay them where they were, small ones on top", Laying::overlay);

  public static final OfGrid TO_ORIGIN =
      new OfGrid("to origin", "move it to the top left corner", Cropping::toOrigin);

  public static final OfSize EMBED =
      new OfSize("embed in output", "cut or pad it to the output's size", true, Resizing::embed);

  /** Those that do not ask for the size of the output, then those that do. */
  public static final List<Primitive> ALL = all();

  /** How many of {@link #ALL} do not ask for the size of the output; they come first. */
  public static final int WITHOUT_OUTPUT_SIZE =
      (int) ALL.stream().filter(p -> !(p instanceof OfSize sized) || !sized.outputSize()).count();

  private Library() {}

  /** All that is coloured in one colour; ends programs beyond the depth of the search. */
  public static OfGrid paint(int colour) {
    return new OfGrid(
        "paint " + colour, "paint it <" + colour + ">", grid -> Colours.paint(grid, colour));
  }

  private static List<Primitive> all() {
    Declared the = new Declared();
    for (int c = 0; c < PlacedGrid.COLOURS; c++) {
      int colour = c;
      the.grid(
          "keep colour " + c,
          c == 0 ? "colour what is black and blacken the rest" : "keep only <" + c + ">",
          grid -> Colours.keep(grid, colour));
    }
    for (int c = 1; c < PlacedGrid.COLOURS; c++) {
      int colour = c;
      the.grid("erase colour " + c, "erase <" + c + ">", grid -> Colours.erase(grid, colour));
    }
    the.grid("crop", "crop to what is coloured", Cropping::toColoured);
    the.grid("dot", "mark where it begins", Cropping::dot);
    the.grid("blank", "blank it", grid -> Cropping.toOrigin(Cropping.rectangle(grid, 0)));
    the.grid(
        "size",
        "fill its size with its commonest colour",
        grid -> Cropping.toOrigin(Cropping.rectangle(grid, grid.majority())));
    the.grid("blank box", "blank its box", grid -> Cropping.rectangle(grid, 0));
    the.grid(
        "box",
        "fill its box with its commonest colour",
        grid -> Cropping.rectangle(grid, grid.majority()));
    the.grid(TO_ORIGIN);
    the.grid("fill", "fill what it encloses", Filling::filled);
    the.grid("holes", "keep only what it encloses", Filling::holes);
    the.grid("inner part", "keep only its inside", Filling::innerPart);
    the.grid("outer layer", "keep only its outer layer", Filling::outerLayer);
    the.grid("centre", "mark its centre", Cropping::centre);
    the.grid("majority", "take its commonest colour", Colours::majority);
    String[] turns = {
      "turn it left",
      "turn it upside down",
      "turn it right",
      "mirror it left to right",
      "mirror it top to bottom",
      "flip it along the diagonal",
      "flip it along the other diagonal"
    };
    for (int i = 0; i < turns.length; i++) {
      int how = i + 1;
      the.grid(turns[i], turns[i], grid -> Turning.turned(grid, how));
    }
    the.grid(
        "mirror where uneven", "mirror it across its heavier side", Turning::mirroredWhereUneven);
    the.number("cells", "coloured cells", PlacedGrid::count);
    the.number("colours", "colours", PlacedGrid::distinctColours);
    the.number("parts", "separate parts", Components::count);
    String[] ways = {
      "right",
      "left",
      "down",
      "up",
      "left and right",
      "up and down",
      "to all four sides",
      "down right",
      "up left",
      "up right",
      "down left",
      "along one diagonal",
      "along the other diagonal",
      "along both diagonals",
      "in all eight directions"
    };
    int[] directions = {1, 2, 4, 8, 3, 12, 15, 16, 32, 64, 128, 48, 192, 240, 255};
    for (int i = 0; i < ways.length; i++) {
      int mask = directions[i];
      the.grid("rays " + ways[i], "send rays " + ways[i], grid -> Rays.smear(grid, mask));
    }
    the.grid("halo", "surround it with a layer", Filling::halo);
    the.grid("frame 1", "frame it", grid -> Cropping.framed(grid, 1));
    the.grid(
        "frame",
        "frame it in its commonest colour",
        grid -> Cropping.framed(grid, grid.majority()));
    the.grid("drop empty lines", "remove empty rows and columns", Cropping::withoutEmptyLines);
    the.grid("merge lines", "merge equal rows and columns", Cropping::withoutRepeatedLines);
    the.grid(
        "connect in rows", "join equal colours in rows", grid -> Rays.connect(grid, true, false));
    the.grid(
        "connect in columns",
        "join equal colours in columns",
        grid -> Rays.connect(grid, false, true));
    the.grid(
        "connect",
        "join equal colours in rows and columns",
        grid -> Rays.connect(grid, true, true));
    the.grid("spread", "let its colours grow", grid -> Filling.spread(grid, -1));
    the.grid(
        "spread others",
        "let all but its commonest colour grow",
        grid -> Filling.spread(grid, grid.majority()));
    String[] sides = {"left", "right", "upper", "lower"};
    for (int i = 0; i < sides.length; i++) {
      int side = i;
      the.grid(
          sides[i] + " half", "take the " + sides[i] + " half", grid -> Cropping.half(grid, side));
    }

    the.cut("cut", "cut it apart", Dividing::cut);
    the.cut("by colour", "take it apart by colour", Dividing::byColour);
    the.cut("regions", "take each object", grid -> Dividing.objects(grid, true, false));
    the.cut("columns", "take each column", Dividing::columns);
    the.cut("rows", "take each row", Dividing::rows);
    the.cut("in corner marks", "take what lies in corner marks", Dividing::withinCornerMarks);
    String[] falls = {"right", "left", "down", "up"};
    for (int i = 0; i < falls.length; i++) {
      int direction = i;
      the.cut(
          "fall " + falls[i],
          "let its objects slide " + falls[i],
          grid -> Moving.fall(grid, direction));
    }

    for (Measure measure : Measure.values()) {
      for (boolean most : new boolean[] {true, false}) {
        if (!most && (measure == Measure.COLOURS || measure == Measure.OBJECTS)) {
          continue;
        }
        String by = (most ? "most " : "least ") + measure.words();
        the.join(
            "first with " + by,
            "take the one with the " + by,
            group -> Picking.first(group, measure, most));
        the.list(
            "all with " + by,
            "keep those with the " + by,
            group -> Picking.all(group, measure, most, false));
        the.list(
            "all but " + by,
            "drop those with the " + by,
            group -> Picking.all(group, measure, most, true));
      }
    }
    the.join("own colour", "take the one with a colour of its own", Picking::ownColour);
    the.add(OVERLAY);
    the.join("in line", "put them side by side in their order", Laying::inLine);
    the.join("join across", "put them side by side by size", group -> Laying.byArea(group, false));
    the.join("join down", "stack them by size", group -> Laying.byArea(group, true));

    beyond(the);
    for (boolean output : new boolean[] {false, true}) {
      the.size("continue", "continue its pattern", output, Patterns::continued);
      the.size("embed", "cut or pad it", output, Resizing::embed);
      the.size("wrap", "wrap it", output, Resizing::wrap);
      the.size("stretch", "stretch it", output, Resizing::stretch);
      the.size("tile", "repeat it", output, (grid, size) -> Resizing.tile(grid, size, 0));
      the.size(
          "tile 1", "repeat it with gaps", output, (grid, size) -> Resizing.tile(grid, size, 1));
      the.size(
          "mirror tile",
          "repeat it mirrored",
          output,
          (grid, size) -> Resizing.mirrorTile(grid, size, 0));
      the.size(
          "mirror tile 1",
          "repeat it mirrored with gaps",
          output,
          (grid, size) -> Resizing.mirrorTile(grid, size, 1));
    }
    return List.copyOf(the.list);
  }

  private static void beyond(Declared the) {
    the.grid("keep rarest", "keep only its rarest colour", Colours::rarest);
    the.grid("keep commonest", "keep only its commonest colour", Colours::commonest);
    the.grid("erase commonest", "erase its commonest colour", Colours::withoutMajority);
    the.grid("background", "take its commonest colour for black", Colours::withoutCommonest);
    the.grid("swap two", "swap its two colours", Colours::twoSwapped);
    the.grid("with mirror across", "add its mirror image left to right", g -> Symmetry.with(g, 4));
    the.grid("with mirror down", "add its mirror image top to bottom", g -> Symmetry.with(g, 5));
    the.grid(
        "with both mirrors", "add its mirror images both ways", g -> Symmetry.withAll(g, 4, 5));
    the.grid("with diagonal mirror", "add its diagonal mirror image", g -> Symmetry.with(g, 6));
    the.grid("with turns", "add its quarter turns", g -> Symmetry.withAll(g, 2, 1));
    the.grid("with all mirrors", "add all its mirror images", g -> Symmetry.withAll(g, 4, 5, 6));
    the.grid("complete symmetry", "complete its symmetry", Symmetry::completed);
    the.grid("complete pattern", "complete its pattern", Patterns::completed);
    the.grid("continue rows", "continue each row", g -> Patterns.linesContinued(g, true));
    the.grid("continue columns", "continue each column", g -> Patterns.linesContinued(g, false));
    the.grid("continue diagonals", "continue its diagonals", Patterns::diagonalsContinued);
    the.grid(
        "largest black rectangle",
        "mark its largest black rectangle",
        Filling::largestBlackRectangle);
    the.grid("smooth", "smooth it", Filling::smooth);
    the.grid(
        "behind across",
        "bring forward what goes on behind in rows",
        g -> Rays.broughtForward(g, true, false));
    the.grid(
        "behind down",
        "bring forward what goes on behind in columns",
        g -> Rays.broughtForward(g, false, true));
    the.grid(
        "behind",
        "bring forward what goes on behind in rows and columns",
        g -> Rays.broughtForward(g, true, true));
    for (boolean rising : new boolean[] {true, false}) {
      String most = rising ? "fewest first" : "most first";
      the.grid(
          "sort rows, " + most,
          "sort its rows by coloured cells, " + most,
          g -> Turning.sorted(g, true, rising));
      the.grid(
          "sort columns, " + most,
          "sort its columns by coloured cells, " + most,
          g -> Turning.sorted(g, false, rising));
    }
    the.join(
        "at shared colour", "fit them together at the colour they share", Laying::atSharedColour);
    the.grid("block", "take the block that it repeats", Patterns::block);
    the.grid(
        "copies in coloured cells",
        "put a small copy of it in each of its coloured cells",
        g -> Patterns.selfProduct(g, 0, true));
    the.grid(
        "copies in black cells",
        "put a small copy of it in each of its black cells",
        g -> Patterns.selfProduct(g, 0, false));
    the.grid(
        "copies in commonest",
        "put a small copy of it in each cell of its commonest colour",
        g -> Patterns.selfProduct(g, g.majority(), false));
    the.grid(
        "copies in rarest",
        "put a small copy of it in each cell of its rarest colour",
        g -> Patterns.selfProduct(g, Colours.rarest(g).majority(), false));
    the.grid("lines", "keep only full lines", Panels::lines);
    the.grid("drop lines", "remove full lines", Panels::withoutLines);
    the.grid("at edge", "keep what touches the edge", g -> Shapes.touching(g, true));
    the.grid("off edge", "keep what does not touch the edge", g -> Shapes.touching(g, false));
    the.grid("drop dots", "drop single cells", g -> Shapes.bySize(g, 1, false));
    the.grid("keep dots", "keep only single cells", g -> Shapes.bySize(g, 1, true));
    the.grid("drop small", "drop objects of up to three cells", g -> Shapes.bySize(g, 3, false));
    String[] sides = {"top row", "bottom row", "left column", "right column"};
    for (int i = 0; i < sides.length; i++) {
      int side = i;
      the.grid(sides[i], "take the " + sides[i], g -> Cropping.edge(g, side));
    }
    the.grid("peel", "peel off its outermost cells", Cropping::peeled);
    the.grid("rim", "mark the edge of its box", Cropping::rim);
    the.grid("near by edge", "surround it on four sides", g -> Filling.near(g, false));
    the.grid("near by corner", "mark what touches it by a corner", g -> Filling.near(g, true));
    String[] ways = {"right", "left", "down", "up"};
    for (int i = 0; i < ways.length; i++) {
      int direction = i;
      the.grid(
          "cells fall " + ways[i],
          "let its cells slide " + ways[i],
          g -> Moving.cellsFall(g, direction));
      the.grid("roll " + ways[i], "roll it one step " + ways[i], g -> Moving.rolled(g, direction));
      the.grid(
          "shoot " + ways[i],
          "shoot rays " + ways[i] + " from its rarest colour",
          g -> Rays.shot(g, 1 << direction));
    }
    the.grid(
        "shoot to all sides",
        "shoot rays to all sides from its rarest colour",
        g -> Rays.shot(g, 15));
    the.grid(
        "shoot diagonally", "shoot diagonal rays from its rarest colour", g -> Rays.shot(g, 240));
    the.grid("connect diagonals", "join equal colours on diagonals", Rays::connectDiagonals);

    the.cut("objects", "take each object, corners joined", g -> Dividing.objects(g, true, true));
    the.cut("clusters", "take each object of any colours", g -> Dividing.objects(g, false, true));
    the.cut(
        "tight clusters",
        "take each object of any colours, corners apart",
        g -> Dividing.objects(g, false, false));
    the.cut(
        "on background", "take each object on its background", g -> Shapes.onBackground(g, true));
    the.cut("black areas", "take each black area", Shapes::blackAreas);
    the.cut("halves across", "take its left and right half", g -> Panels.halves(g, true));
    the.cut("halves down", "take its upper and lower half", g -> Panels.halves(g, false));
    the.cut("quarters", "take its quarters", Panels::quarters);
    the.cut("squares", "divide it into squares", Panels::squares);
    the.cut("between lines", "divide it at its full lines", Panels::betweenLines);
    the.cut("inside frames", "take what frames enclose", Shapes::insideFrames);

    the.join(
        "all of them",
        "keep the cells coloured in all of them",
        g -> Panels.combined(g, (k, n) -> k == n));
    the.join(
        "one of them",
        "keep the cells coloured in only one of them",
        g -> Panels.combined(g, (k, n) -> k == 1));
    the.join(
        "none of them",
        "colour the cells black in all of them",
        g -> Panels.combined(g, (k, n) -> k == 0));
    the.join(
        "not all of them",
        "colour the cells not coloured in all of them",
        g -> Panels.combined(g, (k, n) -> k < n));
    the.join(
        "first but second", "take the first without the second", g -> Panels.difference(g, false));
    the.join(
        "second but first", "take the second without the first", g -> Panels.difference(g, true));
    the.join(
        "first on top",
        "lay them on each other, the first on top",
        g -> Panels.onEachOther(g, true));
    the.join(
        "last on top",
        "lay them on each other, the last on top",
        g -> Panels.onEachOther(g, false));
    for (boolean down : new boolean[] {false, true}) {
      String where = down ? "a column" : "a row";
      for (boolean most : new boolean[] {true, false}) {
        String first = most ? "largest first" : "smallest first";
        the.join(
            "colours in " + where + ", " + first,
            "show their colours in " + where + ", " + first,
            g -> Listing.colours(g, Measure.CELLS, most, down));
        the.join(
            "bars in " + where + ", " + first,
            "show them as bars, " + first,
            g -> Listing.bars(g, most, down));
        the.join(
            "join in " + where + ", " + first,
            "put them in " + where + ", " + first,
            g -> Listing.joined(g, Measure.CELLS, most, down, 0));
      }
      the.join(
          "colours in " + where + " from left",
          "show their colours in " + where + " from left to right",
          g -> Listing.colours(g, Measure.COLUMN, false, down));
      the.join(
          "colours in " + where + " from top",
          "show their colours in " + where + " from top to bottom",
          g -> Listing.colours(g, Measure.ROW, false, down));
    }
    the.join("number", "count them", Listing::number);
    for (boolean wanted : new boolean[] {true, false}) {
      String keep = wanted ? "keep those that are " : "keep those that are not ";
      String name = wanted ? "" : "not ";
      the.list(
          name + "full", keep + "full rectangles", g -> Shapes.only(g, Shapes::isFull, wanted));
      the.list(name + "square", keep + "square", g -> Shapes.only(g, Shapes::isSquare, wanted));
      the.list(
          name + "single", keep + "single cells", g -> Shapes.only(g, Shapes::isSingle, wanted));
      the.list(name + "line", keep + "lines", g -> Shapes.only(g, Shapes::isLine, wanted));
      the.list(
          name + "symmetric", keep + "symmetric", g -> Shapes.only(g, Shapes::isSymmetric, wanted));
      the.list(name + "hollow", keep + "hollow", g -> Shapes.only(g, Shapes::hasHole, wanted));
    }
  }

  /** What is declared so far. */
  private static final class Declared {
    private final List<Primitive> list = new ArrayList<>();

    void add(Primitive primitive) {
      list.add(primitive);
    }

    void grid(OfGrid primitive) {
      add(primitive);
    }

    void grid(String name, String words, OnGrid function) {
      add(new OfGrid(name, words, function));
    }

    void cut(String name, String words, Cutting function) {
      add(new Cut(name, words, function));
    }

    void join(String name, String words, Joining function) {
      add(new Join(name, words, function));
    }

    void list(String name, String words, OnList function) {
      add(new OfList(name, words, function));
    }

    void size(String name, String words, boolean output, OnSize function) {
      String whose = output ? "output" : "input";
      add(
          new OfSize(
              name + " in " + whose, words + " to the " + whose + "'s size", output, function));
    }

    void number(String name, String words, ToIntFunction<PlacedGrid> number) {
      grid(
          name + " squared",
          "draw a square as wide as it has " + words,
          grid -> Listing.square(grid, number.applyAsInt(grid)));
      grid(
          name + " in a row",
          "draw a row as long as it has " + words,
          grid -> Listing.row(grid, number.applyAsInt(grid)));
      grid(
          name + " in a column",
          "draw a column as long as it has " + words,
          grid -> Listing.column(grid, number.applyAsInt(grid)));
    }
  }
}
