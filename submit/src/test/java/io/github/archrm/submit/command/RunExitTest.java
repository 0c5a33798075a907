package io.github.archrm.submit.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.archrm.submit.Samples;
import io.github.archrm.submit.score.Fallback;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.tasks.Task;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunExitTest {
  private static final Outcome DONE = outcome(null);
  private static final Outcome FAILED = outcome("died, signal 11");

  private static Outcome outcome(String error) {
    Task task = Samples.exchange("a");
    return new Outcome(task, Fallback.of(task, 1), Optional.ofNullable(error));
  }

  @Test
  void aRunHasFailedWhereMostTasksHave() {
    assertEquals(0, RunExit.code(List.of()));
    assertEquals(0, RunExit.code(List.of(DONE, FAILED)));
    assertEquals(1, RunExit.code(List.of(DONE, FAILED, FAILED)));
    assertEquals(1, RunExit.code(List.of(FAILED)));
  }

  @Test
  void whatIsMissingHasACodeOfItsOwn() {
    assertEquals(3, RunExit.code(List.of(DONE), List.of("the time was over")));
    assertEquals(1, RunExit.code(List.of(FAILED), List.of("the time was over")));
    assertEquals(0, RunExit.code(List.of(DONE), List.of()));
  }
}
