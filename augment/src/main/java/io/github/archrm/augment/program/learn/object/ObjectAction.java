package io.github.archrm.augment.program.learn.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What can become of an object. The first is that it stays; at most 64. */
record ObjectAction(String words, double cost, Effect effect) {
  /** Cells that an object makes: pairs of place and colour, or null where it cannot be done. */
  @FunctionalInterface
  interface Effect {
    int[] of(Scene scene, int object);
  }

  /** The place of that action in {@link #ALL}. */
  static final int STAYS = 0;

  static final int GOES = 1;

  private static final int FIRST_SLIDE = 2;
  private static final int AFTER_SLIDES = 10;

  private static final int[][] STEPS = {
    {0, -1}, {0, 1}, {-1, 0}, {1, 0}, {-1, -1}, {1, 1}, {-1, 1}, {1, -1}
  };

  private static final String[] NAMES = {
    "left", "right", "up", "down", "up left", "down right", "up right", "down left"
  };

  static final List<ObjectAction> ALL = all();

  private static List<ObjectAction> all() {
    List<ObjectAction> all = new ArrayList<>();
    all.add(new ObjectAction("stays", 0, (s, i) -> moved(s, i, 0, 0)));
    all.add(new ObjectAction("goes", 1.0, (s, i) -> new int[0]));
    for (int d = 0; d < 8; d++) {
      int[] step = STEPS[d];
      all.add(
          new ObjectAction(
              "slides " + NAMES[d] + " until it meets something",
              d < 4 ? 0.5 : 0.7,
              (s, i) -> slid(s, i, step[0], step[1])));
    }
    for (int d = 0; d < 8; d++) {
      int[] step = STEPS[d];
      for (int n = 1; n <= 2; n++) {
        int far = n;
        all.add(
            new ObjectAction(
                "moves " + NAMES[d] + " by " + n,
                (d < 4 ? 0.5 : 0.7) + 0.1 * n,
                (s, i) -> moved(s, i, far * step[0], far * step[1])));
      }
    }
    for (int d = 0; d < 4; d++) {
      int[] step = STEPS[d];
      all.add(
          new ObjectAction(
              "moves " + NAMES[d] + " by its own length",
              0.7,
              (s, i) ->
                  moved(s, i, step[0] * s.object(i).height(), step[1] * s.object(i).width())));
      all.add(
          new ObjectAction(
              "moves " + NAMES[d] + " by its number of cells",
              0.9,
              (s, i) -> moved(s, i, step[0] * s.object(i).size(), step[1] * s.object(i).size())));
    }
    all.add(
        new ObjectAction(
            "moves to the nearest other object", 0.7, (s, i) -> joined(s, i, (o, p) -> true)));
    all.add(
        new ObjectAction(
            "moves to the nearest of another colour",
            0.75,
            (s, i) -> joined(s, i, (o, p) -> o.colour() != p.colour())));
    all.add(
        new ObjectAction(
            "moves to the nearest larger object",
            0.75,
            (s, i) -> joined(s, i, (o, p) -> o.size() < p.size())));
    for (int colour = 1; colour < 10; colour++) {
      int wanted = colour;
      all.add(
          new ObjectAction(
              "moves to colour " + colour,
              0.9,
              (s, i) -> joined(s, i, (o, p) -> p.colour() == wanted)));
    }
    all.add(new ObjectAction("moves to what it sees of its colour", 0.7, (s, i) -> toSame(s, i)));
    all.add(
        new ObjectAction(
            "mirrors itself across in place",
            0.7,
            (s, i) -> mapped(s, i, (o, r, c) -> new int[] {r, o.width() - 1 - c})));
    all.add(
        new ObjectAction(
            "mirrors itself down in place",
            0.7,
            (s, i) -> mapped(s, i, (o, r, c) -> new int[] {o.height() - 1 - r, c})));
    all.add(
        new ObjectAction(
            "turns by half in place",
            0.8,
            (s, i) ->
                mapped(s, i, (o, r, c) -> new int[] {o.height() - 1 - r, o.width() - 1 - c})));
    all.add(new ObjectAction("exchanges its two colours", 0.7, ObjectAction::exchanged));
    for (int d = 0; d < 4; d++) {
      int[] step = STEPS[d];
      all.add(
          new ObjectAction(
              "is mirrored beside itself " + NAMES[d], 0.8, (s, i) -> mirroredBeside(s, i, step)));
    }
    return List.copyOf(all);
  }

  /** The step of an action that slides, null for another. */
  static int[] slide(int action) {
    return action >= FIRST_SLIDE && action < AFTER_SLIDES ? STEPS[action - FIRST_SLIDE] : null;
  }

  private static int[] moved(Scene scene, int object, int down, int across) {
    GridObject o = scene.object(object);
    int height = scene.grid().height();
    int width = scene.grid().width();
    int[] made = new int[2 * o.size()];
    int n = 0;
    for (int cell : o.cells()) {
      int r = cell / width + down;
      int c = cell % width + across;
      if (r >= 0 && c >= 0 && r < height && c < width) {
        made[n++] = r * width + c;
        made[n++] = scene.grid().cell(cell / width, cell % width);
      }
    }
    return Arrays.copyOf(made, n);
  }

