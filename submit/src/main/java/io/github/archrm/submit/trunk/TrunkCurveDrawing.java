package io.github.archrm.submit.trunk;

import io.github.archrm.submit.trunk.Axis.Tick;
import io.github.archrm.tasks.picture.Picture;
import io.github.archrm.tasks.picture.Picture.Box;
import io.github.archrm.tasks.picture.Picture.Line;
import io.github.archrm.tasks.picture.Picture.Point;
import io.github.archrm.tasks.picture.Picture.Shape;
import io.github.archrm.tasks.picture.Picture.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A trunk's training curve as a picture: above the loss, below the shares of what is right, both
 * over the optimizer steps.
 */
final class TrunkCurveDrawing {
  private static final int WIDTH = 1000;
  private static final int LEFT = 84;
  private static final int RIGHT = WIDTH - 48;
  private static final int LOSS_TOP = 132;
  private static final int LOSS_BOTTOM = 382;
  private static final int SHARES_TOP = 450;
  private static final int SHARES_BOTTOM = 700;
  private static final int HEIGHT = 772;

  private static final int TEXT = 2;
  private static final int INK = 0x222222;
  private static final int PALE_INK = 0x777777;
  private static final int GRID = 0xE8E8E8;
  private static final int FRAME = 0x999999;
  private static final int LOSS = 0x1F6FEB;
  private static final int PALE_LOSS = 0xBBD4F9;
  private static final int TRAIN = 0xC2C7CC;
  private static final int EXACT = 0x1A7F37;
  private static final int CELLS = 0xF08A24;

  /** A curve with more points than this is smoothed. */
  private static final int RAGGED = 100;

  /** Measured points up to this many are marked. */
  private static final int MARKED = 60;

  private final List<TrunkPoint> points;
  private final List<Shape> shapes = new ArrayList<>();
  private final Axis steps;

  private TrunkCurveDrawing(List<TrunkPoint> points) {
    this.points = points;
    int last = points.stream().mapToInt(TrunkPoint::step).max().orElse(0);
    this.steps = new Axis(0, Math.max(10, last), false);
  }

  /**
   * Draws a curve of any number of points.
   *
   * @param heading what was trained, for instance the name of the data set
   */
  static Picture of(String heading, List<TrunkPoint> points) {
    TrunkCurveDrawing drawing = new TrunkCurveDrawing(points);
    drawing.words(LEFT, 24, heading, TEXT + 1, INK);
    drawing.words(LEFT, 58, drawing.summary(), TEXT, PALE_INK);
    drawing.loss();
    drawing.shares();
    return new Picture(WIDTH, HEIGHT, drawing.shapes);
  }

  /** The last that is known of everything. */
  private String summary() {
    if (points.isEmpty()) {
      return "no step made yet";
    }
    TrunkPoint last = points.get(points.size() - 1);
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%,d steps, %s", last.step(), time(last.seconds())));
    text.append(String.format(Locale.ROOT, ", loss %.4f", last.loss()));
    percent(text, "exact", TrunkPoint::validationExact);
    percent(text, "cells", TrunkPoint::validationCells);
    return text.toString();
  }

  private void percent(StringBuilder text, String name, ToDoubleFunction<TrunkPoint> share) {
    double[] known = points.stream().mapToDouble(share).filter(Double::isFinite).toArray();
    if (known.length > 0) {
      text.append(String.format(Locale.ROOT, ", %s %.1f %%", name, 100 * known[known.length - 1]));
    }
  }

  private static String time(double seconds) {
    return seconds < 120
        ? String.format(Locale.ROOT, "%.0f s", seconds)
        : seconds < 7200
            ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
            : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
  }

  private void loss() {
    double[] losses = points.stream().mapToDouble(TrunkPoint::loss).toArray();
    double[] drawn = DoubleStream.of(losses).filter(TrunkCurveDrawing::isDrawable).toArray();
    double low = DoubleStream.of(drawn).min().orElse(0.1);
    double high = DoubleStream.of(drawn).max().orElse(1);
    Axis axis = new Axis(low / 1.3, high * 1.3, true);
    panel(axis, "", LOSS_TOP, LOSS_BOTTOM);
    words(LEFT, LOSS_TOP - 26, "loss per cell, nats", TEXT, INK);
    if (drawn.length > RAGGED) {
      line(axis, LOSS_TOP, LOSS_BOTTOM, losses, 1.2, PALE_LOSS);
      line(axis, LOSS_TOP, LOSS_BOTTOM, smooth(losses), 3, LOSS);
      legend(LOSS_TOP - 26, List.of("each point", "smoothed"), List.of(PALE_LOSS, LOSS));
    } else {
      line(axis, LOSS_TOP, LOSS_BOTTOM, losses, 3, LOSS);
    }
  }

