package io.github.archrm.tasks.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.GeneratedPuzzle;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Puzzles;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskProblem;
import io.github.archrm.tasks.TaskSet;
import io.github.archrm.tasks.maze.Maze;
import io.github.archrm.tasks.maze.MazeSource;
import io.github.archrm.tasks.maze.PathRange;
import io.github.archrm.tasks.sudoku.Sudoku;
import io.github.archrm.tasks.sudoku.SudokuSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which people have puzzles and tasks, besides the published ones. */
class FormsTest {
  private static final String PUZZLE =
      "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
  private static final String SOLUTION =
      "534678912672195348198342567859761423426853791713924856961537284287419635345286179";
  private static final Grid BOARD = Puzzles.sudoku(PUZZLE);
  private static final Grid SOLVED = Puzzles.sudoku(SOLUTION);
  private static final String TASK =
      """
      {"train": [{"input": [[1, 2]], "output": [[2], [1]]}],
       "test": [{"input": [[3, 4]], "output": [[4], [3]]}]}
      """
          .replace("\n", " ");

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Task only(Path source) {
    TaskSet set = TaskReader.read(source);
    assertEquals(List.of(), set.problems());
    assertEquals(1, set.tasks().size());
    return set.tasks().get(0);
  }

  private static List<String> lines(TaskSet set) {
    return set.problems().stream().map(TaskProblem::toString).toList();
  }

  private static List<String> ids(TaskSet set) {
    return set.tasks().stream().map(Task::id).toList();
  }

  private static List<String> rows(String board, int side) {
    return IntStream.range(0, side)
        .mapToObj(r -> board.substring(r * side, (r + 1) * side))
        .toList();
  }

  /** P is the puzzle, A its solution. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "quizzes,solutions\nP,A\n",
        "id,puzzle,solution,clues,difficulty\n1,P,A,30,2.2\n",
        "\"source\",\"question\",\"answer\"\n\"x\",\"P\",\"A\"\n",
        "source,question,answer\n\"Smith, \"\"J\"\"\",P,A\n",
        "question, answer\nP, A\n",
        "Question;Solution\nP;A\n",
        "puzzle\tsolution\nP\tA\n",
        "\nquestion,solution\n P , A \n",
        "\ufeffpuzzle,solution\r\nP,A\r\n",
        "P,A,easy\n",
        "12,P,A\n",
        "P A // from a newspaper\n",
        "0000183b305c P A 1.2\n",
      })
  void aTableOrALineHasASolution(String text) throws IOException {
    Task task = only(file("p.csv", text.replace("P", PUZZLE).replace("A", SOLUTION)));
    assertEquals(List.of(new Example(BOARD, SOLVED)), task.demonstrations());
    assertEquals(List.of(), task.testInputs());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"P # easy", "P 11.9/11.9/11.3", "P; a remark", "P  // medium, 3 stars", "7 P"})
  void aRemarkBesideAPuzzleIsNoSolution(String line) throws IOException {
    Task task = only(file("p.txt", line.replace("P", PUZZLE) + "\n"));
    assertEquals(List.of(BOARD), task.testInputs());
  }

  /** The board without blanks is its solution, and not a puzzle that is solved already. */
  @ParameterizedTest
  @ValueSource(strings = {"P,A", "P A", "7;P;A;hard"})
  void aPuzzleThatLacksACellIsToldAndItsSolutionIsNotTakenForIt(String line) throws IOException {
    String sound = PUZZLE + "," + SOLUTION + "\n";
    String bad = line.replace("P", PUZZLE.substring(1)).replace("A", SOLUTION) + "\n";
    TaskSet set = TaskReader.read(file("p.txt", sound + bad));
    assertEquals(List.of(new Example(BOARD, SOLVED)), set.tasks().get(0).demonstrations());
    assertEquals(List.of(), set.tasks().get(0).testInputs());
    assertEquals(1, set.problems().size());
    assertTrue(lines(set).get(0).startsWith("p.txt: p: line 2"), lines(set).get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "/", "!"})
  void aSolutionWithAStrayCharacterIsToldAndNotDropped(String stray) throws IOException {
    String sound = PUZZLE + "," + SOLUTION + "\n";
    String bad = PUZZLE + "," + SOLUTION.substring(1) + stray + "\n";
    TaskSet set = TaskReader.read(file("p.txt", sound + bad));
    assertEquals(List.of(), set.tasks().get(0).testInputs());
    assertTrue(lines(set).get(0).startsWith("p.txt: p: line 2 solution"), lines(set).toString());
  }

