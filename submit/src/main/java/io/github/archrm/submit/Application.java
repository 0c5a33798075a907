package io.github.archrm.submit;

import io.github.archrm.train.NativeLibraries;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of an installed application: {@code bin} and {@code lib}, and in a package also {@code
 * natives} (native libraries, unpacked) and {@code jre} (the Java that the launcher takes).
 */
record Application(Path home) {
  static final String NATIVES = "natives";
  static final String JRE = "jre";

  /** The one that is running; empty where its classes come from elsewhere, as in tests. */
  static Optional<Application> running() {
    try {
      Path jar = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Application application = new Application(jar.resolve("../..").normalize());
      return Files.isRegularFile(application.launcher())
          ? Optional.of(application)
          : Optional.empty();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  Path launcher() {
    return home.resolve("bin/arc-hrm");
  }

  Path lib() {
    return home.resolve("lib");
  }

  /** If there are unpacked libraries, this process will use them. */
  void useNatives() {
    Path natives = home.resolve(NATIVES);
    if (Files.isDirectory(natives)) {
      NativeLibraries.use(natives);
    }
  }
}
