package io.github.archrm.train.file;

/** Something in a JSON object is not as the record wants it of which it should be. */
public final class FieldException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String path;

  /**
   * @param path of what is wrong, such as {@code model.depth.hLayers}; empty for the whole
   */
  public FieldException(String path, String problem) {
    super(path.isEmpty() ? problem : path + ": " + problem);
    this.path = path;
  }

  public String path() {
    return path;
  }
}
