package io.github.archrm.submit.trunk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.picture.Picture;
import io.github.archrm.tasks.picture.Picture.Line;
import io.github.archrm.tasks.picture.Picture.Point;
import io.github.archrm.tasks.picture.Picture.Words;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TrunkCurveDrawingTest {
  private static final double NONE = Double.NaN;

  private static List<String> words(Picture picture) {
    return picture.shapes().stream()
        .flatMap(shape -> shape instanceof Words words ? List.of(words.text()).stream() : null)
        .toList();
  }

  private static List<Line> lines(Picture picture) {
    return picture.shapes().stream()
        .flatMap(shape -> shape instanceof Line line ? List.of(line).stream() : null)
        .toList();
  }

  /** As training goes: loss falls by powers of ten, validation is measured now and then. */
  private static List<TrunkPoint> curve(int length) {
    Random random = new Random(2);
    List<TrunkPoint> points = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      double done = (double) i / length;
      double loss = 2 * Math.exp(-6 * done + 0.3 * random.nextGaussian());
      boolean measured = i % 10 == 0;
      points.add(
          new TrunkPoint(
              10 * i,
              i,
              loss,
              done,
              measured ? done * done : NONE,
              measured ? 0.5 + done / 2 : NONE));
    }
    return points;
  }

  @Test
  void axesAndLinesAreNamed() {
    List<String> words = words(TrunkCurveDrawing.of("sudoku.json", curve(301)));
    for (String word :
        List.of(
            "sudoku.json",
            "optimizer steps",
            "loss per cell, nats",
            "smoothed",
            "exact in validation",
            "cells in validation",
            "exact in training",
            "3,000",
            "0.1",
            "100 %")) {
      assertTrue(words.contains(word), () -> word + " is missing in " + words);
    }
    assertTrue(words.stream().anyMatch(text -> text.startsWith("3,000 steps, 5 min, loss 0.0")));
  }

  @Test
  void aFallingLossRunsDownAndARisingShareUp() {
    List<TrunkPoint> points =
        IntStream.range(1, 5)
            .mapToObj(i -> new TrunkPoint(i, i, Math.pow(10, -i), NONE, i / 4.0, i / 8.0))
            .toList();
    List<List<Point>> long4 =
        lines(TrunkCurveDrawing.of("", points)).stream()
            .map(Line::points)
            .filter(line -> line.size() == 4)
            .toList();
    assertEquals(3, long4.size());
    List<Point> loss = long4.get(0);
    for (int i = 1; i < 4; i++) {
      // Equal ratios are equal steps down.
      assertEquals(loss.get(1).y() - loss.get(0).y(), loss.get(i).y() - loss.get(i - 1).y(), 1e-9);
      assertTrue(loss.get(i).y() > loss.get(i - 1).y());
      assertTrue(loss.get(i).x() > loss.get(i - 1).x());
    }
    List<Point> exact = long4.get(2);
    assertTrue(exact.get(3).y() < exact.get(0).y());
    assertEquals(long4.get(1).get(1).y(), exact.get(0).y(), 1e-9);
  }

  @Test
  void curvesOfAnyLengthAreDrawn() throws IOException {
    TrunkPoint odd = new TrunkPoint(3, 1, 0, NONE, NONE, NONE);
    TrunkPoint infinite = new TrunkPoint(4, 1, Double.POSITIVE_INFINITY, 1, 1, 1);
    for (List<TrunkPoint> points :
        List.of(
            List.<TrunkPoint>of(),
            List.of(new TrunkPoint(1, 0.5, 0.7, 0, NONE, NONE)),
            List.of(odd),
            List.of(odd, infinite),
            curve(5000))) {
      Picture picture = TrunkCurveDrawing.of("set", points);
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.png()));
      assertEquals(picture.width(), image.getWidth());
      assertTrue(picture.svg().endsWith("</svg>\n"));
    }
  }
}