  /** How many steps an object can go before it meets another or the edge. */
  static int way(int[] owner, int height, int width, int[] cells, int object, int dr, int dc) {
    for (int steps = 1; ; steps++) {
      for (int cell : cells) {
        int r = cell / width + steps * dr;
        int c = cell % width + steps * dc;
        if (r < 0 || c < 0 || r >= height || c >= width) {
          return steps - 1;
        }
        int other = owner[r * width + c];
        if (other >= 0 && other != object) {
          return steps - 1;
        }
      }
    }
  }

  private static int[] slid(Scene scene, int object, int dr, int dc) {
    int steps =
        way(
            scene.owner(),
            scene.grid().height(),
            scene.grid().width(),
            scene.object(object).cells(),
            object,
            dr,
            dc);
    return moved(scene, object, steps * dr, steps * dc);
  }

  private interface Wanted {
    boolean test(GridObject object, GridObject other);
  }

  private static int[] joined(Scene scene, int object, Wanted wanted) {
    GridObject o = scene.object(object);
    int best = Integer.MAX_VALUE;
    int[] move = null;
    for (int j = 0; j < scene.count(); j++) {
      if (j == object || !wanted.test(o, scene.object(j))) {
        continue;
      }
      GridObject p = scene.object(j);
      int down = gap(o.top(), o.height(), p.top(), p.height());
      int across = gap(o.left(), o.width(), p.left(), p.width());
      int distance = Math.abs(down) + Math.abs(across);
      if ((down == 0 || across == 0) && distance > 0 && distance < best) {
        int dr = Integer.signum(down);
        int dc = Integer.signum(across);
        int steps = wayTo(scene, o, j, dr, dc, distance);
        best = distance;
        move = new int[] {steps * dr, steps * dc};
      }
    }
    return move == null ? null : moved(scene, object, move[0], move[1]);
  }

  /** Steps to contact with one other object; the distance of the boxes if they pass each other. */
  private static int wayTo(Scene scene, GridObject o, int other, int dr, int dc, int distance) {
    int[] alone = new int[scene.owner().length];
    Arrays.fill(alone, -1);
    for (int cell : scene.object(other).cells()) {
      alone[cell] = other;
    }
    int steps = way(alone, scene.grid().height(), scene.grid().width(), o.cells(), -2, dr, dc);
    GridObject p = scene.object(other);
    boolean met = steps <= distance + Math.max(p.height(), p.width());
    return met ? steps : distance;
  }

  /** Signed number of free lines between two spans, 0 if they overlap or touch. */
  private static int gap(int a, int aLength, int b, int bLength) {
    return b >= a + aLength ? b - a - aLength : a >= b + bLength ? b + bLength - a : 0;
  }

  private static int[] toSame(Scene scene, int object) {
    GridObject o = scene.object(object);
    for (int j = 0; j < scene.count(); j++) {
      GridObject p = scene.object(j);
      if (j == object || p.colour() != o.colour() || p.size() <= o.size()) {
        continue;
      }
      int down = gap(o.top(), o.height(), p.top(), p.height());
      int across = gap(o.left(), o.width(), p.left(), p.width());
      if (down == 0 || across == 0) {
        return moved(scene, object, down, across);
      }
    }
    return null;
  }

  private interface Place {
    int[] of(GridObject object, int row, int column);
  }

  private static int[] mapped(Scene scene, int object, Place place) {
    GridObject o = scene.object(object);
    int width = scene.grid().width();
    int[] made = new int[2 * o.size()];
    int n = 0;
    for (int cell : o.cells()) {
      int[] to = place.of(o, cell / width - o.top(), cell % width - o.left());
      made[n++] = (o.top() + to[0]) * width + o.left() + to[1];
      made[n++] = scene.grid().cell(cell / width, cell % width);
    }
    return made;
  }

  private static int[] exchanged(Scene scene, int object) {
    int[] made = moved(scene, object, 0, 0);
    int one = made[1];
    int other = -1;
    for (int i = 1; i < made.length; i += 2) {
      if (made[i] != one && other >= 0 && made[i] != other) {
        return null;
      }
      other = made[i] != one ? made[i] : other;
    }
    for (int i = 1; i < made.length; i += 2) {
      made[i] = made[i] == one ? other : one;
    }
    return other < 0 ? null : made;
  }

  private static int[] mirroredBeside(Scene scene, int object, int[] step) {
    GridObject o = scene.object(object);
    int width = scene.grid().width();
    int height = scene.grid().height();
    int[] made = new int[4 * o.size()];
    int n = 0;
    for (int cell : o.cells()) {
      int r = cell / width;
      int c = cell % width;
      int colour = scene.grid().cell(r, c);
      made[n++] = cell;
      made[n++] = colour;
      int row = r;
      int column = c;
      if (step[0] != 0) {
        row = step[0] > 0 ? 2 * (o.top() + o.height()) - 1 - r : 2 * o.top() - 1 - r;
      } else {
        column = step[1] > 0 ? 2 * (o.left() + o.width()) - 1 - c : 2 * o.left() - 1 - c;
      }
      if (row >= 0 && column >= 0 && row < height && column < width) {
        made[n++] = row * width + column;
        made[n++] = colour;
      }
    }
    return Arrays.copyOf(made, n);
  }
}
