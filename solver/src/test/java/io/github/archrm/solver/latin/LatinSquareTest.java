package io.github.archrm.solver.latin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.augment.View;
import io.github.archrm.augment.ViewFamily;
import io.github.archrm.augment.ViewSampler;
import io.github.archrm.solver.Budget;
import io.github.archrm.solver.SolverOptions;
import io.github.archrm.solver.TaskSolver;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kinds;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.draw.TaskDrawing;
import io.github.archrm.tasks.draw.TerminalDrawing;
import io.github.archrm.tasks.generate.PuzzleGenerator;
import io.github.archrm.tasks.io.TaskReader;
import io.github.archrm.tasks.io.TaskWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kind of puzzle that the program has never heard of goes all the way: the classes beside this
 * one, and a line in a test resource, are all there is of it.
 */
class LatinSquareTest {
  private static final LatinSquare KIND = new LatinSquare();

  @TempDir Path folder;

  private static Task made() {
    return PuzzleGenerator.generate(
        "latin",
        Kinds.family("latin")
            .flatMap(family -> family.maker())
            .orElseThrow()
            .source(Map.of("blanks", 2)),
        100,
        2,
        1,
        progress -> {});
  }

  @Test
  void isReadFromTextAndFromJson() throws Exception {
    Task made = made();
    List<String> lines = new ArrayList<>();
    made.demonstrations()
        .forEach(e -> lines.add(KIND.write(e.input()) + "," + KIND.write(e.output())));
    made.testInputs().forEach(input -> lines.add(KIND.write(input)));
    Path text = Files.write(folder.resolve("latin.txt"), lines);
    assertEquals(List.of(made.withoutSolutions()), TaskReader.read(text).tasks());
    Path json = folder.resolve("latin.json");
    TaskWriter.writeTask(json, made);
    assertTrue(Files.readString(json).startsWith("{\"kind\": \"latin\", "));
    assertEquals(List.of(made), TaskReader.read(json).tasks());
    Files.writeString(json, Files.readString(json).replaceFirst("\\[\\[\\d", "[[6"));
    assertEquals(
        "latin.json: latin: demonstration 1 input: no square of 5x5 with symbols 0-5",
        TaskReader.read(json).problems().get(0).toString());
  }

  @Test
  void hasViewsThatKeepItsRules() {
    Task made = made();
    List<View> views = ViewSampler.distinct(made, ViewFamily.everything(), 200, 1);
    assertEquals(200, views.size());
    assertTrue(views.stream().anyMatch(View::transposes));
    for (View view : views) {
      Example square = made.demonstrations().get(0);
      Example image = view.apply(square);
      assertEquals(List.of(), KIND.rules().check(image.input(), image.output()));
      assertEquals(square.output(), view.undo(image.output()));
    }
  }

  @Test
  void isDrawn() throws Exception {
    Grid puzzle = KIND.read(".2345234513451.45123512.4");
    Grid square = KIND.read("1234523451345124512351234");
    Task task = new Task("latin", List.of(), List.of(puzzle), List.of(square), KIND);
    assertEquals(
        """
        latin

        test 1
        input            solution
        +-----------+    +-----------+
        | . 2 3 4 5 |    | 1 2 3 4 5 |
        | 2 3 4 5 1 |    | 2 3 4 5 1 |
        | 3 4 5 1 . | -> | 3 4 5 1 2 |
        | 4 5 1 2 3 |    | 4 5 1 2 3 |
        | 5 1 2 . 4 |    | 5 1 2 3 4 |
        +-----------+    +-----------+
        """,
        new TerminalDrawing(false).task(task));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(TaskDrawing.of(task).png()));
    assertTrue(image.getWidth() > 2 * 5 * 26, "two grids beside each other");
    assertEquals(List.of(1, 2, 3, 4, 5), KIND.drawing().look().letters());
  }

  /** No rule that was not learned and no search fills the blanks. */
  @Test
  void isSolvedAfterTrainingAndNotBefore() {
    Task made = made();
    assertEquals(0, solved(made, 1));
    assertTrue(solved(made, 200) >= 1);
  }

  /** Of how many test inputs the first attempt keeps all rules. */
  private static long solved(Task task, int steps) {
    TaskSolver solver = new TaskSolver(new SolverOptions(Budget.ofSteps(steps), 1, "cpu", 1));
    List<TestAttempts> tests = solver.solve(task.withoutSolutions(), progress -> {}).tests();
    return IntStream.range(0, tests.size())
        .filter(i -> KIND.rules().isOptimal(task.testInputs().get(i), tests.get(i).first()))
        .count();
  }
}
