package io.github.archrm.tasks.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a library unpacks, so that whoever reads it can tell damaged packing from bad contents.
 *
 * <p>The libraries answer some damaged data with exceptions that are no {@link IOException}.
 */
final class UnpackedStream extends FilterInputStream {
  UnpackedStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    try {
      return in.read();
    } catch (IOException | RuntimeException e) {
      throw told(e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return in.read(buffer, offset, length);
    } catch (IOException | RuntimeException e) {
      throw told(e);
    }
  }

  private static IOException told(Exception e) {
    return e instanceof BoundedInputStream.TooMuchException tooMuch
        ? tooMuch
        : new UnsoundPackingException(e);
  }
}