  @Test
  void columnsThatAreNotKnownAreNotDropped() throws IOException {
    for (String header : List.of("name,unknown,filled", "question,filled")) {
      String row = header.startsWith("name") ? "x,P,A" : "P,A";
      Path file =
          file("p.csv", header + "\n" + row.replace("P", PUZZLE).replace("A", SOLUTION) + "\n");
      String message =
          assertThrows(TaskFormatException.class, () -> TaskReader.read(file)).getMessage();
      assertTrue(message.contains("line 1: "), message);
    }
  }

  @Test
  void aTableInAFolderIsPassedOverOnlyWithoutPuzzles() throws IOException {
    file("d/t.json", TASK);
    file("d/table.csv", "name,value\nx,1\n");
    file("d/unknown.csv", "name,cells\nx," + PUZZLE + "\n");
    assertEquals(
        List.of(
            "unknown.csv: line 1: no column is named puzzle or question; there are name, cells"),
        lines(TaskReader.read(folder.resolve("d"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sudoku",
        "Sudoku of the day, hard",
        "Sudoku, hard",
        "Puzzle",
        "The day; its board"
      })
  void aTitleAboveADrawingIsNoLineOfNames(String title) throws IOException {
    String rows = String.join("\n", rows(PUZZLE, 9)) + "\n";
    for (String text : List.of(rows, rows.replaceAll("(.)", "$1,").replace(",\n", "\n"))) {
      assertEquals(List.of(BOARD), only(file("b.txt", title + "\n\n" + text)).testInputs(), text);
    }
    String maze =
        "#".repeat(25) + "\n#S" + " ".repeat(23) + "\n" + (" ".repeat(25) + "\n").repeat(2);
    String drawn = title + "\n" + maze + " ".repeat(24) + "G\n";
    assertEquals(5, only(file("m.txt", drawn)).testInputs().get(0).height());
  }

  @Test
  void aTitleAbovePuzzlesOfALineCostsNone() throws IOException {
    assertEquals(List.of(BOARD), only(file("a.txt", "Sudoku\n" + PUZZLE + "\n")).testInputs());
    TaskSet set = TaskReader.read(file("b.txt", "Of the day, hard\n" + PUZZLE + "\n"));
    assertEquals(List.of(BOARD), set.tasks().get(0).testInputs());
    assertTrue(lines(set).get(0).startsWith("b.txt: b: line 1: "), lines(set).get(0));
  }

  @Test
  void aColumnThatIsNamedTwiceIsRefused() throws IOException {
    Path file = file("p.csv", "puzzle,Puzzle,solution\nP,P,A\n".replace("P,", PUZZLE + ","));
    assertEquals(
        file + ": line 1: two columns are named puzzle",
        assertThrows(TaskFormatException.class, () -> TaskReader.read(file)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "0", "-", "*", "_", "x", "X", "?"})
  void blanksAreWrittenInManyWays(String blank) throws IOException {
    String puzzle = PUZZLE.replace(".", blank);
    assertEquals(List.of(BOARD), only(file("a.txt", puzzle + "\n")).testInputs());
    assertEquals(
        List.of(BOARD),
        only(file("b.txt", String.join("\n", rows(puzzle, 9)) + "\n")).testInputs());
    String apart = puzzle.chars().mapToObj(Character::toString).collect(Collectors.joining(" "));
    assertEquals(List.of(BOARD), only(file("c.txt", apart + "\n")).testInputs());
  }

  /** Row i of the puzzle is Ri; between them stands what is told. */
  @Test
  void boardsAreDrawn() throws IOException {
    List<String> rows = rows(PUZZLE, 9);
    String plain = String.join("\n", rows);
    String apart = plain.replaceAll("(.)", "$1 ");
    String frame =
        " *-----------*\n"
            + IntStream.range(0, 9)
                .mapToObj(
                    r ->
                        " |"
                            + String.join(
                                "|",
                                rows.get(r).substring(0, 3),
                                rows.get(r).substring(3, 6),
                                rows.get(r).substring(6))
                            + "|\n"
                            + (r % 3 == 2 && r < 8 ? " |---+---+---|\n" : ""))
                .collect(Collectors.joining())
            + " *-----------*\n";
    String boxes =
        String.join("\n", rows.subList(0, 3))
            + "\n\n"
            + String.join("\n", rows.subList(3, 6))
            + "\n\n"
            + String.join("\n", rows.subList(6, 9));
    for (String text :
        List.of(
            "Grid 01\n" + plain + "\nGrid 02\n" + plain + "\n",
            plain + "\n========\n" + plain + "\n",
            plain + "\n\n" + plain + "\n",
            plain + "\n" + plain + "\n",
            apart + "\n\n" + apart + "\n",
            apart.replace(' ', ',') + "\n" + apart.replace(' ', ',') + "\n",
            boxes + "\n\n" + boxes + "\n",
            frame + frame)) {
      assertEquals(List.of(BOARD, BOARD), only(file("b.txt", text)).testInputs(), text);
    }
  }

  @Test
  void sixteenSmallBoardsAreNoLargeOne() throws IOException {
    Grid small = Puzzles.sudoku("1.....1..2.....3");
    for (String letters : List.of("x1234", "_1234", ".ABCD", ".abcd")) {
      String line = spelled(small, letters, "") + "\n";
      assertEquals(
          Collections.nCopies(16, small),
          only(file("s.txt", line.repeat(16))).testInputs(),
          letters);
    }
  }

  @Test
  void otherPuzzlesOfALineStandAmongDrawnOnes() throws IOException {
    String drawn = "Grid 1\n" + String.join("\n", rows(PUZZLE, 9)) + "\n\n";
    for (String line : List.of("P # easy", "7 P", "P 11.9", "p# easy")) {
      String text = line.replace("P", PUZZLE).replace("p", PUZZLE.replaceAll("(.)", "$1 "));
      assertEquals(List.of(BOARD, BOARD), only(file("b.txt", drawn + text + "\n")).testInputs());
    }
    Task task = only(file("s.txt", drawn + PUZZLE + " " + SOLUTION + "\n"));
    assertEquals(List.of(new Example(BOARD, SOLVED)), task.demonstrations());
    assertEquals(List.of(BOARD), only(file("c.txt", drawn + "# " + PUZZLE + "\n")).testInputs());
    TaskSet set = TaskReader.read(file("o.txt", drawn + "1.....1..2.....3 # small\n"));
    assertEquals(List.of("o.txt: o: line 12: 16 characters where 81 belong"), lines(set));
  }

  @Test
  void aDamagedRowCostsItsBoardOnly() throws IOException {
    String plain = String.join("\n", rows(PUZZLE, 9)) + "\n";
    TaskSet set = TaskReader.read(file("b.txt", plain + plain.replaceFirst("3", "") + plain));
    assertEquals(List.of(BOARD, BOARD), set.tasks().get(0).testInputs());
    assertEquals(List.of("b.txt: b: line 10: 80 characters where 81 belong"), lines(set));
  }

  @Test
  void oneBadLineIsLeftOut() throws IOException {
    String bad = PUZZLE.replaceFirst("3", "5");
    TaskSet set = TaskReader.read(file("b.txt", bad + "\n" + PUZZLE + "\nnot a puzzle\n"));
    assertEquals(List.of(BOARD), set.tasks().get(0).testInputs());
    assertEquals(2, set.problems().size());
    assertTrue(lines(set).get(0).startsWith("b.txt: b: line 1, row 1, column 2: 5 stands twice"));
    assertTrue(lines(set).get(1).startsWith("b.txt: b: line 3: "), lines(set).get(1));
  }

  private static Example board(int side) {
    Sudoku kind = Sudoku.ofSide(side);
    GeneratedPuzzle made =
        new SudokuSource(kind, SudokuSource.Difficulty.SINGLES).next(new Random(3));
    return ((GeneratedPuzzle.Sound) made).puzzle();
  }

  private static String spelled(Grid grid, String letters, String between) {
    return grid.cells()
        .mapToObj(symbol -> String.valueOf(letters.charAt(symbol)))
        .collect(Collectors.joining(between));
  }

  @Test
  void largeBoardsAreSpelledInManyWays() throws IOException {
    Example sixteen = board(16);
    Example last0 = sixteen;
    for (String letters :
        List.of(
            ".123456789ABCDEFG",
            "0123456789ABCDEFG",
            ".123456789abcdefg",
            ".123456789ABCDEF0",
            "-123456789ABCDEF0",
            "-ABCDEFGHIJKLMNOP",
            ".abcdefghijklmnop",
            "xABCDEFGHIJKLMNOP")) {
      String puzzle = spelled(last0.input(), letters, "");
      String solution = spelled(last0.output(), letters, "");
      assertEquals(
          List.of(sixteen),
          only(file("b.txt", puzzle + "," + solution + "\n")).demonstrations(),
          letters);
      assertEquals(
          List.of(sixteen.input()),
          only(file("c.txt", String.join("\n", rows(puzzle, 16)) + "\n")).testInputs(),
          letters);
    }
    Example five = board(25);
    for (String letters :
        List.of(
            ".123456789ABCDEFGHIJKLMNOP",
            ".123456789ABCDEFGHIJKLMNO0",
            ".ABCDEFGHIJKLMNOPQRSTUVWXY")) {
      String puzzle = spelled(five.input(), letters, "");
      assertEquals(List.of(five.input()), only(file("d.txt", puzzle + "\n")).testInputs());
    }
  }

  @Test
  void numbersOfTwoDigitsAreCells() throws IOException {
    Grid board = board(16).input();
    String text =
        IntStream.range(0, 16)
            .mapToObj(
                r ->
                    IntStream.range(0, 16)
                        .mapToObj(c -> String.valueOf(board.cell(r, c)))
                        .collect(Collectors.joining(" ")))
            .collect(Collectors.joining("\n"));
    assertEquals(List.of(board), only(file("n.txt", text + "\n")).testInputs());
  }

  private static String drawn(Grid maze, char free) {
    return IntStream.range(0, maze.height())
        .mapToObj(
            r ->
                IntStream.range(0, maze.width())
                    .mapToObj(c -> String.valueOf(Maze.KIND.letter(maze.cell(r, c))))
                    .collect(Collectors.joining()))
        .collect(Collectors.joining("\n"))
        .replace(' ', free);
  }

  @Test
  void mazesOfAnySizeAreDrawn() throws IOException {
    Random random = new Random(5);
    for (int[] size : new int[][] {{5, 25}, {25, 25}, {7, 9}, {5, 5}, {9, 16}, {30, 30}, {16, 5}}) {
      for (MazeSource.Style style : MazeSource.Style.values()) {
        MazeSource source = new MazeSource(style, size[0], size[1], new PathRange(3, 900));
        GeneratedPuzzle made = source.next(random);
        while (!(made instanceof GeneratedPuzzle.Sound)) {
          made = source.next(random);
        }
        Example maze = ((GeneratedPuzzle.Sound) made).puzzle();
        String text = "Maze 1\n" + drawn(maze.input(), '.') + "\n\n" + drawn(maze.output(), '.');
        assertEquals(List.of(maze), only(file("m.txt", text + "\n")).demonstrations(), text);
      }
    }
  }

  @Test
  void aMazeWithSAndGInARowIsDrawnToo() throws IOException {
    String wall = "#".repeat(25) + "\n";
    String free = "#" + " ".repeat(23) + "#\n";
    String maze = wall + free + "S" + " ".repeat(23) + "G\n" + free + wall;
    assertEquals(25, only(file("w.txt", maze)).testInputs().get(0).width());
    assertEquals(
        25, only(file("t.txt", maze.replaceAll(" +#\n", "\n"))).testInputs().get(0).width());
  }

  @Test
  void aMazeThatLostBlanksIsRefusedInWords() throws IOException {
    TaskSet set = TaskReader.read(file("t.txt", "S     ###  #    # #   #G\n"));
    assertTrue(lines(set).get(0).contains("24 characters are no square maze"), lines(set).get(0));
  }

  @Test
  void tasksComeInLists() throws IOException {
    String named = TASK.replace("{\"train\"", "{\"id\": \"n1\", \"train\"");
    TaskSet set = TaskReader.read(file("l.json", "[" + named + "," + TASK + ", 7, {}]"));
    assertEquals(List.of("n1", "l-2"), ids(set));
    assertEquals(
        List.of(
            "l.json: l-3: a number where a task belongs",
            "l.json: l-4: no demonstrations (\"train\")"),
        lines(set));
    String pair = "{\"input\": [[1, 2]], \"output\": [[2], [1]]}";
    Task task = only(file("r.json", "[" + pair + "," + pair + "," + pair + "]"));
    assertEquals(2, task.demonstrations().size());
    assertEquals(List.of(Grid.of(new int[][] {{2}, {1}})), task.solutions());
    String examples = "{\"source\": \"x\", \"examples\": [[[[1]], [[2]]], [[[3]], [[4]]]]}";
    TaskSet lines = TaskReader.read(file("b.jsonl", named + "\n\n" + examples + "\n{\"a\"\n"));
    assertEquals(List.of("n1", "b-3"), ids(lines));
    assertEquals(List.of(Grid.of(new int[][] {{4}})), lines.tasks().get(1).solutions());
    assertEquals(1, lines.problems().size());
    assertTrue(lines(lines).get(0).startsWith("b.jsonl: line 4: not"), lines(lines).get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "[[]]"})
  void aTestWithoutASolutionIsSaidInManyWays(String nothing) throws IOException {
    assertEquals(List.of(), only(file("a.json", TASK.replace("[[4], [3]]", nothing))).solutions());
  }

  @Test
  void wholeNumbersMayHaveAPoint() throws IOException {
    assertEquals(
        only(file("a.json", TASK)), only(file("a.json", TASK.replaceAll("(\\d)", "$1.0"))));
  }

  @Test
  void rowsOfNinetyThreeCellsAreRead() throws IOException {
    String row = "[" + "1,".repeat(92) + "1]";
    assertEquals(93, only(file("a.json", TASK.replace("[1, 2]", row))).side());
  }

  @Test
  void aTestThatIsAnObjectIsSaidToBeOne() throws IOException {
    TaskSet set =
        TaskReader.read(file("o.json", TASK.replaceAll("\"test\": \\[(.*)\\]}", "\"test\": $1}")));
    assertEquals(List.of("o.json: o: test: an object where a list belongs"), lines(set));
  }

  @Test
  void otherEncodingsAreReadOrSaid() throws IOException {
    Path utf16 = folder.resolve("u.json");
    Files.write(utf16, ("\ufeff" + TASK).getBytes(StandardCharsets.UTF_16LE));
    assertEquals(2, only(utf16).side());
    InputStream piped = new ByteArrayInputStream(Files.readAllBytes(utf16));
    assertEquals(2, TaskReader.read("stdin", piped).tasks().get(0).side());
    InputStream late =
        new ByteArrayInputStream(("\n".repeat(80) + TASK).getBytes(StandardCharsets.UTF_8));
    assertEquals(2, TaskReader.read("stdin", late).tasks().get(0).side());
    Path text = folder.resolve("u.txt");
    Files.write(text, ("\ufeff" + PUZZLE + "\r\n").getBytes(StandardCharsets.UTF_16BE));
    assertEquals(List.of(BOARD), only(text).testInputs());
    Path latin = folder.resolve("l.json");
    Files.write(latin, ("{\"\u00e9\": " + TASK + "}").getBytes(StandardCharsets.ISO_8859_1));
    String message =
        assertThrows(TaskFormatException.class, () -> TaskReader.read(latin)).getMessage();
    assertEquals(latin + ": not UTF-8 text; save it with that encoding", message);
  }

  @Test
  void longIdsAreKept() throws IOException {
    String id = "x".repeat(200);
    assertEquals(
        List.of(id), ids(TaskReader.read(file("c.json", "{\"" + id + "\":" + TASK + "}"))));
    String longer = "y".repeat(300);
    TaskSet set = TaskReader.read(file("c.json", "{\"" + longer + "\":" + TASK + "}"));
    assertEquals(longer, set.problems().get(0).taskId());
    assertTrue(lines(set).get(0).length() < longer.length() + 50);
  }

  @Test
  void whatIsSalvagedHasTheIdsOfTheFile() throws IOException {
    String id = "long ".repeat(30) + "\\u00e9\\\"";
    String text =
        "{\"broken\": {\"train\": [7x]}, \""
            + id
            + "\": "
            + TASK.replaceFirst("\\{", "{\"kind\": \"arc\", \"inner\": {\"train\": []}, ")
            + ", \"last\": "
            + TASK
            + "}";
    TaskSet set = TaskReader.salvage(file("c.json", text));
    assertEquals(List.of("long ".repeat(30) + "\u00e9\"", "last"), ids(set));
    assertEquals(List.of("c.json: broken: not valid JSON"), lines(set));
  }

  @Test
  void puzzlesLieInFolders() throws IOException {
    file("d/s.csv", "question,answer\n" + PUZZLE + "," + SOLUTION + "\n");
    file("d/T.JSON", TASK);
    file("d/README.txt", "A few words about the responsibilities of\n# whoever reads this.\n");
    file("d/table.csv", "name,value\nx,1\n");
    TaskSet set = TaskReader.read(folder.resolve("d"));
    assertEquals(List.of(), lines(set));
    assertEquals(List.of("T", "s"), ids(set));
    file("e/README.txt", "no puzzles here\n");
    assertEquals(1, TaskReader.read(folder.resolve("e")).problems().size());
    Files.createSymbolicLink(folder.resolve("d/z.json"), folder.resolve("nowhere.json"));
    assertEquals(List.of("z.json: a link to nothing"), lines(TaskReader.read(folder.resolve("d"))));
    file("f/T.json", TASK);
    Path torn = folder.resolve("f/s.csv.gz");
    gzip(torn, "question\n" + (PUZZLE + "\n").repeat(50));
    Files.write(torn, Arrays.copyOf(Files.readAllBytes(torn), 60));
    assertEquals(1, TaskReader.read(folder.resolve("f")).problems().size(), "it is damaged");
  }

  @Test
  void textInAFolderThatIsMeantAsAPuzzleOrCannotBeReadIsTold() throws IOException {
    file("d/t.json", TASK);
    file("d/README.txt", "See issue #3 of the list, # and others.\nthe responsibilities\n");
    file("d/mine.txt", PUZZLE.replaceFirst("3", "5") + "\n");
    file("d/long.csv", PUZZLE + "\n" + "1".repeat(20_000) + "\n");
    file("d/slip.txt", PUZZLE.replaceFirst("3", "z") + "\n");
    file("d/talk.csv", "question,answer\nwhat is a puzzle to a solver,a board\n");
    file("e/t.json", TASK);
    file("e/short.csv", "puzzle,solution\n" + PUZZLE.substring(1) + "," + SOLUTION + "\n");
    file("e/short.sdm", PUZZLE.substring(1) + "\n");
    List<String> unsound = lines(TaskReader.read(folder.resolve("e")));
    assertEquals(2, unsound.size(), unsound.toString());
    assertTrue(unsound.get(0).startsWith("short.csv: line 2: 80 characters"), unsound.get(0));
    assertTrue(unsound.get(1).startsWith("short.sdm: line 1: 80 characters"), unsound.get(1));
    List<String> lines = lines(TaskReader.read(folder.resolve("d")));
    assertEquals(3, lines.size(), lines.toString());
    assertEquals("long.csv: line 2: longer than any puzzle", lines.get(0));
    assertTrue(lines.get(1).startsWith("mine.txt: mine: line 1, row 1, column 2"), lines.get(1));
    assertTrue(lines.get(2).startsWith("slip.txt: slip: line 1, row 1, column 2"), lines.get(2));
  }

  @Test
  void hiddenFoldersOfAFolderAreNoneOfIt() throws IOException {
    file("n/t.json", TASK);
    file("n/.ipynb_checkpoints/t-checkpoint.json", TASK);
    assertEquals(List.of("t"), ids(TaskReader.read(folder.resolve("n"))));
    assertTrue(TaskTree.wanted("./a/../t.json"), "as archives name them");
  }

  @Test
  void whatIsGivenTwiceOrBesideATaskIsTold() throws IOException {
    String pairs = "\"examples\": [[[[1]], [[2]]], [[[1]], [[2]]]]";
    assertEquals(
        List.of("e.json: e: examples: given twice"),
        lines(TaskReader.read(file("e.json", "{" + pairs + ", " + pairs + "}"))));
    TaskSet set =
        TaskReader.read(file("b.json", TASK.replaceFirst("\\{", "{\"real\": " + TASK + ", ")));
    assertEquals(List.of("b"), ids(set));
    assertEquals(List.of("b.json: real: a task beside train and test is not read"), lines(set));
  }

  @Test
  void examplesBesideDemonstrationsAreRefused() throws IOException {
    Path file =
        file(
            "t.json",
            TASK.replaceFirst("\\{", "{\"examples\": [[[[1]], [[2]]], [[[1]], [[2]]]], "));
    assertEquals(
        List.of("t.json: t: examples beside train or test: which to learn from is not told"),
        lines(TaskReader.read(file)));
  }

  @Test
  void aKindBesideTasksIsThatOfAllOfThem() throws IOException {
    String task =
        """
        {"test": [{"input": [[1, 0, 0, 0], [0, 0, 1, 0], [0, 2, 0, 0], [0, 0, 0, 3]]}]}
        """
            .strip();
    String both = "\"a\": " + task + ", \"b\": " + TASK.replaceFirst("\\{", "{\"kind\": \"arc\", ");
    TaskSet set = TaskReader.read(file("k.json", "{\"kind\": \"sudoku\", " + both + "}"));
    assertEquals(List.of(), lines(set));
    assertEquals(List.of("sudoku", "arc"), set.tasks().stream().map(t -> t.kind().name()).toList());
    assertEquals(
        List.of(
            "k.json: a: no demonstrations (\"train\")",
            "k.json: kind: it belongs before the tasks, or into each of them"),
        lines(TaskReader.read(file("k.json", "{" + both + ", \"kind\": \"sudoku\"}"))));
    assertEquals(
        List.of("k.json: a: kind: a number where a name belongs"),
        lines(TaskReader.read(file("k.json", "{\"kind\": 3, " + both + "}"))));
    assertEquals(
        List.of("k.json: a: kind: \"chess\" is not known"),
        lines(TaskReader.read(file("k.json", "{\"kind\": \"chess\", " + both + "}"))));
  }

  @Test
  void aListMayBeginWithAMark() throws IOException {
    Path file = folder.resolve("tasks");
    Files.writeString(file, "\ufeff[" + TASK + "]");
    assertEquals(1, TaskReader.read(file).tasks().size());
  }

  @Test
  void packedFilesOfAFolderAreWhatTheyWouldBeUnpacked() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    gzip(data.resolve("lines.jsonl.gz"), TASK + "\n" + TASK);
    gzip(data.resolve("x_challenges.json.gz"), "{\"c\": " + TASK + "}");
    gzip(data.resolve("x_solutions.json.gz"), "{\"c\": [[[9, 9]]]}");
    TaskSet set = TaskReader.read(data);
    assertEquals(List.of(), lines(set));
    assertEquals(List.of("lines-1", "lines-2", "c"), ids(set));
    assertEquals(9, set.tasks().get(2).solutions().get(0).cell(0, 0));
    Path single = folder.resolve("lines.jsonl.gz");
    Files.copy(data.resolve("lines.jsonl.gz"), single);
    assertEquals(List.of("lines-1", "lines-2"), ids(TaskReader.read(single)));
  }

  private static void gzip(Path file, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes());
    }
  }

  @Test
  void whatCannotBeReadInAFolderIsTold() throws IOException {
    file("d/t.json", TASK);
    file("d/line\nbreak.json", "[");
    Files.createSymbolicLink(folder.resolve("d/device.json"), Path.of("/dev/null"));
    ArchiveMaker.zip(folder.resolve("d/u.zip"), Map.of("a.json", TASK.getBytes()));
    Files.write(folder.resolve("d/v.7z"), new byte[] {'7', 'z'});
    Files.write(folder.resolve("d/w.json"), new byte[] {'P', 'K', 3, 4});
    TaskSet set = TaskReader.read(folder.resolve("d"));
    assertEquals(List.of("t"), ids(set));
    assertEquals(
        List.of(
            "device.json: a device or a pipe, no file",
            "line?break.json: not complete JSON: it ends too early at line 1, column 2",
            "u.zip: an archive within another or a folder; name it by itself",
            "v.7z: an archive within another or a folder; name it by itself",
            "w.json: packed with zip; what can be read packed is named .zip, .tar, .tar.gz,"
                + " .tar.bz2, .gz or .bz2"),
        lines(set).stream().sorted().toList());
  }

  @Test
  void aLinkToItselfIsSaidToBeOne() throws IOException {
    Path loop = folder.resolve("loop.json");
    Files.createSymbolicLink(loop, loop);
    assertEquals(
        loop + ": a link that leads back to itself",
        assertThrows(TaskFormatException.class, () -> TaskReader.read(loop)).getMessage());
  }

  private static void tar(OutputStream to, String name, byte[] content) throws IOException {
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(to)) {
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(content.length);
      out.putArchiveEntry(entry);
      out.write(content);
      out.closeArchiveEntry();
    }
  }

