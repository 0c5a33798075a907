package io.github.archrm.tasks.picture;

import java.util.HexFormat;

/**
 * A small font of our own for labels in pictures: printable ASCII, 8 dots high, as wide as each
 * letter needs.
 *
 * <p>Java's own text drawing needs fonts installed on the machine, which servers and containers
 * often lack, and looks different on each.
 */
public final class PixelFont {
  /** Dots from the top of a capital to the lowest dot of a comma or a p. */
  static final int HEIGHT = 8;

  /**
   * From the space on, one letter each: columns of dots, two hexadecimal digits a column, lowest
   * bit on top.
   */
  private static final String[] LETTERS =
      ("000000 5F 070007 147F147F14 242A7F2A12 2313086462 3649562050 07 1C2241 41221C"
              + " 2A1C7F1C2A 08083E0808 8060 08080808 6060 6010080403"
              + " 3E5149453E 427F40 6251494946 2241494936 1814127F10 2745454539 3E49494932"
              + " 0171090503 3649494936 264949493E 24 8064 08142241 14141414 41221408 0201510906"
              + " 3E415D551E 7E0909097E 7F49494936 3E41414122 7F4141413E 7F49494941 7F09090901"
              + " 3E4149493A 7F0808087F 417F41 2040403F 7F08142241 7F404040 7F020C027F 7F0408107F"
              + " 3E4141413E 7F09090906 3E4151215E 7F09192946 2649494932 01017F0101 3F4040403F"
              + " 1F2040201F 3F4038403F 6314081463 0708700807 6151494543"
              + " 7F41 0204081020 417F 0402010204 40404040 0102"
              + " 2054545478 7F48444438 3844444428 384444487F 3854545418 087E0909 18A4A4A47C"
              + " 7F08040478 7D 807D 7F102844 7F 7C04780478 7C08040478 3844444438 FC24242418"
              + " 18242424FC 7C080404 48545424 043F4444 3C4040207C 1C2040201C 3C4030403C"
              + " 4428102844 1CA0A0A07C 4464544C44 083641 7F 413608 0804081008")
          .split(" ");

  private PixelFont() {}

  /** The columns of a letter, each with its dots as bits, the lowest bit on top. */
  public static byte[] columns(char letter) {
    int index = letter - ' ';
    boolean known = index >= 0 && index < LETTERS.length;
    return HexFormat.of().parseHex(LETTERS[known ? index : '?' - ' ']);
  }

  /** Dots from the left of a text to its right. */
  public static int width(String text) {
    int width = 0;
    for (char letter : text.toCharArray()) {
      width += columns(letter).length + 1;
    }
    return Math.max(0, width - 1);
  }
}
