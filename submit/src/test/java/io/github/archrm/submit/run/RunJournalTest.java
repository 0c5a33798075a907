package io.github.archrm.submit.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.github.archrm.submit.Samples;
import io.github.archrm.submit.score.Fallback;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.tasks.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunJournalTest {
  private static final List<Task> TASKS =
      Stream.of("a", "b", "c", "d").map(Samples::exchange).toList();

  @TempDir Path folder;

  private RunJournal open(String name, String shard) {
    Journal.Header header = new Journal.Header("1", "x", new JsonObject(), shard, 17);
    Path place = folder.resolve(name);
    return RunJournal.open(
        place.resolve(Journal.NAME),
        place.resolve("results.json"),
        header,
        TASKS,
        true,
        Optional.empty());
  }

  /** What was tried, as {@code a} or {@code a failed}. */
  private void write(String name, String shard, String... tries) throws IOException {
    try (Journal journal = open(name, shard).journal()) {
      for (String one : tries) {
        Task task = Samples.exchange(one.substring(0, 1));
        Optional<String> error = one.length() > 1 ? Optional.of("died") : Optional.empty();
        journal.add(new Outcome(task, Fallback.of(task, 1), error));
      }
      journal.flush();
    }
  }

  private List<String> tried(String name) {
    return Journal.read(folder.resolve(name).resolve(Journal.NAME)).entries().stream()
        .map(entry -> entry.id() + (entry.error() == null ? "" : " failed"))
        .toList();
  }

  @Test
  void aResultOfAShardCountsWhereTheTaskHasOnlyFailed() throws IOException {
    write("whole", null, "a failed", "b", "c failed");
    write("shard", "0/1", "a failed", "a", "b", "c failed", "d failed");
    // Taken once, however often the run is taken up.
    for (int i = 0; i < 2; i++) {
      RunJournal whole = open("whole", null);
      whole.takeShard(folder.resolve("shard").resolve(Journal.NAME));
      assertEquals(Set.of("a", "b"), whole.done());
      whole.journal().flush();
      whole.journal().close();
    }
    assertEquals(List.of("a failed", "b", "c failed", "a", "d failed"), tried("whole"));
  }
}
