package io.github.archrm.submit.trunk;

import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The training curve of a trunk in a CSV file: a heading, then a line for each point, which is
 * added as soon as it is known. What was not measured is left empty.
 *
 * <p>A process that is killed while it adds a point leaves a last line without an end; that one is
 * no point.
 */
final class TrunkCurve {
  private static final String HEADING =
      "step,seconds,loss,train_exact,validation_exact,validation_cells";
  private static final int FIELDS = HEADING.split(",").length;

  private final Path file;
  private final List<TrunkPoint> points;

  private TrunkCurve(Path file, List<TrunkPoint> points) {
    this.file = file;
    this.points = new ArrayList<>(points);
  }

  /** Begins a curve; one that is there already is replaced. */
  static TrunkCurve begin(Path file) throws IOException {
    return write(file, List.of());
  }

  /**
   * Goes on with the curve of a training that was saved at some step; later points are dropped.
   *
   * @throws UserMistake if there is no such curve
   */
  static TrunkCurve resume(Path file, int step) throws IOException {
    return write(file, read(file).stream().filter(point -> point.step() <= step).toList());
  }

  private static TrunkCurve write(Path file, List<TrunkPoint> points) throws IOException {
    AtomicFile.write(
        file,
        Stream.concat(Stream.of(HEADING), points.stream().map(TrunkCurve::line))
            .collect(Collectors.joining("\n", "", "\n")));
    return new TrunkCurve(file, points);
  }

  /**
   * The points of a curve.
   *
   * @throws UserMistake if it is not there, or no such curve
   */
  static List<TrunkPoint> read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new UserMistake(file + ": no such file");
    } catch (IOException e) {
      throw new UserMistake(file + ": cannot be read: " + UserMistake.reason(e));
    }
    List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(HEADING)) {
      throw new UserMistake(file + ": no training curve, which begins with " + HEADING);
    }
    List<TrunkPoint> points = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      points.add(point(lines.get(i), file + ", line " + (i + 1)));
    }
    return points;
  }

  void add(TrunkPoint point) throws IOException {
    Files.writeString(file, line(point) + "\n", StandardOpenOption.APPEND);
    points.add(point);
  }

  /** All points, in their order. */
  List<TrunkPoint> points() {
    return List.copyOf(points);
  }

  private static String line(TrunkPoint point) {
    return point.step()
        + Stream.of(
                point.seconds(),
                point.loss(),
                point.trainExact(),
                point.validationExact(),
                point.validationCells())
            .map(value -> value.isNaN() ? "," : "," + value)
            .collect(Collectors.joining());
  }

  private static TrunkPoint point(String line, String place) {
    try {
      String[] fields = line.split(",", -1);
      if (fields.length != FIELDS) {
        throw new UserMistake(place + ": " + fields.length + " values where 6 belong");
      }
      double[] values =
          Arrays.stream(fields)
              .skip(1)
              .mapToDouble(field -> field.isEmpty() ? Double.NaN : Double.parseDouble(field))
              .toArray();
      int step = Integer.parseInt(fields[0]);
      return new TrunkPoint(step, values[0], values[1], values[2], values[3], values[4]);
    } catch (NumberFormatException e) {
      throw new UserMistake(place + ": a value is not a number");
    }
  }
}
