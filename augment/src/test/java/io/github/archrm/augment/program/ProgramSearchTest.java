package io.github.archrm.augment.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ProgramSearchTest {
  private static final SearchLimits LIMITS = SearchLimits.ofDepth(2);

  private static Grid random(int height, int width, Random random) {
    int[][] rows = new int[height][width];
    for (int[] row : rows) {
      for (int c = 0; c < width; c++) {
        row[c] = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 0;
      }
    }
    rows[0][0] = 1 + random.nextInt(4);
    return Grid.of(rows);
  }

  /** A task of one rule, on random grids. */
  private static Task task(UnaryOperator<Grid> rule, int demonstrations, long seed) {
    Random random = new Random(seed);
    List<Example> examples = new ArrayList<>();
    for (int d = 0; d < demonstrations; d++) {
      Grid input = random(3 + random.nextInt(4), 3 + random.nextInt(4), random);
      examples.add(new Example(input, rule.apply(input)));
    }
    List<Grid> tests = List.of(random(5, 4, random), random(3, 7, random));
    return new Task("task", examples, tests, tests.stream().map(rule).toList());
  }

  private static Grid mirrored(Grid grid) {
    return Grid.generate(grid.height(), grid.width(), (r, c) -> grid.cell(r, grid.width() - 1 - c));
  }

  private static Grid twice(Grid grid) {
    return Grid.generate(grid.height(), 2 * grid.width(), (r, c) -> grid.cell(r, c % grid.width()));
  }

  private static Grid without(Grid grid, int colour) {
    return Grid.generate(
        grid.height(), grid.width(), (r, c) -> grid.cell(r, c) == colour ? 0 : grid.cell(r, c));
  }

  private static void assertSolved(Task task) {
    Explanations explanations = ProgramSearch.search(task.withoutSolutions(), LIMITS);
    for (int t = 0; t < task.testInputs().size(); t++) {
      List<Explained> ranked = explanations.tests().get(t);
      assertFalse(ranked.isEmpty());
      assertEquals(task.solution(t).orElseThrow(), ranked.get(0).grid());
      assertEquals(1, ranked.get(0).evidence().explained());
      assertFalse(ranked.get(0).words().isBlank());
      for (int i = 1; i < ranked.size(); i++) {
        assertTrue(ranked.get(i - 1).weight() >= ranked.get(i).weight());
      }
      assertEquals(
          task.solution(t).orElseThrow().height(), explanations.sizes().get(t).get(0).height());
    }
  }

  @Test
  void findsAMirror() {
    assertSolved(task(ProgramSearchTest::mirrored, 3, 1));
  }

  @Test
  void findsACompositionAndTheSizeOfTheOutput() {
    assertSolved(task(grid -> twice(mirrored(grid)), 3, 2));
  }

  @Test
  void findsAColourToErase() {
    assertSolved(task(grid -> without(grid, 3), 4, 3));
  }

  @Test
  void settlesWhereAShortProgramExplainsAllAndSaysSo() {
    Explanations explanations =
        ProgramSearch.search(task(ProgramSearchTest::mirrored, 4, 1).withoutSolutions(), LIMITS);
    assertTrue(explanations.settled());
    assertFalse(explanations.cutShort());
  }

  private static Task noise() {
    Random random = new Random(5);
    List<Example> examples = new ArrayList<>();
    for (int d = 0; d < 3; d++) {
      examples.add(new Example(random(5, 5, random), random(5, 5, random)));
    }
    return new Task("noise", examples, List.of(random(5, 5, random)), List.of());
  }

  @Test
  void doesNotSettleOnNoise() {
    assertFalse(ProgramSearch.search(noise(), LIMITS).settled());
  }

  @Test
  void longerProgramsAreSearchedWhereShortOnesExplainNothing() {
    SearchLimits deeper = SearchLimits.ofDepth(3).withEvaluations(300_000);
    Task mirror = task(ProgramSearchTest::mirrored, 3, 1).withoutSolutions();
    Explanations shortOnes = ProgramSearch.search(mirror, LIMITS.withEvaluations(300_000));
    Explanations noLonger = ProgramSearch.search(mirror, deeper);
    assertEquals(shortOnes.tests(), noLonger.tests());
    assertEquals(shortOnes.evaluations(), noLonger.evaluations());

    Explanations nothing = ProgramSearch.search(noise(), LIMITS.withEvaluations(300_000));
    Explanations longer = ProgramSearch.search(noise(), deeper);
    assertTrue(longer.evaluations() > nothing.evaluations());
    assertTrue(told(longer) >= told(nothing), "pieces are not given up for worse ones");
  }

  private static long told(Explanations explanations) {
    return Channels.told(noise(), explanations.pieces());
  }

  @Test
  void piecesHaveTheSizesOfTheOutputs() {
    Task task = task(grid -> twice(mirrored(grid)), 3, 6);
    Explanations explanations = ProgramSearch.search(task.withoutSolutions(), LIMITS);
    assertFalse(explanations.pieces().isEmpty());
    assertTrue(explanations.pieces().size() <= 8);
    for (Piece piece : explanations.pieces()) {
      for (int d = 0; d < 3; d++) {
        assertTrue(piece.demonstrations().get(d).sameSize(task.demonstrations().get(d).output()));
      }
      for (int t = 0; t < 2; t++) {
        assertTrue(piece.tests().get(t).sameSize(task.solution(t).orElseThrow()));
      }
    }
  }

  @Test
  void theSameTaskGivesTheSameExplanations() {
    Task task = task(grid -> twice(without(grid, 2)), 3, 7).withoutSolutions();
    Explanations one = ProgramSearch.search(task, LIMITS);
    Explanations two = ProgramSearch.search(task, LIMITS);
    assertEquals(one.tests(), two.tests());
    assertEquals(one.pieces(), two.pieces());
    assertEquals(one.evaluations(), two.evaluations());
  }

  @Test
  void evaluationsAndTimeBoundTheSearch() {
    Task task = task(ProgramSearchTest::mirrored, 3, 8).withoutSolutions();
    Explanations few = ProgramSearch.search(task, LIMITS.withEvaluations(20_000));
    assertTrue(few.cutShort());
    assertTrue(few.evaluations() < ProgramSearch.search(task, LIMITS).evaluations());
    assertEquals(few.tests(), ProgramSearch.search(task, LIMITS.withEvaluations(20_000)).tests());
    Explanations none = ProgramSearch.search(task, LIMITS.within(Duration.ZERO));
    assertTrue(none.cutShort());
  }

  @Test
  void oddTasksAreSearchedWithoutComplaint() {
    Random random = new Random(9);
    Grid dot = Grid.of(new int[][] {{5}});
    Grid black = Grid.of(new int[][] {{0}});
    Grid strip = random(1, 93, random);
    Grid tall = random(30, 2, random);
    List<Task> odd =
        List.of(
            new Task("dots", List.of(new Example(dot, black)), List.of(dot), List.of()),
            new Task("black", List.of(new Example(black, black)), List.of(black), List.of()),
            new Task(
                "strip", List.of(new Example(strip, mirrored(strip))), List.of(strip), List.of()),
            new Task("same", List.of(new Example(tall, tall)), List.of(tall), List.of()),
            new Task("grows", List.of(new Example(dot, tall)), List.of(strip, dot), List.of()),
            new Task(
                "unlike",
                List.of(new Example(tall, dot), new Example(dot, tall)),
                List.of(strip),
                List.of()));
    for (Task task : odd) {
      Explanations explanations = ProgramSearch.search(task, LIMITS);
      assertEquals(task.testInputs().size(), explanations.tests().size(), task.id());
      assertEquals(task.testInputs().size(), explanations.sizes().size(), task.id());
    }
  }

  /** Three times as large in each direction, far beyond any grid of the demonstrations. */
  @Test
  void anOutputLargerThanAllGridsIsFound() {
    Random random = new Random(11);
    UnaryOperator<Grid> enlarged =
        grid ->
            Grid.generate(3 * grid.height(), 3 * grid.width(), (r, c) -> grid.cell(r / 3, c / 3));
    List<Example> examples = new ArrayList<>();
    for (int side = 1; side <= 3; side++) {
      Grid input = random(side, side, random);
      examples.add(new Example(input, enlarged.apply(input)));
    }
    Grid test = random(9, 9, random);
    assertSolved(new Task("enlarged", examples, List.of(test), List.of(enlarged.apply(test))));
  }

  @Test
  void ofManyDemonstrationsTheFirstAreLookedAt() {
    Task task = task(ProgramSearchTest::mirrored, 40, 10);
    assertSolved(task);
    assertTrue(ProgramSearch.search(task.withoutSolutions(), LIMITS).pieces().isEmpty());
  }

  @Test
  void symbolsThatAreNoColoursAreLeftAlone() {
    Grid letters = Grid.of(new int[][] {{11, 12}, {13, 14}});
    Task task =
        new Task("letters", List.of(new Example(letters, letters)), List.of(letters), List.of());
    Explanations explanations = ProgramSearch.search(task, LIMITS);
    assertTrue(explanations.tests().get(0).isEmpty());
    assertFalse(explanations.settled());
  }
}
