package io.github.archrm.augment.program.learn.object;

import io.github.archrm.tasks.draw.ColourNames;
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

  /** How many at the end of the list change the form of an object in its place. */
  private static final int FORMS = 4;

  private static final int[][] STEPS = {
    {0, -1}, {0, 1}, {-1, 0}, {1, 0}, {-1, -1}, {1, 1}, {-1, 1}, {1, -1}
  };

  private static final String[] NAMES = {
    "left", "right", "up", "down", "up left", "down right", "up right", "down left"
  };

  static final List<ObjectAction> ALL = all();

  /** Bits of the actions that {@link #grows} tells of. */
  static final long GROWING = ~0L << ALL.size() - FORMS;

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
              "moves to what is " + ColourNames.of(colour),
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
    all.add(new ObjectAction("exchanges its two colours", 0.7, ObjectForms::exchanged));
    for (int d = 0; d < 4; d++) {
      int[] step = STEPS[d];
      all.add(
          new ObjectAction(
              "is mirrored beside itself " + NAMES[d],
              0.8,
              (s, i) -> ObjectForms.mirroredBeside(s, i, step)));
    }
    all.add(
        new ObjectAction("moves across to the middle", 0.7, (s, i) -> middle(s, i, false, true)));
    all.add(
        new ObjectAction(
            "moves down or up to the middle", 0.7, (s, i) -> middle(s, i, true, false)));
    all.add(new ObjectAction("moves to the middle", 0.7, (s, i) -> middle(s, i, true, true)));
    all.add(new ObjectAction("is filled", 0.6, ObjectForms::filled));
    all.add(new ObjectAction("is hollowed", 0.6, ObjectForms::hollowed));
    all.add(new ObjectAction("fills its box", 0.6, (s, i) -> ObjectForms.box(s, i, false)));
    all.add(
        new ObjectAction(
            "becomes the outline of its box", 0.7, (s, i) -> ObjectForms.box(s, i, true)));
    return List.copyOf(all);
  }

  /** Whether an action leaves the object as it was and adds or takes cells around or inside it. */
  static boolean grows(int action) {
    return action >= ALL.size() - FORMS;
  }

  /** To the middle of the box of all other objects, the upper or left of two. */
  private static int[] middle(Scene scene, int object, boolean down, boolean across) {
    GridObject o = scene.object(object);
    int top = Integer.MAX_VALUE;
    int left = Integer.MAX_VALUE;
    int bottom = 0;
    int right = 0;
    for (int j = 0; j < scene.count(); j++) {
      GridObject p = scene.object(j);
      if (j != object && p.size() >= o.size()) {
        top = Math.min(top, p.top());
        left = Math.min(left, p.left());
        bottom = Math.max(bottom, p.top() + p.height());
        right = Math.max(right, p.left() + p.width());
      }
    }
    if (bottom == 0) {
      return null;
    }
    int toTop = Math.floorDiv(top + bottom - o.height(), 2);
    int toLeft = Math.floorDiv(left + right - o.width(), 2);
    return moved(scene, object, down ? toTop - o.top() : 0, across ? toLeft - o.left() : 0);
  }

  /** The step of an action that slides, null for another. */
  static int[] slide(int action) {
    return action >= FIRST_SLIDE && action < AFTER_SLIDES ? STEPS[action - FIRST_SLIDE] : null;
  }

  static int[] moved(Scene scene, int object, int down, int across) {
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
}
