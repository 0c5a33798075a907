package io.github.archrm.submit.compare;

import io.github.archrm.submit.answers.Answers;
import io.github.archrm.submit.cost.Price;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * One of the systems, or one of the runs, that are compared.
 *
 * @param name as short as tells it from the others
 * @param file its answers came from
 * @param price of what it took, where the file does not say dollars
 */
public record Side(String name, Path file, Answers answers, Optional<Price> price) {

  /** The shortest ends of the paths that tell them apart, without what is the same in all. */
  public static List<String> names(List<Path> files) {
    List<Path> paths = files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
    while (paths.stream().map(Path::getFileName).distinct().count() == 1
        && paths.stream().allMatch(path -> path.getNameCount() > 1)
        && paths.stream().distinct().count() == paths.size()) {
      paths = paths.stream().map(Path::getParent).toList();
    }
    int longest = paths.stream().mapToInt(Path::getNameCount).max().orElse(1);
    List<String> names = List.of();
    for (int parts = 1; parts <= longest; parts++) {
      names = ends(paths, parts);
      if (new HashSet<>(names).size() == names.size()) {
        return names;
      }
    }
    List<String> numbered = new ArrayList<>();
    for (Path file : files) {
      numbered.add(file.getFileName() + " (" + (numbered.size() + 1) + ")");
    }
    return numbered;
  }

  private static List<String> ends(List<Path> paths, int parts) {
    return paths.stream()
        .map(
            path ->
                path.subpath(Math.max(0, path.getNameCount() - parts), path.getNameCount())
                    .toString())
        .toList();
  }
}
