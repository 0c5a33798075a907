package io.github.archrm.submit.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.archrm.submit.Samples;
import io.github.archrm.submit.answers.Answers;
import io.github.archrm.submit.answers.AnswersReader;
import io.github.archrm.submit.cost.Cost;
import io.github.archrm.submit.cost.Price;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.Graded;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.score.Results;
import io.github.archrm.tasks.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWithBenchmarkingTest {
  private static final Task TASK = Samples.exchangeTwice("a1b2");

  @TempDir Path folder;

  private static Results results(Task task) {
    return new Results(
        List.of(task), new JsonObject(), 7, Optional.of(Price.parse("3.60/core-hour")));
  }

  private JsonArray written() throws Exception {
    Results results = results(TASK);
    ReportWithBenchmarking report = new ReportWithBenchmarking(results, results, folder, "run");
    Outcome outcome = Samples.outcome(TASK, TASK.solutions().get(0), Samples.grid("7"));
    Cost cost = new Cost("cpu", 5, 0, 4, 1);
    report.add(new Outcome(TASK, outcome.solved(), Optional.empty(), Optional.of(cost)));
    Files.writeString(folder.resolve("results.json"), report.text());
    return JsonParser.parseString(Files.readString(folder.resolve("a1b2.json"))).getAsJsonArray();
  }

  /** The keys and types of schemas.py, as of version 3415831. */
  @Test
  void everyFieldThatItsSchemaAsksForIsThere() throws Exception {
    JsonArray tests = written();
    assertEquals(2, tests.size());
    for (int i = 0; i < 2; i++) {
      JsonObject test = tests.get(i).getAsJsonObject();
      assertEquals(Set.of("attempt_1", "attempt_2"), test.keySet());
      for (JsonElement attempt : test.asMap().values()) {
        JsonObject metadata = attempt.getAsJsonObject().getAsJsonObject("metadata");
        for (String text : List.of("model", "provider", "task_id", "test_id")) {
          assertTrue(metadata.getAsJsonPrimitive(text).isString(), text);
        }
        Instant start = Instant.parse(metadata.get("start_timestamp").getAsString());
        Instant end = Instant.parse(metadata.get("end_timestamp").getAsString());
        assertEquals(375, end.toEpochMilli() - start.toEpochMilli(), 1, "of 1.5 seconds");
        assertTrue(metadata.get("choices").isJsonArray());
        assertTrue(metadata.get("kwargs").isJsonObject());
        assertEquals(i, metadata.get("pair_index").getAsInt());
        JsonObject usage = metadata.getAsJsonObject("usage");
        assertEquals(
            Set.of(
                "prompt_tokens", "completion_tokens", "total_tokens", "completion_tokens_details"),
            usage.keySet());
        assertEquals(
            Set.of("reasoning_tokens", "accepted_prediction_tokens", "rejected_prediction_tokens"),
            usage.getAsJsonObject("completion_tokens_details").keySet());
        JsonObject cost = metadata.getAsJsonObject("cost");
        assertEquals(Set.of("prompt_cost", "completion_cost", "total_cost"), cost.keySet());
        assertEquals(0.001, cost.get("total_cost").getAsDouble(), 1e-12, "of 0.004 dollars");
      }
    }
  }

  @Test
  void itIsReadBackWithTheSameAnswersAndDollars() throws Exception {
    written();
    Answers answers = AnswersReader.read(folder);
    assertEquals(List.of(), answers.problems());
    assertEquals(Set.of("a1b2"), answers.tasks().keySet());
    assertEquals(0.004, answers.task("a1b2").orElseThrow().dollars().orElseThrow(), 1e-12);
    assertEquals(1, Graded.of(answers.task("a1b2"), TASK.solutions()).score().correct());
  }

  @Test
  void anIdThatIsNoFileNameIsRefused() {
    for (String id : List.of("../a", "a/b", ".hidden", "results", "a\nb")) {
      Results results = results(Samples.exchange(id));
      assertThrows(
          UserMistake.class, () -> new ReportWithBenchmarking(results, results, folder, "run"), id);
    }
  }
}
