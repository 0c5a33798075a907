package io.github.archrm.submit.runtime;

import io.github.archrm.train.file.NativeLibraries;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder of an installed application: {@code bin} and {@code lib}, and in a package also {@code
 * natives} (native libraries, unpacked) and {@code jre} (the Java that the launcher takes).
 */
public record Application(Path home) {
  /** The class that starts the command line, by name, since it stands above everything here. */
  public static final String MAIN = "io.github.archrm.submit.Main";

  public static final String NATIVES = "natives";
  public static final String JRE = "jre";

  /** The licence, and what is licensed otherwise. */
  public static final List<String> LEGAL = List.of("LICENSE", "NOTICE");

  /** The one that is running; empty where its classes come from elsewhere, as in tests. */
  public static Optional<Application> running() {
    try {
      Path jar =
          Path.of(Application.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Application application = new Application(jar.resolve("../..").normalize());
      return Files.isRegularFile(application.launcher())
          ? Optional.of(application)
          : Optional.empty();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public Path launcher() {
    return home.resolve("bin/arc-hrm");
  }

  public Path lib() {
    return home.resolve("lib");
  }

  /** If there are unpacked libraries, this process will use them. */
  public void useNatives() {
    Path natives = home.resolve(NATIVES);
    if (Files.isDirectory(natives)) {
      NativeLibraries.use(natives);
    }
  }
}
