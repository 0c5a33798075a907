package io.github.archrm.submit.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.archrm.submit.Cli;
import io.github.archrm.submit.runtime.Failure;
import io.github.archrm.submit.runtime.Version;
import io.github.archrm.submit.worker.SharedRate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
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
    assertTrue(json.get("compute").getAsString().contains("1 intra-op thread"), result::toString);
    assertEquals(Version.text(), json.get("version").getAsString());
    assertFalse(json.has("speed"), result::toString);
    List<String> samples = new ArrayList<>();
    for (JsonElement element : json.getAsJsonArray("memory")) {
      JsonObject sample = element.getAsJsonObject();
      samples.add(sample.get("phase").getAsString() + " " + sample.get("done").getAsInt());
      assertTrue(sample.get("resident_bytes").getAsLong() > 50 << 20, sample::toString);
    }
    assertEquals(List.of("steps 1", "steps 2", "tasks 1"), samples);
    assertTrue(result.err().startsWith("libtorch "), result::toString);
    assertEquals(1, result.err().lines().count(), result::toString);
  }

  @Test
  void optionsThatWouldBeIgnoredAreRefused() throws Exception {
    Cli.Result tasks = Cli.run(folder, "bench", "--tasks", "3");
    assertEquals(2, tasks.exit(), tasks::toString);
    assertEquals(
        "arc-hrm: bench: --steps and --tasks are of no use without --memory", tasks.err().strip());
    Cli.Result seconds = Cli.run(folder, "bench", "--memory", "--seconds", "1");
    assertEquals(2, seconds.exit(), seconds::toString);
    assertEquals("arc-hrm: bench: --seconds is of no use with --memory", seconds.err().strip());
  }

  @Test
  void severalWorkersShareADevice() throws Exception {
    SharedRate one = SharedRate.measure("cpu", 5, 2, 0.1, OptionalLong::empty);
    assertEquals(2, one.workers());
    assertTrue(one.stepsPerSecond() > 0, one::toString);
    assertThrows(Failure.class, () -> SharedRate.measure("gpu:63", 5, 2, 0.1, OptionalLong::empty));
  }
}
