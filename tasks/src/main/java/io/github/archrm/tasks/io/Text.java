package io.github.archrm.tasks.io;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes as text: UTF-8, or UTF-16 where the file begins with its mark, as Windows writes it. */
public final class Text {
  private static final int MARK = 3;

  private Text() {}

  /** Fails at the first bytes that are none of the encoding. */
  public static Reader strict(InputStream in) throws IOException {
    InputStream marked = new BufferedInputStream(in);
    return new InputStreamReader(
        marked,
        charset(marked)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** Puts a question mark of its own in place of bytes that are none of the encoding. */
  static BufferedReader lenient(InputStream in) throws IOException {
    InputStream marked = new BufferedInputStream(in);
    return new BufferedReader(new InputStreamReader(marked, charset(marked)));
  }

  /** Takes the mark of UTF-8 from the stream; UTF-16 needs its own. */
  private static Charset charset(InputStream in) throws IOException {
    in.mark(MARK);
    byte[] begin = in.readNBytes(MARK);
    in.reset();
    if (begin.length >= 2
        && (begin[0] == (byte) 0xfe && begin[1] == (byte) 0xff
            || begin[0] == (byte) 0xff && begin[1] == (byte) 0xfe)) {
      return StandardCharsets.UTF_16;
    }
    if (begin.length == MARK
        && begin[0] == (byte) 0xef
        && begin[1] == (byte) 0xbb
        && begin[2] == (byte) 0xbf) {
      in.skipNBytes(MARK);
    }
    return StandardCharsets.UTF_8;
  }
}
