package io.github.archrm.train.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseTest {
  @Test
  void anotherProcessFindsACaseByItsId() {
    List<Case> all = new ArrayList<>(Case.ofThePaper());
    for (int side : Case.SIDES) {
      all.add(Case.task(side));
      all.add(Case.task(side, Case.MOST_SYMBOLS));
      all.add(Case.local(side));
      all.add(Case.local(side, Case.MOST_SYMBOLS));
    }
    assertEquals(all.size(), all.stream().map(Case::id).distinct().count());
    for (Case one : all) {
      assertEquals(one, Case.of(one.id()));
    }
    for (String none : List.of("", "task", "task:10", "task:10:4:1", "HRM:11:1", "task:a:4")) {
      assertThrows(IllegalArgumentException.class, () -> Case.of(none), none);
    }
  }

  @Test
  void rowsThatHaltAtTheirOwnTimeHaveNoCycle() {
    Case task = Case.task(5);
    assertEquals(task.recipe().halting().maxSegments(), task.cycle());
    assertTrue(Case.ofThePaper().stream().allMatch(one -> one.cycle() == 1));
  }

  @Test
  void speedsOfAnotherMachineAreNotCompared() {
    Machine here = new Machine("A", 2, "cpu", 1, "libtorch 1");
    assertEquals(Optional.empty(), here.unlike(new Machine("A", 2, "cpu", 1, "libtorch 2")));
    assertEquals(
        Optional.of("another machine (A with 1 core), not this one (A with 2 cores)"),
        here.unlike(new Machine("A", 1, "cpu", 1, "libtorch 1")));
    assertEquals(
        Optional.of("--threads 2, not 1"),
        here.unlike(new Machine("A", 2, "cpu", 2, "libtorch 1")));
    assertEquals(
        Optional.of("device gpu:0, not cpu"),
        here.unlike(new Machine("A", 2, "gpu:0", 1, "libtorch 1")));
  }
}