  @Test
  void puzzlesLieInArchives() throws IOException {
    byte[] csv = ("quizzes,solutions\n" + PUZZLE + "," + SOLUTION + "\n").getBytes();
    Path zip = ArchiveMaker.zip(folder.resolve("a.ZIP"), Map.of("s.csv", csv));
    Path tar = folder.resolve("a.tar");
    tar(Files.newOutputStream(tar), "s.csv", csv);
    Path bz2 = folder.resolve("a.tar.bz2");
    tar(new BZip2CompressorOutputStream(Files.newOutputStream(bz2)), "s.csv", csv);
    Path gz = folder.resolve("s.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
      out.write(csv);
    }
    Files.createDirectories(folder.resolve("d"));
    Files.copy(gz, folder.resolve("d/s.csv.gz"));
    for (Path source : List.of(zip, tar, bz2, gz, folder.resolve("d"))) {
      Task task = only(source);
      assertEquals("s", task.id());
      assertEquals(List.of(new Example(BOARD, SOLVED)), task.demonstrations());
    }
    Path json = folder.resolve("t.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(json))) {
      out.write(TASK.getBytes());
    }
    assertEquals("t", only(json).id());
  }

  @Test
  void anArchiveThatHidesItsTasksSaysWhy() throws IOException {
    Path away =
        ArchiveMaker.tarGz(folder.resolve("a.tar.gz"), Map.of("x/../../a.json", new byte[1]));
    assertEquals(
        List.of("a.tar.gz/x/../../a.json: refused: the name leads out of the archive"),
        lines(TaskReader.read(away)));
    Path xz = Files.write(folder.resolve("a.tar.xz"), new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z'});
    assertEquals(
        xz
            + ": packed with xz; what can be read packed is named .zip, .tar, .tar.gz, .tar.bz2, .gz or .bz2",
        assertThrows(TaskFormatException.class, () -> TaskReader.read(xz)).getMessage());
    Path inner = ArchiveMaker.zip(folder.resolve("o.zip"), Map.of("i.zip", new byte[3]));
    assertTrue(lines(TaskReader.read(inner)).get(0).contains("name it by itself"));
  }

  @Test
  void aFilePackedUnderAPlainNameSaysSo() throws IOException {
    Path zip = ArchiveMaker.zip(folder.resolve("t.json"), Map.of("a.json", TASK.getBytes()));
    String message =
        assertThrows(TaskFormatException.class, () -> TaskReader.read(zip)).getMessage();
    assertTrue(message.startsWith(zip + ": packed with zip; "), message);
  }

  @Test
  void solutionsMayBePacked() throws IOException {
    byte[] solutions = "{\"t\": [[[6], [5]]]}".getBytes();
    Path one = ArchiveMaker.zip(folder.resolve("one.zip"), Map.of("x.json", solutions));
    Path two =
        ArchiveMaker.zip(
            folder.resolve("two.zip"),
            Map.of("arc_solutions.json", solutions, "arc_challenges.json", new byte[] {'{', '}'}));
    for (Path archive : List.of(one, two)) {
      assertEquals(Set.of("t"), Solutions.read(archive).byId().keySet());
    }
    Path none =
        ArchiveMaker.zip(
            folder.resolve("none.zip"), Map.of("a.json", solutions, "b.json", solutions));
    assertEquals(
        none + ": 0 files are named solutions.json where one belongs",
        assertThrows(TaskFormatException.class, () -> Solutions.read(none)).getMessage());
  }
}
