package io.github.archrm.tasks.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A drawing of boxes, lines and words, to be had as SVG or PNG.
 *
 * @param width in pixels
 * @param height in pixels
 * @param shapes from back to front, on a white ground
 */
public record Picture(int width, int height, List<Shape> shapes) {

  public Picture {
    shapes = List.copyOf(shapes);
  }

  /** Something to draw; lengths and positions in pixels from the upper left corner. */
  public sealed interface Shape {}

  /**
   * A filled rectangle.
   *
   * @param rgb 0xRRGGBB
   */
  public record Box(int x, int y, int width, int height, int rgb) implements Shape {}

  /**
   * A line of text.
   *
   * @param x of its left end
   * @param y of the top of its capitals
   * @param size pixels to a dot; capitals are 7 dots high
   * @param rgb 0xRRGGBB
   */
  public record Words(int x, int y, String text, int size, int rgb) implements Shape {
    /** From its left to its right. */
    public int width() {
      return width(text, size);
    }

    /** The width that a text will have. */
    public static int width(String text, int size) {
      return size * PixelFont.width(text);
    }
  }

  /** A place between the pixels, from the upper left corner. */
  public record Point(double x, double y) {}

  /**
   * A line from point to point, with round ends and corners; a disc, if there is one point only.
   *
   * @param points at least one
   * @param thickness in pixels
   * @param rgb 0xRRGGBB
   */
  public record Line(List<Point> points, double thickness, int rgb) implements Shape {
    /**
     * @throws IllegalArgumentException if there is no point
     */
    public Line {
      points = List.copyOf(points);
      if (points.isEmpty()) {
        throw new IllegalArgumentException("a line without points");
      }
    }
  }

  /** The picture as an SVG document. */
  public String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\""
                + " font-family=\"Helvetica, Arial, 'DejaVu Sans', sans-serif\">\n",
            width,
            height,
            width,
            height));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    for (Shape shape : shapes) {
      if (shape instanceof Box box) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#%06x\"/>\n",
                box.x,
                box.y,
                box.width,
                box.height,
                box.rgb));
      } else if (shape instanceof Words words) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" font-size=\"%d\" fill=\"#%06x\">%s</text>\n",
                words.x,
                words.y + 7 * words.size,
                9 * words.size,
                words.rgb,
                escape(words.text)));
      } else if (shape instanceof Line line) {
        svg.append(svg(line));
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private static String svg(Line line) {
    // A line to where it begins: of a single point, a browser draws nothing otherwise.
    Point first = line.points.get(0);
    StringBuilder path =
        new StringBuilder(String.format(Locale.ROOT, "M%.1f %.1f", first.x, first.y));
    for (Point point : line.points) {
      path.append(String.format(Locale.ROOT, "L%.1f %.1f", point.x, point.y));
    }
    return String.format(
        Locale.ROOT,
        "<path d=\"%s\" fill=\"none\" stroke=\"#%06x\" stroke-width=\"%.1f\""
            + " stroke-linecap=\"round\" stroke-linejoin=\"round\""
            + " shape-rendering=\"geometricPrecision\"/>\n",
        path,
        line.rgb,
        line.thickness);
  }

  /**
   * The picture as a PNG file. Needs neither a display nor fonts on the machine. Where the
   * environment names a display that cannot be reached, Java has to be told not to look for it:
   * {@code -Djava.awt.headless=true}.
   */
  public byte[] png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image(), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  BufferedImage image() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    fill(canvas, new Box(0, 0, width, height, 0xFFFFFF));
    for (Shape shape : shapes) {
      if (shape instanceof Box box) {
        fill(canvas, box);
      } else if (shape instanceof Words words) {
        write(canvas, words);
      } else if (shape instanceof Line line) {
        draw(canvas, line);
      }
    }
    canvas.dispose();
    return image;
  }

  private static void fill(Graphics2D canvas, Box box) {
    canvas.setColor(new Color(box.rgb));
    canvas.fillRect(box.x, box.y, box.width, box.height);
  }

  private static void draw(Graphics2D canvas, Line line) {
    Path2D path = new Path2D.Double();
    path.moveTo(line.points.get(0).x, line.points.get(0).y);
    line.points.forEach(point -> path.lineTo(point.x, point.y));
    canvas.setColor(new Color(line.rgb));
    canvas.setStroke(
        new BasicStroke((float) line.thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.draw(path);
  }

  private static void write(Graphics2D canvas, Words words) {
    int x = words.x;
    for (char letter : words.text.toCharArray()) {
      for (byte column : PixelFont.columns(letter)) {
        for (int dot = 0; dot < PixelFont.HEIGHT; dot++) {
          if ((column >> dot & 1) == 1) {
            int y = words.y + dot * words.size;
            fill(canvas, new Box(x, y, words.size, words.size, words.rgb));
          }
        }
        x += words.size;
      }
      x += words.size;
    }
  }

  /** Text between tags; characters that XML 1.0 forbids become question marks. */
  private static String escape(String text) {
    return text.replaceAll("\\p{C}", "?").replace("&", "&amp;").replace("<", "&lt;");
  }
}
