package io.github.archrm.augment.program;

import io.github.archrm.augment.program.primitive.PlacedGrid;
import io.github.archrm.augment.program.search.Run;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The choice of pieces that tell most about outputs.
 *
 * <p>A piece explains an output cell if it has the output's colour there. The first piece is the
 * one that explains most cells that the input does not; each further one counts cells that those
 * before explain already only a quarter as much. A longer program must explain more to be chosen.
 */
final class Channels {
  /** How many pieces are chosen at most. */
  static final int MOST = 8;

  private static final double AGAIN = 0.25;
  private static final double WRONG = 0.1;
  private static final double LENGTH = 0.02;
  private static final int PROMISING = 300;

  private Channels() {}

  static List<Piece> choose(Task task, Run run) {
    int demonstrations = task.demonstrations().size();
    List<byte[]> outputs = new ArrayList<>();
    int cells = 0;
    for (int d = 0; d < demonstrations; d++) {
      PlacedGrid output = run.frame().outputs().get(d);
      byte[] own = new byte[output.area()];
      output.copyTo(own, 0);
      outputs.add(own);
      cells += own.length;
    }
    double[] worth = new double[cells];
    byte[] target = new byte[cells];
    int at = 0;
    for (int d = 0; d < demonstrations; d++) {
      PlacedGrid input = run.frame().inputs().get(d);
      PlacedGrid output = run.frame().outputs().get(d);
      for (int i = 0; i < output.area(); i++, at++) {
        int row = i / output.width();
        int column = i % output.width();
        target[at] = outputs.get(d)[i];
        boolean known =
            input.width() == output.width()
                && input.height() == output.height()
                && input.cell(row, column) == target[at];
        worth[at] = (known ? AGAIN : 1) / output.area();
      }
    }
    List<Piece> chosen = new ArrayList<>();
    boolean[] taken = new boolean[run.pieces().size()];
    keepPromising(run, target, worth, taken);
    while (chosen.size() < MOST) {
      int best = best(run, target, worth, taken);
      if (best < 0) {
        break;
      }
      taken[best] = true;
      byte[] shown = run.pieces().cells()[best];
      for (int i = 0; i < cells; i++) {
        worth[i] *= shown[i] == target[i] ? AGAIN : 1;
      }
      chosen.add(piece(run, best, demonstrations));
    }
    return chosen;
  }

  /** Cells of the demonstrations' outputs that some piece shows as they are. */
  static long told(Task task, List<Piece> pieces) {
    long told = 0;
    for (int d = 0; d < task.demonstrations().size(); d++) {
      Grid output = task.demonstrations().get(d).output();
      for (int r = 0; r < output.height(); r++) {
        for (int c = 0; c < output.width(); c++) {
          for (Piece piece : pieces) {
            if (piece.demonstrations().get(d).cell(r, c) == output.cell(r, c)) {
              told++;
              break;
            }
          }
        }
      }
    }
    return told;
  }

  /** Takes out of the choice all but those that explain most by themselves. */
  private static void keepPromising(Run run, byte[] target, double[] worth, boolean[] taken) {
    double[] gains = new double[taken.length];
    for (int p = 0; p < taken.length; p++) {
      gains[p] = gain(run, p, target, worth);
    }
    double[] sorted = gains.clone();
    Arrays.sort(sorted);
    double least = sorted.length == 0 ? 0 : sorted[Math.max(0, sorted.length - PROMISING)];
    for (int p = 0; p < taken.length; p++) {
      taken[p] = gains[p] < least;
    }
  }

  private static double gain(Run run, int piece, byte[] target, double[] worth) {
    byte[] shown = run.pieces().cells()[piece];
    double gain = -LENGTH * run.pieces().costs()[piece];
    for (int i = 0; i < target.length; i++) {
      gain += shown[i] == target[i] ? worth[i] : -WRONG * worth[i];
    }
    return gain;
  }

  private static int best(Run run, byte[] target, double[] worth, boolean[] taken) {
    int best = -1;
    double most = 0.01;
    for (int p = 0; p < taken.length; p++) {
      if (taken[p]) {
        continue;
      }
      double gain = gain(run, p, target, worth);
      if (gain > most) {
        most = gain;
        best = p;
      }
    }
    return best;
  }

  private static Piece piece(Run run, int number, int demonstrations) {
    List<Grid> grids = new ArrayList<>();
    byte[] shown = run.pieces().cells()[number];
    int from = 0;
    for (int e = 0; e < run.sizes().size(); e++) {
      int width = run.sizes().get(e).width();
      int height = run.sizes().get(e).height();
      grids.add(run.frame().original(e, PlacedGrid.of(0, 0, width, height, shown, from)));
      from += width * height;
    }
    return new Piece(
        grids.subList(0, demonstrations),
        grids.subList(demonstrations, grids.size()),
        run.pieceWords(number));
  }
}
