package io.github.archrm.submit.score;

/** A file that grows with every finished task. */
public interface Report {
  void add(Outcome outcome);

  /** The whole file as of now. */
  String text();

  /** Told when the file has been written, at the beginning and after every finished task. */
  default void written() {}

  /** Told when the file could not be written: what is less important gives up its room. */
  default void unwritten() {}

  /** Told when nothing more will come. */
  default void ended() {}
}
