package io.github.archrm.tasks.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** States the rule of every sample task and holds each of its examples to it. */
class SampleTasksTest {
  private static final Map<String, UnaryOperator<Grid>> RULES = new TreeMap<>();

  static {
    RULES.put("sample-01-recolour", grid -> map(grid, colour -> colour == 1 ? 4 : colour));
    RULES.put("sample-02-mirror", SampleTasksTest::mirrored);
    RULES.put("sample-03-rotate", SampleTasksTest::rotatedClockwise);
    RULES.put("sample-04-upscale", SampleTasksTest::doubled);
    RULES.put("sample-05-swap", SampleTasksTest::swapped);
    RULES.put("sample-06-gravity", SampleTasksTest::fallen);
    RULES.put("sample-07-line", SampleTasksTest::joined);
    RULES.put("sample-08-outline", SampleTasksTest::outlined);
    RULES.put("sample-09-pattern", SampleTasksTest::continued);
    RULES.put("sample-10-fill", SampleTasksTest::filled);
    RULES.put("sample-11-denoise", SampleTasksTest::denoised);
    RULES.put("sample-12-count", SampleTasksTest::counted);
    RULES.put("sample-13-crop", SampleTasksTest::largest);
    RULES.put("sample-14-legend", SampleTasksTest::translated);
  }

