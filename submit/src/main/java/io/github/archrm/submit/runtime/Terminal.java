package io.github.archrm.submit.runtime;

import io.github.archrm.tasks.draw.TerminalDrawing;

/**
 * What stdout and stderr are connected to.
 *
 * <p>Java cannot ask that of each of them, the launcher can: it says so in the properties {@code
 * arc-hrm.terminal.stdout}, {@code arc-hrm.terminal.stderr} and {@code arc-hrm.terminal.columns}.
 * Without the launcher both are taken for a terminal if Java has a console.
 */
public final class Terminal {
  private static final String PREFIX = "arc-hrm.terminal.";

  private Terminal() {}

  /** Draws grids as stdout can show them. */
  public static TerminalDrawing drawing() {
    boolean colour = is("stdout") && System.getenv("NO_COLOR") == null;
    return new TerminalDrawing(colour, columns());
  }

  /** Whether a line on stderr can be overwritten. */
  public static boolean isStderr() {
    return is("stderr");
  }

  public static int columns() {
    return Math.max(20, Integer.getInteger(PREFIX + "columns", 80));
  }

  private static boolean is(String stream) {
    String told = System.getProperty(PREFIX + stream);
    return told == null
        ? System.console() != null && !"dumb".equals(System.getenv("TERM"))
        : Boolean.parseBoolean(told);
  }
}
