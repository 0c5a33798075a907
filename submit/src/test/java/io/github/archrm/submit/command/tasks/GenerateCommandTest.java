package io.github.archrm.submit.command.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.submit.Cli;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
  @TempDir Path folder;

  private Cli.Result tasks(String arguments) throws Exception {
    return Cli.run(
        folder,
        Stream.concat(Stream.of("tasks"), Stream.of(arguments.split(" "))).toArray(String[]::new));
  }

  @Test
  void sudokusAreMadeShownAndSound() throws Exception {
    Cli.Result made =
        tasks(
            "generate sudoku --size 6 --difficulty hard --train 12 --test 3 --seed 4 --out s.json");
    assertEquals(0, made.exit(), made::toString);
    assertEquals(
        "12 puzzles to learn from and 3 to be tested with, written to s.json\n", made.out());
    assertTrue(made.err().matches("15 of 15, rejected \\d+ \\(\\d+ too easy\\)\n"), made::toString);
    assertEquals("1 sound task, 0 problems\n", tasks("validate s.json").out());
    Cli.Result shown = tasks("show s.json --limit 1");
    assertTrue(shown.out().contains("+-------+-------+    +-------+-------+"), shown::toString);
    assertTrue(shown.err().contains("11 more demonstrations, 2 more tests"), shown::toString);
    String first = Files.readString(folder.resolve("s.json"));
    tasks("generate sudoku --size 6 --difficulty hard --train 12 --test 3 --seed 4 --out s.json");
    assertEquals(first, Files.readString(folder.resolve("s.json")));
  }

  @Test
  void mazesAreMadeAndDrawn() throws Exception {
    Cli.Result made = tasks("generate maze --size 8x11 --train 2 --test 1 --out new/m.json");
    assertEquals(0, made.exit(), made::toString);
    Cli.Result drawn = tasks("show new/m.json --svg m.svg --png m.png");
    assertEquals(0, drawn.exit(), drawn::toString);
    assertTrue(Files.size(folder.resolve("m.png")) > 1000);
  }

  /** After a few steps the answers are wrong; that they are answers is what counts here. */
  @Test
  void whatIsMadeIsSolved() throws Exception {
    tasks("generate sudoku --size 4 --train 4 --test 3 --out s.json");
    Cli.Result result = Cli.run(folder, "evaluate", "s.json", "--steps", "6", "--views", "2");
    assertEquals(0, result.exit(), result::toString);
    assertTrue(Files.readString(folder.resolve("results.json")).contains("\"steps\":6"));
    tasks("generate maze --size 5 --train 4 --test 1 --out m.json");
    Cli.Result maze = Cli.run(folder, "solve", "m.json", "--steps", "6", "--segments", "2");
    assertEquals(0, maze.exit(), maze::toString);
    assertTrue(maze.out().contains("attempt 1"), maze::toString);
  }

  @Test
  void whatCannotBeSolvedIsTold() throws Exception {
    tasks("generate sudoku --size 4 --train 0 --test 1 --out unlearned.json");
    tasks("generate sudoku --size 4 --train 1 --test 0 --out unasked.json");
    String[][] mistakes = {
      {"unlearned: no puzzles to learn from, and no --trunk", "solve unlearned.json --trunk none"},
      {"unasked: no test inputs to solve", "evaluate unasked.json"},
      {"--budget 0 predicts only: it needs --trunk", "solve unasked.json --budget 0"},
      {"t.safetensors: no such file", "solve unlearned.json --trunk t.safetensors"},
      {"--views: must be at least 1, not 0", "solve --views 0"},
      {"--segments: must be at least 1, not 0", "solve --segments 0"},
    };
    for (String[] mistake : mistakes) {
      Cli.Result result = Cli.run(folder, mistake[1].split(" "));
      assertEquals(2, result.exit(), result::toString);
      assertTrue(result.err().contains(mistake[0]), result::toString);
      assertEquals("", result.out());
    }
  }

  @Test
  void publishedSetsAreSampled() throws Exception {
    String line =
        "puzzles,"
            + "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79,"
            + "534678912672195348198342567859761423426853791713924856961537284287419635345286179,3\n";
    Path extreme = Files.createDirectories(folder.resolve("extreme"));
    Files.writeString(
        extreme.resolve("train.csv"), "source,question,answer,rating\n" + line + line + line);
    Files.writeString(extreme.resolve("test.csv"), "source,question,answer,rating\n" + line);
    Cli.Result result = tasks("sample extreme --train 2 --test 1 --out drawn.json");
    assertEquals(0, result.exit(), result::toString);
    assertEquals(
        "2 puzzles to learn from and 1 to be tested with, written to drawn.json",
        result.out().strip());
    assertEquals(0, tasks("validate drawn.json").exit());
    Cli.Result few = tasks("sample extreme --train 2 --test 5 --out few.json");
    assertEquals(2, few.exit(), few::toString);
    assertEquals("arc-hrm: --test: only 1 such puzzle in extreme, not 5", few.err().strip());
    assertFalse(Files.exists(folder.resolve("few.json")));
    Cli.Result missing = tasks("sample nowhere --train 2 --out drawn.json");
    assertEquals(2, missing.exit(), missing::toString);
  }

  @Test
  void mistakesAreToldInOneLine() throws Exception {
    String[][] mistakes = {
      {"generate sudoku --size 7 --out x", "--size: no Sudoku has 7 rows"},
      {"generate maze --size 4 --out x", "a maze has 5 to 30 rows and columns, not 4x4"},
      {"generate maze --size big --out x", "--size: must be a number or HEIGHTxWIDTH, not big"},
      {
        "generate maze --min-path 9 --max-path 8 --out x",
        "no path has at least 9 and at most 8 steps"
      },
      {"generate maze --size 5 --min-path 25 --out x", "there are too few such puzzles"},
    };
    for (String[] mistake : mistakes) {
      Cli.Result result = tasks(mistake[0]);
      assertEquals(2, result.exit(), result::toString);
      assertTrue(result.err().contains(mistake[1]), result::toString);
    }
  }

  @Test
  void brokenPuzzleFilesAreExplained() throws Exception {
    String[][] files = {
      {"1.....1..2.....3\n1.....1..2.....\n", "line 2: 15 characters where 16 belong"},
      {"S     ###  #    # #    # \n", "line 1: the maze has no G"},
    };
    for (String[] file : files) {
      Files.writeString(folder.resolve("p.txt"), file[0]);
      Cli.Result validated = tasks("validate p.txt");
      assertEquals(2, validated.exit(), validated::toString);
      assertTrue(validated.out().contains("p.txt: p: line "), validated::toString);
      assertTrue(validated.out().contains(file[1]), validated::toString);
      Cli.Result shown = tasks("show p.txt");
      boolean othersAreSound = file[0].lines().count() > 1;
      assertEquals(othersAreSound ? 0 : 2, shown.exit(), shown::toString);
      assertTrue(shown.err().contains(file[1]), shown::toString);
    }
  }

  /** It can be solved, so it can be looked at; but nothing can be learned from it. */
  @Test
  void aPuzzleWithSeveralSolutionsIsNotValid() throws Exception {
    Files.writeString(folder.resolve("p.txt"), "1.....1..2......\n");
    Cli.Result validated = tasks("validate p.txt");
    assertEquals(2, validated.exit(), validated::toString);
    assertTrue(
        validated.out().startsWith("p.txt: p: test 1, row 3, column 1: may be 3 or 4: the board"),
        validated::toString);
    assertEquals(0, tasks("show p.txt").exit());
  }
}
