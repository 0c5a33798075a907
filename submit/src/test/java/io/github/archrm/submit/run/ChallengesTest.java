package io.github.archrm.submit.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.submit.Samples;
import io.github.archrm.submit.answers.Answers;
import io.github.archrm.submit.answers.AnswersReader;
import io.github.archrm.submit.score.Submission;
import io.github.archrm.tasks.io.TaskWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChallengesTest {
  /** Sound, then bad in many ways. */
  private static final String MIXED =
      """
      {"sound": {"train": [{"input": [[1]], "output": [[2]]}],
                 "test": [{"input": [[1]]}, {"input": [[3]]}]},
       "ragged": {"test": [{"input": [[1, 2], [3]]}, {"input": [[1]]}, {"input": [[1]]}],
                  "train": [{"input": [[1]], "output": [[2]]}]},
       "no tests": {"train": [{"input": [[1]], "output": [[2]]}]},
       "empty test": {"train": [{"input": [[1]], "output": [[2]]}], "test": []},
       "no object": 7,
       "last": {"train": [{"input": [[1]], "output": [[2]]}], "test": [{"input": [[1]]}]}}
      """;

  @TempDir Path folder;

  private Challenges read(String text) throws IOException {
    Path file = folder.resolve("challenges.json");
    Files.writeString(file, text);
    return Challenges.read(file);
  }

  @Test
  void tasksThatAreNotSoundStillWantTheirEntries() throws IOException {
    Challenges challenges = read(MIXED);
    assertFalse(challenges.damaged());
    assertEquals(
        List.of("sound", "last"), challenges.tasks().stream().map(task -> task.id()).toList());
    assertEquals(
        Map.of("sound", 2, "ragged", 3, "no tests", 1, "empty test", 0, "no object", 1, "last", 1),
        challenges.testCounts());
    assertEquals(
        List.of("sound", "ragged", "no tests", "empty test", "no object", "last"),
        List.copyOf(challenges.testCounts().keySet()));
  }

  @Test
  void aPackedFileOrOneInUtf16IsTheSame() throws IOException {
    Challenges plain = read(MIXED);
    Path gz = folder.resolve("challenges.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
      out.write(MIXED.getBytes(StandardCharsets.UTF_8));
    }
    Path utf16 = folder.resolve("utf16.json");
    Files.write(utf16, MIXED.getBytes(StandardCharsets.UTF_16));
    for (Path file : List.of(gz, utf16)) {
      assertEquals(plain.testCounts(), Challenges.read(file).testCounts());
    }
  }

  @Test
  void inAFolderOrAListTheyWantThemToo() throws IOException {
    String ragged =
        """
        {"id": "%s", "train": [{"input": [[1]], "output": [[1]]}],
         "test": [{"input": [[1, 2], [3]]}, {"input": [[1]]}]}""";
    Path data = Files.createDirectories(folder.resolve("data"));
    TaskWriter.writeTask(data.resolve("a.json"), Samples.exchange("a"));
    Files.writeString(data.resolve("b.json"), ragged.formatted("b"));
    Files.writeString(
        data.resolve("list.json"), "[" + ragged.formatted("c") + "," + ragged.formatted("d") + "]");
    Files.writeString(data.resolve("lines.jsonl"), ragged.formatted("e").replace("\n", "") + "\n");
    assertEquals(
        Map.of("a", 1, "b", 2, "c", 2, "d", 2, "e", 2), Challenges.read(data).testCounts());
  }

  @Test
  void aFolderWithAFileThatCannotBeReadIsDamaged() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    TaskWriter.writeTask(data.resolve("a.json"), Samples.exchange("a"));
    assertFalse(Challenges.read(data).damaged());
    Files.writeString(data.resolve("b.json"), "{");
    assertTrue(Challenges.read(data).damaged());
  }

  @Test
  void theSubmissionHasAnEntryForEveryTestFromTheBeginning() throws IOException {
    Challenges challenges = read(MIXED);
    Submission submission = new Submission(challenges.testCounts(), challenges.tasks());
    Path file = folder.resolve("submission.json");
    Files.writeString(file, submission.text());
    Answers written = AnswersReader.read(file);
    assertEquals(List.of(), written.problems());
    assertEquals(
        List.copyOf(challenges.testCounts().keySet()), List.copyOf(written.tasks().keySet()));
    written
        .tasks()
        .forEach(
            (id, answers) -> {
              assertEquals(challenges.testCounts().get(id), answers.tests().size(), id);
              answers.tests().forEach(test -> assertEquals(2, test.attempts().size(), id));
            });
  }

  @Test
  void aFileThatBreaksOffKeepsWhatCameBefore() throws IOException {
    Challenges challenges = read(MIXED.substring(0, MIXED.indexOf("\"empty test\"") + 20));
    assertTrue(challenges.damaged());
    assertEquals(1, challenges.tasks().size());
    assertEquals(2, challenges.testCounts().get("sound"));
    assertEquals(3, challenges.testCounts().get("ragged"));
  }

  @Test
  void aTaskThatBreaksTheJsonCostsOnlyItself() throws IOException {
    for (String broken : List.of("7x]", "[[1, 2", "1]]]}")) {
      Challenges challenges = read(MIXED.replace("7,", "{\"train\": [" + broken + ","));
      assertEquals(
          List.of("sound", "last"), challenges.tasks().stream().map(task -> task.id()).toList());
      assertEquals(2, challenges.testCounts().get("sound"));
      assertEquals(1, challenges.testCounts().get("no object"));
      assertEquals(1, challenges.testCounts().get("last"));
    }
  }

  @Test
  void idsAreThoseOfTheFileHoweverLong() throws IOException {
    String sound = "sound ".repeat(30);
    String unsound = "unsound ".repeat(15);
    String longest = "x".repeat(400);
    String task = "{\"train\": [{\"input\": [[1]], \"output\": [[2]]}], \"test\": [%s]}";
    String text =
        "{\"%s\": %s, \"%s\": %s, \"%s\": %s}"
            .formatted(
                sound,
                task.formatted("{\"input\": [[1]]}"),
                unsound,
                task.formatted("{\"input\": [[1, 2], [3]]}, {\"input\": [[1]]}"),
                longest,
                task.formatted("{\"input\": [[1]]}"));
    assertEquals(Map.of(sound, 1, unsound, 2, longest, 1), read(text).testCounts());
  }

  @Test
  void aGridThatNoSubmissionMayHoldIsLeftToTheFallback() throws IOException {
    String row = "[[" + "1, ".repeat(30) + "1]]";
    Challenges challenges =
        read(
            "{\"wide\": {\"train\": [{\"input\": %s, \"output\": [[2]]}], \"test\": [{\"input\": [[1]]}]}}"
                .formatted(row));
    assertEquals(List.of(), challenges.tasks());
    assertEquals(Map.of("wide", 1), challenges.testCounts());
  }

  @Test
  void aSingleTaskFileIsOneTask() throws IOException {
    Path file = folder.resolve("alone.json");
    TaskWriter.writeTask(file, Samples.exchangeTwice("alone"));
    assertEquals(Map.of("alone", 2), Challenges.read(file).testCounts());
    Files.writeString(
        file, Files.readString(file).replaceFirst("\\{", "{\"meta\": {\"author\": \"me\"}, "));
    assertEquals(Map.of("alone", 2), Challenges.read(file).testCounts());
  }

  @Test
  void theFormatIsKaggles() throws IOException {
    Submission submission =
        new Submission(Map.of("id", 1), List.of(Samples.exchange("id").withoutSolutions()));
    assertEquals(
        "{\"id\": [{\"attempt_1\": [[2, 2], [1, 0]], \"attempt_2\": [[2, 2], [2, 0]]}]}\n",
        submission.text());
  }
}
