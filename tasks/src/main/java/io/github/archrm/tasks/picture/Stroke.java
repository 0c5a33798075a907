package io.github.archrm.tasks.picture;

import io.github.archrm.tasks.picture.Picture.Line;
import io.github.archrm.tasks.picture.Picture.Point;

/**
 * Paints a line with smooth edges: a pixel is covered by how near its middle is to the line.
 *
 * <p>Every pixel takes the most that any piece of the line covers of it, so that corners are not
 * painted twice. Like {@link PixelFont}, it needs nothing of the machine.
 */
final class Stroke {
  private final Line line;
  private final double reach;

  Stroke(Line line) {
    this.line = line;
    this.reach = line.thickness() / 2 + 0.5;
  }

  /**
   * @param pixels 0xRRGGBB, row by row; changed in place
   */
  void paint(int[] pixels, int width, int height) {
    double[] covered = new double[pixels.length];
    Point from = line.points().get(0);
    for (Point to : line.points()) {
      cover(covered, width, height, from, to);
      from = to;
    }
    for (int i = 0; i < pixels.length; i++) {
      if (covered[i] > 0) {
        pixels[i] = mixed(pixels[i], line.rgb(), covered[i]);
      }
    }
  }

  private void cover(double[] covered, int width, int height, Point from, Point to) {
    int left = (int) Math.max(0, Math.min(from.x(), to.x()) - reach);
    int right = (int) Math.min(width - 1.0, Math.max(from.x(), to.x()) + reach);
    int top = (int) Math.max(0, Math.min(from.y(), to.y()) - reach);
    int bottom = (int) Math.min(height - 1.0, Math.max(from.y(), to.y()) + reach);
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double cover = Math.min(1, reach - distance(x + 0.5, y + 0.5, from, to));
        covered[y * width + x] = Math.max(covered[y * width + x], cover);
      }
    }
  }

  private static double distance(double x, double y, Point from, Point to) {
    double dx = to.x() - from.x();
    double dy = to.y() - from.y();
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : ((x - from.x()) * dx + (y - from.y()) * dy) / length;
    double nearest = Math.max(0, Math.min(1, along));
    return Math.hypot(x - from.x() - nearest * dx, y - from.y() - nearest * dy);
  }

  private static int mixed(int ground, int ink, double share) {
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int below = ground >> shift & 255;
      int above = ink >> shift & 255;
      mixed |= (int) Math.round(below + share * (above - below)) << shift;
    }
    return mixed;
  }
}
