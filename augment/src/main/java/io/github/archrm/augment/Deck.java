package io.github.archrm.augment;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The numbers from 0 to below a size, drawn at random without putting back.
 *
 * <p>A Fisher-Yates shuffle that stores only the places it has moved: there may be billions of
 * numbers and many more, of which a few are drawn.
 */
final class Deck {
  private static final BigInteger LONGS = BigInteger.ONE.shiftLeft(Long.SIZE - 1);

  private final Map<BigInteger, BigInteger> moved = new HashMap<>();
  private BigInteger left;

  Deck(BigInteger size) {
    this.left = size;
  }

  boolean isEmpty() {
    return left.signum() == 0;
  }

  BigInteger draw(RandomGenerator random) {
    BigInteger place = below(left, random);
    left = left.subtract(BigInteger.ONE);
    BigInteger last = moved.remove(left);
    BigInteger lastNumber = last == null ? left : last;
    if (place.equals(left)) {
      return lastNumber;
    }
    BigInteger drawn = moved.put(place, lastNumber);
    return drawn == null ? place : drawn;
  }

  /** A random number from 0 to below a bound, each as likely as any other. */
  static BigInteger below(BigInteger bound, RandomGenerator random) {
    if (bound.compareTo(LONGS) < 0) {
      return BigInteger.valueOf(random.nextLong(bound.longValueExact()));
    }
    byte[] bytes = new byte[bound.bitLength() / Byte.SIZE + 1];
    int spare = bytes.length * Byte.SIZE - bound.bitLength();
    while (true) {
      random.nextBytes(bytes);
      BigInteger number = new BigInteger(1, bytes).shiftRight(spare);
      if (number.compareTo(bound) < 0) {
        return number;
      }
    }
  }
}
