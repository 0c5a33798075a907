package io.github.archrm.submit.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.submit.Samples;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.draw.TerminalDrawing;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomeTextTest {
  private static final TerminalDrawing PLAIN = new TerminalDrawing(false);
  private static final Grid TWO_WRONG = Samples.grid("1432", "2314", "3241", "4132");

  @Test
  void ofHundredsOfTestsTheFirstAreShownAndAllAreCounted() {
    Task two = Samples.boards("boards");
    Grid solution = two.solutions().get(0);
    Task many =
        new Task(
            "boards",
            two.demonstrations(),
            Collections.nCopies(200, two.testInputs().get(0)),
            Collections.nCopies(200, solution),
            two.kind());
    Grid[] attempts = Collections.nCopies(200, solution).toArray(Grid[]::new);
    attempts[1] = TWO_WRONG;
    String text = OutcomeText.of(Samples.outcome(many, attempts), 2, PLAIN);
    assertTrue(text.contains("\ntest 1: attempt 1 is right\n"), text);
    assertTrue(text.contains("\ntest 2: not proved; attempt 1, row 4, column 3: 3 stands"), text);
    assertFalse(text.contains("test 3"), text);
    assertTrue(text.contains("2 of 200 tests shown (--show)"), text);
    assertTrue(text.contains(" 99.50 %  199 of 200"), text);
    assertTrue(text.endsWith("boards 199/200 exact, 7 steps, 1.5 s, loss 0.2500\n"), text);
    // Drawn as boards, with their boxes.
    assertTrue(text.contains("| 1 . | . . |"), text);
  }

  @Test
  void aMazeThatKeepsTheRulesIsToldFromOneThatDoesNot() {
    Task maze = Samples.maze("maze");
    String broken = OutcomeText.of(Samples.outcome(maze, maze.testInputs().get(0)), 1, PLAIN);
    assertTrue(broken.contains("test 1: not proved; attempt 1, row 1, column 1: the path"), broken);
    String longer = OutcomeText.of(Samples.outcome(maze, Samples.detour()), 1, PLAIN);
    assertTrue(longer.contains("reached after 12 steps where 8 are enough"), longer);
    assertTrue(longer.contains("o o o # G"), longer);
    Task unsolved = maze.withoutSolutions();
    String right = OutcomeText.of(Samples.outcome(unsolved, maze.solutions().get(0)), 1, PLAIN);
    assertTrue(right.contains("test 1: attempt 1 is proved by the rules"), right);
    assertFalse(right.contains("attempt 2"), right);
    assertTrue(right.contains("maze 1/1 valid, "), right);
  }

  @Test
  void whereOnlyProgramsAnswerThereAreNoShares() {
    Task arc = Samples.exchange("arc");
    Grid right = arc.solutions().get(0);
    TestAttempts programs = new TestAttempts(right, TWO_WRONG, List.of(), 0);
    SolvedTask solved = new SolvedTask("arc", List.of(programs), 0, 0.1, Double.NaN);
    String text = OutcomeText.of(new Outcome(arc, solved, Optional.empty()), 1, PLAIN);
    assertTrue(text.contains("attempt 2"), text);
    assertFalse(text.contains("%"), text);
    String voted = OutcomeText.of(Samples.outcome(arc, right), 1, PLAIN);
    assertTrue(voted.contains("attempt 1, 0 %"), voted);
  }

  @Test
  void arcKeepsItsWords() {
    Task arc = Samples.exchange("arc");
    String text = OutcomeText.of(Samples.outcome(arc, arc.testInputs().get(0)), 4, PLAIN);
    assertTrue(text.contains("test 1: neither attempt is right"), text);
    assertTrue(text.endsWith("arc not solved, 7 steps, 1.5 s, loss 0.2500\n"), text);
    assertFalse(text.contains("valid"), text);
    assertFalse(text.contains("--show"), text);
    assertEquals(1, text.lines().filter(line -> line.startsWith("test ")).count());
  }
}
