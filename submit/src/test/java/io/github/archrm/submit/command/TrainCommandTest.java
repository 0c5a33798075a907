package io.github.archrm.submit.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.archrm.submit.Cli;
import io.github.archrm.submit.Samples;
import io.github.archrm.tasks.io.TaskWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void makePuzzles() throws Exception {
    run("tasks generate sudoku --size 4 --train 20 --test 4 --out four.json");
    run("tasks generate maze --size 5 --train 2 --test 1 --out maze.json");
  }

  private Cli.Result run(String arguments) throws Exception {
    return Cli.run(folder, arguments.split(" "));
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  @Test
  void aTrunkIsTrainedAndPredicts() throws Exception {
    Cli.Result result =
        run("train four.json --out t.safetensors --steps 12 --points 4 --threads 1");
    assertEquals(0, result.exit(), result::toString);
    assertTrue(result.out().startsWith("t.safetensors: 12 steps, "), result::toString);
    assertTrue(
        result.err().contains("18 puzzles to learn from, 2 to validate with"), result::toString);
    assertEquals(1 + 4, Files.readAllLines(file("t.csv")).size());
    assertTrue(ImageIO.read(file("t.png").toFile()).getWidth() > 300);

    Cli.Result solved = run("evaluate four.json --trunk t.safetensors --budget 0 --views 2");
    assertEquals(0, solved.exit(), solved::toString);
    JsonObject results =
        JsonParser.parseString(Files.readString(file("results.json"))).getAsJsonObject();
    JsonObject scores = results.getAsJsonObject("scores");
    for (String score : new String[] {"exact", "cells", "valid", "optimal"}) {
      assertTrue(scores.has(score), scores::toString);
    }
    assertEquals(0, results.getAsJsonObject("configuration").get("budget").getAsInt());
    assertEquals(
        0, results.getAsJsonArray("tasks").get(0).getAsJsonObject().get("steps").getAsInt());

    Cli.Result further =
        run("solve four.json --trunk t.safetensors --train-further --steps 3 --views 2");
    assertEquals(0, further.exit(), further::toString);
    assertTrue(further.out().contains(", 3 steps, "), further::toString);
    Cli.Result thought = run("solve four.json --trunk t.safetensors --steps 40");
    assertEquals(0, thought.exit(), thought::toString);
    assertFalse(thought.out().contains(" steps, "), thought::toString);
    assertTrue(thought.out().contains(" segments of "), thought::toString);

    Cli.Result other = run("solve maze.json --trunk t.safetensors --budget 0");
    assertEquals(2, other.exit(), other::toString);
    assertEquals(
        "arc-hrm: t.safetensors: a trunk for sudoku, but maze is of kind maze",
        other.err().strip());
  }

  /**
   * Stopped by a signal and resumed, a run comes to the same weights as one that was left alone.
   */
  @Test
  void aStoppedRunGoesOnExactly() throws Exception {
    // Saved at every step: after the first there is far to go.
    String steps = " --steps 60 --points 60 --threads 1";
    assertEquals(0, run("train four.json --out whole.safetensors" + steps).exit());
    Cli.Running running =
        Cli.start(folder, ("train four.json --out half.safetensors" + steps).split(" "));
    while (!Files.exists(file("half.csv")) || Files.readAllLines(file("half.csv")).size() < 2) {
      assertTrue(running.process().isAlive());
      Thread.sleep(20);
    }
    running.process().destroy();
    Cli.Result stopped = running.result();
    assertEquals(128 + 15, stopped.exit(), stopped::toString);
    assertFalse(stopped.out().contains("60 steps"), stopped::toString);
    assertTrue(stopped.err().contains("stopping after the step at work"), stopped::toString);
    assertTrue(stopped.err().contains("saved in half.state; --resume"), stopped::toString);

    Cli.Result refused = run("train four.json --out half.safetensors" + steps);
    assertEquals(2, refused.exit(), refused::toString);
    assertTrue(refused.err().contains("half.state: an earlier run"), refused::toString);

    Cli.Result resumed = run("train four.json --out half.safetensors --resume" + steps);
    assertEquals(0, resumed.exit(), resumed::toString);
    assertArrayEquals(
        Files.readAllBytes(file("whole.safetensors")),
        Files.readAllBytes(file("half.safetensors")));
  }

  @Test
  void goingOnWithOtherOptionsSaysWhichDiffers() throws Exception {
    String begin = "train four.json --out t.safetensors --threads 1 --points 1 --validation 2";
    assertEquals(0, run(begin + " --steps 2 --seed 7").exit());
    String[][] mistakes = {
      {"t.state: the run was begun with --seed 7, not 0", " --steps 4"},
      {"t.state: was trained with recipe.batch.rows 8, not 2", " --steps 4 --seed 7 --batch 2"},
    };
    for (String[] mistake : mistakes) {
      Cli.Result result = run(begin + " --resume" + mistake[1]);
      assertEquals(2, result.exit(), result::toString);
      assertTrue(result.err().contains(mistake[0]), result::toString);
    }
    Cli.Result other = run(begin.replace("n 2", "n 1") + " --resume --steps 4 --seed 7");
    assertEquals(2, other.exit(), other::toString);
    assertTrue(
        other.err().contains("t.state: the run was begun with --validation 2, not 1"),
        other::toString);

    Cli.Result same = run(begin + " --resume --steps 2 --seed 7");
    assertEquals(0, same.exit(), same::toString);
    assertTrue(same.err().contains("nothing left to do"), same::toString);
    assertFalse(same.err().contains("NaN"), same::toString);

    Cli.Result longer = run(begin + " --resume --steps 4 --seed 7");
    assertEquals(0, longer.exit(), longer::toString);
    assertTrue(
        longer.err().contains("begun for --steps 2, goes on for --steps 4"), longer::toString);
    assertTrue(longer.out().startsWith("t.safetensors: 4 steps"), longer::toString);
  }

  /** However short a budget is, there is a step to tell of. */
  @Test
  void aBudgetThatIsOverAtOnceMakesOneStep() throws Exception {
    Cli.Result result = run("train four.json --out t.safetensors --budget 0.01 --threads 1");
    assertEquals(0, result.exit(), result::toString);
    assertTrue(result.out().startsWith("t.safetensors: 1 step"), result::toString);
    assertFalse(result.err().contains("NaN"), result::toString);
  }

  @Test
  void aTrainingThatDivergesKeepsWhatWasSaved() throws Exception {
    String train = "train four.json --out t.safetensors --threads 1 --points 30 --steps 60";
    String absurd = train + " --set learningRate.peak=1e30";
    Cli.Result result = run(absurd);
    assertEquals(1, result.exit(), result::toString);
    assertTrue(
        result
            .err()
            .strip()
            .lines()
            .reduce("", (all, line) -> line)
            .matches(
                "arc-hrm: t.safetensors: training has diverged after step \\d+ \\(.*\\);"
                    + " what was saved after step \\d+ is kept. Train anew with a lower --set"
                    + " learningRate.peak"),
        result::toString);
    byte[] kept = Files.readAllBytes(file("t.safetensors"));
    assertEquals(0, run("evaluate four.json --trunk t.safetensors --budget 0 --views 2").exit());

    assertEquals(1, run(absurd + " --resume").exit());
    assertArrayEquals(kept, Files.readAllBytes(file("t.safetensors")));
  }

  @Test
  void mistakesAreToldInOneLine() throws Exception {
    TaskWriter.writeTask(file("fill.json"), Samples.exchange("fill"));
    assertEquals(
        0,
        run("train four.json --out four.safetensors --trunk shipped --steps 1 --threads 1").exit());
    String[][] mistakes = {
      {"--preset: must be one of standard, ", "train four.json --out t.safetensors --preset hrm"},
      {"--steps: must be at least 1, not 0", "train four.json --out t.safetensors --steps 0"},
      {"--out: would replace", "train four.json --out t.safetensors --trunk ./t.safetensors"},
      {
        "--trunk shipped: fill is of kind arc",
        "train fill.json --out a.safetensors --trunk shipped"
      },
      {
        "four.safetensors: a trunk for sudoku, but fill is of kind arc",
        "train fill.json --out a.safetensors --trunk four.safetensors"
      },
      {"no such name", "train four.json --out t.safetensors --set model.wide=3"},
      {"there is no policy", "train four.json --out t.safetensors --set policy.reserve=0.2"},
      {"nothing.json", "train nothing.json --out t.safetensors"},
      {"t.state: no such file", "train four.json --out t.safetensors --resume"},
      {"cannot be written", "train four.json --out four.json/t.safetensors --steps 1"},
      {"a trunk is for one kind", "train . --out t.safetensors --steps 1"},
    };
    for (String[] mistake : mistakes) {
      Cli.Result result = run(mistake[1]);
      assertEquals(2, result.exit(), result::toString);
      assertTrue(result.err().contains(mistake[0]), result::toString);
    }
  }

  @Test
  void whereNothingIsHeldOutItSaysSo() throws Exception {
    Cli.Result result = run("train maze.json --out m.safetensors --steps 2 --points 1 --threads 1");
    assertEquals(0, result.exit(), result::toString);
    assertTrue(result.err().contains("; nothing to validate with"), result::toString);
    assertFalse(result.err().contains("NaN"), result::toString);
  }
}
