package io.github.archrm.tasks.io;

import java.io.IOException;

/** What is packed cannot be unpacked. The library's own words are about its streams and classes. */
final class UnsoundPackingException extends IOException {
  private static final long serialVersionUID = 1L;

  UnsoundPackingException(Exception cause) {
    super("not a sound archive: damaged, cut off, or of another form", cause);
  }
}
