package io.github.archrm.tasks.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails once more than so many bytes have been read, before a decompression bomb can unfold. */
final class BoundedInputStream extends FilterInputStream {
  private final String complaint;
  private long left;

  /** There was more than may be read. */
  static final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuchException(String message) {
      super(message);
    }
  }

  /**
   * @param limit bytes that may be read
   * @param complaint message of the exception when there are more
   */
  BoundedInputStream(InputStream in, long limit, String complaint) {
    super(in);
    this.left = limit;
    this.complaint = complaint;
  }

  @Override
  public int read() throws IOException {
    count(0);
    int value = super.read();
    if (value >= 0) {
      count(1);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    count(0);
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  /** Reads what it skips, so that skipped bytes count too. */
  @Override
  public long skip(long bytes) throws IOException {
    byte[] buffer = new byte[(int) Math.max(0, Math.min(bytes, 8192))];
    return Math.max(0, read(buffer, 0, buffer.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Fails again on every further read, so that a caller who swallowed it once meets it again. */
  private void count(int read) throws IOException {
    left -= read;
    if (left < 0) {
      throw new TooMuchException(complaint);
    }
  }
}
