package io.github.archrm.submit.compare;

/** The exact test of McNemar (1947), for two systems that tried the same items. */
final class McNemar {
  private McNemar() {}

  /**
   * The probability that, were both systems equally good, the items that only one of them solves
   * would be shared at least as unequally: two-sided, by the binomial distribution.
   *
   * @param onlyFirst items that only the first system solves
   * @param onlySecond items that only the second one does
   */
  static double p(int onlyFirst, int onlySecond) {
    int differing = onlyFirst + onlySecond;
    int fewer = Math.min(onlyFirst, onlySecond);
    double logHalves = differing * Math.log(0.5);
    double logWays = 0;
    double tail = 0;
    for (int i = 0; i <= fewer; i++) {
      tail += Math.exp(logWays + logHalves);
      logWays += Math.log(differing - i) - Math.log(i + 1);
    }
    return Math.min(1, 2 * tail);
  }
}
