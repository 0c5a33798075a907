package io.github.archrm.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.solver.vote.Candidate;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.solver.vote.Vote;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.TrainingProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Solves with the real native library and real training. */
class TaskSolverTest {

  @Test
  void solvesATaskThatNamesItsColours() {
    Task task = recolour(7);
    SolvedTask solved = solver(1000, 1).solve(task.withoutSolutions(), progress -> {});
    TestAttempts attempts = solved.tests().get(0);
    assertEquals(task.solutions().get(0), attempts.first());
    assertNotEquals(attempts.first(), attempts.second());
    double lead = attempts.share(attempts.first()) / attempts.share(attempts.second());
    assertTrue(lead > 2, "lead " + lead + ": " + attempts.candidates());
    assertTrue(solved.steps() <= 1000, solved.steps() + " steps");
  }

  @Test
  void doesNotLookAtSolutions() {
    Task task = recolour(2);
    Grid wrong = Grid.generate(2, 2, (r, c) -> 7);
    Task misled = new Task(task.id(), task.demonstrations(), task.testInputs(), List.of(wrong));
    assertEquals(
        solver(20, 3).solve(task, progress -> {}).tests(),
        solver(20, 3).solve(misled, progress -> {}).tests());
  }

  @Test
  void theSameSeedGivesTheSameAnswerAndAnotherMayNot() {
    Task task = recolour(3);
    SolvedTask first = solver(12, 5).solve(task, progress -> {});
    SolvedTask second = solver(12, 5).solve(task, progress -> {});
    SolvedTask other = solver(12, 6).solve(task, progress -> {});
    assertEquals(first.tests(), second.tests());
    assertEquals(first.steps(), second.steps());
    assertEquals(first.loss(), second.loss());
    assertNotEquals(first.loss(), other.loss());
  }

  @Test
  void theSmallestBudgetsGiveTwoValidAttemptsAndReportProgress() {
    Task task = recolour(4);
    List<TrainingProgress> seen = new ArrayList<>();
    for (Budget budget : List.of(Budget.ofSteps(1), Budget.ofSeconds(0.2))) {
      seen.clear();
      SolvedTask solved = new TaskSolver(HrmAlone.options(budget, 0)).solve(task, seen::add);
      assertEquals(1, solved.tests().size());
      assertNotEquals(solved.tests().get(0).first(), solved.tests().get(0).second());
      assertEquals(solved.steps(), seen.size());
    }
    assertFalse(seen.stream().anyMatch(progress -> progress.secondsLeft() > 0.2));
  }

  /** Models without numbers have no vote, and two attempts are handed in nevertheless. */
  @Test
  void modelsThatDivergeDoNotVote() {
    SolvedTask solved =
        new TaskSolver(HrmAlone.options(Budget.ofSteps(40), 1, "learningRate.peak=1e30"))
            .solve(recolour(6), progress -> {});
    TestAttempts attempts = solved.tests().get(0);
    assertEquals(0, attempts.predictions());
    assertEquals(List.of(), solved.votes().get(0));
    assertNotEquals(attempts.first(), attempts.second());
    assertTrue(solved.steps() > 0 && solved.steps() < 40, solved.steps() + " steps");
  }

  @Test
  void theVotesOfACandidateAreThoseOfItsVoters() {
    SolvedTask solved = solver(12, 5).solve(recolour(3), progress -> {});
    TestAttempts attempts = solved.tests().get(0);
    List<Vote> votes = solved.votes().get(0);
    assertEquals(attempts.predictions(), votes.size());
    assertTrue(votes.stream().anyMatch(vote -> vote.view().equals("upright")), votes::toString);
    for (int i = 0; i < attempts.candidates().size(); i++) {
      int candidate = i;
      assertEquals(
          attempts.candidates().get(i).votes(),
          votes.stream()
              .filter(vote -> vote.candidate() == candidate)
              .mapToDouble(Vote::weight)
              .sum(),
          1e-9);
    }
  }

