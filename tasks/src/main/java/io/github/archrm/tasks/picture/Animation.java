package io.github.archrm.tasks.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pictures that follow one another, over and over.
 *
 * @param frames of the same size
 */
public record Animation(List<Frame> frames) {
  /** Of the Java Image I/O's plug-in for GIF. */
  private static final String METADATA = "javax_imageio_gif_image_1.0";

  /**
   * A picture and how long it stays.
   *
   * @param centiseconds hundredths of a second
   */
  public record Frame(Picture picture, int centiseconds) {}

  /**
   * @throws IllegalArgumentException if there is no frame
   */
  public Animation {
    frames = List.copyOf(frames);
    if (frames.isEmpty()) {
      throw new IllegalArgumentException("an animation without frames");
    }
  }

  /** The animation as a GIF file. Needs neither a display nor fonts, as {@link Picture#png}. */
  public byte[] gif() {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (Frame frame : frames) {
        BufferedImage image = frame.picture().image();
        writer.writeToSequence(
            new IIOImage(image, null, metadata(writer, image, frame.centiseconds())), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static IIOMetadata metadata(ImageWriter writer, BufferedImage image, int centiseconds)
      throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
    IIOMetadataNode root = new IIOMetadataNode(METADATA);
    IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("delayTime", Integer.toString(centiseconds));
    control.setAttribute("transparentColorIndex", "0");
    root.appendChild(control);
    IIOMetadataNode applications = new IIOMetadataNode("ApplicationExtensions");
    IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
    loop.setAttribute("applicationID", "NETSCAPE");
    loop.setAttribute("authenticationCode", "2.0");
    loop.setUserObject(new byte[] {1, 0, 0}); // without an end
    applications.appendChild(loop);
    root.appendChild(applications);
    metadata.mergeTree(METADATA, root);
    return metadata;
  }
}
