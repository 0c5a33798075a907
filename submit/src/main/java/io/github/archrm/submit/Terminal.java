package io.github.archrm.submit;

/**
 * What stdout and stderr are connected to.
 *
 * <p>Java cannot ask that of each of them, the launcher can: it says so in the properties {@code
 * arc-hrm.stdout.terminal} and {@code arc-hrm.stderr.columns}. Without the launcher both count as a
 * terminal if Java has a console.
 */
final class Terminal {
  private static final int USUAL_COLUMNS = 80;

  private Terminal() {}

  /** Whether to write colours to stdout. */
  static boolean colour() {
    String terminal = System.getProperty("arc-hrm.stdout.terminal");
    boolean present = terminal == null ? console() : Boolean.parseBoolean(terminal);
    return present && System.getenv("NO_COLOR") == null;
  }

  /** The width of the terminal behind stderr, 0 if there is none. */
  static int stderrColumns() {
    Integer columns = Integer.getInteger("arc-hrm.stderr.columns");
    if (columns != null) {
      return columns;
    }
    return console() ? USUAL_COLUMNS : 0;
  }

  private static boolean console() {
    return System.console() != null && !"dumb".equals(System.getenv("TERM"));
  }
}
