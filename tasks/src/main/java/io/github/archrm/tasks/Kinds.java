package io.github.archrm.tasks;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** All kinds of puzzles there are: those of the families that the class path names. */
public final class Kinds {
  private static final List<KindFamily> FAMILIES =
      ServiceLoader.load(KindFamily.class, KindFamily.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private Kinds() {}

  /** In the order in which they are asked. */
  public static List<KindFamily> families() {
    return FAMILIES;
  }

  /** The family of that {@link KindFamily#name()}. */
  public static Optional<KindFamily> family(String name) {
    return FAMILIES.stream().filter(family -> family.name().equals(name)).findFirst();
  }

  /** The first kind that a family has under a name; see {@link KindFamily#named}. */
  public static Optional<Kind> named(String name, int side) {
    return FAMILIES.stream().flatMap(family -> family.named(name, side).stream()).findFirst();
  }

  /**
   * The kind of tasks whose files name none.
   *
   * @throws IllegalStateException if no family has it
   */
  public static Kind unnamed() {
    return FAMILIES.stream()
        .flatMap(family -> family.unnamed().stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no kind of puzzle is on the class path"));
  }
}
