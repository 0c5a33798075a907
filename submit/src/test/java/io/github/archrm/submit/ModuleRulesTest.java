package io.github.archrm.submit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.github.archrm.solver.TaskSolver;
import io.github.archrm.submit.command.BenchCommand;
import io.github.archrm.submit.command.LocalCompute;
import io.github.archrm.submit.command.SolveCommand;
import io.github.archrm.submit.command.TrainCommand;
import io.github.archrm.submit.command.WorkerCommand;
import io.github.archrm.train.Compute;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Data walks through the rooms from left to right; a module knows only those to its left. */
class ModuleRulesTest {
  private static final String BASE = "io.github.archrm.";
  private static final List<String> ROOMS =
      List.of("tasks", "augment", "train", "solver", "submit");
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.archrm");

  @Test
  void everyRoomIsLookedAt() {
    for (String room : ROOMS) {
      assertFalse(CLASSES.that(resideInAPackage(BASE + room + "..")).isEmpty(), room);
    }
    assertTrue(CLASSES.stream().allMatch(c -> ROOMS.contains(room(c.getPackageName()))));
  }

  private static String room(String packageName) {
    return packageName.substring(BASE.length()).split("\\.")[0];
  }

  @Test
  void noRoomKnowsThoseToItsRight() {
    for (int i = 0; i < ROOMS.size() - 1; i++) {
      for (String right : ROOMS.subList(i + 1, ROOMS.size())) {
        noneIn(ROOMS.get(i), BASE + right + "..").check(CLASSES);
      }
    }
  }

  @Test
  void onlyTrainKnowsDjl() {
    onlyIn("train", "ai.djl..").check(CLASSES);
  }

  @Test
  void onlySubmitKnowsPicocli() {
    onlyIn("submit", "picocli..").check(CLASSES);
  }

  /** What they use loads the native library, which the parent of workers must not. */
  @Test
  void onlyTheCommandsThatSolveInTheirOwnProcessKnowTheSolver() {
    noClasses()
        .that(resideInAPackage(BASE + "submit.."))
        .and()
        .doNotBelongToAnyOf(
            SolveCommand.class,
            TrainCommand.class,
            WorkerCommand.class,
            BenchCommand.class,
            LocalCompute.class)
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(TaskSolver.class, Compute.class)
        .check(CLASSES);
  }

  @Test
  void aWrongRuleFails() {
    assertThrows(AssertionError.class, () -> noneIn("submit", BASE + "tasks..").check(CLASSES));
    assertThrows(AssertionError.class, () -> onlyIn("train", "picocli..").check(CLASSES));
  }

  private static ArchRule noneIn(String room, String packages) {
    return noClasses()
        .that()
        .resideInAPackage(BASE + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(packages);
  }

  private static ArchRule onlyIn(String room, String packages) {
    return noClasses()
        .that(not(resideInAPackage(BASE + room + "..")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(packages);
  }
}
