package io.github.archrm.tasks;

import com.google.gson.annotations.JsonAdapter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What differs from one sort of puzzle to another: its symbols, how they are written, which grids
 * are sound, its rules, its symmetry and how it is drawn. Whoever works with tasks asks the kind,
 * never which kind it is; {@link Kinds} has all of them.
 */
@JsonAdapter(KindAdapter.class)
public interface Kind {
  /** The name in files, such as {@code sudoku}. */
  String name();

  /** The name with everything that tells two kinds apart, such as {@code sudoku-2x3}. */
  default String fullName() {
    return name();
  }

  /** How many symbols there are; they are the numbers from 0. */
  int symbols();

  /** How a symbol is written in text. */
  char letter(int symbol);

  /** The rules that an answer must keep, as far as they are known. */
  Rules rules();

  /** What is known of its symbols and cells beforehand. */
  Structure structure();

  /**
   * What turns a task's puzzles into others of the kind.
   *
   * @param puzzles all inputs of a task: a map may keep the solutions of some puzzles only
   */
  Symmetry symmetry(List<Grid> puzzles);

  /** Whether an answer can be checked without knowing the solution. */
  default boolean hasRules() {
    return rules() != Rules.NONE;
  }

  /**
   * The symbols that an answer may have where the puzzle has this one, in ascending order; it alone
   * where it is given.
   */
  List<Integer> choices(int symbol);

  /**
   * Whether a grid has a size and symbols with which it can be handed in for a puzzle. The rules
   * are another question.
   */
  boolean fits(Grid input, Grid answer);

  /** How its grids look. */
  GridDrawing drawing();

  /**
   * What keeps a grid from being a puzzle of this kind, if anything does: one line, which begins
   * with the cell where there is one.
   */
  Optional<String> inputFlaw(Grid input);

  /**
   * A guess at a puzzle where an answer to it breaks rules: the same puzzle with something settled
   * there, so that whatever answers the guess answers the puzzle, if the guess is good. It need not
   * be, and then the guess may have no answer. What an answer leaves as the guess has it stands for
   * what the puzzle has there, if an answer may have that.
   *
   * @param puzzle maybe a guess itself
   * @param broken where an answer breaks rules
   * @return empty if there is none
   */
  default Optional<Grid> guess(Grid puzzle, List<Violation> broken, RandomGenerator random) {
    return Optional.empty();
  }

  /**
   * What leaves the answer to a sound puzzle open, if anything is known to: one line, which begins
   * with the cell. An answer can be checked all the same, but nothing can be learned from it.
   */
  default Optional<String> ambiguity(Grid input) {
    return Optional.empty();
  }

  /** What keeps a grid from being a solution of a puzzle of this kind, if anything does. */
  Optional<String> outputFlaw(Grid input, Grid output);

  /**
   * A grid from one line of text, as {@link GridText} describes it.
   *
   * @throws IllegalArgumentException if it is none; the message is one line, which begins with the
   *     cell where there is one
   */
  default Grid read(String text) {
    return GridText.read(
        text,
        "grid",
        letter ->
            IntStream.range(0, symbols())
                .filter(symbol -> letter(symbol) == letter)
                .findFirst()
                .orElse(-1),
        IntStream.range(0, symbols())
            .mapToObj(symbol -> String.valueOf(letter(symbol)))
            .collect(Collectors.joining("", "one of ", "")));
  }

  /**
   * How the puzzles of one file are spelled, turned into the letters that {@link #read} takes. What
   * a letter stands for can be told from all of them together only.
   *
   * @param texts all puzzles and solutions of the file, each in one line
   */
  default UnaryOperator<String> spelling(Collection<String> texts) {
    return UnaryOperator.identity();
  }

  /** A grid as {@link #read} reads it. */
  default String write(Grid grid) {
    return GridText.write(grid, this);
  }
}
