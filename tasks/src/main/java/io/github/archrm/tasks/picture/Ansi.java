package io.github.archrm.tasks.picture;

/** The escapes by which a terminal changes colours. */
public final class Ansi {
  public static final String RESET = "\u001b[0m";
  public static final String BOLD = "\u001b[1m";
  public static final String DIM = "\u001b[2m";

  private Ansi() {}

  /**
   * @param rgb 0xRRGGBB
   */
  public static String foreground(int rgb) {
    return escape(38, rgb);
  }

  /**
   * @param rgb 0xRRGGBB
   */
  public static String background(int rgb) {
    return escape(48, rgb);
  }

  private static String escape(int ground, int rgb) {
    return "\u001b[%d;2;%d;%d;%dm".formatted(ground, rgb >> 16, rgb >> 8 & 255, rgb & 255);
  }
}
