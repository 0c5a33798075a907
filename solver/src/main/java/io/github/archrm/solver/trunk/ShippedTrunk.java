package io.github.archrm.solver.trunk;

import io.github.archrm.tasks.Kind;
import io.github.archrm.train.Trunk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Trunks that come with the program: resources beside this class, each named after the kind of
 * puzzle that it is for. So a kind gets one by its file alone.
 *
 * <p>Beside {@code NAME.safetensors} lies {@code NAME.json}, the record of how it was made: the
 * commands with their seeds, the data, the machine's time and the validation, with the trunk's
 * {@link Trunk#fingerprint()}, by which a test holds the two together.
 */
public final class ShippedTrunk {
  /** What is said instead of a file's name. */
  public static final String WORD = "shipped";

  private static final Map<String, Optional<Trunk>> READ = new ConcurrentHashMap<>();

  private ShippedTrunk() {}

  /** The trunk for a kind of puzzle, in all its sizes, if there is one. */
  public static Optional<Trunk> of(Kind kind) {
    return READ.computeIfAbsent(kind.name(), ShippedTrunk::read);
  }

  private static Optional<Trunk> read(String name) {
    String file = name + ".safetensors";
    try (InputStream in = ShippedTrunk.class.getResourceAsStream(file)) {
      return in == null ? Optional.empty() : Optional.of(Trunk.read(file, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
