package io.github.archrm.submit.bench;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.worker.SharedRate;
import io.github.archrm.tasks.io.StrictJson;
import io.github.archrm.train.bench.Benchmark.Memory;
import io.github.archrm.train.bench.DeviceCheck.Deviation;
import io.github.archrm.train.bench.Machine;
import io.github.archrm.train.bench.Speed;
import io.github.archrm.train.file.CheckpointException;
import io.github.archrm.train.file.FieldException;
import io.github.archrm.train.file.Format;
import io.github.archrm.train.file.RecordJson;
import io.github.archrm.train.file.RecordOverrides;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything that one call of {@code bench} measured; lists of what it did not are empty. As JSON
 * it has these names, and those of the records within.
 *
 * @param format name and version of the layout
 * @param version of this program
 */
public record BenchResult(
    String format,
    String version,
    Machine machine,
    List<Deviation> check,
    List<Speed> speed,
    List<SharedRate> sharing,
    List<Memory> memory) {

  /** Raised with every change of a record within. */
  private static final Format FORMAT = new Format("arc-hrm bench", 1);

  private static final long MOST_BYTES = 16 << 20;

  public BenchResult {
    check = List.copyOf(check);
    speed = List.copyOf(speed);
    sharing = List.copyOf(sharing);
    memory = List.copyOf(memory);
  }

  /** With this program's format. */
  static BenchResult of(
      String version,
      Machine machine,
      List<Deviation> check,
      List<Speed> speed,
      List<SharedRate> sharing,
      List<Memory> memory) {
    return new BenchResult(FORMAT.text(), version, machine, check, speed, sharing, memory);
  }

  /**
   * Reads what {@link #toJson} gave.
   *
   * @throws UserMistake if the file cannot be read, or is nothing that this program wrote
   * @throws CheckpointException if it is of another version
   */
  public static BenchResult read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw notOne(file, "too large");
      }
      JsonElement json = RecordOverrides.strict(Files.readString(file));
      if (!json.isJsonObject() || !json.getAsJsonObject().has("format")) {
        throw notOne(file, "it names no format");
      }
      JsonElement format = json.getAsJsonObject().get("format");
      FORMAT.require(file, StrictJson.oneLine(format.toString().replace("\"", "")));
      return RecordJson.read(json, BenchResult.class);
    } catch (FieldException e) {
      throw notOne(file, StrictJson.oneLine(e.getMessage()));
    } catch (JsonParseException | CharacterCodingException e) {
      throw notOne(file, "no JSON");
    } catch (IOException e) {
      throw new UserMistake(file + ": cannot be read: " + UserMistake.reason(e));
    }
  }

  private static UserMistake notOne(Path file, String reason) {
    return new UserMistake(file + ": not what bench --json prints: " + reason);
  }

  /** As text for a file. */
  public String toJson() {
    JsonObject json = RecordJson.write(this);
    return new GsonBuilder()
        .setPrettyPrinting()
        .disableHtmlEscaping()
        .serializeNulls()
        .create()
        .toJson(json);
  }

  /** What this measured of the same model and canvas; empty if it did not. */
  Optional<Speed> of(String model, int side, int symbols) {
    return speed.stream().filter(one -> one.isOf(model, side, symbols)).findFirst();
  }
}
