package io.github.archrm.submit.runtime;

/** A number with its noun: {@code 1 task}, {@code 2 tasks}. */
public final class Counted {
  private Counted() {}

  public static String of(int count, String singular) {
    return count + " " + singular + (count == 1 ? "" : "s");
  }
}
