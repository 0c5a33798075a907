package io.github.archrm.submit.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.submit.Samples;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.Grid;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
}
