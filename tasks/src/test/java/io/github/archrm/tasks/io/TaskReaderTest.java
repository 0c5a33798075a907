package io.github.archrm.tasks.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskProblem;
import io.github.archrm.tasks.TaskSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskReaderTest {
  private static final String TASK =
      """
      {"train": [{"input": [[1, 2]], "output": [[2], [1]]}],
       "test": [{"input": [[3, 4]], "output": [[4], [3]]}]}
      """;
  private static final String UNSOLVED = TASK.replace(", \"output\": [[4], [3]]", "");

  @TempDir Path folder;

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static List<String> ids(TaskSet set) {
    return set.tasks().stream().map(Task::id).toList();
  }

  private static List<String> lines(TaskSet set) {
    return set.problems().stream().map(TaskProblem::toString).toList();
  }

  private static String failure(Path source) {
    String message =
        assertThrows(TaskFormatException.class, () -> TaskReader.read(source)).getMessage();
    assertFalse(message.contains("\n"), message);
    assertTrue(message.startsWith(source.toString()), message);
    return message.substring(source.toString().length());
  }

  @Test
  void readsOneTask() throws IOException {
    TaskSet set = TaskReader.read(file("0a1b.json", TASK));
    Task task = set.task("0a1b").orElseThrow();
    assertEquals(Grid.of(new int[][] {{1, 2}}), task.demonstrations().get(0).input());
    assertEquals(Grid.of(new int[][] {{2}, {1}}), task.demonstrations().get(0).output());
    assertEquals(Grid.of(new int[][] {{4}, {3}}), task.solution(0).orElseThrow());
    assertEquals(List.of(), set.problems());
  }

  @Test
  void aTaskWithoutSolutionsIsNormal() throws IOException {
    TaskSet set = TaskReader.read(file("a.json", UNSOLVED));
    assertEquals(List.of(), set.tasks().get(0).solutions());
    assertEquals(List.of(), set.problems());
  }

  @Test
  void unknownFieldsAndTheOrderOfFieldsDoNotMatter() throws IOException {
    String task =
        """
        {"name": "x", "meta": {"train": 3}, "kind": "arc", "more": [1, {"a": null}],
         "test": [{"id": 7, "input": [[3]]}],
         "train": [{"output": [[1]], "input": [[2]], "note": "n"}]}
        """;
    TaskSet set = TaskReader.read(file("a.json", task));
    assertEquals(List.of(), lines(set));
    assertEquals(List.of("a"), ids(set));
  }

  @Test
  void readsATreeInTheOrderOfNames() throws IOException {
    file("corpus/b/b1.json", TASK);
    file("corpus/b/b2.json", UNSOLVED);
    file("corpus/a.json", TASK);
    file("corpus/README.md", "not a task");
    file("corpus/.hidden.json", "not a task");
    file("corpus/sample_submission.json", "{\"a\": []}");
    TaskSet set = TaskReader.read(folder.resolve("corpus"));
    assertEquals(List.of("a", "b1", "b2"), ids(set));
    assertEquals(List.of(), set.problems());
  }

  @Test
  void aLinkBackUpIsAProblemAndNotALoop() throws IOException {
    file("corpus/a.json", TASK);
    Files.createSymbolicLink(folder.resolve("corpus/up"), folder.resolve("corpus"));
    TaskSet set = TaskReader.read(folder.resolve("corpus"));
    assertEquals(List.of("a"), ids(set));
    assertEquals(List.of("up: a link that leads back to a folder above it"), lines(set));
  }

  @Test
  void readsKagglesPair() throws IOException {
    Path challenges = file("c.json", "{\"b\": " + UNSOLVED + ", \"a\": " + UNSOLVED + "}");
    Path solutions = file("s.json", "{\"a\": [[[7]]], \"b\": [[[8]]]}");
    TaskSet unsolved = TaskReader.read(challenges);
    assertEquals(List.of("b", "a"), ids(unsolved));
    assertEquals(List.of(), unsolved.tasks().get(0).solutions());
    TaskSet solved = TaskReader.read(challenges, solutions);
    assertEquals(List.of("b", "a"), ids(solved));
    assertEquals(List.of(Grid.of(new int[][] {{8}})), solved.tasks().get(0).solutions());
    assertEquals(List.of(), solved.problems());
  }

  @Test
  void aSolutionThatDoesNotFitIsAProblem() throws IOException {
    Path challenges = file("c.json", "{\"a\": " + UNSOLVED + ", \"b\": " + UNSOLVED + "}");
    Path solutions =
        file("s.json", "{\"a\": [[[7]], [[7]]], \"b\": [[[1, 10]]], \"z\": [[[1]]], \"b\": 4}");
    TaskSet set = TaskReader.read(challenges, solutions);
    assertEquals(List.of("a", "b"), ids(set));
    assertTrue(set.tasks().stream().allMatch(task -> task.solutions().isEmpty()));
    assertEquals(
        List.of(
            "s.json: b: a number where a list of grids belongs",
            "s.json: a: 2 solutions for 1 test inputs",
            "s.json: b: solution 1, row 0, column 1: 10 is not a colour 0-9",
            "s.json: z: a solution without a task"),
        lines(set));
    assertEquals(
        "s.json: b: solution 1, row 0, column 1: 10 is not a colour 0-9",
        Solutions.read(solutions).problems().get(0).toString());
  }

  @Test
  void aSolutionsFileThatIsNoneIsRefused() throws IOException {
    for (String content : List.of("", "[]", "{\"a\": [[[1]]]", "nonsense")) {
      Path file = file("s.json", content);
      if (content.startsWith("{")) {
        Solutions solutions = Solutions.read(file);
        assertEquals(1, solutions.byId().size());
        assertEquals(1, solutions.problems().size());
      } else {
        assertThrows(TaskFormatException.class, () -> Solutions.read(file), content);
      }
    }
    String missing =
        assertThrows(TaskFormatException.class, () -> Solutions.read(folder.resolve("no.json")))
            .getMessage();
    assertTrue(missing.endsWith("no.json: no such file or folder"), missing);
  }

  @Test
  void kagglesPairInADirectoryIsJoined() throws IOException {
    file("k/x_challenges.json", "{\"a\": " + UNSOLVED + "}");
    file("k/x_solutions.json", "{\"a\": [[[7]]]}");
    file("k/y_solutions.json", "{\"a\": [[[7]]]}");
    TaskSet set = TaskReader.read(folder.resolve("k"));
    assertEquals(List.of(Grid.of(new int[][] {{7}})), set.tasks().get(0).solutions());
    assertEquals(List.of("y_solutions.json: solutions without a challenges file"), lines(set));
  }

  @Test
  void oneBadTaskDoesNotStopTheOthers() throws IOException {
    String bad = TASK.replace("[[2], [1]]", "[[2], [1, 3]]");
    Path tasks = file("tasks.json", "{\"0a1b\": " + bad + ", \"x\": 5, \"c\": " + TASK + "}");
    TaskSet set = TaskReader.read(tasks);
    assertEquals(List.of("c"), ids(set));
    assertEquals(
        List.of(
            "tasks.json: 0a1b: demonstration 1 output, row 1: 2 cells where row 0 has 1",
            "tasks.json: x: a number where a task belongs"),
        lines(set));
  }

  @Test
  void theSecondOfTwoEqualIdsIsAProblem() throws IOException {
    Path combined = file("c.json", "{\"a\": " + TASK + ", \"a\": " + UNSOLVED + "}");
    TaskSet set = TaskReader.read(combined);
    assertEquals(1, set.tasks().size());
    assertEquals(1, set.tasks().get(0).solutions().size());
    assertEquals(
        List.of("c.json: a: the id was already used in c.json, which is kept"), lines(set));

    file("tree/one/a.json", TASK);
    file("tree/two/a.json", TASK);
    assertEquals(
        List.of("two/a.json: a: the id was already used in one/a.json, which is kept"),
        lines(TaskReader.read(folder.resolve("tree"))));
  }

  /** Each line: what is replaced in a sound task, by what, and the message that is expected. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "",
      value = {
        "[[1, 2]] | [[1, 2], [3]] | demonstration 1 input, row 1: 1 cells where row 0 has 2",
        "[[1, 2]] | [[1, 1.5]] | demonstration 1 input, row 0, column 1: 1.5 is not a colour 0-9",
        "[[1, 2]] | [[1, -1]] | demonstration 1 input, row 0, column 1: -1 is not a colour 0-9",
        "[[1, 2]] | [[1, 10]] | demonstration 1 input, row 0, column 1: 10 is not a colour 0-9",
        "[[1, 2]] | [[1, 10.0]] | demonstration 1 input, row 0, column 1: 10 is not a colour 0-9",
        "[[1, 2]] | [[1, 1e0]] | demonstration 1 input, row 0, column 1: 1e0 is not a colour 0-9",
        "[[1, 2]] | [[\"1\"]] | demonstration 1 input, row 0, column 0: a string where a colour 0-9 belongs",
        "[[1, 2]] | [[null]] | demonstration 1 input, row 0, column 0: null where a colour 0-9 belongs",
        "[[1, 2]] | [[true]] | demonstration 1 input, row 0, column 0: a boolean where a colour 0-9 belongs",
        "[[1, 2]] | [[[1]]] | demonstration 1 input, row 0, column 0: a list where a colour 0-9 belongs",
        "[[1, 2]] | [1, 2] | demonstration 1 input, row 0: a number where a list of colours belongs",
        "[[1, 2]] | 5 | demonstration 1 input: a number where a list of rows belongs",
        "[[1, 2]] | null | demonstration 1 input: null where a list of rows belongs",
        "[[1, 2]] | [] | demonstration 1 input: no rows",
        "[[1, 2]] | [[]] | demonstration 1 input, row 0: no cells",
        "[[1, 2]] | [[1], []] | demonstration 1 input, row 1: no cells",
        "[[4], [3]] | [[4], [12]] | test 1 output, row 1, column 0: 12 is not a colour 0-9",
        "\"input\": [[3, 4]] | \"inputs\": 1 | test 1: no input",
        "\"output\": [[2] | \"outputs\": [[2] | demonstration 1: no output",
        "\"train\": [ | \"train\": [7, | demonstration 1: a number where an object belongs",
        "\"train\": | \"train\": {}, \"x\": | train: an object where a list belongs",
        "\"test\": | \"tests\": | no test inputs (\"test\")",
        "\"train\": | \"train\": [], \"t\": | no demonstrations (\"train\")",
        "\"train\": | \"train\": [], \"train\": | train: given twice",
        "\"test\": [ | \"test\": [{\"input\": [[1]]}, | test: 1 outputs for 2 inputs",
        "\"test\": | \"kind\": \"sudoku\", \"test\": | kind: \"sudoku\" is not known for a board of 2 rows",
        "\"test\": | \"kind\": \"chess\", \"test\": | kind: \"chess\" is not known",
        "\"test\": | \"kind\": 3, \"test\": | kind: a number where a name belongs",
      })
  void saysWhatIsWrongAndWhere(String sound, String broken, String message) throws IOException {
    String bad = TASK.replace(sound, broken);
    assertFalse(bad.equals(TASK));
    TaskSet set = TaskReader.read(file("c.json", "{\"0a1b\": " + bad + ", \"ok\": " + TASK + "}"));
    assertEquals(List.of("ok"), ids(set));
    assertEquals("c.json: 0a1b: " + message, lines(set).get(0));
  }

  @Test
  void gridsMayBeLargerThanThoseOfTheCompetitions() throws IOException {
    for (int side : new int[] {30, 40, 41, 1001}) {
      String row = "[" + "0,".repeat(side - 1) + "0]";
      String tall = "[" + "[0],".repeat(side - 1) + "[0]]";
      String wideTask = TASK.replace("[[1, 2]]", "[" + row + "]").replace("[[2], [1]]", tall);
      TaskSet set = TaskReader.read(file("c.json", "{\"a\": " + wideTask + "}"));
      if (side <= 40) {
        assertEquals(side, set.tasks().get(0).side());
      } else {
        assertEquals(
            side == 41
                ? "c.json: a: its grids take 41x41 cells together; more than 1600 do not fit into"
                    + " memory"
                : "c.json: a: demonstration 1 input, row 0: more than 1000 cells",
            lines(set).get(0));
      }
    }
    String tall = TASK.replace("[[2], [1]]", "[" + "[0],".repeat(1000) + "[0]]");
    TaskSet set = TaskReader.read(file("c.json", "{\"a\": " + tall + "}"));
    assertEquals("c.json: a: demonstration 1 output: more than 1000 rows", lines(set).get(0));
  }

  @Test
  void idsThatCouldEscapeAFolderAreRefused() throws IOException {
    for (String id : List.of("../x", "a/b", "a\\\\b", "..", " ", "a\\u001b[31m", "x".repeat(241))) {
      TaskSet set = TaskReader.read(file("c.json", "{\"" + id + "\": " + TASK + "}"));
      assertEquals(List.of(), set.tasks());
      assertEquals(1, set.problems().size());
      assertTrue(lines(set).get(0).chars().noneMatch(Character::isISOControl));
    }
  }

  @Test
  void whatIsNoTaskFileAtAllIsOneClearLine() throws IOException {
    assertEquals(": no such file or folder", failure(folder.resolve("missing.json")));
    assertEquals(
        ": not complete JSON: it ends too early at line 1, column 1",
        failure(file("empty.json", "")));
    assertEquals(": not valid JSON at line 1, column 1", failure(file("text.json", "hello")));
    assertEquals(
        ": a list of which the first is a number where a task belongs",
        failure(file("list.json", "[1, 2]")));
    assertEquals(": neither a task nor an object of tasks", failure(file("none.json", "{}")));
    assertEquals(
        ": neither a task nor an object of tasks",
        failure(file("solutions.json", "{\"a\": [[[1]]], \"b\": [[[1]]]}")));
    assertEquals(": not valid JSON at line 3, column 2", failure(file("two.json", TASK + "{}")));
    Files.createDirectory(folder.resolve("nothing"));
    assertEquals(
        ": no tasks in it; looked for .json, .jsonl, .csv, .txt, .sdm and the like",
        failure(folder.resolve("nothing")));
  }

  @Test
  void laxJsonIsRefused() throws IOException {
    for (String lax :
        List.of(
            TASK.replace("\"train\"", "train"),
            TASK.replace("\"train\"", "'train'"),
            TASK.replace("[[1, 2]]", "[[1, 2],]"),
            TASK.replace("[[1, 2]]", "[[1; 2]]"),
            TASK.replace("[[1, 2]]", "[[01, 2]]"),
            TASK.replace("[[1, 2]]", "[[NaN, 2]]"),
            "// comment\n" + TASK)) {
      assertTrue(failure(file("a.json", lax)).startsWith(": not valid JSON at line "), lax);
    }
  }

  @Test
  void aFileThatBreaksOffKeepsTheTasksBefore() throws IOException {
    String whole = "{\"a\": " + TASK + ", \"b\": " + TASK + "}";
    TaskSet set = TaskReader.read(file("c.json", whole.substring(0, whole.length() - 5)));
    assertEquals(List.of("a"), ids(set));
    assertTrue(lines(set).get(0).startsWith("c.json: not complete JSON"), lines(set).get(0));
  }

  @Test
  void garbageIsReportedAndNotFollowed() throws IOException {
    int many = 2_000_000;
    for (String garbage :
        List.of(
            "[".repeat(many),
            "{\"a\":".repeat(many),
            "{\"a\": {\"train\": " + "[".repeat(many),
            "{\"train\": [{\"input\": [[" + "9".repeat(many),
            "{\"train\": [{\"input\": [[\"" + "x".repeat(many),
            "\u0000".repeat(many))) {
      failure(file("g.json", garbage));
    }
    TaskSet set =
        TaskReader.read(file("g.json", "{\"a\":" + TASK + ",\"b\":1".repeat(100_000) + "}"));
    assertEquals(List.of("a"), ids(set));
    assertEquals(1001, set.problems().size());
    assertEquals("g.json: 99000 more problems are not listed", lines(set).get(1000));
  }

  @Test
  void aFileTooLargeIsRefused() throws IOException {
    byte[] blank = new byte[(int) StrictJson.MAX_BYTES + 1];
    Arrays.fill(blank, (byte) ' ');
    Path file = Files.write(folder.resolve("big.json"), blank);
    assertEquals(": larger than 64 MiB", failure(file));
  }

  @Test
  void aByteOrderMarkIsTolerated() throws IOException {
    assertEquals(List.of("a"), ids(TaskReader.read(file("a.json", "\ufeff" + TASK))));
  }

  @Test
  void readsTheSameFromArchives() throws IOException {
    Map<String, byte[]> entries =
        Map.of(
            "k/b.json", TASK.getBytes(StandardCharsets.UTF_8),
            "k/a.json", UNSOLVED.getBytes(StandardCharsets.UTF_8),
            "k/bad.json", "{".getBytes(StandardCharsets.UTF_8),
            "k/x_solutions.json", "{\"x\": [[[7]]]}".getBytes(StandardCharsets.UTF_8),
            "k/x_challenges.json", ("{\"x\":" + UNSOLVED + "}").getBytes(StandardCharsets.UTF_8),
            "k/LICENSE", new byte[] {1, 2, 3});
    for (Path archive :
        List.of(
            ArchiveMaker.zip(folder.resolve("t.zip"), entries),
            ArchiveMaker.tarGz(folder.resolve("t.tar.gz"), entries),
            ArchiveMaker.tarGz(folder.resolve("t.tgz"), entries))) {
      TaskSet set = TaskReader.read(archive);
      assertEquals(List.of("a", "b", "x"), ids(set));
      assertEquals(1, set.task("x").orElseThrow().solutions().size());
      assertEquals(
          List.of(
              archive.getFileName()
                  + "/k/bad.json: not complete JSON: it ends too early at line 1, column 2"),
          lines(set));
    }
  }
}
