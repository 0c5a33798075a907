package io.github.archrm.submit.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.submit.Samples;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.Grid;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files of every form, made up, with the same right answers. */
class AnswersReaderTest {
  private static final Map<String, List<Grid>> SOLUTIONS =
      Map.of(
          "one", List.of(Samples.grid("12", "34")),
          "two", List.of(Samples.grid("5"), Samples.grid("6")));

  @TempDir Path folder;

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(AnswersReaderTest.class.getResource(name).toURI());
  }

  private Answers read(String text) throws IOException {
    Path file = folder.resolve("file.json");
    Files.writeString(file, text);
    return AnswersReader.read(file);
  }

  private static boolean right(Answers answers, String id, int test) {
    return answers
        .task(id)
        .orElseThrow()
        .test(test)
        .attempts()
        .contains(SOLUTIONS.get(id).get(test));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "benchmarking",
        "kaggle2020.csv",
        "arcathon.json",
        "results_before_candidates.json",
        "results_sorted.json"
      })
  void everyFormHasTheSameAnswers(String name) throws Exception {
    Answers answers = AnswersReader.read(resource(name));
    assertTrue(right(answers, "one", 0));
    assertTrue(right(answers, "two", 0));
    assertTrue(right(answers, "two", 1));
  }

  @Test
  void whatIsGivenTwiceOrIsNoGridIsTold() throws Exception {
    Answers twice =
        read(
            """
            [{"task_name": "one", "test": [{"output_id": 0, "number_of_predictions": 2,
              "predictions": [{"prediction_id": 0, "output": [[1, 2], [3, 4]]},
                              {"prediction_id": 0, "output": [[0]]}]}]}]
            """);
    assertTrue(right(twice, "one", 0));
    assertEquals(1, twice.problems().size());
    assertTrue(twice.problems().get(0).contains("prediction_id 0: given twice"));
    Path csv = folder.resolve("ragged.csv");
    Files.writeString(csv, "output_id,output\none_0,|12|345| |12|34|\n");
    Answers ragged = AnswersReader.read(csv);
    assertTrue(right(ragged, "one", 0));
    assertTrue(ragged.problems().get(0).contains("prediction 1: no grid"));
  }

  @Test
  void benchmarkingsFolderHasItsCosts() throws Exception {
    Answers answers = AnswersReader.read(resource("benchmarking"));
    assertEquals(List.of("one", "two"), List.copyOf(answers.tasks().keySet()));
    assertEquals(0.3, answers.tasks().get("one").dollars().orElseThrow(), 1e-12);
    assertEquals(3, answers.tasks().get("two").dollars().orElseThrow(), 1e-12);
    assertEquals(List.of(), answers.problems());
    Answers single = AnswersReader.read(resource("benchmarking/two.json"));
    assertEquals(Set.of("two"), single.tasks().keySet());
  }

  @Test
  void theCsvTellsWhatItCannotUse() throws Exception {
    Answers answers = AnswersReader.read(resource("kaggle2020.csv"));
    assertEquals(
        List.of(
            "two: output 1: 3 predictions, the first two count",
            "bad: output 0, prediction 1: no grid as |12|34|, at most 30 a side",
            "line 6: no id_0,|12|34| : nonsense"),
        answers.problems());
  }

  @Test
  void resultsHaveTheirCandidatesAndCost() throws Exception {
    Answers answers = AnswersReader.read(resource("results_sorted.json"));
    assertEquals(Optional.of(7L), answers.seed());
    TaskAnswers one = answers.task("one").orElseThrow();
    assertEquals(3.0, one.cost().orElseThrow().processorSeconds());
    assertEquals(1.5, one.seconds().orElseThrow());
    assertEquals(3, one.test(0).ranked().size());
    assertEquals(
        new Judged(true, true, true, OptionalInt.of(1), true), one.test(0).told().orElseThrow());
    assertEquals(OptionalInt.of(3), one.test(0).judge(Samples.grid("99")).rank());
    assertFalse(one.test(0).judge(Samples.grid("99")).correct());
  }

  @Test
  void costsAreToldToBeWithoutJointTraining() throws Exception {
    String results =
        "{\"version\":\"1\",\"configuration\":{\"trunk\":null,\"joint\":%s,\"recipes\":{\"arc\":{}}},"
            + "\"tasks\":[{\"id\":\"two\",\"tests\":[{\"attempts\":[[[5]],[[0]]]}]}]}";
    Answers joint = read(results.formatted("4.5"));
    assertEquals(List.of("costs are without 4.5 seconds of joint training"), joint.problems());
    assertTrue(right(joint, "two", 0));
    assertEquals(List.of(), read(results.formatted("null")).problems());
  }

  @Test
  void oldResultsSayWhatIsRightButNotItsRank() throws Exception {
    Answers answers = AnswersReader.read(resource("results_before_candidates.json"));
    assertEquals(Optional.of(7L), answers.seed());
    Judged told = answers.task("two").orElseThrow().test(1).told().orElseThrow();
    assertTrue(told.correct());
    assertFalse(told.ranked());
    assertFalse(told.deep());
  }

  @Test
  void oneRowOfResultsNeedsOnlyAnIdAndTests() throws Exception {
    Answers answers =
        read(
            "{\"version\":\"1\",\"tasks\":[{\"tests\":[{\"attempts\":[[[5]],[[0]]]}],\"id\":\"two\"}]}");
    assertTrue(right(answers, "two", 0));
    assertEquals(List.of(), answers.problems());
  }

  @Test
  void aSubmissionMayHaveATaskOfAnyNameAndNotesBesideIt() throws Exception {
    Answers answers =
        read(
            """
            {"version": "1.0", "tasks": [{"attempt_2": [[0]], "attempt_1": [[5]]}], "author": 7}
            """);
    assertEquals(Set.of("tasks"), answers.tasks().keySet());
    assertEquals(
        List.of("version: no list of entries, ignored", "author: no list of entries, ignored"),
        answers.problems());
  }

  @Test
  void whatIsGivenTwiceIsTold() throws Exception {
    Answers answers =
        read(
            """
            {"two": [{"attempt_1": [[0]], "attempt_2": [[0]]}],
             "two": [{"attempt_1": [[5]], "attempt_2": [[0]]}]}
            """);
    assertTrue(right(answers, "two", 0));
    assertEquals(List.of("two: given twice; the last one counts"), answers.problems());
  }

  @Test
  void symbolsAboveNineBelongToPuzzlesOnly() throws Exception {
    Path file = folder.resolve("file.json");
    Files.writeString(file, "{\"a\": [{\"attempt_1\": [[12]], \"attempt_2\": [[1]]}]}");
    assertEquals(
        List.of("a: entry 1, attempt_1: 12 is not a colour 0-9"),
        AnswersReader.read(file).problems());
    assertEquals(List.of(), AnswersReader.read(file, Set.of("a")).problems());
  }

  @Test
  void whatIsOfNoFormIsAMistakeInOneLineOfOurs() throws Exception {
    for (String text :
        List.of(
            "",
            "[]",
            "[1, 2]",
            "\"hello\"",
            "{\"aa\": [{\"attempt_1\": [[NaN, 2]]}]}",
            "{\"aa\": ",
            "{} {}",
            "{\"version\": \"1\", \"tasks\": [7]}",
            "[{\"attempt_1\": {\"answer\": \"no grid at all\"}}]")) {
      String message = assertThrows(UserMistake.class, () -> read(text), text).getMessage();
      assertTrue(message.startsWith(folder.resolve("file.json") + ": "), message);
      assertFalse(message.contains("trictness") || message.contains("Expected"), message);
      assertEquals(1, message.lines().count());
    }
  }

  @Test
  void textInAnotherEncodingIsToldAsThat() throws Exception {
    Path file = folder.resolve("latin.json");
    Files.write(file, "{\"ü\": []}".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        file + ": not text in UTF-8",
        assertThrows(UserMistake.class, () -> AnswersReader.read(file)).getMessage());
  }

  /** The same submission, as it may lie in a folder of downloads. */
  @Test
  void packedAnswersAndThoseOfOtherEncodingsAreRead() throws Exception {
    String text =
        """
        {"one": [{"attempt_1": [[1, 2], [3, 4]], "attempt_2": [[0]]}],
         "two": [{"attempt_1": [[5]], "attempt_2": [[0]]},
                 {"attempt_1": [[0]], "attempt_2": [[6]]}]}
        """;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Path zip = packed("answers.zip", Map.of("submission.json", bytes, "._submission.json", bytes));
    Path bench =
        packed(
            "bench.zip",
            Map.of(
                "b/one.json",
                "[{\"attempt_1\": {\"answer\": [[1, 2], [3, 4]]}}]"
                    .getBytes(StandardCharsets.UTF_8),
                "b/two.json",
                "[{\"attempt_1\": {\"answer\": [[5]]}}, {\"attempt_1\": {\"answer\": [[6]]}}]"
                    .getBytes(StandardCharsets.UTF_8)));
    Path gz = folder.resolve("s.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
      out.write(bytes);
    }
    Path utf16 = folder.resolve("utf16.json");
    Files.write(utf16, text.getBytes(StandardCharsets.UTF_16));
    Path alone = Files.createDirectories(folder.resolve("alone"));
    Files.write(alone.resolve("submission.json"), bytes);
    for (Path source : List.of(zip, bench, gz, utf16, alone)) {
      Answers answers = AnswersReader.read(source);
      assertEquals(Set.of("one", "two"), answers.tasks().keySet(), source::toString);
      assertTrue(right(answers, "one", 0), source::toString);
      assertTrue(right(answers, "two", 1), source::toString);
    }
  }

  @Test
  void whatIsPackedOtherwiseOrIsNoFileIsTold() throws Exception {
    Path xz = folder.resolve("s.json.xz");
    Files.write(xz, new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0});
    String message = assertThrows(UserMistake.class, () -> AnswersReader.read(xz)).getMessage();
    assertTrue(message.startsWith(xz + ": packed with xz; "), message);
    Path bench = Files.createDirectories(folder.resolve("bench"));
    Files.writeString(bench.resolve("one.json"), "[{\"attempt_1\": {\"answer\": [[1]]}}]");
    Files.createSymbolicLink(bench.resolve("two.json"), Path.of("/dev/null"));
    assertEquals(
        List.of(bench.resolve("two.json") + ": a device or a pipe, no file; left out"),
        AnswersReader.read(bench).problems());
  }

  @Test
  void whichOfSeveralResultsIsMeantHasToBeSaid() throws Exception {
    byte[] results = Files.readAllBytes(resource("results_sorted.json"));
    Path zip = packed("two.zip", Map.of("a/results.json", results, "b/results.json", results));
    assertEquals(
        zip + ": several results.json in it; name one by itself",
        assertThrows(UserMistake.class, () -> AnswersReader.read(zip)).getMessage());
  }

  @Test
  void whatCannotBeReadOfAnArchiveIsTold() throws Exception {
    byte[] one = "[{\"attempt_1\": {\"answer\": [[1]]}}]".getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("bench.tar");
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(file))) {
      TarArchiveEntry entry = new TarArchiveEntry("one.json");
      entry.setSize(one.length);
      tar.putArchiveEntry(entry);
      tar.write(one);
      tar.closeArchiveEntry();
      TarArchiveEntry link = new TarArchiveEntry("two.json", TarConstants.LF_SYMLINK);
      link.setLinkName("one.json");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
    }
    Answers answers = AnswersReader.read(file);
    assertEquals(Set.of("one"), answers.tasks().keySet());
    assertEquals(List.of("bench.tar/two.json: refused: a link; left out"), answers.problems());
  }

  private Path packed(String name, Map<String, byte[]> files) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return file;
  }

  @Test
  void ofAFolderABrokenFileIsToldAndLeftOutUnlessAllAre() throws Exception {
    Path bench = Files.createDirectories(folder.resolve("bench"));
    Files.writeString(bench.resolve("one.json"), "[{\"attempt_1\": {\"answer\": [[1]]}}]");
    Files.writeString(bench.resolve("two.json"), "[");
    Answers answers = AnswersReader.read(bench);
    assertEquals(Set.of("one"), answers.tasks().keySet());
    assertEquals(
        List.of(
            bench.resolve("two.json")
                + ": not complete JSON: it ends too early at line 1, column 2; left out"),
        answers.problems());
    Files.writeString(bench.resolve("one.json"), "[");
    String message = assertThrows(UserMistake.class, () -> AnswersReader.read(bench)).getMessage();
    assertTrue(message.startsWith(bench.resolve("one.json") + ": not complete"), message);
  }

  @Test
  void theCsvMayHaveAMarkBlanksQuotesAndItsColumnsTurned() throws Exception {
    for (String text :
        List.of(
            "\ufeffoutput_id,output\r\ntwo_0,|5| \r\n",
            "output_id, output\n two_0 , |5| |0| \n",
            "\"output\",\"output_id\"\n\"|5| \",\"two_0\"\n")) {
      Path file = folder.resolve("old.csv");
      Files.writeString(file, text);
      Answers answers = AnswersReader.read(file);
      assertEquals(List.of(), answers.problems(), text);
      assertTrue(right(answers, "two", 0), text);
    }
  }

  /** Results of earlier versions do not name what was asked for, but may tell how much it was. */
  @Test
  void whatWasAskedForFollowsFromTheTasksThatThereAreUnlessSomeAreMissing() throws Exception {
    String text = "{\"version\": \"1\", %s\"tasks\": [{\"id\": \"two\", \"tests\": []}]}";
    assertEquals(Optional.of(Set.of("two")), read(text.formatted("")).asked());
    assertEquals(Optional.of(Set.of("two")), read(text.formatted("\"of\": 1, ")).asked());
    assertEquals(Optional.empty(), read(text.formatted("\"of\": 2, ")).asked());
    assertEquals(Optional.empty(), read(text.formatted("\"seed\": 1.5, ")).seed());
  }
}
