package io.github.archrm.submit.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.archrm.augment.ViewFamily;
import io.github.archrm.solver.RecipeOverrides;
import io.github.archrm.submit.Cli;
import io.github.archrm.submit.Samples;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.TaskWriter;
import io.github.archrm.train.Compute;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.TrainingLimit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: two tasks are learned jointly, then solved from what was learned. */
class JointTrainingTest {
  private static final String STAGE =
      "{\"share\":1,\"turns\":null,\"channels\":true,\"suggestions\":false,\"attention\":15,\"trunk\":false}";

  @TempDir Path folder;

  @BeforeEach
  void twoTasks() throws Exception {
    TaskWriter.writeChallenges(
        folder.resolve("c.json"), List.of(Samples.exchange("a"), Samples.exchange("b")));
  }

  private Cli.Result run(String arguments) throws Exception {
    return Cli.run(folder, arguments.split(" "));
  }

  @Test
  void tasksAreLearnedJointlyAndThenSolvedOneByOne() throws Exception {
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
    assertTrue(configuration.get("trunk").getAsString().endsWith("r.joint.safetensors"));
    assertTrue(stages.get(0).getAsJsonObject().get("trunk").getAsBoolean());
    assertFalse(stages.get(1).getAsJsonObject().get("trunk").getAsBoolean());

    Cli.Result again = run(evaluate + " --resume");
    assertEquals(0, again.exit(), again::toString);
    assertFalse(again.err().contains("learned jointly"), "all is done");
    Cli.Result other = run(evaluate.replace("4s", "5s") + " --resume");
    assertEquals(2, other.exit(), other::toString);

    Cli.Result useless = run(evaluate + " --set policy.stages=[" + STAGE + "]");
    assertEquals(2, useless.exit(), useless::toString);
    assertTrue(useless.err().contains("--joint: no stage of the recipe"), useless::toString);
  }

  @Test
  void whatIsLearnedIsNotLostByBeginningAnew() throws Exception {
    String submit =
        "submit --challenges c.json --out s.json --with hrm --joint 1h --deadline 3h --workers 1"
            + " --device cpu";
    Files.writeString(folder.resolve("s.json"), "{\"of another run\": []}");
    Cli.Result tooShort = run(submit.replace("3h", "59m") + " --resume");
    assertEquals(2, tooShort.exit(), tooShort::toString);
    assertTrue(tooShort.err().contains("of which --deadline leaves"), tooShort::toString);
    Cli.Running running = learning(submit);
    assertTrue(Files.readString(folder.resolve("s.json")).contains("\"a\""), "valid from now on");
    List<ProcessHandle> begun = running.process().descendants().toList();
    assertEquals(1, begun.size());
    running.process().destroyForcibly();
    // It saves what it has, and does not outlive the run.
    begun.get(0).onExit().get(60, TimeUnit.SECONDS);
    assertTrue(Files.exists(folder.resolve("s.joint.state")));
    Cli.Result anew = run(submit);
    assertEquals(2, anew.exit(), anew::toString);
    assertTrue(anew.err().contains("learned its tasks jointly so far"), anew::toString);
    // The time is known from the first start on.
    Journal.Contents journal = Journal.read(folder.resolve("journal.jsonl"));
    assertEquals("3h", journal.deadline());
  }

  @Test
  void whatAnotherRunLearnedIsNotTaken() throws Exception {
    String submit =
        "submit --challenges c.json --out s.json --with hrm --joint 1s --steps 4 --workers 1"
            + " --device cpu --resume";
    Cli.Result first = run(submit + " --seed 1");
    assertEquals(0, first.exit(), first::toString);
    Files.delete(folder.resolve("journal.jsonl"));
    Cli.Result second = run(submit + " --seed 2");
    assertEquals(0, second.exit(), second::toString);
    assertFalse(second.err().contains("training ended with"), second::toString);
    assertTrue(second.err().contains("2 tasks are learned jointly"), second::toString);
  }

  @Test
  void whatLearnedNothingIsNotTaken() throws Exception {
    List<Task> tasks = List.of(Samples.exchange("a"), Samples.exchange("b"));
    SolvingPlan plan =
        new SolvingPlan(
            Optional.empty(), 0, new RecipeOverrides(), TrunkChoice.joint(3600), "cpu", 1);
    Path output = folder.resolve("s.json");
    Journal.Header header = new Journal.Header("1", "x", new JsonObject(), null, 17);
    // No time is left to train.
    JointTraining joint = new JointTraining(plan, output, 0);
    RunJournal.open(Journal.beside(output), output, header, tasks, false, Optional.empty())
        .journal()
        .close();
    RunJournal journal =
        RunJournal.open(Journal.beside(output), output, header, tasks, true, Optional.empty());
    Recipe recipe = Recipe.arc(ViewFamily.Turns.ALL);
    try (TaskTrainer trainer = new TaskTrainer(tasks.get(0), recipe, Compute.start("cpu", 1), 0)) {
      trainer.saveTrunk(JointTraining.files(output).trunk());
      assertEquals(TrunkChoice.USUAL, joint.learn(tasks, 1, journal).trunk());
      trainer.train(TrainingLimit.ofSteps(1));
      trainer.saveTrunk(JointTraining.files(output).trunk());
      assertTrue(joint.learn(tasks, 1, journal).trunk().file().isPresent());
    }
  }

  private Cli.Running learning(String arguments) throws Exception {
    Cli.Running running = Cli.start(folder, arguments.split(" "));
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!running.errSoFar().contains("puzzles to learn from") && System.nanoTime() < patience) {
      Thread.sleep(50);
    }
    return running;
  }

  @Test
  void aSubmissionGoesOnWithWhatWasLearned() throws Exception {
    String submit =
        "submit --challenges c.json --out s.json --with hrm --joint 2s --steps 10 --workers 1"
            + " --device cpu";
    Cli.Result first = run(submit);
    assertEquals(0, first.exit(), first::toString);
    byte[] trunk = Files.readAllBytes(folder.resolve("s.joint.safetensors"));
    Files.delete(folder.resolve("s.html"));
    Cli.Result done = run(submit + " --resume");
    assertEquals(0, done.exit(), done::toString);
    assertFalse(done.err().contains("learned jointly"), done::toString);
    assertArrayEquals(trunk, Files.readAllBytes(folder.resolve("s.joint.safetensors")));
    String page = Files.readString(folder.resolve("s.html"));
    assertTrue(page.contains("s.joint.safetensors"), "it goes on from what is there");
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
    Cli.Running running =
        learning(
            "submit --challenges c.json --out s.json --with hrm --joint 1h --steps 4 --workers 1"
                + " --device cpu");
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
    assertFalse(result.out().contains("joint training"), result::toString);
    JsonObject configuration =
        JsonParser.parseString(Files.readString(folder.resolve("results.json")))
            .getAsJsonObject()
            .getAsJsonObject("configuration");
    assertTrue(configuration.get("joint").isJsonNull());
  }
}
