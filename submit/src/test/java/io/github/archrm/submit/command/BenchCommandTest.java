package io.github.archrm.submit.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.archrm.submit.Cli;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
  @TempDir Path folder;

  @Test
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
    assertTrue(json.has("memory") && json.has("version"), result::toString);
    assertTrue(result.err().startsWith("libtorch "), result::toString);
    assertEquals(1, result.err().lines().count(), result::toString);
  }
}
