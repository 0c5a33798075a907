package io.github.archrm.submit.runtime;

import io.github.archrm.train.file.NativeLibraries;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder of an installed application: {@code bin} and {@code lib}, in a package and in what is
 * built for CUDA also {@code natives} (native libraries, unpacked), in a package also {@code jre}
 * (the Java that the launcher takes).
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

  /** Unpacked libraries, if it has them: all packages do, and what is built for CUDA. */
  public Optional<Path> natives() {
    return Optional.of(home.resolve(NATIVES)).filter(Files::isDirectory);
  }

  /** Whether it was unpacked from a package, and so is none that another can be made of. */
  public boolean isPackage() {
    return Files.isDirectory(home.resolve(JRE));
  }

  /**
   * If there are unpacked libraries, this process will use them.
   *
   * @throws UserMistake if the folder of the application is damaged
   */
  public void useNatives() {
    if (natives().isPresent()) {
      try {
        NativeLibraries.use(natives().get());
      } catch (IOException e) {
        throw new UserMistake(natives().get() + ": is damaged: " + e.getMessage());
      }
    }
  }
}
