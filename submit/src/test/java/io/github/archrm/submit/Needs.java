package io.github.archrm.submit;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What a test needs of the machine. Without it the test is skipped, but fails where CI=true. */
public final class Needs {
  private Needs() {}

  public static void require(boolean there, String otherwise) {
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      assertTrue(there, otherwise);
    }
    assumeTrue(there, otherwise);
  }
}
