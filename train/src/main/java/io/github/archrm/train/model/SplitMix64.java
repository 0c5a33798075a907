package io.github.archrm.train.model;

import java.util.random.RandomGenerator;

/**
 * SplitMix64 (Steele, Lea and Flood 2014). Its whole state is one number, so that a checkpoint can
 * hold it; those of the Java library keep theirs to themselves.
 */
public final class SplitMix64 implements RandomGenerator {
  private long state;

  public SplitMix64(long state) {
    this.state = state;
  }

  public long state() {
    return state;
  }

  public void restore(long state) {
    this.state = state;
  }

  @Override
  public long nextLong() {
    state += 0x9e3779b97f4a7c15L;
    long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