  static List<String> ids() {
    return SampleTasks.ids();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyExampleFollowsTheRule(String id) {
    Task task = SampleTasks.task(id).orElseThrow();
    UnaryOperator<Grid> rule = RULES.get(id);
    for (Example example : task.demonstrations()) {
      assertEquals(rule.apply(example.input()), example.output());
    }
    for (int i = 0; i < task.testInputs().size(); i++) {
      assertEquals(rule.apply(task.testInputs().get(i)), task.solution(i).orElseThrow());
    }
  }

  @ParameterizedTest
  @MethodSource("ids")
  void noOtherSamplesRuleExplainsTheDemonstrations(String id) {
    Task task = SampleTasks.task(id).orElseThrow();
    RULES.forEach(
        (other, rule) ->
            assertEquals(
                other.equals(id),
                task.demonstrations().stream().allMatch(example -> follows(rule, example)),
                other));
  }

  @Test
  void samplesAreSmallAndShowSomethingNew() {
    assertEquals(List.copyOf(RULES.keySet()), SampleTasks.ids());
    for (Task task : SampleTasks.all()) {
      assertTrue(task.side() <= 10, task.id());
      assertTrue(task.demonstrations().size() >= 3 && task.demonstrations().size() <= 4);
      for (Example example : task.demonstrations()) {
        assertNotEquals(example.input(), example.output(), task.id());
        assertTrue(!task.testInputs().contains(example.input()), task.id());
      }
    }
    assertTrue(SampleTasks.task("sample-99").isEmpty());
  }

  private static boolean follows(UnaryOperator<Grid> rule, Example example) {
    try {
      return rule.apply(example.input()).equals(example.output());
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
      return false;
    }
  }

  private interface ColourMap {
    int of(int colour);
  }

  private static Grid map(Grid grid, ColourMap colours) {
    return Grid.generate(grid.height(), grid.width(), (r, c) -> colours.of(grid.cell(r, c)));
  }

  private static Grid mirrored(Grid grid) {
    return Grid.generate(grid.height(), grid.width(), (r, c) -> grid.cell(r, grid.width() - 1 - c));
  }

  private static Grid rotatedClockwise(Grid grid) {
    return Grid.generate(
        grid.width(), grid.height(), (r, c) -> grid.cell(grid.height() - 1 - c, r));
  }

  private static Grid doubled(Grid grid) {
    return Grid.generate(2 * grid.height(), 2 * grid.width(), (r, c) -> grid.cell(r / 2, c / 2));
  }

  private static List<Integer> coloursOf(Grid grid) {
    TreeSet<Integer> colours = new TreeSet<>();
    cells(grid).forEach(cell -> colours.add(grid.cell(cell.row, cell.column)));
    colours.remove(0);
    return List.copyOf(colours);
  }

  private static Grid swapped(Grid grid) {
    int first = coloursOf(grid).get(0);
    int second = coloursOf(grid).get(1);
    return map(grid, colour -> colour == first ? second : colour == second ? first : colour);
  }

  private static Grid fallen(Grid grid) {
    int[][] rows = new int[grid.height()][grid.width()];
    for (int c = 0; c < grid.width(); c++) {
      int bottom = grid.height() - 1;
      for (int r = grid.height() - 1; r >= 0; r--) {
        if (grid.cell(r, c) != 0) {
          rows[bottom--][c] = grid.cell(r, c);
        }
      }
    }
    return Grid.of(rows);
  }

  /** Two cells of one colour in a row or column are joined by a line of that colour. */
  private static Grid joined(Grid grid) {
    int[][] rows = grid.toRows();
    for (int colour : coloursOf(grid)) {
      List<Cell> ends =
          cells(grid).stream().filter(cell -> grid.cell(cell.row, cell.column) == colour).toList();
      if (ends.size() != 2) {
        throw new IllegalArgumentException("not two cells of colour " + colour);
      }
      Cell a = ends.get(0);
      Cell b = ends.get(1);
      if (a.row != b.row && a.column != b.column) {
        throw new IllegalArgumentException("not in line");
      }
      for (Cell cell : cells(grid)) {
        boolean between =
            cell.row >= Math.min(a.row, b.row)
                && cell.row <= Math.max(a.row, b.row)
                && cell.column >= Math.min(a.column, b.column)
                && cell.column <= Math.max(a.column, b.column);
        if (between) {
          rows[cell.row][cell.column] = colour;
        }
      }
    }
    return Grid.of(rows);
  }

  private static Grid outlined(Grid grid) {
    return Grid.generate(
        grid.height(),
        grid.width(),
        (r, c) -> {
          boolean near =
              cells(grid).stream()
                  .anyMatch(
                      cell ->
                          grid.cell(cell.row, cell.column) != 0
                              && Math.abs(cell.row - r) <= 1
                              && Math.abs(cell.column - c) <= 1);
          return grid.cell(r, c) == 0 && near ? 3 : grid.cell(r, c);
        });
  }

  /** The coloured columns on the left repeat with the smallest period that they themselves have. */
  private static Grid continued(Grid grid) {
    int shown = 0;
    while (shown < grid.width() && grid.cell(0, shown) != 0) {
      shown++;
    }
    int end = shown;
    int period =
        IntStream.rangeClosed(1, end)
            .filter(p -> repeats(grid, p, end))
            .findFirst()
            .orElseThrow(IllegalArgumentException::new);
    return Grid.generate(grid.height(), grid.width(), (r, c) -> grid.cell(r, c % period));
  }

  private static boolean repeats(Grid grid, int period, int end) {
    return cells(grid).stream()
        .filter(cell -> cell.column >= period && cell.column < end)
        .allMatch(
            cell -> grid.cell(cell.row, cell.column) == grid.cell(cell.row, cell.column - period));
  }

  /** Black that no path of black cells joins to the edge becomes yellow. */
  private static Grid filled(Grid grid) {
    int[][] rows = grid.toRows();
    for (List<Cell> region : regions(grid)) {
      boolean black = grid.cell(region.get(0).row, region.get(0).column) == 0;
      boolean inside =
          region.stream()
              .allMatch(
                  cell ->
                      cell.row > 0
                          && cell.column > 0
                          && cell.row < grid.height() - 1
                          && cell.column < grid.width() - 1);
      if (black && inside) {
        region.forEach(cell -> rows[cell.row][cell.column] = 4);
      }
    }
    return Grid.of(rows);
  }

  private static Grid denoised(Grid grid) {
    int[][] rows = grid.toRows();
    regions(grid).stream()
        .filter(region -> region.size() == 1)
        .forEach(region -> rows[region.get(0).row][region.get(0).column] = 0);
    return Grid.of(rows);
  }

  private static List<List<Cell>> objects(Grid grid) {
    return regions(grid).stream()
        .filter(region -> grid.cell(region.get(0).row, region.get(0).column) != 0)
        .toList();
  }

  private static Grid counted(Grid grid) {
    int objects = objects(grid).size();
    return Grid.generate(1, 6, (r, c) -> c < objects ? 3 : 0);
  }

  private static Grid largest(Grid grid) {
    List<Cell> object =
        objects(grid).stream().max(Comparator.comparingInt(List::size)).orElseThrow();
    int top = object.stream().mapToInt(Cell::row).min().orElseThrow();
    int left = object.stream().mapToInt(Cell::column).min().orElseThrow();
    int bottom = object.stream().mapToInt(Cell::row).max().orElseThrow();
    int right = object.stream().mapToInt(Cell::column).max().orElseThrow();
    return Grid.generate(
        bottom - top + 1, right - left + 1, (r, c) -> grid.cell(top + r, left + c));
  }

  /** The first row says which colour becomes which everywhere below it. */
  private static Grid translated(Grid grid) {
    int from = grid.cell(0, 0);
    int to = grid.cell(0, 1);
    return Grid.generate(
        grid.height(),
        grid.width(),
        (r, c) -> r > 0 && grid.cell(r, c) == from ? to : grid.cell(r, c));
  }

  private record Cell(int row, int column) {}

  private static List<Cell> cells(Grid grid) {
    List<Cell> cells = new ArrayList<>();
    for (int r = 0; r < grid.height(); r++) {
      for (int c = 0; c < grid.width(); c++) {
        cells.add(new Cell(r, c));
      }
    }
    return cells;
  }

  /** Cells of one colour that touch along an edge. */
  private static List<List<Cell>> regions(Grid grid) {
    boolean[][] seen = new boolean[grid.height()][grid.width()];
    List<List<Cell>> regions = new ArrayList<>();
    for (Cell start : cells(grid)) {
      List<Cell> region = new ArrayList<>();
      Deque<Cell> open = new ArrayDeque<>(List.of(start));
      while (!open.isEmpty()) {
        Cell cell = open.pop();
        boolean outside =
            cell.row < 0
                || cell.column < 0
                || cell.row >= grid.height()
                || cell.column >= grid.width();
        if (outside
            || seen[cell.row][cell.column]
            || grid.cell(cell.row, cell.column) != grid.cell(start.row, start.column)) {
          continue;
        }
        seen[cell.row][cell.column] = true;
        region.add(cell);
        open.push(new Cell(cell.row + 1, cell.column));
        open.push(new Cell(cell.row - 1, cell.column));
        open.push(new Cell(cell.row, cell.column + 1));
        open.push(new Cell(cell.row, cell.column - 1));
      }
      if (!region.isEmpty()) {
        regions.add(region);
      }
    }
    return regions;
  }
}
