package io.github.archrm.tasks.generate;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.GeneratedPuzzle;
import io.github.archrm.tasks.PuzzleSource;
import io.github.archrm.tasks.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Collects puzzles of a source into a task.
 *
 * <p>No two puzzles of it can be turned into each other by a symmetry, neither between
 * demonstrations and test inputs nor among either: of every signature the first one is kept. Two
 * different puzzles with the same signature cost a try and nothing else.
 */
public final class PuzzleGenerator {
  /** Rejected tries without an accepted one, after which there is nothing left to hope for. */
  private static final int PATIENCE = 20_000;

  private final PuzzleSource source;
  private final Random random;
  private final Set<Object> signatures = new HashSet<>();
  private final Map<String, Integer> rejected = new TreeMap<>();
  private int tried;

  private PuzzleGenerator(PuzzleSource source, long seed) {
    this.source = source;
    this.random = new Random(seed);
  }

  /**
   * Makes a task.
   *
   * @param id of the task
   * @param train how many demonstrations
   * @param test how many test inputs, which come with their solutions
   * @param seed the same seed makes the same task
   * @param listener told after every try
   * @throws GenerationFailedException if there are not so many puzzles
   */
  public static Task generate(
      String id,
      PuzzleSource source,
      int train,
      int test,
      long seed,
      Consumer<GenerationProgress> listener) {
    if (train > Integer.MAX_VALUE - test) {
      throw new GenerationFailedException(
          "%d demonstrations and %d test inputs are too many".formatted(train, test));
    }
    List<Example> puzzles = new PuzzleGenerator(source, seed).make(train + test, listener);
    List<Example> tests = puzzles.subList(train, train + test);
    return new Task(
        id,
        puzzles.subList(0, train),
        tests.stream().map(Example::input).toList(),
        tests.stream().map(Example::output).toList(),
        source.kind());
  }

  private List<Example> make(int wanted, Consumer<GenerationProgress> listener) {
    List<Example> puzzles = new ArrayList<>();
    int inVain = 0;
    while (puzzles.size() < wanted) {
      GeneratedPuzzle draft = source.next(random);
      tried++;
      inVain++;
      if (draft instanceof GeneratedPuzzle.Rejected failed) {
        rejected.merge(failed.reason(), 1, Integer::sum);
      } else if (draft instanceof GeneratedPuzzle.Sound sound) {
        if (signatures.add(sound.signature())) {
          puzzles.add(sound.puzzle());
          inVain = 0;
        } else {
          rejected.merge("equivalent to another", 1, Integer::sum);
        }
      }
      GenerationProgress progress = new GenerationProgress(tried, puzzles.size(), wanted, rejected);
      listener.accept(progress);
      if (inVain == PATIENCE) {
        throw new GenerationFailedException(
            "%s; the last %d tries were all rejected: there are too few such puzzles"
                .formatted(progress, inVain));
      }
    }
    return puzzles;
  }
}
