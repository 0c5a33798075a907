package io.github.archrm.tasks.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** How a single file is packed. What it unfolds to is for the caller to bound. */
enum Compression {
  NONE(""),
  GZIP(".gz"),
  BZIP2(".bz2");

  private final String ending;

  Compression(String ending) {
    this.ending = ending;
  }

  /** By the name of a file. */
  static Compression of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(GZIP.ending) ? GZIP : lower.endsWith(BZIP2.ending) ? BZIP2 : NONE;
  }

  /** The name without the ending that tells how the file is packed. */
  String strip(String name) {
    return name.substring(0, name.length() - ending.length());
  }

  /**
   * What is packed, also where it is packed in several parts. Reading it fails with {@link
   * UnsoundPackingException} where it turns out to be damaged.
   *
   * @throws IOException if it is not packed so
   */
  InputStream unpack(InputStream in) throws IOException {
    if (this == NONE) {
      return in;
    }
    try {
      return new UnpackedStream(
          this == GZIP
              ? GzipCompressorInputStream.builder()
                  .setInputStream(new BufferedInputStream(in))
                  .setDecompressConcatenated(true)
                  .get()
              : new BZip2CompressorInputStream(new BufferedInputStream(in), true));
    } catch (IOException | RuntimeException e) {
      throw new UnsoundPackingException(e);
    }
  }
}
