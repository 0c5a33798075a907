package io.github.archrm.solver.think;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.augment.View;
import io.github.archrm.solver.vote.MajorityVote;
import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.solver.vote.TaskVote;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.sudoku.Sudoku;
import io.github.archrm.train.Question;
import io.github.archrm.train.Thinking;
import io.github.archrm.train.TimeLimit;
import io.github.archrm.train.ViewPrediction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The model is a made-up one: which start of a puzzle is proved, and after how many segments. */
class SearchTest {
  private static final Sudoku KIND = Sudoku.ofSide(4);
  private static final Grid PUZZLE = KIND.read("1.....1..2.....3");
  private static final Grid SOLUTION = KIND.read("1432231432414123");
  private static final Restarts.Guesses GUESSES = new Restarts.Guesses(2, 5, 10);
  private static final Restarts RESTARTS = new Restarts(10, 4, 3, 8, GUESSES);

  /** What is predicted for a start of a puzzle after a segment, both counted from 1. */
  @FunctionalInterface
  private interface Model {
    Grid says(int test, int start, int segment);
  }

  /** A batch of a made-up model, which notes the puzzles in the order in which they are begun. */
  private static final class MadeUp implements Thinking {
    private final Model model;
    private final List<Integer> begun;
    private final List<Question> questions;
    private final int[] start;
    private final int[] segment;

    MadeUp(Model model, List<Question> questions, List<Integer> begun) {
      this.model = model;
      this.begun = begun;
      this.questions = new ArrayList<>(questions);
      this.start = new int[questions.size()];
      this.segment = new int[questions.size()];
      for (int row = 0; row < questions.size(); row++) {
        begin(row, questions.get(row));
      }
    }

    @Override
    public List<ViewPrediction> segment() {
      return IntStream.range(0, questions.size())
          .mapToObj(
              row ->
                  new ViewPrediction(
                      questions.get(row),
                      model.says(questions.get(row).test(), start[row], ++segment[row]),
                      0.5))
          .toList();
    }

    @Override
    public void begin(int row, Question question) {
      questions.set(row, question);
      begun.add(question.test());
      start[row] = Collections.frequency(begun, question.test());
      segment[row] = 0;
    }

    @Override
    public void goOn(int row, Question question) {
      begin(row, question);
    }

    @Override
    public void close() {}
  }

  private final List<Integer> begun = new ArrayList<>();

  private List<Search.Found> search(int tests, int segments, int kept, Model model) {
    Task task = new Task("id", List.of(), Collections.nCopies(tests, PUZZLE), List.of(), KIND);
    TaskVote vote = new TaskVote(task, true, new MajorityVote(), 0.9);
    return new Search(
            questions -> new MadeUp(model, questions, begun),
            RESTARTS,
            100,
            Double.POSITIVE_INFINITY,
            segments,
            TimeLimit.NONE,
            1)
        .run(
            task, IntStream.range(0, tests).boxed().toList(), vote, List.of(View.identity()), kept);
  }

  /** The solution with so many cells blank. */
  private static Grid lacking(int cells) {
    return Grid.generate(4, 4, (r, c) -> 15 - 4 * r - c < cells ? 0 : SOLUTION.cell(r, c));
  }

  private static boolean isProved(Search.Found found) {
    return found.predictions().contains(new Prediction(Optional.of(SOLUTION), 0.5));
  }

  @Test
  void everyPuzzleGetsAStartBeforeOneGetsASecond() {
    List<Search.Found> all =
        search(10, 1000, 0, (test, start, segment) -> start == 3 ? SOLUTION : lacking(2));
    assertEquals(IntStream.range(0, 10).boxed().toList(), begun.subList(0, 10));
    assertTrue(all.stream().allMatch(SearchTest::isProved));
    assertEquals(
        IntStream.range(0, 10).boxed().toList(), all.stream().map(Search.Found::test).toList());
  }

  @Test
  void aLastPuzzleHasAllRows() {
    search(
        1, 1000, 0, (test, start, segment) -> start == 4 && segment == 2 ? SOLUTION : lacking(2));
    assertEquals(4, begun.size());
  }

  @Test
  void whatBreaksFewerRulesGoesOnAndWhatDoesNotGivesWay() {
    // A start loses one blank a segment, from the seventh on; the others stay as they are.
    Model model = (test, start, segment) -> start == 7 ? lacking(8 - segment) : lacking(9);
    Search.Found found = search(1, 1000, 1, model).get(0);
    assertTrue(isProved(found));
    assertEquals(8, found.thoughts().size());
    assertEquals(SOLUTION, found.thoughts().get(7).grid());
    // Four starts of four segments each gave way before, and what came with the seventh.
    assertTrue(found.effort().starts() >= 8, () -> found.effort().toString());
  }

  @Test
  void aStartHasItsMostSegments() {
    Search.Found found =
        search(1, 40, 1, (test, start, segment) -> lacking(Math.max(1, 14 - segment))).get(0);
    assertEquals(8, found.thoughts().size());
  }

  /** What a start says last has mostly gone astray: it ends because nothing became better. */
  @Test
  void theBestAnswerOfAStartVotesAndNotTheLast() {
    Search.Found found =
        search(1, 12, 0, (test, start, segment) -> lacking(segment == 2 ? 1 : 3)).get(0);
    assertTrue(found.effort().starts() >= 2, () -> found.effort().toString());
    for (Prediction prediction : found.predictions()) {
      assertEquals(Optional.of(lacking(1)), prediction.grid());
    }
  }

  @Test
  void nothingProvedEndsWithTheBudget() {
    List<Search.Found> all = search(3, 50, 0, (test, start, segment) -> lacking(1));
    for (Search.Found found : all) {
      assertTrue(found.effort().segments() >= 50, () -> found.effort().toString());
      assertTrue(found.effort().segments() < 50 + 4, () -> found.effort().toString());
      assertEquals(found.effort().starts(), found.predictions().size());
      assertEquals(List.of(), found.thoughts());
    }
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Restarts(0, 1, 1, 1, GUESSES));
    assertThrows(IllegalArgumentException.class, () -> new Restarts(1, 0, 1, 1, GUESSES));
    assertThrows(IllegalArgumentException.class, () -> new Restarts(1, 1, 0, 1, GUESSES));
    assertThrows(IllegalArgumentException.class, () -> new Restarts(1, 1, 1, 0, GUESSES));
    assertThrows(IllegalArgumentException.class, () -> new Restarts.Guesses(0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Restarts.Guesses(1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Restarts.Guesses(1, 1, 0));
    assertEquals(new Restarts(10, 4, 5, 5, GUESSES), RESTARTS.of(5));
  }

  @Test
  void patienceGrowsWithThePuzzlesStarts() {
    Restarts restarts = new Restarts(10, 4, 3, 50, GUESSES);
    assertEquals(3, restarts.patienceWith(0));
    assertEquals(3, restarts.patienceWith(3));
    assertEquals(6, restarts.patienceWith(4));
    assertEquals(24, restarts.patienceWith(15));
    assertEquals(50, restarts.patienceWith(1_000_000));
  }
}
