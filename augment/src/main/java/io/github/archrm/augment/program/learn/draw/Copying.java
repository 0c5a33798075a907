package io.github.archrm.augment.program.learn.draw;

import io.github.archrm.augment.program.learn.Family;
import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Rule;
import io.github.archrm.augment.program.learn.object.GridObject;
import io.github.archrm.augment.program.learn.object.Segmentation;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Objects are copied to where markers stand: a marker is a smaller object of a colour that the
 * copied one has, any but the largest object, or a frame into which the copy goes.
 */
public final class Copying implements Learner {
  private static final int MOST_OBJECTS = 24;

  /** Which object a marker stands for. */
  private enum To {
    COLOUR("each smaller object that has its colour"),
    LARGEST("each smaller object"),
    FRAME("the inside of each frame");

    final String words;

    To(String words) {
      this.words = words;
    }
  }

  /** How a copy lies on its marker. */
  private enum Place {
    MIDDLE("middle on middle"),
    CORNER("corner on corner"),
    PART("on the part that looks the same");

    final String words;

    Place(String words) {
      this.words = words;
    }
  }

  private static final List<Rule> RULES = rules();

  @Override
  public String name() {
    return "copying";
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    for (Example example : examples) {
      if (!example.input().sameSize(example.output())
          || example.input().equals(example.output())
          || example.input().height() * example.input().width() > 900) {
        return List.of();
      }
    }
    return new Family(name(), RULES).fitAll(examples);
  }

  private static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (To to : To.values()) {
      for (Place place : Place.values()) {
        for (boolean moves : new boolean[] {false, true}) {
          for (boolean over : to == To.FRAME ? new boolean[] {true} : new boolean[] {false, true}) {
            for (boolean repainted : new boolean[] {false, true}) {
              rules.add(
                  new Rule(
                      (moves ? "move an object to " : "copy an object to ")
                          + to.words
                          + ", "
                          + place.words
                          + (over ? "" : ", which goes")
                          + (repainted ? ", in the marker's colour" : ""),
                      2.5
                          + 0.1 * to.ordinal()
                          + 0.1 * place.ordinal()
                          + (moves ? 0.2 : 0)
                          + (over ? 0.1 : 0)
                          + (repainted ? 0.2 : 0),
                      input -> copied(input, to, place, moves, over, repainted)));
            }
          }
        }
      }
    }
    return List.copyOf(rules);
  }

  private static Optional<Grid> copied(
      Grid input, To to, Place place, boolean moves, boolean over, boolean repainted) {
    List<GridObject> objects = Segmentation.regions(input, false, true, 0);
    if (objects.size() < 2 || objects.size() > MOST_OBJECTS) {
      return Optional.empty();
    }
    List<GridObject> markers = new ArrayList<>();
    List<GridObject> originals = new ArrayList<>();
    for (GridObject o : objects) {
      Optional<GridObject> original = original(o, objects, to);
      if (original.isPresent()) {
        markers.add(o);
        originals.add(original.get());
      }
    }
    if (markers.isEmpty()) {
      return Optional.empty();
    }
    int[][] cells = input.toRows();
    for (GridObject original : moves ? originals : List.<GridObject>of()) {
      erase(cells, original);
    }
    for (int i = 0; i < markers.size(); i++) {
      int[] at = at(markers.get(i), originals.get(i), place);
      if (at == null) {
        return Optional.empty();
      }
      if (!over) {
        erase(cells, markers.get(i));
      }
      draw(cells, originals.get(i), at, repainted ? markers.get(i).colour() : -1);
    }
    return Optional.of(Grid.of(cells));
  }

  private static void erase(int[][] cells, GridObject o) {
    for (int cell : o.cells()) {
      cells[cell / cells[0].length][cell % cells[0].length] = 0;
    }
  }

  private static void draw(int[][] cells, GridObject o, int[] at, int colour) {
    int[][] picture = o.picture();
    for (int r = 0; r < picture.length; r++) {
      for (int c = 0; c < picture[0].length; c++) {
        int row = at[0] + r;
        int column = at[1] + c;
        boolean inside = row >= 0 && column >= 0 && row < cells.length && column < cells[0].length;
        if (inside && picture[r][c] >= 0) {
          cells[row][column] = colour < 0 ? picture[r][c] : colour;
        }
      }
    }
  }

  /** The object that a marker stands for, the largest of several; nothing for what is none. */
  private static Optional<GridObject> original(GridObject o, List<GridObject> all, To to) {
    GridObject best = null;
    for (GridObject other : all) {
      boolean stands =
          other != o
              && switch (to) {
                case COLOUR -> other.size() > o.size() && (colours(o) & ~colours(other)) == 0;
                case LARGEST -> other.size() > o.size();
                case FRAME -> isFrame(o) && !isFrame(other) && fitsInto(other, o);
              };
      if (stands && (best == null || other.size() > best.size())) {
        best = other;
      }
    }
    return Optional.ofNullable(best);
  }

  private static long colours(GridObject o) {
    long seen = 0;
    for (int cell : o.cells()) {
      seen |= 1L << o.grid().cell(cell / o.grid().width(), cell % o.grid().width());
    }
    return seen;
  }

  private static boolean isFrame(GridObject o) {
    if (o.height() < 3 || o.width() < 3) {
      return false;
    }
    int[][] picture = o.picture();
    for (int r = 0; r < o.height(); r++) {
      for (int c = 0; c < o.width(); c++) {
        boolean edge = r == 0 || c == 0 || r == o.height() - 1 || c == o.width() - 1;
        if (edge != picture[r][c] >= 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean fitsInto(GridObject o, GridObject frame) {
    return o.height() <= frame.height() - 2 && o.width() <= frame.width() - 2;
  }

  /** The first row and column of the copy, or null where it cannot be laid. */
  private static int[] at(GridObject marker, GridObject original, Place place) {
    return switch (place) {
      case MIDDLE ->
          new int[] {
            marker.top() + Math.floorDiv(marker.height() - original.height(), 2),
            marker.left() + Math.floorDiv(marker.width() - original.width(), 2)
          };
      case CORNER -> new int[] {marker.top(), marker.left()};
      case PART -> part(marker, original);
    };
  }

  private static int[] part(GridObject marker, GridObject original) {
    int[][] small = marker.picture();
    int[][] large = original.picture();
    for (int r = 0; r <= large.length - small.length; r++) {
      for (int c = 0; c <= large[0].length - small[0].length; c++) {
        boolean same = true;
        for (int i = 0; same && i < small.length; i++) {
          for (int j = 0; same && j < small[0].length; j++) {
            same = small[i][j] < 0 || small[i][j] == large[r + i][c + j];
          }
        }
        if (same) {
          return new int[] {marker.top() - r, marker.left() - c};
        }
      }
    }
    return null;
  }
}
