package io.github.archrm.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a folder with spaces, with a java that only tells how it was started. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final Path LAUNCHER = Path.of("src/main/launcher/arc-hrm");

  @TempDir Path folder;
  private Path launcher;

  @BeforeEach
  void install() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("some where/arc-hrm/bin"));
    launcher = bin.resolve("arc-hrm");
    Files.copy(LAUNCHER, launcher);
    executable(launcher);
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A folder like JAVA_HOME. */
  private Path java(String version) throws IOException {
    Path home = folder.resolve("java " + version);
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo 'Picked up JAVA_TOOL_OPTIONS: nothing' >&2
          echo 'openjdk version "%s" 2025-04-15' >&2
          exit
        fi
        echo "MALLOC_TOP_PAD_=$MALLOC_TOP_PAD_"
        for argument in "$@"; do echo "<$argument>"; done
        exit 7
        """
            .formatted(version));
    executable(java);
    return home;
  }

  private Cli.Result run(Map<String, String> environment, Path file, String... arguments)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(file.toString());
    builder.command().addAll(List.of(arguments));
    builder.directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().remove("ARC_HRM_JAVA_OPTS");
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    return new Cli.Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  @Test
  void startsJavaWithTheLibrariesBesideItAndHandsArgumentsThrough() throws Exception {
    Cli.Result run =
        run(
            Map.of("JAVA_HOME", java("17.0.15").toString(), "ARC_HRM_JAVA_OPTS", "-Xmx3g -Da=b"),
            launcher,
            "solve",
            "a file.json",
            "*");
    assertEquals(7, run.exit(), run::toString);
    String lib = folder.toRealPath().resolve("some where/arc-hrm/lib") + "/*";
    for (String line :
        List.of(
            "MALLOC_TOP_PAD_=33554432",
            "<-Dai.djl.offline=true>",
            "<-Xmx3g>\n<-Da=b>",
            "<" + lib + ">",
            "<io.github.archrm.submit.Main>\n<solve>\n<a file.json>\n<*>\n")) {
      assertTrue(run.out().contains(line), () -> line + " is missing in " + run);
    }
  }

  @Test
  void worksThroughLinksFromAnyFolder() throws Exception {
    Path links = Files.createDirectories(folder.resolve("links"));
    Path relative =
        Files.createSymbolicLink(
            links.resolve("one"), Path.of("../some where/arc-hrm/bin/arc-hrm"));
    Path absolute = Files.createSymbolicLink(folder.resolve("two"), relative);
    for (Path link : List.of(relative, absolute, Path.of("links/one"))) {
      Cli.Result run = run(Map.of("JAVA_HOME", java("21").toString()), link);
      assertEquals(7, run.exit(), run::toString);
      assertTrue(run.out().contains("some where/arc-hrm/lib/*>"), run::toString);
    }
  }

  @Test
  void takesJavaFromThePath() throws Exception {
    String path = java("25.0.1").resolve("bin") + ":" + System.getenv("PATH");
    assertEquals(7, run(Map.of("PATH", path), launcher).exit());
  }

  @Test
  void takesTheJavaOfAPackageBeforeAnyOther() throws Exception {
    Path jre = folder.resolve("some where/arc-hrm/jre");
    Files.move(java("17.0.16"), jre);
    Cli.Result run = run(Map.of("JAVA_HOME", folder.toString()), launcher);
    assertEquals(7, run.exit(), run::toString);
  }

  @Test
  void saysWhatIsWrongWithJava() throws Exception {
    Cli.Result old = run(Map.of("JAVA_HOME", java("11.0.2").toString()), launcher);
    assertEquals(2, old.exit(), old::toString);
    assertTrue(old.err().contains("needs Java 17 or newer"), old::toString);
    assertTrue(old.err().contains("is Java 11"), old::toString);
    Cli.Result older = run(Map.of("JAVA_HOME", java("1.8.0_402").toString()), launcher);
    assertTrue(older.err().contains("is Java 8"), older::toString);
    Cli.Result wrong = run(Map.of("JAVA_HOME", folder.toString()), launcher);
    assertEquals(2, wrong.exit(), wrong::toString);
    assertTrue(wrong.err().contains("no bin/java"), wrong::toString);
  }
}
