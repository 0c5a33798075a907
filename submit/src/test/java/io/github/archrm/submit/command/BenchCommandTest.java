package io.github.archrm.submit.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.archrm.submit.Cli;
import io.github.archrm.submit.bench.BenchResult;
import io.github.archrm.submit.runtime.Failure;
import io.github.archrm.submit.runtime.Version;
import io.github.archrm.submit.worker.SharedRate;
import io.github.archrm.train.bench.Speed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
  @TempDir Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  void memoryIsToldAsJson() throws Exception {
    Cli.Result result =
        Cli.run(
            folder,
            "bench",
            "--memory",
            "--steps",
            "2",
            "--tasks",
            "1",
            "--device",
            "cpu",
            "--json");
    assertEquals(0, result.exit(), result::toString);
    JsonObject json = JsonParser.parseString(result.out()).getAsJsonObject();
    assertEquals(1, json.getAsJsonObject("machine").get("threads").getAsInt(), result::toString);
    assertEquals(Version.text(), json.get("version").getAsString());
    assertTrue(json.getAsJsonArray("speed").isEmpty(), result::toString);
    List<String> samples = new ArrayList<>();
    for (JsonElement element : json.getAsJsonArray("memory")) {
      JsonObject sample = element.getAsJsonObject();
      samples.add(sample.get("phase").getAsString() + " " + sample.get("done").getAsInt());
      assertTrue(sample.get("residentBytes").getAsLong() > 50 << 20, sample::toString);
    }
    assertEquals(List.of("steps 1", "steps 2", "tasks 1"), samples);
    assertTrue(result.err().startsWith("libtorch "), result::toString);
    assertEquals(1, result.err().lines().count(), result::toString);
  }

  /** What one call prints as JSON, another one reads, and a third is held against it. */
  @Test
  void aMeasurementIsHeldAgainstAnEarlierOne() throws Exception {
    String[] small = {"--sides", "3", "--symbols", "2", "--seconds", "0.01", "--device", "cpu"};
    Cli.Result first = bench(small, "--json");
    assertEquals(0, first.exit(), first::toString);
    Path file = Files.writeString(folder.resolve("before.json"), first.out());
    BenchResult result = BenchResult.read(file);
    assertEquals(List.of("task", "local"), result.speed().stream().map(Speed::model).toList());
    assertEquals(3, result.speed().get(0).side());
    assertEquals(2, result.speed().get(0).symbols());
    assertTrue(result.speed().get(0).time().isPresent(), first::toString);

    Cli.Result read = Cli.run(folder, "bench", "--read", "before.json", "--against", "before.json");
    assertEquals(0, read.exit(), read::toString);
    assertTrue(read.out().lines().allMatch(line -> line.length() <= 100), read::toString);
    String row = read.out().lines().skip(1).findFirst().orElseThrow();
    assertTrue(row.startsWith("task"), row);
    assertTrue(row.matches("[^x]*3x3[^x]*( x1\\.00[^x]*){3,4}"), row);
    assertTrue(read.out().contains("\n  ratio "), read::toString);

    Cli.Result again = bench(small, "--against", "before.json");
    assertEquals(0, again.exit(), again::toString);
    assertTrue(again.out().matches("(?s).*\\ntask .* x\\d.*"), again::toString);

    Cli.Result other = Cli.run(folder, "bench", "--sides", "4", "--against", "before.json");
    assertEquals(2, other.exit(), other::toString);
    assertEquals(
        "arc-hrm: --against before.json: none of these models and canvases is in it",
        other.err().strip());
    Cli.Result threads = bench(small, "--against", "before.json", "--threads", "2");
    assertEquals(2, threads.exit(), threads::toString);
    assertEquals(
        "arc-hrm: --against before.json: measured with --threads 1, not 2", threads.err().strip());
    Files.writeString(folder.resolve("words.json"), "these are words");
    Cli.Result words = Cli.run(folder, "bench", "--against", "words.json");
    assertEquals(2, words.exit(), words::toString);
    assertEquals("arc-hrm: words.json: not what bench --json prints: no JSON", words.err().strip());
  }

  private Cli.Result bench(String[] some, String... more) throws Exception {
    return Cli.run(
        folder,
        Stream.of(new String[] {"bench"}, some, more).flatMap(Stream::of).toArray(String[]::new));
  }

  @Test
  void optionsThatWouldBeIgnoredAreRefused() throws Exception {
    refuses("--steps and --tasks are of no use without --memory", "--tasks", "3");
    refuses("--seconds is of no use with --memory", "--memory", "--seconds", "1");
    refuses("--sides is of no use with --memory", "--memory", "--sides", "5");
    refuses("--against is of no use with --json", "--json", "--against", "a.json");
    refuses("--symbols is of no use with --read", "--read", "a.json", "--symbols", "3");
    refuses("--threads is of no use with --read", "--read", "a.json", "--threads", "1");
    refuses("--sides must be at most 30, not 31", "--sides", "5,31");
    refuses("--symbols must be at most 11, not 12", "--symbols", "12");
  }

  private void refuses(String why, String... arguments) throws Exception {
    Cli.Result result = bench(arguments);
    assertEquals(2, result.exit(), result::toString);
    assertEquals("arc-hrm: bench: " + why, result.err().strip());
  }

  @Test
  void severalWorkersShareADevice() throws Exception {
    SharedRate one = SharedRate.measure("cpu", 5, 2, 0.1, OptionalLong::empty);
    assertEquals(2, one.workers());
    assertTrue(one.stepsPerSecond() > 0, one::toString);
    assertThrows(Failure.class, () -> SharedRate.measure("gpu:63", 5, 2, 0.1, OptionalLong::empty));
  }
}