  private static boolean isDrawable(double loss) {
    return Double.isFinite(loss) && loss > 0;
  }

  /** Geometric means, as befits a logarithmic axis, over a fortieth of the curve. */
  private static double[] smooth(double[] losses) {
    int reach = Math.max(1, losses.length / 80);
    double[] smooth = new double[losses.length];
    for (int i = 0; i < losses.length; i++) {
      double mean =
          DoubleStream.of(losses)
              .skip(Math.max(0, i - reach))
              .limit(Math.min(i, reach) + 1L + reach)
              .filter(TrunkCurveDrawing::isDrawable)
              .map(Math::log)
              .average()
              .orElse(Double.NaN);
      smooth[i] = Math.exp(mean);
    }
    return smooth;
  }

  private void shares() {
    Axis axis = new Axis(0, 100, false);
    panel(axis, " %", SHARES_TOP, SHARES_BOTTOM);
    words(LEFT, SHARES_TOP - 26, "right", TEXT, INK);
    share(axis, TrunkPoint::trainExact, 2, TRAIN);
    share(axis, TrunkPoint::validationCells, 3, CELLS);
    share(axis, TrunkPoint::validationExact, 3, EXACT);
    legend(
        SHARES_TOP - 26,
        List.of("exact in training", "cells in validation", "exact in validation"),
        List.of(TRAIN, CELLS, EXACT));
    for (Tick tick : steps.ticks(8)) {
      centred(x(tick.value()), SHARES_BOTTOM + 12, tick.label(), PALE_INK);
    }
    centred((LEFT + RIGHT) / 2.0, SHARES_BOTTOM + 42, "optimizer steps", INK);
  }

  private void share(Axis axis, ToDoubleFunction<TrunkPoint> share, double thickness, int rgb) {
    double[] values = points.stream().mapToDouble(share).map(value -> 100 * value).toArray();
    line(axis, SHARES_TOP, SHARES_BOTTOM, values, thickness, rgb);
  }

  /** A frame, a grid and the labels of the axis that goes up. */
  private void panel(Axis axis, String unit, int top, int bottom) {
    for (Tick tick : steps.ticks(8)) {
      int x = (int) Math.round(x(tick.value()));
      shapes.add(new Box(x, top, 1, bottom - top, GRID));
    }
    for (Tick tick : axis.ticks(8)) {
      int y = (int) Math.round(y(axis, top, bottom, tick.value()));
      shapes.add(new Box(LEFT, y, RIGHT - LEFT, 1, GRID));
      String label = tick.label() + unit;
      words(LEFT - 10 - Words.width(label, TEXT), y - 7, label, TEXT, PALE_INK);
    }
    shapes.add(new Box(LEFT, bottom, RIGHT - LEFT + 1, 1, FRAME));
    shapes.add(new Box(LEFT, top, 1, bottom - top, FRAME));
  }

  /** A line through the values that can be drawn, one per point of the curve. */
  private void line(Axis axis, int top, int bottom, double[] values, double thickness, int rgb) {
    List<Point> line = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (axis.logarithmic() ? isDrawable(values[i]) : Double.isFinite(values[i])) {
        line.add(new Point(x(points.get(i).step()), y(axis, top, bottom, values[i])));
      }
    }
    if (line.isEmpty()) {
      return;
    }
    shapes.add(new Line(line, thickness, rgb));
    if (line.size() <= MARKED) {
      line.forEach(point -> shapes.add(new Line(List.of(point), 2.6 * thickness, rgb)));
    }
  }

  private double x(double step) {
    return LEFT + steps.at(step) * (RIGHT - LEFT);
  }

  private static double y(Axis axis, int top, int bottom, double value) {
    return bottom - axis.at(value) * (bottom - top);
  }

  /** Names beside each other, each behind a piece of its line, up to the right edge. */
  private void legend(int y, List<String> names, List<Integer> colours) {
    int x = RIGHT;
    for (int i = names.size() - 1; i >= 0; i--) {
      x -= Words.width(names.get(i), TEXT);
      words(x, y, names.get(i), TEXT, PALE_INK);
      shapes.add(
          new Line(List.of(new Point(x - 32, y + 8), new Point(x - 12, y + 8)), 4, colours.get(i)));
      x -= 60;
    }
  }

  private void centred(double x, int y, String text, int rgb) {
    words((int) Math.round(x - Words.width(text, TEXT) / 2.0), y, text, TEXT, rgb);
  }

  private void words(int x, int y, String text, int size, int rgb) {
    shapes.add(new Words(x, y, text, size, rgb));
  }
}
