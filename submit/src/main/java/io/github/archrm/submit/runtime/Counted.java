package io.github.archrm.submit.runtime;

/** A number with its noun: {@code 1 task}, {@code 2 tasks}, {@code 0 of 1 task}. */
public final class Counted {
  private Counted() {}

  public static String of(int count, String singular) {
    return count + " " + singular + (count == 1 ? "" : "s");
  }

  /** A part of so many. */
  public static String of(int count, int all, String singular) {
    return count + " of " + of(all, singular);
  }
}
