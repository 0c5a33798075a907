package io.github.archrm.submit.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.submit.Samples;
import io.github.archrm.submit.score.Fallback;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.generate.GenerationProgress;
import io.github.archrm.train.TrainingProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private static Outcome outcome(Task task) {
    return new Outcome(task, Fallback.of(task, 1), Optional.empty());
  }

  /** What a terminal shows after all that was written to it. */
  private List<String> screen() {
    List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    int row = 0;
    String text = bytes.toString(StandardCharsets.UTF_8);
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("\u001b[A", i)) {
        row--;
        i += 2;
      } else if (text.startsWith("\u001b[J", i)) {
        lines.subList(row, lines.size()).clear();
        lines.add(new StringBuilder());
        i += 2;
      } else if (text.charAt(i) == '\n') {
        row++;
        if (row == lines.size()) {
          lines.add(new StringBuilder());
        }
      } else if (text.charAt(i) != '\r') {
        lines.get(row).append(text.charAt(i));
      }
    }
    return lines.stream().map(StringBuilder::toString).toList();
  }

  @Test
  void aTerminalShowsTheRunAndEveryRunningTask() {
    Task a = Samples.exchange("a");
    Task b = Samples.exchange("b");
    LiveRunStatus live = new LiveRunStatus(new StatusLines(err, true, 30), new TasksDone(2));
    live.started(1, a);
    live.started(2, b);
    live.progressed(1, a, new TrainingProgress(7, 2, 0.25, 0.5, Double.POSITIVE_INFINITY));
    assertEquals(List.of("0/2", "  a step 7 seg 2 loss 0.2500 ", "  b"), screen());
    live.note("something");
    live.finished(1, outcome(a));
    List<String> screen = screen();
    assertEquals(4, screen.size(), screen::toString);
    assertEquals("something", screen.get(0));
    assertTrue(screen.get(1).startsWith("a not solved"), screen::toString);
    assertTrue(screen.get(2).startsWith("1/2, ends about "), screen::toString);
    assertEquals("  b", screen.get(3));
    live.finished(2, outcome(b));
    assertEquals("2/2", new TasksDone(2, Set.of("a", "b"), null).toString(), "no end to come");
    assertEquals("", screen().get(3), "nothing is left running");
  }

  @Test
  void aLogHasNoControlCharactersAndNoLineIsTakenBack() {
    StatusLines lines = new StatusLines(err, false, 20);
    lines.show(List.of("a line that is longer than a terminal", "another"));
    lines.lasting("the end");
    lines.erase();
    assertEquals(
        "a line that is longer than a terminal\nanother\nthe end\n",
        bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    assertFalse(lines.isDue(), "in a log nothing is due at once");
  }

  @Test
  void aGeneratorLeavesItsLastNumbers() {
    GenerationStatus status = new GenerationStatus(new StatusLines(err, true, 80));
    GenerationProgress half = new GenerationProgress(7, 5, 10, Map.of("too easy", 2));
    status.accept(half);
    status.end();
    assertEquals(List.of(half.toString(), ""), screen());
  }

  /** Nobody says anything while a step is at work; a line tells since when, and goes at the end. */
  @Test
  void aLongStepIsToldWithItsAge() throws Exception {
    try (TrainingStatus status = new TrainingStatus(new StatusLines(err, true, 80), 0)) {
      status.note("begun");
      status.show("validating after step 7");
      while (!String.join("", screen()).contains("validating after step 7 (0 s ago)")) {
        Thread.sleep(10);
      }
    }
    assertEquals(List.of("begun", ""), screen());
  }

  @Test
  void theFinishIsEstimatedFromWhatThisRunHasDone() {
    Instant before = Instant.now();
    TasksDone done = new TasksDone(10, Set.of("a", "b"), null);
    Instant later = before.plusSeconds(60);
    assertEquals(Optional.empty(), done.finish(later));
    done.add(outcome(Samples.exchange("c")));
    done.add(outcome(Samples.exchange("c")));
    done.add(outcome(Samples.exchange("d")));
    Duration left = Duration.between(later, done.finish(later).orElseThrow());
    assertTrue(left.compareTo(Duration.ofSeconds(180)) <= 0, left::toString);
    assertTrue(left.compareTo(Duration.ofSeconds(150)) > 0, left::toString);
    assertTrue(done.toString().startsWith("4/10, ends about "), done::toString);
  }

  @Test
  void withADeadlineTheRunEndsByIt() {
    Instant deadline = Instant.parse("2026-11-24T20:00:00Z");
    assertEquals(Optional.of(deadline), new TasksDone(3, Set.of(), deadline).finish(Instant.now()));
  }
}
