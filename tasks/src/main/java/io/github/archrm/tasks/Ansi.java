package io.github.archrm.tasks;

/** The escapes by which a terminal changes colours. */
final class Ansi {
  static final String RESET = "\u001b[0m";
  static final String BOLD = "\u001b[1m";
  static final String DIM = "\u001b[2m";

  private Ansi() {}

  /**
   * @param rgb 0xRRGGBB
   */
  static String foreground(int rgb) {
    return escape(38, rgb);
  }

  /**
   * @param rgb 0xRRGGBB
   */
  static String background(int rgb) {
    return escape(48, rgb);
  }

  private static String escape(int ground, int rgb) {
    return "\u001b[%d;2;%d;%d;%dm".formatted(ground, rgb >> 16, rgb >> 8 & 255, rgb & 255);
  }
}
