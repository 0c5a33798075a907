package io.github.archrm.tasks.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Puzzles;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.arc.Arc;
import io.github.archrm.tasks.io.SampleTasks;
import io.github.archrm.tasks.maze.Maze;
import io.github.archrm.tasks.picture.Picture;
import io.github.archrm.tasks.picture.PixelFont;
import io.github.archrm.tasks.sudoku.Sudoku;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class DrawingTest {
  private static final Grid SMALL = Grid.of(new int[][] {{1, 2, 0}, {3, 4, 9}});
  private static final Grid TALL = Grid.of(new int[][] {{5}, {6}, {7}});
  private static final Task TASK =
      new Task("a<b&c", List.of(new Example(SMALL, TALL)), List.of(SMALL), List.of());

  @Test
  void plainDigitsHoldNoEscapes() {
    assertEquals(
        """
        a<b&c

        demonstration 1
        input     output
        1 2 0  -> 5
        3 4 9     6
                  7

        test 1
        input     solution
        1 2 0  -> ?
        3 4 9
        """,
        new TerminalDrawing(false).task(TASK));
    assertEquals("1 2 0\n3 4 9\n", new TerminalDrawing(false).grid(SMALL));
  }

  @Test
  void twoAttemptsStandBesideEachOther() {
    Strip strip = Strip.of("test 1", Panel.of("attempt 1", SMALL), Panel.of("", TALL));
    assertEquals(
        "test 1\nattempt 1\n1 2 0        5\n3 4 9        6\n             7\n",
        new TerminalDrawing(false).strip(strip));
  }

  @Test
  void coloursAreArcsOwn() {
    String text = new TerminalDrawing(true).grid(SMALL);
    assertEquals(4, text.lines().count());
    String first = text.lines().toList().get(1);
    assertTrue(
        first.contains(
            "\u001b[48;2;0;116;217m  \u001b[48;2;255;65;54m  \u001b[48;2;0;0;0m  \u001b[0m"),
        first);
  }

  @Test
  void everyLineOfAWideGridFitsTheTerminal() {
    Grid wide = Grid.generate(30, 30, (r, c) -> (r + c) % 10);
    Strip strip = new Strip("", List.of(Panel.of("input", wide), Panel.of("output", wide)), true);
    for (boolean colour : new boolean[] {true, false}) {
      String text = new TerminalDrawing(colour).strip(strip);
      assertTrue(
          text.lines().allMatch(line -> line.replaceAll("\u001b\\[[0-9;]*m", "").length() <= 80));
      assertEquals(colour ? 1 + 2 + 15 : 1 + 30, text.lines().count());
    }
  }

  @Test
  void cellsOutsideAndSymbolsBeyondTenCanBeDrawn() {
    Grid grid = Grid.of(new int[][] {{Grid.OUTSIDE, 16}});
    assertEquals(". g\n", new TerminalDrawing(false).grid(grid));
    assertTrue(new TerminalDrawing(true).grid(grid).contains("\u001b[48;2;240;18;190m"));
    Picture picture = TaskDrawing.of("", List.of(Strip.of("", Panel.of("", grid))));
    assertEquals(2 + 2 + 3, picture.shapes().size(), "two runs, two and three lines");
  }

  @Test
  void thePngShowsTheCellsInTheirColours() throws Exception {
    Picture picture = TaskDrawing.of("", List.of(Strip.of("", Panel.of("", SMALL))));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.png()));
    assertEquals(picture.width(), image.getWidth());
    assertEquals(picture.height(), image.getHeight());
    for (int r = 0; r < SMALL.height(); r++) {
      for (int c = 0; c < SMALL.width(); c++) {
        int pixel = image.getRGB(24 + 26 * c + 13, 24 + 26 * r + 13) & 0xFFFFFF;
        assertEquals(Palette.rgb(SMALL.cell(r, c)), pixel);
      }
    }
    assertEquals(0x555555, image.getRGB(24 + 26, 30) & 0xFFFFFF);
    assertEquals(0xFFFFFF, image.getRGB(1, 1) & 0xFFFFFF);
  }

  @Test
  void theSvgIsWellFormedAndKeepsItsWords() throws Exception {
    Picture picture = TaskDrawing.of(TASK);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(picture.svg().getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        String.valueOf(picture.width()), document.getDocumentElement().getAttribute("width"));
    String text = document.getDocumentElement().getTextContent();
    for (String word : List.of("a<b&c", "demonstration 1", "input", "output", "solution", "?")) {
      assertTrue(text.contains(word), word);
    }
    assertTrue(picture.svg().contains("fill=\"#0074d9\""));
  }

  @Test
  void everySampleDrawsAllItsCellsInsideItsPicture() {
    for (Task task : SampleTasks.all()) {
      Picture picture = TaskDrawing.of(task);
      assertEquals(cells(task), drawn(picture), task.id());
      for (Picture.Shape shape : picture.shapes()) {
        if (shape instanceof Picture.Box box) {
          assertTrue(box.x() >= 0 && box.x() + box.width() <= picture.width());
          assertTrue(box.y() >= 0 && box.y() + box.height() <= picture.height());
        } else if (shape instanceof Picture.Words words) {
          assertTrue(words.x() + words.size() * PixelFont.width(words.text()) <= picture.width());
        }
      }
    }
  }

  /** How many cells of every colour a task has. */
  private static Map<Integer, Long> cells(Task task) {
    return Stream.of(
            task.demonstrations().stream().flatMap(e -> Stream.of(e.input(), e.output())),
            task.testInputs().stream(),
            task.solutions().stream())
        .flatMap(grids -> grids)
        .flatMap(grid -> grid.cells().boxed())
        .collect(Collectors.groupingBy(Palette::rgb, TreeMap::new, Collectors.counting()));
  }

  /** The same of a picture, where cells beside each other are one box; an arrow is none. */
  private static Map<Integer, Long> drawn(Picture picture) {
    Map<Integer, Long> drawn = new TreeMap<>();
    for (Picture.Shape shape : picture.shapes()) {
      if (shape instanceof Picture.Box box && box.height() > 1 && box.width() > 1) {
        drawn.merge(box.rgb(), (long) box.width() / box.height(), Long::sum);
      }
    }
    drawn.keySet().retainAll(IntStream.rangeClosed(0, 9).map(Palette::rgb).boxed().toList());
    return drawn;
  }

  @Test
  void everyPrintableLetterHasDots() {
    for (char letter = '!'; letter <= '~'; letter++) {
      int dots = 0;
      for (byte column : PixelFont.columns(letter)) {
        dots += Integer.bitCount(column & 255);
      }
      assertTrue(dots > 0, String.valueOf(letter));
      assertTrue(PixelFont.columns(letter).length <= 5);
    }
    assertEquals(PixelFont.width("?"), PixelFont.width("\u20ac"));
  }

  private static final Task BOARDS =
      new Task(
          "boards",
          List.of(),
          List.of(Puzzles.sudoku("1.....1..2.....3")),
          List.of(Puzzles.sudoku("1432231432414123")),
          Sudoku.ofSide(4));
  private static final Task MAZES =
      new Task(
          "mazes",
          List.of(),
          List.of(Puzzles.maze("S    ", " ### ", " #  #", " # # ", "    G")),
          List.of(Puzzles.maze("S    ", "o### ", "o#  #", "o# # ", "ooooG")),
          Maze.KIND);

  @Test
  void boardsAreDrawnWithTheirBoxes() {
    assertEquals(
        """
        boards

        test 1
        input            solution
        +-----+-----+    +-----+-----+
        | 1 . | . . |    | 1 4 | 3 2 |
        | . . | 1 . |    | 2 3 | 1 4 |
        +-----+-----+ -> +-----+-----+
        | . 2 | . . |    | 3 2 | 4 1 |
        | . . | . 3 |    | 4 1 | 2 3 |
        +-----+-----+    +-----+-----+
        """,
        new TerminalDrawing(false).task(BOARDS));
    assertTrue(
        new TerminalDrawing(false, 22)
            .task(BOARDS)
            .contains("+--+--+    +--+--+\n|1.|..|    |14|32|"));
  }

  @Test
  void givensAreBoldAndTheRestIsBlue() {
    String text = new TerminalDrawing(true).task(BOARDS);
    assertTrue(text.contains("\u001b[1m1\u001b[0m \u001b[38;2;31;111;235m4\u001b[0m"), text);
    String solution = "\u001b[2m┌─────┬─────┐\u001b[0m";
    assertTrue(text.contains(solution + "    " + solution), text);
  }

  @Test
  void mazesAreDrawnWithWallsEndsAndPath() {
    assertEquals(
        """
        mazes

        test 1
        input         solution
        S             S
          # # #       o # # #
          #     #  -> o #     #
          #   #       o #   #
                G     o o o o G
        """,
        new TerminalDrawing(false).task(MAZES));
    assertTrue(new TerminalDrawing(true).task(MAZES).contains("\u001b[48;2;251;143;36m  "));
  }

  @Test
  void whatAModelMayPredictCanBeDrawnToo() throws Exception {
    Grid odd = Grid.of(new int[][] {{Grid.OUTSIDE, 3, 9, 0, 1}, {4, 5, 9, 1, 2}});
    Map<Kind, String> drawings =
        Map.of(
            Sudoku.ofSide(4),
            """
            attempt
            +-----+-----+---+
            | . 3 | 9 . | 1 |
            | 4 5 | 9 1 | 2 |
            +-----+-----+---+
            """,
            Sudoku.ofSide(9),
            """
            attempt
            +-------+-----+
            | . 3 9 | . 1 |
            | 4 5 9 | 1 2 |
            +-------+-----+
            """,
            Maze.KIND,
            """
            attempt
            ? G ? #
            o ? ?   S
            """);
    for (Kind kind : drawings.keySet()) {
      Grid puzzle = kind == Maze.KIND ? MAZES.testInputs().get(0) : BOARDS.testInputs().get(0);
      Panel panel = Panel.of("attempt", odd).as(kind).answering(puzzle);
      assertEquals(drawings.get(kind), new TerminalDrawing(false).strip(Strip.of("", panel)));
      String coloured = new TerminalDrawing(true).strip(Strip.of("", panel));
      assertTrue(coloured.contains("\u001b[") && coloured.startsWith("attempt\n"), coloured);
      Picture picture = TaskDrawing.of("", List.of(Strip.of("", panel)));
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.png()));
      assertEquals(picture.width(), image.getWidth());
      assertEquals(24 + 5 * 26 + 1 + 24, image.getWidth(), "five cells between two margins");
    }
  }

  @Test
  void picturesOfBoardsAndMazesShowTheirCells() throws Exception {
    BufferedImage board =
        ImageIO.read(
            new ByteArrayInputStream(
                TaskDrawing.of(
                        "",
                        List.of(
                            Strip.of(
                                "",
                                Panel.of("", BOARDS.solutions().get(0))
                                    .as(Sudoku.ofSide(4))
                                    .answering(BOARDS.testInputs().get(0)))))
                    .png()));
    assertEquals(0xECECEC, board.getRGB(24 + 3, 24 + 3) & 0xFFFFFF, "a given's ground");
    assertEquals(0xFFFFFF, board.getRGB(24 + 26 + 3, 24 + 3) & 0xFFFFFF, "a filled cell's");
    assertEquals(0x333333, board.getRGB(24 + 52, 24 + 10) & 0xFFFFFF, "the line between boxes");
    BufferedImage maze =
        ImageIO.read(
            new ByteArrayInputStream(
                TaskDrawing.of(
                        "",
                        List.of(Strip.of("", Panel.of("", MAZES.solutions().get(0)).as(Maze.KIND))))
                    .png()));
    assertEquals(0x2B2F36, maze.getRGB(24 + 26 + 3, 24 + 26 + 3) & 0xFFFFFF, "a wall");
    assertEquals(0xFB8F24, maze.getRGB(24 + 13, 24 + 26 + 13) & 0xFFFFFF, "the path");
    assertEquals(0x2EA043, maze.getRGB(24 + 2, 24 + 2) & 0xFFFFFF, "S");
    assertEquals(0xD1242F, maze.getRGB(24 + 4 * 26 + 2, 24 + 4 * 26 + 2) & 0xFFFFFF, "G");
  }

  @Test
  void linesAreSmoothAndClippedAtTheEdge() throws Exception {
    Picture picture =
        new Picture(
            20,
            20,
            List.of(
                new Picture.Line(
                    List.of(new Picture.Point(-9, 10), new Picture.Point(30, 10)), 3, 0x000000),
                new Picture.Line(List.of(new Picture.Point(15.5, 3.5)), 4, 0xFF0000)));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.png()));
    for (int x = 0; x < 20; x++) {
      assertEquals(0x000000, image.getRGB(x, 9) & 0xFFFFFF);
      assertEquals(0x000000, image.getRGB(x, 10) & 0xFFFFFF);
      assertEquals(0x808080, image.getRGB(x, 8) & 0xFFFFFF);
      assertEquals(0xFFFFFF, image.getRGB(x, 7) & 0xFFFFFF);
    }
    assertEquals(0xFF0000, image.getRGB(15, 3) & 0xFFFFFF);
    assertEquals(0xFF0000, image.getRGB(16, 3) & 0xFFFFFF);
    assertEquals(0xFFFFFF, image.getRGB(18, 3) & 0xFFFFFF);
    assertTrue(picture.svg().contains("<path d=\"M15.5 3.5L15.5 3.5\""), picture::svg);
  }

  @Test
  void othersCanDrawInTheSameColours() {
    assertEquals(0x0074D9, Arc.KIND.drawing().look().colours().get("1"));
    assertEquals(12, Arc.KIND.drawing().look().colours().size(), "ten symbols, outside and lines");
    assertEquals(0xFB8F24, Maze.KIND.drawing().look().colours().get(Integer.toString(Maze.PATH)));
    assertEquals(0xECECEC, Sudoku.ofSide(9).drawing().look().colours().get("given"));
  }
}
