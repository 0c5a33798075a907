package io.github.archrm.augment.program.learn.object;

import io.github.archrm.tasks.Grid;
import java.util.Optional;

/** Draws what becomes of a grid whose objects each do an action. */
final class ObjectPainter {
  private ObjectPainter() {}

  /** The grid after every object has done its action. */
  static Optional<Grid> painted(Scene scene, int[] actions) {
    int height = scene.grid().height();
    int width = scene.grid().width();
    int[] cells = scene.grid().cells().toArray();
    int[] owner = scene.owner().clone();
    for (int i = 0; i < actions.length; i++) {
      if (actions[i] != ObjectAction.STAYS) {
        for (int cell : scene.object(i).cells()) {
          cells[cell] = scene.background();
          owner[cell] = actions[i] == ObjectAction.GOES ? -1 : owner[cell];
        }
      }
    }
    for (int i = 0; i < actions.length; i++) {
      if (actions[i] > ObjectAction.GOES && ObjectAction.slide(actions[i]) == null) {
        int[] made = ObjectAction.ALL.get(actions[i]).effect().of(scene, i);
        if (made == null) {
          return Optional.empty();
        }
        for (int n = 0; n < made.length; n += 2) {
          cells[made[n]] = made[n + 1];
        }
      }
    }
    slide(scene, actions, owner, cells, height, width);
    return Optional.of(Grid.generate(height, width, (r, c) -> cells[r * width + c]));
  }

  private static void slide(
      Scene scene, int[] actions, int[] owner, int[] cells, int height, int width) {
    int[][] places = new int[actions.length][];
    for (int i = 0; i < actions.length; i++) {
      places[i] = scene.object(i).cells().clone();
    }
    boolean progress = true;
    for (int round = 0; progress && round < height + width; round++) {
      progress = false;
      for (int i = 0; i < actions.length; i++) {
        int[] step = ObjectAction.slide(actions[i]);
        if (step != null) {
          int steps = ObjectAction.way(owner, height, width, places[i], i, step[0], step[1]);
          if (steps > 0) {
            progress = true;
            for (int cell : places[i]) {
              owner[cell] = -1;
            }
            for (int n = 0; n < places[i].length; n++) {
              places[i][n] += steps * (step[0] * width + step[1]);
              owner[places[i][n]] = i;
            }
          }
        }
      }
    }
    for (int i = 0; i < actions.length; i++) {
      if (ObjectAction.slide(actions[i]) != null) {
        int[] from = scene.object(i).cells();
        for (int n = 0; n < from.length; n++) {
          cells[places[i][n]] = scene.grid().cell(from[n] / width, from[n] % width);
        }
      }
    }
  }
}
