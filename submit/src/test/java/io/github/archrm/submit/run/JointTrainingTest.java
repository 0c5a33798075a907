package io.github.archrm.submit.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.archrm.submit.Cli;
import io.github.archrm.submit.Samples;
import io.github.archrm.tasks.io.TaskWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: two tasks are learned jointly, then solved from what was learned. */
class JointTrainingTest {
  @TempDir Path folder;

  private Cli.Result run(String arguments) throws Exception {
    return Cli.run(folder, arguments.split(" "));
  }

  @Test
  void tasksAreLearnedJointlyAndThenSolvedOneByOne() throws Exception {
    TaskWriter.writeChallenges(
        folder.resolve("c.json"), List.of(Samples.exchange("a"), Samples.exchange("b")));
    String evaluate =
        "evaluate c.json --with hrm --joint 4s --steps 10 --workers 1 --device cpu --out r.json";
    Cli.Result result = run(evaluate);
    assertEquals(0, result.exit(), result::toString);
    assertTrue(result.err().contains("2 tasks are learned jointly"), result::toString);
    assertTrue(result.out().contains("Not in it: 4 seconds of joint training"), result::toString);
    assertTrue(Files.exists(folder.resolve("r.joint.safetensors")));
    JsonObject configuration =
        JsonParser.parseString(Files.readString(folder.resolve("r.json")))
            .getAsJsonObject()
            .getAsJsonObject("configuration");
    assertEquals(4, configuration.get("joint").getAsDouble());
    JsonArray stages =
        configuration
            .getAsJsonObject("recipes")
            .getAsJsonObject("arc")
            .getAsJsonObject("policy")
            .getAsJsonArray("stages");
    assertEquals(5, stages.size());
    assertTrue(stages.get(0).getAsJsonObject().get("trunk").getAsBoolean());
    assertFalse(stages.get(1).getAsJsonObject().get("trunk").getAsBoolean());

    Cli.Result again = run(evaluate + " --resume");
    assertEquals(0, again.exit(), again::toString);
    assertFalse(again.err().contains("learned jointly"), "all is done");
    Cli.Result other = run(evaluate.replace("4s", "5s") + " --resume");
    assertEquals(2, other.exit(), other::toString);
  }

  @Test
  void aSubmissionGoesOnWithWhatWasLearned() throws Exception {
    TaskWriter.writeChallenges(
        folder.resolve("c.json"), List.of(Samples.exchange("a"), Samples.exchange("b")));
    String submit =
        "submit --challenges c.json --out s.json --with hrm --joint 3s --steps 10 --workers 1"
            + " --device cpu";
    Cli.Result first = run(submit);
    assertEquals(0, first.exit(), first::toString);
    // As if it had been killed after the joint training.
    List<String> journal = Files.readAllLines(folder.resolve("journal.jsonl"));
    Files.write(folder.resolve("journal.jsonl"), journal.subList(0, 1));
    Cli.Result second = run(submit + " --resume");
    assertEquals(0, second.exit(), second::toString);
    assertTrue(second.err().contains("nothing left to do"), second::toString);
    assertTrue(second.out().contains("2 tasks, 2 tried, 0 failed"), second::toString);
  }

  @Test
  void anInterruptSavesWhatIsLearned() throws Exception {
    TaskWriter.writeChallenges(
        folder.resolve("c.json"), List.of(Samples.exchange("a"), Samples.exchange("b")));
    Cli.Running running =
        Cli.start(
            folder,
            ("submit --challenges c.json --out s.json --with hrm --joint 1h --steps 4 --workers 1"
                    + " --device cpu")
                .split(" "));
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!running.errSoFar().contains("puzzles to learn from") && System.nanoTime() < patience) {
      Thread.sleep(50);
    }
    running.process().destroy();
    Cli.Result result = running.result();
    assertEquals(128 + 15, result.exit(), result::toString);
    assertTrue(result.err().contains("; --resume goes on"), result::toString);
    assertFalse(result.err().contains("Exception"), result::toString);
    assertTrue(Files.exists(folder.resolve("s.joint.state")));
  }

  @Test
  void oneTaskHasNothingToBeLearnedWith() throws Exception {
    TaskWriter.writeTask(folder.resolve("one.json"), Samples.exchange("one"));
    Cli.Result result =
        run("evaluate one.json --with hrm --joint 1h --steps 4 --workers 1 --device cpu");
    assertEquals(0, result.exit(), result::toString);
    assertTrue(result.err().contains("--joint: nothing to learn jointly"), result::toString);
  }
}
