package io.github.archrm.submit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The walls inside the rooms. The packages of a room stand in layers: each may use those of the
 * layers before it, and none of its own layer or after.
 */
class WallsTest {
  private static final String BASE = "io.github.archrm.";
  private static final int MOST_FILES = 25;

  /** The root package of a room is written as the room's name. */
  private static final Map<String, List<List<String>>> LAYERS =
      Map.of(
          "tasks",
              List.of(
                  List.of("tasks.picture"),
                  List.of("tasks"),
                  List.of("tasks.draw", "tasks.generate"),
                  List.of("tasks.io", "tasks.arc", "tasks.maze", "tasks.sudoku")),
          "augment",
              List.of(
                  List.of("augment"),
                  List.of("augment.program.primitive", "augment.program.learn"),
                  List.of("augment.program.stack", "augment.program.learn.object"),
                  List.of("augment.program.search", "augment.program.learn.panel"),
                  List.of(
                      "augment.program.learn.cell",
                      "augment.program.learn.draw",
                      "augment.program.learn.pattern"),
                  List.of("augment.program.learn.library"),
                  List.of("augment.program")),
          "train",
              List.of(
                  List.of("train.file", "train.senses"),
                  List.of("train.model"),
                  List.of("train.tokens"),
                  List.of("train"),
                  List.of("train.bench")),
          "solver",
              List.of(
                  List.of("solver.vote", "solver.trunk"),
                  List.of("solver.think"),
                  List.of("solver")),
          "submit",
              List.of(
                  List.of("submit.runtime", "submit.cost"),
                  List.of("submit.answers"),
                  List.of("submit.score", "submit.kaggle"),
                  List.of("submit.compare", "submit.leaderboard"),
                  List.of("submit.worker"),
                  List.of("submit.progress"),
                  List.of("submit.report", "submit.trunk", "submit.bench"),
                  List.of("submit.run", "submit.recipe"),
                  List.of("submit.command.option"),
                  List.of("submit.command"),
                  List.of("submit.command.tasks"),
                  List.of("submit")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.archrm");

  @Test
  void everyPackageHasItsLayer() {
    for (String room : LAYERS.keySet()) {
      Set<String> named =
          LAYERS.get(room).stream().flatMap(List::stream).collect(Collectors.toSet());
      Set<String> found =
          CLASSES.stream()
              .map(JavaClass::getPackageName)
              .map(name -> name.substring(BASE.length()))
              .filter(name -> name.equals(room) || name.startsWith(room + "."))
              .collect(Collectors.toSet());
      assertEquals(new TreeSet<>(named), new TreeSet<>(found), room);
    }
  }

  @Test
  void aLayerUsesThoseBeforeItOnly() {
    for (List<List<String>> layers : LAYERS.values()) {
      for (int low = 0; low < layers.size(); low++) {
        for (String package_ : layers.get(low)) {
          String[] others =
              layers.subList(low, layers.size()).stream()
                  .flatMap(List::stream)
                  .filter(other -> !other.equals(package_))
                  .map(other -> BASE + other)
                  .toArray(String[]::new);
          if (others.length > 0) {
            onlyBelow(package_, others);
          }
        }
      }
    }
  }

  /** Whoever works with tasks asks the kind, never which kind it is; the registry knows names. */
  @Test
  void nobodyKnowsAKindOfPuzzle() {
    for (String kind : List.of("arc", "maze", "sudoku")) {
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + "tasks." + kind)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BASE + "tasks." + kind)
          .check(CLASSES);
    }
  }

  @Test
  void packagesHaveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("io.github.archrm.(**)")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void aWallThatIsNotThereFails() {
    assertThrows(AssertionError.class, () -> onlyBelow("submit.run", BASE + "submit.score"));
  }

  @Test
  void noPackageIsTooLargeToBeReadAsAList() {
    Map<String, Set<String>> files = new TreeMap<>();
    CLASSES.stream()
        .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
        .forEach(
            type ->
                files
                    .computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
                    .add(type.getSimpleName()));
    assertFalse(files.isEmpty());
    files.forEach(
        (name, types) ->
            assertFalse(
                types.size() > MOST_FILES, () -> name + " has " + types.size() + ": " + types));
  }

  private static void onlyBelow(String package_, String... others) {
    noClasses()
        .that()
        .resideInAPackage(BASE + package_)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(CLASSES);
  }
}
