package io.github.archrm.augment.program.search;

import io.github.archrm.augment.program.primitive.Library;
import io.github.archrm.augment.program.primitive.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The programs of a walk as their primitives, and in plain English. */
final class ProgramWords {
  private final Frame frame;
  private final Walk walk;
  private final List<Primitive> steps;
  private final int starts;

  /**
   * @param steps the closing steps
   * @param starts how many grids programs start from: the input, a blank of its size, outputs of
   *     demonstrations, a blank of the output's size
   */
  ProgramWords(Frame frame, Walk walk, List<Primitive> steps, int starts) {
    this.frame = frame;
    this.walk = walk;
    this.steps = steps;
    this.starts = starts;
  }

  /** The program of a tuple, its primitives in order of use. */
  private List<Primitive> program(int tuple) {
    List<Primitive> program = new ArrayList<>();
    for (int at = tuple; walk.parent(at) >= 0; at = walk.parent(at)) {
      int operation = walk.operation(at);
      int all = Library.ALL.size();
      program.add(0, operation < all ? Library.ALL.get(operation) : steps.get(operation - all));
    }
    return program;
  }

  /** The grid that a tuple's program starts from: 0 the input. */
  int start(int tuple) {
    int at = tuple;
    while (walk.parent(at) >= 0) {
      at = walk.parent(at);
    }
    return Walk.START - walk.operation(at);
  }

  /** What an explanation does, in plain English. */
  String of(Finding finding) {
    List<String> parts = new ArrayList<>();
    for (Finding.Part part : finding.programs()) {
      parts.add(part.laid() + of(part.tuple()));
    }
    if (finding.kind() == Finding.Kind.PRODUCT) {
      return "put (" + parts.get(1) + ") where (" + parts.get(0) + ") has colour";
    }
    String laid =
        parts.size() == 1 ? parts.get(0) : "lay over each other: " + String.join("; ", parts);
    return finding.kind() == Finding.Kind.COMPLETED ? laid + "; go on with the pattern" : laid;
  }

  String of(int tuple) {
    if (tuple < 0) {
      return "what demonstration " + -tuple + " shows";
    }
    int start = start(tuple);
    List<String> words = new ArrayList<>();
    if (start == 1) {
      words.add("take a blank grid of the input's size");
    } else if (start == starts - 1) {
      words.add("take a blank grid of the output's size");
    } else if (start > 1) {
      words.add("take the output of demonstration " + (start - 1));
    }
    for (Primitive primitive : program(tuple)) {
      words.add(frame.named(primitive.words()));
    }
    return words.isEmpty() ? "leave it as it is" : String.join(", then ", words);
  }

  /**
   * The idea of an explanation: how it is put together, and the primitive that begins the program
   * of its first part.
   */
  String family(Finding finding) {
    int tuple = finding.programs().isEmpty() ? -1 : finding.programs().get(0).tuple();
    List<Primitive> program = tuple < 0 ? List.of() : program(tuple);
    String first = program.isEmpty() ? "as it is" : program.get(0).name().replaceAll(" \\d+$", "");
    return finding.kind().name().toLowerCase(Locale.ROOT) + ": " + first;
  }
}
