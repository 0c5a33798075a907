package io.github.archrm.submit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.io.TaskWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What needs no solver: help, version, and mistakes of the user. */
class CommandLineTest {
  @TempDir Path folder;

  @BeforeEach
  void writeTasks() throws IOException {
    TaskWriter.writeTask(folder.resolve("good.json"), Samples.exchange("good"));
    Files.writeString(
        folder.resolve("bad.json"),
        """
        {"train": [{"input": [[1]], "output": [[1, 2], [3]]}], "test": [{"input": [[1]]}]}
        """);
    Files.writeString(folder.resolve("words.txt"), "this is no JSON\n");
    TaskWriter.writeChallenges(
        folder.resolve("challenges.json"), List.of(Samples.exchange("a"), Samples.exchange("b")));
  }

  private Cli.Result run(String... arguments) throws Exception {
    return Cli.run(folder, arguments);
  }

  /** Exit code 2, one line that says all the words, nothing on stdout, no stack trace. */
  private void assertMistake(Cli.Result result, String... words) {
    assertEquals(2, result.exit(), result::toString);
    assertEquals("", result.out());
    List<String> lines =
        result.err().lines().filter(line -> !line.startsWith("Try 'arc-hrm")).toList();
    assertEquals(1, lines.size(), result::toString);
    assertTrue(lines.get(0).startsWith("arc-hrm: "), result::toString);
    for (String word : words) {
      assertTrue(lines.get(0).contains(word), () -> word + " is missing in " + result);
    }
  }

  @Test
  void helpIsGroupedAndEveryCommandHasExamples() throws Exception {
    Cli.Result help = run("--help");
    assertEquals(0, help.exit(), help::toString);
    assertEquals("", help.err());
    assertTrue(help.out().contains("Solve puzzles:\n  solve "), help::toString);
    assertTrue(help.out().contains("Look at puzzles:\n  tasks "), help::toString);
    assertFalse(help.out().contains("worker"), "a hidden command is shown");
    for (String command :
        List.of(
            "solve",
            "evaluate",
            "submit",
            "merge",
            "train",
            "score",
            "compare",
            "compare-recipes",
            "tasks",
            "package",
            "bench")) {
      Cli.Result one = run(command, "--help");
      assertEquals(0, one.exit(), one::toString);
      assertTrue(one.out().contains("Examples:\n  arc-hrm " + command), one::toString);
      assertTrue(one.out().lines().allMatch(line -> line.length() <= 80), one::toString);
      assertTrue(
          one.out()
              .substring(one.out().indexOf("Examples:"))
              .lines()
              .skip(1)
              .allMatch(line -> line.startsWith("  ")),
          () -> "a wrapped example: " + one);
    }
    Cli.Result solve = run("solve", "--help");
    for (String heading : List.of("How long each task may take", "How to solve:", "On what:")) {
      assertTrue(solve.out().contains("\n" + heading), solve::toString);
    }
  }

  /** What a shell completes is written as the help writes it. */
  @Test
  void wordsThatAreOfferedAreInSmallLetters() {
    Set<String> offered = new TreeSet<>();
    collectOffered(new CommandLine(new ArcHrm()), offered);
    assertTrue(
        offered.containsAll(Set.of("hrm", "programs", "benchmarking", "hrm-maze-hard", "singles")),
        offered::toString);
    assertTrue(
        offered.stream().allMatch(word -> word.equals(word.toLowerCase(Locale.ROOT))),
        offered::toString);
  }

