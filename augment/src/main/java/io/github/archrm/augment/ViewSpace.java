package io.github.archrm.augment;

import java.math.BigInteger;
import java.util.random.RandomGenerator;

/**
 * All views that a family allows for some grids, numbered.
 *
 * <p>So a uniform view is one random number, and drawing views that differ is drawing numbers
 * without putting them back. The numbers fall into parts of equal size that differ in how they turn
 * a grid.
 */
sealed interface ViewSpace permits PlaneViews, LineViews {
  /** How many parts there are. */
  int parts();

  /** How many views there are in each part. */
  BigInteger size();

  /** One of the views of a part, numbered from 0. */
  View view(int part, BigInteger number);

  /** Whether some view makes a grid's height its width. */
  boolean transposes();

  /** Any view, each as likely as any other. */
  default View random(RandomGenerator random) {
    int part = random.nextInt(parts());
    return view(part, Deck.below(size(), random));
  }
}
