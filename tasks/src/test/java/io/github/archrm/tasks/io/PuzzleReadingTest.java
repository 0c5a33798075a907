package io.github.archrm.tasks.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import io.github.archrm.tasks.DrawnPuzzle;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.GeneratedPuzzle;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Puzzles;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskProblem;
import io.github.archrm.tasks.TaskSet;
import io.github.archrm.tasks.generate.PuzzleGenerator;
import io.github.archrm.tasks.maze.Maze;
import io.github.archrm.tasks.maze.MazeSource;
import io.github.archrm.tasks.maze.PathRange;
import io.github.archrm.tasks.sudoku.Sudoku;
import io.github.archrm.tasks.sudoku.SudokuSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PuzzleReadingTest {
  private static final String OPEN =
      "{\"input\": [[1, 0, 0, 0], [0, 0, 1, 0], [0, 2, 0, 0], [0, 0, 0, 0]]}";
  private static final String PUZZLE =
      "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
  private static final String SOLUTION =
      "534678912672195348198342567859761423426853791713924856961537284287419635345286179";
  private static final String MAZE = "S     ###  #    # #    #G";
  private static final String PATH = "Soooo ###o #  o # #o   #G";
  private static final String SMALL = "1.....1..2.....3";
  private static final String SMALL_SOLUTION = "1432231432414123";

  @TempDir Path folder;

  private Path file(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, String.join("\n", lines) + "\n");
  }

  private static Task only(Path source) {
    TaskSet set = TaskReader.read(source);
    assertEquals(List.of(), set.problems());
    return set.tasks().get(0);
  }

  private static List<String> problems(Path source) {
    TaskSet set = TaskReader.read(source);
    return set.problems().stream().map(TaskProblem::toString).toList();
  }

  @Test
  void readsThePublishedSudokus() throws IOException {
    file(
        "extreme/train.csv",
        "source,question,answer,rating",
        "puzzles,%s,%s,3".formatted(PUZZLE, SOLUTION));
    file(
        "extreme/test.csv",
        "source,question,answer,rating",
        "puzzles,%s,%s,3".formatted(PUZZLE, SOLUTION));
    Task task = only(folder.resolve("extreme"));
    Example example = new Example(Puzzles.sudoku(PUZZLE), Puzzles.sudoku(SOLUTION));
    assertEquals(
        new Task(
            "extreme",
            List.of(example),
            List.of(example.input()),
            List.of(example.output()),
            Sudoku.ofSide(9)),
        task);
    assertEquals(
        List.of(task), TaskReader.sample(folder.resolve("extreme"), 1000, 1000, 1).tasks());
    Path archive =
        ArchiveMaker.zip(
            folder.resolve("a.zip"),
            Map.of(
                "extreme/train.csv", Files.readAllBytes(folder.resolve("extreme/train.csv")),
                "extreme/test.csv", Files.readAllBytes(folder.resolve("extreme/test.csv"))));
    assertEquals(task, only(archive));
    assertEquals(1, only(folder.resolve("extreme/train.csv")).demonstrations().size());
    assertEquals(1, only(folder.resolve("extreme/test.csv")).solutions().size());
  }

  @Test
  void readsThePublishedMazes() throws IOException {
    Path csv = file("m.csv", "source,question,answer,rating", "x," + MAZE + "," + PATH + ",25");
    Task task = only(csv);
    assertEquals(Maze.KIND, task.kind());
    assertEquals(PATH, Puzzles.text(task.demonstrations().get(0).output(), Maze.KIND));
    assertEquals(0, task.demonstrations().get(0).input().cell(1, 1));
  }

  @Test
  void readsOnePuzzleALine() throws IOException {
    Task task =
        only(
            file(
                "mine.txt",
                "# A comment, and an underline",
                "#########################",
                "% another",
                "// and another",
                "",
                PUZZLE + "," + SOLUTION,
                PUZZLE.replace('.', '0') + " " + SOLUTION,
                "  " + PUZZLE + " , " + SOLUTION + "\r",
                PUZZLE));
    assertEquals("mine", task.id());
    assertEquals(3, task.demonstrations().size());
    assertEquals(1, task.demonstrations().stream().distinct().count());
    assertEquals(List.of(Puzzles.sudoku(PUZZLE)), task.testInputs());
    assertEquals(List.of(), task.solutions());
  }

  @Test
  void readsAStreamAsAFile() {
    Task task = stream(PUZZLE + "\n");
    assertEquals("stdin", task.id());
    assertEquals(List.of(Puzzles.sudoku(PUZZLE)), task.testInputs());
    assertEquals(
        2,
        stream("{\"kind\": \"sudoku\", \"test\": [" + OPEN + ", " + OPEN + "]}")
            .testInputs()
            .size());
    TaskFormatException nothing =
        assertThrows(TaskFormatException.class, () -> stream("no puzzle"));
    assertTrue(nothing.getMessage().startsWith("stdin: "), nothing::getMessage);
  }

  private static Task stream(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return TaskReader.read("stdin", new ByteArrayInputStream(bytes)).tasks().get(0);
  }

  /** It can be solved, and its answer be checked; as a demonstration it would teach nothing. */
  @Test
  void aPuzzleToBeSolvedMayHaveSeveralSolutions() throws IOException {
    assertEquals(1, only(file("open.txt", "1.....1..2......")).testInputs().size());
    assertEquals(
        1,
        only(file("open.json", "{\"kind\": \"sudoku\", \"test\": [" + OPEN + "]}"))
            .testInputs()
            .size());
  }

  @Test
  void readsMazesALineSquareOrNot() throws IOException {
    Task task =
        only(
            file(
                "mazes.txt",
                "# mazes",
                "##S  # # ## # #  # ##  G#",
                "S..../.###./.#.../.#.#./...#G",
                "#S#####/#     #/#     #/#     #/#####G#,#S#####/#oooo #/#   o #/#   oo#/#####G#"));
    assertEquals(1, task.demonstrations().size());
    assertEquals(7, task.demonstrations().get(0).input().width());
  }

  @Test
  void lettersAreSymbolsAboveNine() throws IOException {
    GeneratedPuzzle draft =
        new SudokuSource(Sudoku.ofSide(16), SudokuSource.Difficulty.SINGLES).next(new Random(1));
    Example puzzle = ((GeneratedPuzzle.Sound) draft).puzzle();
    Kind kind = Sudoku.ofSide(16);
    String line = Puzzles.text(puzzle.input(), kind) + "," + Puzzles.text(puzzle.output(), kind);
    assertTrue(line.contains("G"));
    assertEquals(puzzle, only(file("a.txt", line)).demonstrations().get(0));
    assertEquals(puzzle, only(file("b.txt", line.toLowerCase())).demonstrations().get(0));
  }

  /** Each line: a line of text, and what is said about it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "1.....1..2.....|line 2: 15 characters where 16 belong",
        "1.....1..2.....5|line 2, row 4, column 4: '5' is not a blank (. or 0) or a symbol 1-4",
        "1.....1..2.....x|line 2, row 4, column 4: 'x' is not a blank (. or 0) or a symbol 1-4",
        "11....1..2.....3|line 2, row 1, column 2: 1 stands twice in its row, the first time in row 1, column 1",
        "1.....1..2......,1432231432414123|line 2, row 3, column 1: may be 3 or 4: the board has more than one solution",
        "1234............,1234341221434321|line 2, row 3, column 2: may be 1 or 3: the board has more than one solution",
        "12....3.....4...|line 2: the board has no solution",
        "1.....1..2.....3,143223143241412|line 2 solution: 15 characters where 16 belong",
        "1.....1..2.....3,143223143241412.|line 2 solution, row 4, column 4: 3 was given here",
        "1.....1..2.....3,2432231432414123|line 2 solution, row 1, column 1: 1 was given here",
      })
  void saysWhichLineOfASudokuFileIsBroken(String line, String message) throws IOException {
    List<String> problems = problems(file("p.txt", SMALL, line));
    assertEquals("p.txt: p: " + message, problems.get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "S     ###  #    # #    # |line 2: the maze has no G",
        "      ###  #    # #    #G|line 2: the maze has no S",
        "S     ###  #    # #    #G#|line 2: 26 characters are no square maze; put a / between the rows of another",
        "S     ###  #    # ##   #G|line 2: the maze has no way from S to G",
        "S     ###  #    # # S  #G|line 2, row 5, column 1: a second S",
        "So    ###  #    # #    #G|line 2, row 1, column 2: a marked path in a maze to be solved",
        "S     ##x  #    # #    #G|line 2, row 2, column 4: 'x' is not one of # (wall), a blank or dot (free), S, G and o",
        "##S/###/ # # # # # # # # #G|line 2, row 3 has 19 cells, row 1 has 3",
        "S   ##/ ###  / #    /     G|line 2: a maze of 4x6 where 5x5 to 30x30 belongs",
        "S     ###  #    # #    #G,So    ###o #  o # #o   #G|line 2 solution, row 1, column 2: the path breaks off",
      })
  void saysWhichLineOfAMazeFileIsBroken(String line, String message) throws IOException {
    List<String> problems = problems(file("p.txt", MAZE, line));
    assertEquals("p.txt: p: " + message, problems.get(0));
  }

  @Test
  void whatIsNoFileOfPuzzlesIsSaid() throws IOException {
    assertEquals(
        List.of(
            "e.txt: e: no puzzles in it; a Sudoku has 16, 36, 81, 256 or 625 cells, a maze S, G and #"),
        problems(file("e.txt", "# nothing")));
    Path words = file("w.txt", "hello", "world");
    assertEquals(
        words
            + ": line 1: 5 characters are no Sudoku (16, 36, 81, 256 or 625) and no maze"
            + " (with # and S); tasks of ARC are JSON",
        assertThrows(TaskFormatException.class, () -> TaskReader.read(words)).getMessage());
    assertEquals(
        List.of("test.csv: test: line 3: no solution"),
        problems(file("test.csv", "question,answer", SMALL + "," + SMALL_SOLUTION, SMALL + ",")));
    Path csv = folder.resolve("d");
    file("d/train.csv", "question,answer", PUZZLE + ",");
    assertEquals(List.of("train.csv: d: line 2: no solution"), problems(csv));
    String failure =
        assertThrows(TaskFormatException.class, () -> TaskReader.sample(csv, 1, 1, 1)).getMessage();
    assertTrue(failure.endsWith("no such file or folder"), failure);
  }

  @Test
  void aSampleIsRandomAndInOrder() throws IOException {
    StringBuilder text = new StringBuilder("question\n");
    for (int i = 0; i < 500; i++) {
      text.append("q").append(i).append("\n");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    int[] count = new int[500];
    Random random = new Random(1);
    for (int times = 0; times < 400; times++) {
      PuzzleLines lines = PuzzleLines.sample(new ByteArrayInputStream(bytes), 50, random);
      assertEquals(50, lines.puzzles().size());
      int last = 0;
      for (DrawnPuzzle puzzle : lines.puzzles()) {
        assertTrue(puzzle.line() > last);
        last = puzzle.line();
        count[last - 2]++;
      }
    }
    for (int c : count) {
      assertTrue(c > 10 && c < 80, String.valueOf(c));
    }
  }

  @Test
  void jsonWithAKindComesBackAsWritten() throws IOException {
    List<Task> tasks =
        List.of(
            PuzzleGenerator.generate(
                "s6",
                new SudokuSource(new Sudoku(2, 3), SudokuSource.Difficulty.ANY),
                3,
                2,
                1,
                p -> {}),
            PuzzleGenerator.generate(
                "tall",
                new SudokuSource(new Sudoku(3, 2), SudokuSource.Difficulty.ANY),
                0,
                2,
                1,
                p -> {}),
            PuzzleGenerator.generate(
                "s16",
                new SudokuSource(new Sudoku(4, 4), SudokuSource.Difficulty.SINGLES),
                1,
                0,
                1,
                p -> {}),
            PuzzleGenerator.generate(
                "m",
                new MazeSource(MazeSource.Style.PERFECT, 6, 9, new PathRange(5, 30)),
                2,
                2,
                1,
                p -> {}));
    for (Task task : tasks) {
      Path file = folder.resolve(task.id() + ".json");
      TaskWriter.writeTask(file, task);
      assertEquals(task, only(file));
      assertEquals(task, new Gson().fromJson(new Gson().toJson(task), Task.class));
    }
    assertTrue(Files.readString(folder.resolve("s6.json")).startsWith("{\"kind\": \"sudoku\","));
    assertTrue(
        Files.readString(folder.resolve("tall.json")).startsWith("{\"kind\": \"sudoku-3x2\","));
    Path combined = folder.resolve("all.json");
    TaskWriter.writeChallenges(combined, tasks);
    assertEquals(
        tasks.stream().map(Task::withoutSolutions).toList(), TaskReader.read(combined).tasks());
  }

  /** Each line: what is replaced in a sound JSON file, by what, and the message. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, 0, 0, 0] | [5, 0, 0, 0] | demonstration 1 input, row 1, column 1: 5 is not a symbol 0-4",
        "[1, 0, 0, 0] | [0, 0, 0, 0] | demonstration 1 input, row 1, column 1: may be 2 or 4: the board has more than one solution",
        "[1, 4, 3, 2] | [1, 3, 4, 2] | demonstration 1 output, row 2, column 2: 3 stands twice in its column, the first time in row 1, column 2",
        "[1, 0, 0, 0], | [1, 0, 0, 0], [0, 0, 0, 0], | kind: \"sudoku\" is not known for a board of 5 rows",
        "sudoku | sudoku-2x3 | demonstration 1 input: a board of 4x4 where 6x6 belongs",
        "sudoku | sudoku-1x4 | kind: \"sudoku-1x4\" is not known",
        "sudoku | maze | demonstration 1 input: a maze of 4x4 where 5x5 to 30x30 belongs",
        "sudoku | arc | no test inputs (\"test\")",
      })
  void saysWhatIsWrongInJson(String sound, String broken, String message) throws IOException {
    String json =
        """
        {"train": [{"input": [[1, 0, 0, 0], [0, 0, 1, 0], [0, 2, 0, 0], [0, 0, 0, 3]],
          "output": [[1, 4, 3, 2], [2, 3, 1, 4], [3, 2, 4, 1], [4, 1, 2, 3]]}], "kind": "sudoku"}
        """;
    List<String> problems =
        problems(file("j.json", json.replaceFirst(Pattern.quote(sound), broken)));
    assertEquals("j.json: j: " + message, problems.get(0));
  }

  private static Grid input(Task task, int test) {
    return task.testInputs().get(test);
  }

  @Test
  void aDrawnMazeMayHaveARowOfBlanks() throws IOException {
    Task task =
        only(file("m.txt", "S ####", "# ####", "#  G##", "#  ###", "# ####", "      ", "######"));
    assertEquals(7, input(task, 0).height());
    assertEquals(1, task.testInputs().size());
    assertEquals(
        8,
        input(
                only(
                    file(
                        "n.txt", "S ####", "# ####", "      ", "      ", "#  G##", "#  ###",
                        "# ####", "######", "      ")),
                0)
            .height(),
        "two below each other, and none at the end");
  }

  @Test
  void aDrawnMazeWithoutEndsIsTold() throws IOException {
    Path mazes =
        file(
            "m.txt", "######", "#S   #", "#    #", "#   G#", "######", "", "######", "#s   #",
            "#    #", "#   g#", "######");
    assertEquals(1, TaskReader.read(mazes).tasks().get(0).testInputs().size());
    assertEquals(1, problems(mazes).size());
    assertTrue(problems(mazes).get(0).contains("line 7"), problems(mazes)::toString);
  }

  @Test
  void aRowWithSAndGMayBeAsLongAsAMazeOfItsOwn() throws IOException {
    String wall = "#".repeat(25);
    String free = "#" + " ".repeat(23) + "#";
    Task task = only(file("m.txt", wall, "#S" + " ".repeat(21) + "G#", free, free, wall));
    assertEquals(25, input(task, 0).width());
  }

  @Test
  void underlinesMayBeBlanksBesideHexadecimalDigits() throws IOException {
    String row = "0123456789ABCDEF";
    String dots = row + ".".repeat(240);
    assertEquals(
        input(only(file("dots.txt", dots)), 0),
        input(only(file("lines.txt", dots.replace('.', '_'))), 0));
  }

  @Test
  void aRemarkMayFollowCellsThatStandApart() throws IOException {
    String apart = String.join(" ", PUZZLE.split(""));
    assertEquals(Puzzles.sudoku(PUZZLE), input(only(file("s.txt", apart + " # easy")), 0));
    String few =
        ".......1.4.........2...........5.4.7..8...3....1.9....3..4..2...5.1........8.6...";
    assertEquals(
        Puzzles.sudoku(few),
        input(only(file("few.txt", String.join(" ", few.split("")) + " # hard")), 0));
  }

  @Test
  void besideADrawnBoardOneMayStandInALine() throws IOException {
    String[] lines = new String[11];
    for (int r = 0; r < 9; r++) {
      lines[r] = PUZZLE.substring(9 * r, 9 * r + 9);
    }
    lines[9] = PUZZLE + " " + SOLUTION;
    lines[10] = PUZZLE + " # easy";
    Task task = only(file("s.txt", lines));
    assertEquals(1, task.demonstrations().size());
    assertEquals(2, task.testInputs().size());
  }

  @Test
  void betweenDrawnPuzzlesOneOfAnotherKindIsTold() throws IOException {
    String maze = "##S  # # ## # #  # ##  G#";
    String[] lines = new String[10];
    for (int r = 0; r < 9; r++) {
      lines[r] = PUZZLE.substring(9 * r, 9 * r + 9);
    }
    lines[9] = maze;
    TaskSet boards = TaskReader.read(file("boards.txt", lines));
    assertEquals(1, boards.tasks().get(0).testInputs().size());
    assertEquals(1, boards.problems().size());
    assertTrue(boards.problems().get(0).message().startsWith("line 10"), boards::toString);

    TaskSet mazes =
        TaskReader.read(file("mazes.txt", "#####", "#S  #", "# # #", "#  G#", "#####", "", PUZZLE));
    assertEquals(1, mazes.tasks().get(0).testInputs().size());
    assertEquals(1, mazes.problems().size());
    assertTrue(mazes.problems().get(0).message().startsWith("line 7"), mazes::toString);
  }

  @Test
  void smallBoardsALineMayHaveAnyBlank() throws IOException {
    for (char blank : "?X-".toCharArray()) {
      String[] lines = new String[16];
      Arrays.fill(lines, SMALL_SOLUTION.replace('4', blank));
      assertEquals(16, only(file("small.txt", lines)).testInputs().size(), blank + "");
    }
  }

  @Test
  void aSolutionOfItsOwnFileHasToBeOneOfItsPuzzle() throws IOException {
    Task task =
        new Task(
            "s",
            List.of(),
            List.of(Puzzles.sudoku(PUZZLE)),
            List.of(Puzzles.sudoku(SOLUTION)),
            only(file("s.txt", PUZZLE)).kind());
    Path challenges = folder.resolve("challenges.json");
    Path solutions = folder.resolve("solutions.json");
    TaskWriter.writeChallenges(challenges, List.of(task));
    TaskWriter.writeSolutions(solutions, List.of(task));
    assertEquals(task, TaskReader.read(challenges, solutions).tasks().get(0));
    file("solutions.json", "{\"s\": [[[1, 2], [3, 12]]]}");
    TaskSet set = TaskReader.read(challenges, solutions);
    assertEquals(1, set.problems().size());
    assertTrue(set.problems().get(0).toString().startsWith("solutions.json: s: solution 1"));
    assertEquals(List.of(), set.tasks().get(0).solutions());
  }
}
