package io.github.archrm.submit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.augment.ViewFamily;
import io.github.archrm.tasks.draw.TaskDrawing;
import io.github.archrm.tasks.io.SampleTasks;
import io.github.archrm.tasks.io.TaskWriter;
import io.github.archrm.train.Compute;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.TaskTrainer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The assembled application makes a package, which then runs where nothing else is: no Java, no
 * environment, a PATH with nothing but what the launcher itself calls.
 */
@EnabledOnOs(OS.LINUX)
class PackageIT {
  private static final Path APPLICATION = Path.of("target/arc-hrm");

  /** Modules that a library mentions in code that arc-hrm does not come to. */
  private static final Set<String> NEVER_USED =
      Set.of(
          // Annotations only the compiler reads.
          "java.compiler",
          // Gson's adapters for dates, which it leaves out without this module.
          "java.sql");

  @TempDir static Path folder;
  private static Path unpacked;

  @BeforeAll
  static void packAndUnpack() throws Exception {
    Path trunk = folder.resolve("weights.safetensors");
    try (TaskTrainer trainer =
        new TaskTrainer(
            Samples.exchange("any"),
            Recipe.arc(ViewFamily.Turns.NONE),
            Compute.start("cpu", 1),
            0)) {
      trainer.saveTrunk(trunk);
    }
    Path file = folder.resolve("made/arc-hrm.tar.gz");
    Cli.Result made =
        run(
            Map.of("JAVA_HOME", System.getProperty("java.home"), "PATH", System.getenv("PATH")),
            APPLICATION.resolve("bin/arc-hrm").toAbsolutePath(),
            "package",
            "--out",
            file.toString(),
            "--trunk",
            trunk.toString());
    assertEquals(0, made.exit(), made::toString);
    assertEquals(List.of(file), list(file.getParent()), "only the package is left behind");
    assertTrue(made.out().startsWith(file + ": "), made::toString);
    Path place = Files.createDirectory(folder.resolve("place"));
    Process tar =
        new ProcessBuilder("tar", "-xzf", file.toString(), "-C", place.toString())
            .inheritIO()
            .start();
    assertEquals(0, tar.waitFor());
    Files.delete(file);
    unpacked = place.resolve("arc-hrm");
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static Cli.Result run(Map<String, String> environment, Path program, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(program.toString());
    builder.command().addAll(List.of(arguments));
    builder.directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(900, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    return new Cli.Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static Cli.Result packaged(String javaOptions, String... arguments) throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path dirname = bin.resolve("dirname");
    Files.writeString(dirname, "#!/bin/sh\nexec /usr/bin/dirname \"$@\"\n");
    Files.setPosixFilePermissions(dirname, PosixFilePermissions.fromString("rwxr-xr-x"));
    return run(
        Map.of("PATH", bin.toString(), "ARC_HRM_JAVA_OPTS", javaOptions),
        unpacked.resolve("bin/arc-hrm"),
        arguments);
  }

  @Test
  void solvesFromTheTrunkAndWritesNothing() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Cli.Result solved =
        packaged(
            "-Duser.home=" + home + " -Djava.io.tmpdir=" + temporary,
            "solve",
            "--steps",
            "2",
            "--device",
            "cpu",
            "--trunk",
            unpacked.resolve("trunk/weights.safetensors").toString());
    assertEquals(0, solved.exit(), solved::toString);
    assertTrue(solved.out().contains("attempt 2"), solved::toString);
    assertEquals(List.of(), list(home));
    assertEquals(List.of(), list(temporary));
  }

  @Test
  void itsWorkersSolveToo() throws Exception {
    Path challenges = folder.resolve("challenges.json");
    TaskWriter.writeChallenges(challenges, List.of(Samples.exchange("one")));
    Path submission = folder.resolve("submission.json");
    Cli.Result run =
        packaged(
            "",
            "submit",
            "--challenges",
            challenges.toString(),
            "--out",
            submission.toString(),
            "--steps",
            "2",
            "--device",
            "cpu");
    assertEquals(0, run.exit(), run::toString);
    assertTrue(run.out().contains("0 failed"), run::toString);
    assertTrue(Files.readString(submission).contains("\"one\""));
  }

  @Test
  void theLicencesAreIn() throws Exception {
    for (Path place : List.of(APPLICATION, unpacked)) {
      assertTrue(Files.readString(place.resolve("LICENSE")).contains("Apache License"));
      String notice = Files.readString(place.resolve("NOTICE"));
      for (Path jar : list(place.resolve("lib"))) {
        assertTrue(notice.contains(owner(jar.getFileName().toString())), jar + " is not named");
      }
    }
    assertTrue(Files.isDirectory(unpacked.resolve("jre/legal/java.base")));
  }

  /** The name that a library goes by in the notice. */
  private static String owner(String jar) {
    Map<String, String> owners =
        Map.of(
            "api-", "Deep Java Library",
            "pytorch-", "PyTorch",
            "jna-", "Java Native Access",
            "slf4j-", "SLF4J",
            "gson-", "Gson",
            "picocli-", "picocli",
            "commons-", "Apache Commons",
            "snakeyaml-engine-", "SnakeYAML Engine",
            "error_prone_annotations-", "Error Prone");
    return owners.entrySet().stream()
        .filter(owner -> jar.startsWith(owner.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(jar.matches("(tasks|augment|train|solver|submit)-.*") ? "arc-hrm" : jar);
  }

  @Test
  void drawsPictures() throws Exception {
    Path picture = folder.resolve("task.png");
    Cli.Result drawn = packaged("", "tasks", "show", "--png", picture.toString());
    assertEquals(0, drawn.exit(), drawn::toString);
    BufferedImage image = ImageIO.read(picture.toFile());
    BufferedImage expected =
        ImageIO.read(
            new ByteArrayInputStream(TaskDrawing.of(SampleTasks.all().get(0).excerpt(10)).png()));
    assertEquals(expected.getWidth(), image.getWidth());
    assertEquals(expected.getHeight(), image.getHeight());
    int[] none = null;
    assertArrayEquals(
        expected.getRGB(
            0, 0, expected.getWidth(), expected.getHeight(), none, 0, expected.getWidth()),
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), none, 0, image.getWidth()));
  }

  @Test
  void hasEveryModuleThatTheLibrariesMention() throws Exception {
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElse(null);
    Needs.require(jdeps != null, "this Java has no jdeps");
    List<String> arguments =
        new ArrayList<>(List.of("--list-deps", "--ignore-missing-deps", "--multi-release", "17"));
    list(unpacked.resolve("lib")).forEach(jar -> arguments.add(jar.toString()));
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    assertEquals(0, jdeps.run(writer, writer, arguments.toArray(String[]::new)), out::toString);
    // A line is a module, or a package in one: java.base/sun.net.
    Set<String> missing =
        out.toString()
            .lines()
            .map(line -> line.strip().replaceAll("/.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    missing.removeAll(NEVER_USED);
    assertFalse(missing.isEmpty(), out::toString);
    String release = Files.readString(unpacked.resolve("jre/release"));
    String modules = release.replaceAll("(?s).*MODULES=\"([^\"]*)\".*", "$1");
    missing.removeAll(List.of(modules.split(" ")));
    assertEquals(Set.of(), missing);
  }

  /** What bash offers for the last of some words. */
  private static List<String> completed(String... words) throws Exception {
    Path script =
        Files.writeString(
            folder.resolve("complete.sh"),
            """
            source "$1"; shift
            compopt() { :; }
            COMP_WORDS=(arc-hrm "$@"); COMP_CWORD=$#; COMP_LINE="${COMP_WORDS[*]}"
            _complete_arc-hrm
            printf '%s\\n' "${COMPREPLY[@]}"
            """);
    List<String> arguments = new ArrayList<>();
    arguments.add(script.toString());
    arguments.add(APPLICATION.resolve("bin/arc-hrm_completion").toAbsolutePath().toString());
    arguments.addAll(List.of(words));
    Cli.Result result = run(Map.of(), Path.of("/bin/bash"), arguments.toArray(String[]::new));
    assertEquals(0, result.exit(), result::toString);
    assertEquals("", result.err(), result::toString);
    return result.out().lines().toList();
  }

  @Test
  void theShellCompletesCommandsOptionsAndValues() throws Exception {
    List<String> commands = completed("");
    assertTrue(commands.containsAll(List.of("solve", "submit", "tasks")), commands::toString);
    assertFalse(commands.contains("worker"), "a hidden command is offered");
    assertEquals(List.of("sudoku"), completed("tasks", "generate", "s"));
    assertEquals(List.of("--threads"), completed("evaluate", "--th"));
    assertEquals(List.of("hrm-maze-hard"), completed("train", "--preset", "hrm-m"));
    assertEquals(List.of("singles"), completed("tasks", "generate", "sudoku", "--difficulty", "s"));
  }

  @Test
  void aFileThatIsNoTrunkIsNotPacked() throws Exception {
    Path words = Files.writeString(folder.resolve("words.safetensors"), "no weights at all");
    Cli.Result made = packaged("", "package", "--trunk", words.toString());
    assertEquals(2, made.exit(), made::toString);
    assertTrue(made.err().startsWith("arc-hrm: " + words + ": "), made::toString);
  }

  @Test
  void aJavaWithoutJlinkMakesNoPackage() throws Exception {
    Path java = unpacked.resolve("jre");
    Cli.Result made =
        run(
            Map.of("JAVA_HOME", java.toString(), "PATH", System.getenv("PATH")),
            APPLICATION.resolve("bin/arc-hrm").toAbsolutePath(),
            "package",
            "--out",
            folder.resolve("none/none.tar.gz").toString());
    assertEquals(2, made.exit(), made::toString);
    assertTrue(made.err().startsWith("arc-hrm: " + java + ": has no jlink"), made::toString);
    assertEquals(List.of(), list(folder.resolve("none")));
  }

  @Test
  void aPackageMakesNoPackage() throws Exception {
    Cli.Result again = packaged("", "package");
    assertEquals(2, again.exit(), again::toString);
    assertTrue(again.err().contains("is a package already"), again::toString);
  }
}
