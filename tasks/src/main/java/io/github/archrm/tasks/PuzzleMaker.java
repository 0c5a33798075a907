package io.github.archrm.tasks;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a person has puzzles of one family made: which settings there are and what they lead to. */
public interface PuzzleMaker {

  /**
   * One thing that can be chosen.
   *
   * @param name in lower case, such as {@code size}
   * @param label what is to be given, in a word such as {@code N}
   * @param description a sentence
   * @param type what text is turned into: a number, an enum or a String
   * @param usual its value where none is given; empty where that depends on others
   */
  record Setting(
      String name, String label, String description, Class<?> type, Optional<String> usual) {}

  /** What it makes, in sentences of a line each. */
  List<String> description();

  /** In the order in which they are explained. */
  List<Setting> settings();

  /** What a person may give after the family's name, such as {@code --size 4}; one an example. */
  List<String> examples();

  /**
   * What makes the puzzles.
   *
   * @param values by the names of the settings, each of its type; a setting without a value is not
   *     among them
   * @throws IllegalArgumentException if there are no such puzzles; the message is one line
   */
  PuzzleSource source(Map<String, Object> values);
}