  /** Looking at the thinking and the curve changes no answer. */
  @Test
  void keepsTheCurveAndTheThinkingThatIsAskedFor() {
    Task task = recolour(5);
    SolvedTask silent = solver(150, 5).solve(task, progress -> {});
    assertEquals(List.of(), silent.thinking());
    SolvedTask solved = solver(150, 5).solve(task, progress -> {}, 7);
    assertEquals(silent.tests(), solved.tests());
    assertEquals(silent.curve(), solved.curve());
    assertEquals(1, solved.thinking().size());
    assertTrue(solved.thinking().get(0).size() > 1);
    assertTrue(
        solved.thinking().get(0).stream()
            .allMatch(thought -> thought.halting() >= 0 && thought.halting() <= 1));
    List<CurvePoint> curve = solved.curve();
    assertEquals(solved.steps(), curve.get(curve.size() - 1).step());
    assertTrue(curve.size() > 40 && curve.size() < Curve.MOST, curve.size() + " points");
  }

  /** A rule that a short program says ends the task before any training. */
  @Test
  void programsSettleATaskWithoutTraining() {
    Task task = recolour(8);
    SolverOptions options = new SolverOptions(Budget.ofSteps(1000), 1, "cpu", 1);
    SolvedTask solved = new TaskSolver(options).solve(task.withoutSolutions(), progress -> {});
    TestAttempts attempts = solved.tests().get(0);
    assertEquals(task.solutions().get(0), attempts.first());
    assertNotEquals(attempts.first(), attempts.second());
    assertEquals(0, solved.steps());
    assertFalse(attempts.program(attempts.first()).isEmpty());
    assertEquals(solved.tests(), new TaskSolver(options).solve(task, progress -> {}).tests());
  }

  /** Where programs do not settle a task, models are shown what they make, and both vote. */
  @Test
  void programsAndModelsVoteTogether() {
    Task task = recolour(7);
    RecipeOverrides overrides = new RecipeOverrides();
    overrides.add("test", "policy.programs.settle=false");
    SolverOptions options =
        new SolverOptions(
            Budget.ofSteps(30),
            1,
            "cpu",
            1,
            null,
            overrides.solving(task.kind(), Optional.empty()));
    SolvedTask solved = new TaskSolver(options).solve(task, progress -> {});
    List<Candidate> candidates = solved.tests().get(0).candidates();
    assertTrue(solved.steps() > 0 && solved.steps() <= 30, solved.steps() + " steps");
    assertTrue(candidates.stream().anyMatch(Candidate::isExplained));
    assertTrue(candidates.stream().anyMatch(candidate -> candidate.votes() > 0));
    assertFalse(solved.pieces().isEmpty());
    assertEquals(task.solutions().get(0), solved.tests().get(0).first());
    assertEquals(solved.tests(), new TaskSolver(options).solve(task, progress -> {}).tests());
  }

  private static TaskSolver solver(int steps, long seed) {
    return new TaskSolver(HrmAlone.options(Budget.ofSteps(steps), seed));
  }

  /** Every 1 becomes a 2, every 3 a 4; 0 stays. */
  private static Task recolour(long seed) {
    Random random = new Random(seed);
    List<Grid> inputs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      inputs.add(Grid.generate(5, 5, (r, c) -> new int[] {0, 1, 3}[random.nextInt(3)]));
    }
    List<Grid> outputs =
        inputs.stream()
            .map(
                input ->
                    Grid.generate(5, 5, (r, c) -> input.cell(r, c) == 0 ? 0 : input.cell(r, c) + 1))
            .toList();
    List<Example> demonstrations = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      demonstrations.add(new Example(inputs.get(i), outputs.get(i)));
    }
    return new Task(
        "recolour-" + seed, demonstrations, List.of(inputs.get(3)), List.of(outputs.get(3)));
  }
}
