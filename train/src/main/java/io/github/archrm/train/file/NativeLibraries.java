package io.github.archrm.train.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The native libraries in the jars of the class path, and a folder that they are unpacked to ahead
 * of time.
 *
 * <p>Left alone, DJL unpacks them below the user's home when it starts. A process that calls {@link
 * #use} first takes them from the folder, which may be read-only, and writes nothing. In it are
 *
 * <ul>
 *   <li>{@code pytorch.properties}: which libtorch this is
 *   <li>{@code torch}: libtorch and DJL's bridge to it
 *   <li>{@code jna}: the library of JNA, with which DJL looks for GPUs
 *   <li>{@code cudart}: libcudart.so, which DJL asks for them; in builds for CUDA only
 * </ul>
 *
 * <p>The build fills such a folder with {@code -Pcuda}, {@link #unpack} with the libraries for a
 * CPU.
 */
public final class NativeLibraries {
  private static final String DESCRIPTION = "pytorch.properties";
  private static final String TORCH = "torch";
  private static final String JNA = "jna";
  private static final String CUDART = "cudart";

  /** What DJL looks for among environment variables first, then among system properties. */
  private static final String FLAVOR = "PYTORCH_FLAVOR";

  private final Path jar;
  private final Properties description;

  private NativeLibraries(Path jar, Properties description) {
    this.jar = jar;
    this.description = description;
  }

  /**
   * The libraries of the jar {@code pytorch-native-cpu}.
   *
   * @throws FileNotFoundException if the class path has none
   */
  public static NativeLibraries onClassPath() throws IOException {
    URL url = resource("native/lib/" + DESCRIPTION);
    if (!(url.openConnection() instanceof JarURLConnection connection)) {
      throw new FileNotFoundException(url + " is not in a jar");
    }
    try (InputStream in = url.openStream()) {
      return new NativeLibraries(Path.of(connection.getJarFileURL().toURI()), read(in));
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static Properties read(InputStream in) throws IOException {
    Properties description = new Properties();
    description.load(in);
    return description;
  }

  private static Properties read(Path folder) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(DESCRIPTION))) {
      return read(in);
    }
  }

  /** The jar that holds libtorch; who has it unpacked needs the jar no more. */
  public Path jar() {
    return jar;
  }

  /** Fills a folder. */
  public void unpack(Path folder) throws IOException {
    String flavor = description.getProperty("flavor");
    String platform = description.getProperty("classifier");
    Path torch = Files.createDirectories(folder.resolve(TORCH));
    for (String library : description.getProperty("libraries").split(",")) {
      unpack("pytorch/" + flavor + "/" + platform + "/" + library, torch);
    }
    unpack("jnilib/" + platform + "/" + flavor + "/" + System.mapLibraryName("djl_torch"), torch);
    Path jna = Files.createDirectories(folder.resolve(JNA));
    String jnaPlatform = platform.replace('_', '-');
    unpack("com/sun/jna/" + jnaPlatform + "/" + System.mapLibraryName("jnidispatch"), jna);
    unpack("native/lib/" + DESCRIPTION, folder);
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
   * Makes this process take its native libraries from a folder; to be called before anything of DJL
   * is. A libtorch that the user named by {@code PYTORCH_LIBRARY_PATH} goes before the folder's.
   */
  public static void use(Path folder) throws IOException {
    if (System.getenv("PYTORCH_LIBRARY_PATH") == null) {
      System.setProperty("PYTORCH_LIBRARY_PATH", folder.resolve(TORCH).toString());
      System.setProperty(FLAVOR, read(folder).getProperty("flavor"));
      if (Files.isDirectory(folder.resolve(CUDART))) {
        System.setProperty("jna.library.path", folder.resolve(CUDART).toString());
      }
    }
    System.setProperty("jna.boot.library.path", folder.resolve(JNA).toString());
    // Even then JNA makes itself a folder for libraries that it unpacks, usually below home.
    System.setProperty("jna.tmpdir", System.getProperty("java.io.tmpdir"));
  }

  /** Whether this process takes a libtorch for NVIDIA GPUs, which not every machine has. */
  public static boolean forCuda() {
    String named = System.getenv(FLAVOR);
    String flavor = named == null ? System.getProperty(FLAVOR, "cpu") : named;
    return flavor.startsWith("cu");
  }
}
