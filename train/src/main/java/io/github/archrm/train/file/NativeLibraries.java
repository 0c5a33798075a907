package io.github.archrm.train.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * The native libraries in the jars of the class path, and a folder that they are unpacked to ahead
 * of time.
 *
 * <p>Left alone, DJL unpacks them below the user's home when it starts. A process that calls {@link
 * #use} first takes them from the folder, which may be read-only, and writes nothing.
 */
public final class NativeLibraries {
  private static final String DESCRIPTION = "native/lib/pytorch.properties";
  private static final String TORCH = "torch";
  private static final String JNA = "jna";

  private final Path jar;
  private final String flavor;
  private final String platform;
  private final List<String> libraries;

  private NativeLibraries(Path jar, Properties description) {
    this.jar = jar;
    this.flavor = description.getProperty("flavor");
    this.platform = description.getProperty("classifier");
    this.libraries = List.of(description.getProperty("libraries").split(","));
  }

  /**
   * The libraries of the jar {@code pytorch-native-cpu}.
   *
   * @throws FileNotFoundException if the class path has none
   */
  public static NativeLibraries onClassPath() throws IOException {
    URL url = resource(DESCRIPTION);
    if (!(url.openConnection() instanceof JarURLConnection connection)) {
      throw new FileNotFoundException(url + " is not in a jar");
    }
    Properties description = new Properties();
    try (InputStream in = url.openStream()) {
      description.load(in);
      return new NativeLibraries(Path.of(connection.getJarFileURL().toURI()), description);
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /** The jar that holds libtorch; who has it unpacked needs the jar no more. */
  public Path jar() {
    return jar;
  }

  /** Such as {@code linux-x86_64}. */
  public String platform() {
    return platform;
  }

  /** Unpacks libtorch, DJL's bridge to it and the library of JNA, with which DJL looks for GPUs. */
  public void unpack(Path folder) throws IOException {
    Path torch = Files.createDirectories(folder.resolve(TORCH));
    for (String library : libraries) {
      unpack("pytorch/" + flavor + "/" + platform + "/" + library, torch);
    }
    unpack("jnilib/" + platform + "/" + flavor + "/" + System.mapLibraryName("djl_torch"), torch);
    Path jna = Files.createDirectories(folder.resolve(JNA));
    String jnaPlatform = platform.replace('_', '-');
    unpack("com/sun/jna/" + jnaPlatform + "/" + System.mapLibraryName("jnidispatch"), jna);
  }

  private static void unpack(String name, Path folder) throws IOException {
    try (InputStream in = resource(name).openStream()) {
      Files.copy(in, folder.resolve(name.substring(name.lastIndexOf('/') + 1)));
    }
  }

  private static URL resource(String name) throws FileNotFoundException {
    URL url = NativeLibraries.class.getClassLoader().getResource(name);
    if (url == null) {
      throw new FileNotFoundException(name + " is in no jar of the class path");
    }
    return url;
  }

  /**
   * Makes this process take its native libraries from a folder that {@link #unpack} filled; to be
   * called before anything of DJL is. A libtorch that the user named by {@code
   * PYTORCH_LIBRARY_PATH} goes before the folder's.
   */
  public static void use(Path folder) {
    if (System.getenv("PYTORCH_LIBRARY_PATH") == null) {
      System.setProperty("PYTORCH_LIBRARY_PATH", folder.resolve(TORCH).toString());
      System.setProperty("PYTORCH_FLAVOR", "cpu");
    }
    System.setProperty("jna.boot.library.path", folder.resolve(JNA).toString());
    // Even then JNA makes itself a folder for libraries that it unpacks, usually below home.
    System.setProperty("jna.tmpdir", System.getProperty("java.io.tmpdir"));
  }
}
