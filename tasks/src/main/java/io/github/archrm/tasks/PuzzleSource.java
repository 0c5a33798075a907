package io.github.archrm.tasks;

import java.util.random.RandomGenerator;

/** Makes puzzles of one kind, one at a time. */
public interface PuzzleSource {
  Kind kind();

  /** One try; its outcome depends on nothing but the random numbers. */
  GeneratedPuzzle next(RandomGenerator random);
}
