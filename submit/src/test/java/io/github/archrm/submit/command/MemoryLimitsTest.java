package io.github.archrm.submit.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.archrm.submit.Cli;
import io.github.archrm.train.file.NativeLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What fits into the launcher's memory, and what is said where something does not. */
class MemoryLimitsTest {
  /** What the launcher gives. */
  private static final String LAUNCHER_HEAP = "1g";

  private static final String PAPER = " --preset hrm-sudoku-extreme --batch 2 --threads 1";

  @TempDir Path folder;

  @BeforeEach
  void makePuzzles() throws Exception {
    Cli.run(
        folder, "tasks generate sudoku --size 4 --train 20 --test 2 --out four.json".split(" "));
  }

  private Cli.Running start(List<String> before, String heap, String arguments) throws IOException {
    return Cli.start(folder, before, heap, arguments.split(" "));
  }

  private Cli.Result run(String heap, String arguments) throws Exception {
    return start(List.of(), heap, arguments).result();
  }

  /** 27 million parameters: 437 MB of weights, averages and moments. */
  @Test
  void thePapersModelIsTrainedSavedKilledResumedAndPredicts() throws Exception {
    Cli.Running killed =
        start(
            List.of(),
            LAUNCHER_HEAP,
            "train four.json --out hrm.safetensors --steps 1000 --points 500" + PAPER);
    while (!killed.errSoFar().contains("step 2, ")) {
      assertTrue(killed.process().isAlive(), killed.errSoFar());
      Thread.sleep(20);
    }
    killed.process().destroyForcibly();
    assertEquals(128 + 9, killed.result().exit());
    assertTrue(Files.size(folder.resolve("hrm.state")) > 400_000_000);

    Cli.Result resumed =
        run(
            LAUNCHER_HEAP,
            "train four.json --out hrm.safetensors --steps 6 --points 3 --resume" + PAPER);
    assertEquals(0, resumed.exit(), resumed::toString);
    assertTrue(resumed.out().startsWith("hrm.safetensors: 6 steps"), resumed::toString);
    try (var files = Files.list(folder)) {
      assertFalse(files.anyMatch(file -> file.getFileName().toString().endsWith(".tmp")));
    }

    Cli.Result predicted =
        run(LAUNCHER_HEAP, "evaluate four.json --trunk hrm.safetensors --budget 0 --views 1");
    assertEquals(0, predicted.exit(), predicted::toString);
    JsonObject results =
        JsonParser.parseString(Files.readString(folder.resolve("results.json"))).getAsJsonObject();
    assertTrue(results.getAsJsonObject("scores").has("cells"), results::toString);
  }

  private static void assertTold(Cli.Result result, String... words) {
    assertEquals(1, result.exit(), result::toString);
    assertOneLine(result.err(), words);
  }

  /** No line is one of a stack trace or names a class of Java's. */
  private static void assertOneLine(String err, String... words) {
    List<String> told = err.lines().filter(line -> line.contains("out of memory")).toList();
    assertEquals(1, told.size(), err);
    for (String word : words) {
      assertTrue(told.get(0).contains(word), err);
    }
    assertFalse(err.contains("Exception") || err.contains("java."), err);
    assertFalse(err.lines().anyMatch(line -> line.startsWith("\tat ")), err);
  }

  @Test
  void aFileThatIsTooLargeForJavaIsToldInOneLine() throws Exception {
    Files.writeString(
        folder.resolve("large.json"), "{\"" + "a".repeat(40_000_000) + "\": {\"train\": []}}");
    assertTold(
        run("24m", "tasks list large.json"), "arc-hrm: out of memory: ", "ARC_HRM_JAVA_OPTS=-Xmx");
  }

  @Test
  void aModelThatIsTooLargeForJavaIsToldInOneLine() throws Exception {
    assertTold(
        run("48m", "train four.json --out hrm.safetensors --steps 1" + PAPER),
        "arc-hrm: out of memory: ",
        "ARC_HRM_JAVA_OPTS=-Xmx256m gives it more");
  }

  /** The worker has the parent's limit, and says in the results what is wrong. */
  @Test
  void aWorkerThatRunsOutOfMemorySaysSo() throws Exception {
    Cli.Result result =
        run("32m", "evaluate four.json --with hrm --steps 1 --workers 1 --set model.width=768");
    assertEquals(1, result.exit(), result::toString);
    assertTrue(result.err().contains("ARC_HRM_JAVA_OPTS=-Xmx256m"), result::toString);
    assertFalse(result.err().contains("java.lang"), result::toString);
    assertFalse(result.err().contains("\tat "), result::toString);
  }

  /**
   * The limit is one of addresses, of which Java alone takes some gigabytes, and the libraries for
   * GPUs so many that the first arrays find no room already.
   */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aBatchThatIsTooLargeForTheMachineIsToldInOneLine() throws Exception {
    Cli.Running running =
        start(
            List.of("sh", "-c", "ulimit -v 4500000; exec \"$@\"", "sh"),
            "512m",
            "train four.json --out t.safetensors --steps 1 --threads 1 --batch 1500"
                + " --set batch.tokens=2000000000");
    String told = NativeLibraries.forCuda() ? "needs more than there is" : "asked for ";
    assertTold(running.result(), "arc-hrm: out of memory: libtorch " + told, "--batch of train");
  }
}