  private static void collectOffered(CommandLine command, Set<String> offered) {
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (option.completionCandidates() != null) {
        option.completionCandidates().forEach(offered::add);
      }
    }
    command.getSubcommands().values().forEach(below -> collectOffered(below, offered));
  }

  @Test
  void versionComesFromTheBuild() throws Exception {
    Cli.Result version = run("--version");
    assertEquals(0, version.exit(), version::toString);
    assertTrue(version.out().matches("arc-hrm \\d+\\.\\d+\\.\\d+\\S*\\R"), version::toString);
  }

  @Test
  void helpTellsWhatExitCodesMean() throws Exception {
    Cli.Result help = run("--help");
    assertTrue(help.out().contains("3 only a part was done"), help::toString);
    assertTrue(help.out().contains("130, 143"), help::toString);
  }

  @Test
  void noCommandOrAnUnknownOneIsAMistake() throws Exception {
    assertMistake(run(), "command");
    assertMistake(run("slove"), "slove");
    assertMistake(run("evaluate", "good.json", "--bugdet", "3"), "--bugdet");
    assertMistake(run("evaluate", "good.json", "--budget", "soon"), "--budget", "soon");
  }

  @Test
  void numbersOutOfRangeAreMistakes() throws Exception {
    assertMistake(run("evaluate", "good.json", "--budget", "-5"), "--budget", "-5");
    assertMistake(
        run("evaluate", "good.json", "--with", "hrm,dogs"),
        "--with: must be one of hrm, programs, not dogs");
    assertMistake(
        run("tasks", "generate", "sudoku", "--difficulty", "$1"),
        "--difficulty: must be one of singles, any, hard, not $1");
    assertMistake(run("evaluate", "good.json", "--budget", "NaN"), "--budget", "NaN");
    assertMistake(run("evaluate", "good.json", "--steps", "0"), "--steps", "0");
    assertMistake(run("evaluate", "good.json", "--workers", "0"), "--workers", "0");
    assertMistake(run("evaluate", "good.json", "--threads", "0"), "--threads", "0");
    assertMistake(run("evaluate", "good.json", "--limit", "-1"), "--limit", "-1");
    assertMistake(run("evaluate", "good.json", "--device", "tpu"), "--device", "tpu");
    assertMistake(run("evaluate", "good.json", "--budget", "Infinity"), "--budget", "Infinity");
    assertMistake(run("evaluate", "good.json", "--steps", "many"), "--steps", "not many");
    assertMistake(run("evaluate", "good.json", "--seed", "1.5"), "--seed", "not 1.5");
    assertMistake(run("solve", "--show", "-1"), "--show", "at least 0", "-1");
    assertMistake(
        run("tasks", "generate", "sudoku", "--size", "x", "--out", "s.json"),
        "arc-hrm: --size: must be a whole number, not x");
    assertMistake(
        run("compare", "a", "b", "--seed", "x"), "arc-hrm: --seed: must be a whole number, not x");
    assertMistake(
        run("score", "good.json", "--tasks", "good.json", "--entry", "foo"),
        "arc-hrm: --entry: must be KEY=VALUE, not foo");
    assertMistake(run("compare", "a"), "arc-hrm: at least 2 of FILE-or-DIR are needed, not 1");
    assertMistake(run("solve", "good.json", "b"), "arc-hrm: more than it takes: 'b'");
    assertMistake(run("train", "good.json", "--out", "t", "--budget", "0"), "--budget");
    assertMistake(run("bench", "--threads", "0"), "--threads", "0");
    assertMistake(run("bench", "--seconds", "0"), "--seconds", "0");
    assertMistake(run("bench", "--memory", "--tasks", "0"), "--tasks", "0");
    assertMistake(run("bench", "--memory", "--steps", "-1"), "--steps", "-1");
    assertMistake(run("bench", "--device", "tpu"), "--device", "tpu");
  }

  @Test
  void unreadableInputsAreMistakesThatNameTheFile() throws Exception {
    assertMistake(run("evaluate", "nothing.json"), "nothing.json", "no such file");
    assertMistake(run("evaluate", "words.txt"), "words.txt", "JSON");
    assertMistake(run("submit", "--challenges", "words.txt"), "words.txt", "JSON");
    assertMistake(
        run("evaluate", "challenges.json", "--solutions", "none.json"), "none.json", "no such");
    Files.writeString(folder.resolve("a\nb.json"), "[");
    assertMistake(run("evaluate", "a\nb.json"), "a?b.json: not complete JSON");
  }

  @Test
  void aDeadlineIsATimeAndTakesNoBudget() throws Exception {
    String tasks = "challenges.json";
    assertMistake(run("submit", "--challenges", tasks, "--deadline", "soon"), "--deadline", "soon");
    assertMistake(
        run("submit", "--challenges", tasks, "--deadline", "3m", "--budget", "5"), "--budget");
    assertMistake(run("submit", "--challenges", tasks, "--shard", "4/4"), "--shard", "4/4");
  }

  @Test
  void anInvalidGridNamesFileTaskAndPlace() throws Exception {
    assertMistake(run("evaluate", ".", "--strict"), "bad.json", "demonstration 1 output", "row 1");
  }

  @Test
  void anUnknownIdIsAMistake() throws Exception {
    assertMistake(run("evaluate", "challenges.json", "--ids", "a,zzz"), "challenges.json", "zzz");
    assertMistake(run("evaluate", "challenges.json", "--ids", "y,a", "--ids", "z"), "no task y, z");
    assertMistake(run("evaluate", "challenges.json", "--ids", ","), "--ids: no ids in it");
  }

  @Test
  void idsMayComeThroughAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    Thread writer = new Thread(() -> assertDoesNotThrow(() -> Files.writeString(pipe, "a\nzzz\n")));
    writer.start();
    assertMistake(run("evaluate", "challenges.json", "--ids", "pipe"), "no task zzz (of pipe)");
    writer.join();
  }

  @Test
  void anUnwritableOutputIsAMistakeBeforeAnythingIsSolved() throws Exception {
    assertMistake(run("evaluate", "good.json", "--out", "words.txt/results.json"), "words.txt");
    assertMistake(
        run("submit", "--challenges", "challenges.json", "--out", "words.txt/s.json"), "words.txt");
    assertMistake(run("solve", "good.json", "--report", "words.txt/page.html"), "words.txt");
    assertMistake(run("evaluate", "good.json", "--out", "all.html"), "--out", "all.html");
  }

  @Test
  void whatIsReadIsNotReplaced() throws Exception {
    Files.writeString(folder.resolve("p.csv"), "1.....1..2.....3\n");
    Files.createDirectory(folder.resolve("f"));
    Files.copy(folder.resolve("good.json"), folder.resolve("f/good.json"));
    Map<String, String> mistakes =
        Map.of(
            "evaluate good.json --out good.json", "--out: would replace good.json",
            "evaluate good.json --out .", "--out: . is a folder",
            "evaluate good.json --out /", "--out: / is a folder",
            "evaluate f --format benchmarking --out f", "holds no answers",
            "solve good.json --report ./good.json", "--report: would replace good.json",
            "solve good.json --gif good.json", "--gif: would replace good.json",
            "submit --challenges challenges.json --out challenges.json", "--out: would replace",
            "train p.csv --out p.safetensors --steps 1", "--out: would replace p.csv",
            "solve good.json --gif words.txt/a.gif", "words.txt");
    for (Map.Entry<String, String> one : mistakes.entrySet()) {
      assertMistake(run(one.getKey().split(" ")), one.getValue());
    }
    assertEquals(
        Files.readString(folder.resolve("good.json")),
        Files.readString(folder.resolve("f/good.json")));
    assertTrue(Files.readString(folder.resolve("good.json")).startsWith("{"));
  }

  @Test
  void resultsThatStdoutDoesNotTakeAreAFailure() throws Exception {
    List<String> full = List.of("sh", "-c", "exec \"$@\" > /dev/full", "sh");
    Cli.Result result = Cli.start(folder, full, "512m", "tasks", "list", "good.json").result();
    assertEquals(1, result.exit(), result::toString);
    assertTrue(result.err().contains("arc-hrm: stdout: cannot be written: "), result::toString);
    List<String> closed = List.of("sh", "-c", "\"$@\" | true", "sh");
    Cli.Result read = Cli.start(folder, closed, "512m", "tasks", "list", "good.json").result();
    assertEquals("", read.err());
  }

  @Test
  void aFileOfIdsMayHaveAMark() throws Exception {
    Files.writeString(folder.resolve("ids.txt"), "\ufeffa\r\nzzz\r\n");
    assertMistake(run("evaluate", "challenges.json", "--ids", "ids.txt"), "no task zzz (of");
  }

  @Test
  void jointTrainingIsRefusedWhereItCannotBe() throws Exception {
    assertMistake(run("evaluate", "good.json", "--joint", "soon"), "--joint", "3h");
    assertMistake(run("evaluate", "good.json", "--joint", "0s"), "--joint", "3h");
    assertMistake(
        run("evaluate", "good.json", "--joint", "3s", "--trunk", "none"), "--joint", "--trunk");
    assertMistake(
        run("evaluate", "challenges.json", "--joint", "3s", "--shard", "0/2"), "--joint", "shard");
    assertMistake(
        run(
            "evaluate",
            "challenges.json",
            "--joint",
            "3s",
            "--with",
            "programs",
            "--out",
            "j.json"),
        "--joint: programs alone learn nothing");
    assertMistake(
        run(
            "submit",
            "--challenges",
            "challenges.json",
            "--out",
            "s.json",
            "--joint",
            "1h",
            "--deadline",
            "30s"),
        "--joint",
        "--deadline leaves");
  }

  @Test
  void aStackTraceOnlyOnDemand() throws Exception {
    Cli.Result result = run("evaluate", "nothing.json", "--verbose");
    assertEquals(2, result.exit());
    assertTrue(result.err().contains("\tat io.github.archrm"), result::toString);
  }

  @Test
  void whatWouldBeIgnoredIsRefused() throws Exception {
    assertMistake(
        run("evaluate", "challenges.json", "--solutions", "challenges.json", "--steps", "1"),
        "challenges.json",
        "no solution of any task");
    assertMistake(run("bench", "--tasks", "3"), "--tasks", "--memory");
    assertMistake(run("bench", "--steps", "3"), "--steps", "--memory");
    assertMistake(run("bench", "--memory", "--seconds", "3"), "--seconds");
    assertMistake(
        run("score", "good.json", "--tasks", "good.json", "--entry", "set=public"),
        "--entry are of no use without --leaderboard");
    assertMistake(
        run("solve", "good.json", "--test", "1"), "--test is of no use without --show-thinking");
    assertMistake(
        run("tasks", "list", "--solutions", "good.json"), "--solutions is of no use without");
    assertMistake(run("train", "good.json", "--out", "trunk.bin"), "--out", ".safetensors");
    assertMistake(
        run("train", "good.json", "--out", "t.safetensors", "--validation", "3"),
        "--validation",
        "their own tests");
  }

  @Test
  void numbersAgreeWithTheirNouns() throws Exception {
    Cli.Result sound = run("tasks", "validate", "good.json");
    assertEquals("1 sound task, 0 problems", sound.out().strip());
    Cli.Result bad = run("tasks", "validate", "bad.json");
    assertTrue(bad.out().strip().endsWith("0 sound tasks, 1 problem"), bad::toString);
    Cli.Result shown = run("tasks", "show", "good.json", "--limit", "1");
    assertEquals(
        "",
        shown.err().replaceFirst("^\\.\\.\\. and \\d+ more demonstrations? \\(--limit\\)\\R", ""));
  }

  @Test
  void anIdMayHaveAComma() throws Exception {
    TaskWriter.writeChallenges(
        folder.resolve("odd.json"), List.of(Samples.exchange("a,b"), Samples.exchange("c")));
    // Nothing is solved: the file that the results would go to is a folder.
    Cli.Result chosen = run("evaluate", "odd.json", "--ids", "a,b", "--out", ".");
    assertFalse(chosen.err().contains("no task"), chosen::toString);
    assertMistake(run("evaluate", "odd.json", "--ids", "a,c"), "no task a");
  }
}
