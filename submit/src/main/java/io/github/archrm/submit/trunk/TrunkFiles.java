package io.github.archrm.submit.trunk;

import io.github.archrm.tasks.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of a training run.
 *
 * @param trunk the averaged weights
 * @param state everything that is needed to go on
 * @param csv the curve
 * @param png the curve, drawn
 */
public record TrunkFiles(Path trunk, Path state, Path csv, Path png) {
  private static final String EXTENSION = ".safetensors";

  public static TrunkFiles of(Path trunk) {
    String name = trunk.getFileName().toString();
    String stem =
        name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    return new TrunkFiles(
        trunk,
        trunk.resolveSibling(stem + ".state"),
        trunk.resolveSibling(stem + ".csv"),
        trunk.resolveSibling(stem + ".png"));
  }

  /** Each of them. */
  public List<Path> all() {
    return List.of(trunk, state, csv, png);
  }

  /** Deletes what runs that were killed while they saved have left. */
  void deleteDrafts() throws IOException {
    for (Path file : all()) {
      AtomicFile.deleteDrafts(file);
    }
  }
}
