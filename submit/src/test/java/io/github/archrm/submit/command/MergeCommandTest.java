package io.github.archrm.submit.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.submit.Cli;
import io.github.archrm.submit.Samples;
import io.github.archrm.submit.answers.Answers;
import io.github.archrm.submit.answers.AnswersReader;
import io.github.archrm.submit.run.Journal;
import io.github.archrm.submit.score.Fallback;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.score.Submission;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {
  private static final List<Task> TASKS =
      Stream.of("a", "b", "c", "d").map(Samples::exchangeTwice).toList();

  @TempDir Path folder;

  /** A shard as a run leaves it, with results for some tasks and a failure for others. */
  private void shard(Path place, String shard, String challenges, List<String> done, String failed)
      throws IOException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    TASKS.forEach(task -> counts.put(task.id(), 2));
    counts.put("unsound", 1);
    Submission submission = new Submission(counts, TASKS);
    Path file = place.resolve("submission.json");
    JsonObject configuration = new JsonObject();
    configuration.addProperty("seed", 1);
    Journal.Header header = new Journal.Header("1", challenges, configuration, shard, 17);
    Files.deleteIfExists(Journal.beside(file));
    try (Journal journal = Journal.open(Journal.beside(file))) {
      journal.begin(header);
      for (Task task : TASKS) {
        if (done.contains(task.id())) {
          Grid mark = Samples.grid(task.id().equals("a") ? "1" : "2");
          TestAttempts attempts = new TestAttempts(mark, Samples.grid("3"), List.of(), 1);
          SolvedTask solved = new SolvedTask(task.id(), List.of(attempts, attempts), 1, 1, 1);
          journal.add(new Outcome(task, solved, Optional.empty()));
        } else if (task.id().equals(failed)) {
          journal.add(new Outcome(task, Fallback.of(task, 1), Optional.of("died")));
        }
      }
      journal.flush();
    }
    AtomicFile.write(file, submission.text());
  }

  @Test
  void joinsWhatThereIsAndTellsWhatIsMissing() throws Exception {
    shard(folder.resolve("run/shard-0-of-3"), "0/3", "x", List.of("a"), "c");
    shard(folder.resolve("run/shard-2-of-3"), "2/3", "x", List.of("b"), "");
    Cli.Result run = Cli.run(folder, "merge", "run", "--out", "all.json");
    assertEquals(0, run.exit(), run::toString);
    assertEquals(
        List.of(
            "all.json: 5 tasks, 2 with a result, from 2 of 3 shards",
            "missing shards: 1/3",
            "failed: c",
            "no result: d, unsound"),
        run.out().lines().toList());
    Answers file = AnswersReader.read(folder.resolve("all.json"));
    assertEquals(List.of(), file.problems());
    assertEquals(List.of("a", "b", "c", "d", "unsound"), List.copyOf(file.tasks().keySet()));
    assertEquals(Samples.grid("1"), file.task("a").orElseThrow().test(1).attempts().get(0));
    assertEquals(Samples.grid("2"), file.task("b").orElseThrow().test(0).attempts().get(0));
    Cli.Result single =
        Cli.run(folder, "merge", "run/shard-0-of-3", "run/shard-2-of-3", "--out", "two.json");
    assertEquals(0, single.exit(), single::toString);
    assertEquals(
        Files.readString(folder.resolve("all.json")), Files.readString(folder.resolve("two.json")));
  }

  @Test
  void whatDoesNotBelongTogetherIsRefused() throws Exception {
    shard(folder.resolve("one"), "0/2", "x", List.of("a"), "");
    shard(folder.resolve("twin"), "0/2", "x", List.of("a"), "");
    shard(folder.resolve("other"), "1/2", "y", List.of("b"), "");
    shard(folder.resolve("finer"), "1/3", "x", List.of("b"), "");
    Files.createDirectory(folder.resolve("empty"));
    assertRefused("the same shard", "one", "twin");
    assertRefused("another challenges file", "one", "other");
    assertRefused("another number of shards", "one", "finer");
    assertRefused("empty: neither a shard's folder nor one", "empty");
    assertRefused("nowhere: no such file or folder", "nowhere");
    Files.writeString(folder.resolve("one/results.json"), "{}");
    assertRefused("2 .json files", "one");
  }

  private void assertRefused(String reason, String... folders) throws Exception {
    Cli.Result run =
        Cli.run(
            folder, Stream.concat(Stream.of("merge"), Stream.of(folders)).toArray(String[]::new));
    assertEquals(2, run.exit(), run::toString);
    assertTrue(run.err().contains(reason), run::toString);
  }

  private Path journal(String shard, String... lines) throws IOException {
    Path place = folder.resolve(shard.replace("/", "-of-"));
    shard(place, shard, "x", List.of("a"), "");
    Path journal = place.resolve(Journal.NAME);
    String header = Files.readAllLines(journal).get(0);
    Files.write(journal, Stream.concat(Stream.of(header), Stream.of(lines)).toList());
    return journal;
  }

  @Test
  void aShardThatHasOnlyBegunAndFilesOfTheSystemAreLeftOut() throws Exception {
    shard(folder.resolve("run/shard-0-of-2"), "0/2", "x", List.of("a"), "");
    Path begun = Files.createDirectories(folder.resolve("run/shard-1-of-2"));
    Files.createFile(begun.resolve(Journal.NAME));
    Files.writeString(folder.resolve("run/shard-0-of-2/._submission.json"), "Mac");
    Cli.Result run = Cli.run(folder, "merge", "run", "--out", "all.json");
    assertEquals(0, run.exit(), run::toString);
    assertTrue(run.err().contains("shard-1-of-2: nothing in its journal yet"), run::toString);
    assertTrue(run.out().contains("from 1 of 2 shards"), run::toString);
    Files.delete(folder.resolve("run/shard-0-of-2/" + Journal.NAME));
    assertRefused("no shard with a result in run", "run");
  }

  @Test
  void aShardThatCannotBeReadIsToldAndLeftOutUnlessItIsTheOnlyOne() throws Exception {
    shard(folder.resolve("run/a"), "0/2", "x", List.of("a"), "");
    shard(folder.resolve("run/b"), "1/2", "x", List.of("b"), "");
    for (String damaged : List.of("{}", "{\"tried\": {\"id\": \"b\"}}", "[]", "null", "{\"tri")) {
      Path journal = folder.resolve("run/b/" + Journal.NAME);
      Files.writeString(journal, Files.readAllLines(journal).get(0) + "\n" + damaged + "\n");
      Cli.Result run = Cli.run(folder, "merge", "run", "--out", "all.json");
      assertEquals(3, run.exit(), run::toString);
      assertEquals(
          "run/b/journal.jsonl: line 2 is damaged, or written by another version of arc-hrm;"
              + " left out",
          run.err().strip());
      assertTrue(run.out().contains("1 with a result, from 1 of 2 shards"), run::toString);
      Cli.Result alone = Cli.run(folder, "merge", "run/b");
      assertEquals(2, alone.exit(), alone::toString);
      assertEquals(
          "arc-hrm: run/b/journal.jsonl: line 2 is damaged, or written by another version of"
              + " arc-hrm",
          alone.err().strip());
    }
  }

  @Test
  void aResultThatKaggleWouldRefuseLeavesTheFallback() throws Exception {
    String one = "{\"first\": [[%s]], \"second\": [[0]], \"candidates\": [], \"predictions\": 1}";
    String result =
        "{\"tried\": {\"id\": \"%1$s\", \"result\": {\"id\": \"%1$s\", \"tests\": [%2$s], \"steps\": 1,"
            + " \"seconds\": 1, \"loss\": 1, \"curve\": [], \"thinking\": []}}}";
    String fewer = one.formatted(1);
    String strange = one.formatted(12) + ", " + one.formatted(1);
    journal("0/1", result.formatted("a", fewer), result.formatted("b", strange));
    Cli.Result run = Cli.run(folder, "merge", "0-of-1", "--out", "all.json");
    assertEquals(0, run.exit(), run::toString);
    assertTrue(run.err().contains("a: the result of the journal is left out: 1 of 2 tests"));
    assertTrue(run.err().contains("b: the result of the journal is left out: an attempt"));
    assertTrue(run.out().contains("0 with a result"), run::toString);
    Answers file = AnswersReader.read(folder.resolve("all.json"));
    assertEquals(List.of(), file.problems());
    assertEquals(2, file.task("a").orElseThrow().tests().size());
  }

  @Test
  void aJournalOfAnotherVersionIsRefusedByItsLine() throws Exception {
    String old =
        "{\"tried\": {\"id\": \"a\", \"result\": {\"id\": \"a\", \"steps\": 1, \"seconds\": 1}}}";
    for (String line : List.of(old, "{\"tried\": {\"id\": \"a\"}}", "{\"tried\": 7}", "[]")) {
      Path journal = journal("0/2", line);
      assertRefused("0-of-2/journal.jsonl: line 2 is damaged, or written by another", "0-of-2");
      Files.writeString(journal, "{\"run\": {\"version\": \"1\", \"shard\": \"0/2\"}}\n");
      assertRefused("0-of-2/journal.jsonl: line 1 is damaged, or written by another", "0-of-2");
    }
  }
}
