package io.github.archrm.submit;

/** A file that grows with every finished task. */
interface Report {
  void add(Outcome outcome);

  /** The whole file as of now. */
  String text();
}
