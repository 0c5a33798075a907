package io.github.archrm.submit.compare;

import io.github.archrm.submit.answers.Answers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * One of the systems, or one of the runs, that are compared.
 *
 * @param name as short as tells it from the others
 * @param file its answers came from
 */
public record Side(String name, Path file, Answers answers) {

  /** The shortest ends of the paths that tell them apart. */
  public static List<String> names(List<Path> files) {
    List<Path> whole = files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
    int longest = whole.stream().mapToInt(Path::getNameCount).max().orElse(1);
    List<String> names = List.of();
    for (int parts = 1; parts <= longest; parts++) {
      names = ends(whole, parts);
      if (new HashSet<>(names).size() == names.size()) {
        return names;
      }
    }
    List<String> numbered = new ArrayList<>();
    for (String name : names) {
      numbered.add(name + " (" + (numbered.size() + 1) + ")");
    }
    return numbered;
  }

  private static List<String> ends(List<Path> files, int parts) {
    return files.stream()
        .map(
            file -> {
              int count = file.getNameCount();
              return count == 0
                  ? file.toString()
                  : file.subpath(Math.max(0, count - parts), count).toString();
            })
        .toList();
  }
}
