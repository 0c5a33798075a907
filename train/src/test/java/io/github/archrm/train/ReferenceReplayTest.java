package io.github.archrm.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.archrm.augment.ViewFamily;
import io.github.archrm.tasks.arc.Arc;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.HrmModel;
import io.github.archrm.train.model.Layout;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.PuzzleEmbedding;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.model.Torch;
import io.github.archrm.train.model.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Replays recorded training steps of the public HRM implementation: same weights and batches in,
 * the same logits, losses, halting, carry, gradients and updated weights out, each to 3e-5 of the
 * array's largest magnitude. Only the first weights and the offered batches go in; everything after
 * is our own, so that a deviation at any step spreads to all later ones.
 *
 * <p>In some recordings every copy of the weights is the live array itself: what they call the
 * first weights, and the weights after each step, are those after the last step. They are replayed
 * from the first weights in {@code NAME-init.npz} of the test resources, whose README says where
 * these come from, and everything but the weights after the steps before the last is compared. The
 * weights after the last step, which nothing in the replay has seen, are among it.
 */
class ReferenceReplayTest {
  private static final double TOLERANCE = 3e-5;

  @Test
  void replaysTheRecordingInTheResources() throws IOException {
    try (InputStream json = resource("tiny.json");
        InputStream npz = resource("tiny.npz")) {
      replay("tiny", new String(json.readAllBytes(), StandardCharsets.UTF_8), npz);
    }
  }

  /** Of a folder that is not part of this project: {@code mvn test -Darc-hrm.reference=FOLDER}. */
  @TestFactory
  @Tag("reference")
  List<DynamicTest> replaysEveryRecordingInTheReferenceFolder() throws IOException {
    Path folder = Path.of(System.getProperty("arc-hrm.reference"));
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".npz"))
          .sorted()
          .forEach(file -> names.add(file.substring(0, file.length() - ".npz".length())));
    }
    assertFalse(names.isEmpty(), "no recordings in folder " + folder);
    return names.stream().map(name -> dynamicTest(name, () -> replay(folder, name))).toList();
  }

  private static InputStream resource(String name) {
    return ReferenceReplayTest.class.getResourceAsStream("/reference/" + name);
  }

  private static void replay(Path folder, String name) throws IOException {
    try (InputStream npz = Files.newInputStream(folder.resolve(name + ".npz"))) {
      replay(name, Files.readString(folder.resolve(name + ".json")), npz);
    }
  }

  private static void replay(String name, String json, InputStream npz) throws IOException {
    Torch.start("cpu", 1);
    JsonObject config = JsonParser.parseString(json).getAsJsonObject();
    try (NDManager manager = NDManager.newBaseManager()) {
      Map<String, NDArray> recorded = arrays(manager, npz);
      Map<String, NDArray> initial = new LinkedHashMap<>();
      recorded.forEach(
          (key, array) -> {
            if (key.startsWith("init/")) {
              initial.put(key.substring("init/".length()), array);
            }
          });
      boolean overwritten = overwritten(recorded);
      if (overwritten) {
        initial.putAll(firstWeights(name, manager, recorded));
      }
      Replay replay = new Replay(config, recorded, initial, overwritten, manager);
      for (int t = 0; t < config.get("steps").getAsInt(); t++) {
        replay.step(t);
      }
      replay.report(name);
    }
  }

  private static Map<String, NDArray> arrays(NDManager manager, InputStream npz)
      throws IOException {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    for (NDArray array : NDList.decode(manager, npz)) {
      arrays.put(array.getName(), array);
    }
    return arrays;
  }

  /** Whether the first update left every weight as it was, bit for bit, despite its gradient. */
  private static boolean overwritten(Map<String, NDArray> recorded) {
    List<String> updated =
        recorded.keySet().stream()
            .filter(key -> key.startsWith("step0/grad/"))
            .map(key -> key.substring("step0/grad/".length()))
            .filter(weight -> recorded.get("step0/grad/" + weight).any().getBoolean())
            .toList();
    return !updated.isEmpty()
        && updated.stream()
            .allMatch(
                weight ->
                    recorded.get("init/" + weight).equals(recorded.get("step0/after/" + weight)));
  }

  private static Map<String, NDArray> firstWeights(
      String name, NDManager manager, Map<String, NDArray> recorded) throws IOException {
    System.out.printf(
        "%s: defective recording: its init/ and step…/after/ arrays are all the weights after the"
            + " last step%n",
        name);
    try (InputStream npz = resource(name + "-init.npz")) {
      skipUnless(npz != null, name + ": its first weights are not known");
      Map<String, NDArray> first = arrays(manager, npz);
      // Starting states are never updated, so those of the recording are true.
      skipUnless(
          first.get("H_init").equals(recorded.get("init/H_init"))
              && first.get("L_init").equals(recorded.get("init/L_init")),
          name + ": not the recording whose first weights are known");
      System.out.printf("%s: replaying from the first weights in %s-init.npz%n", name, name);
      return first;
    }
  }

  /** Skips the test, and says why where it is seen. */
  private static void skipUnless(boolean condition, String otherwise) {
    if (!condition) {
      System.out.println("skipped: " + otherwise);
    }
    assumeTrue(condition, otherwise);
  }

  private static final class Replay {
    private final boolean overwritten;
    private final Map<String, NDArray> recorded;
    private final Weights weights;
    private final SegmentTrainer trainer;
    private final Carry carry;
    private final JsonObject config;
    private final int cells;
    private final Map<String, Double> deviations = new LinkedHashMap<>();
    private final List<String> untrue = new ArrayList<>();

    Replay(
        JsonObject config,
        Map<String, NDArray> recorded,
        Map<String, NDArray> initial,
        boolean overwritten,
        NDManager manager) {
      this.overwritten = overwritten;
      this.config = config;
      this.recorded = recorded;
      this.cells = config.get("seq_len").getAsInt();
      ModelConfig model =
          ModelConfig.reference(
              new ModelConfig.Symbols(
                  number("vocab_size"), false, number("num_puzzle_identifiers")),
              number("hidden_size"),
              number("num_heads"),
              new ModelConfig.Depth(
                  number("H_layers"), number("L_layers"), number("H_cycles"), number("L_cycles")),
              real("expansion"),
              config.get("pos_encodings").getAsString().equals("rope")
                  ? ModelConfig.Encoding.ROTARY_1D
                  : ModelConfig.Encoding.LEARNED);
      Canvas canvas = new Canvas(1, cells);
      this.weights = HrmModel.initialize(model, canvas, manager, new Random(0));
      for (String weight : weights.all().keySet()) {
        weights.set(weight, initial.get(weight));
      }
      assertEquals(
          initial.size(), weights.all().size(), "weights recorded and weights of the model");
      Recipe recipe =
          new Recipe(
              model,
              new Recipe.Augmentation(ViewFamily.Turns.NONE, ViewFamily.Colours.NONE),
              new Recipe.Beside(0, 0),
              new Recipe.Batch(number("batch_size"), Integer.MAX_VALUE),
              Recipe.Large.NONE,
              new Halting(Halting.Rule.HALT_OR_CONTINUE, number("halt_max_steps"), 0, 0.5),
              config.get("loss").getAsString().startsWith("stablemax")
                  ? Loss.STABLEMAX
                  : Loss.SOFTMAX,
              new Recipe.LearningRate(real("lr"), 1, 1, 1),
              new Recipe.Optimizer(
                  real("beta1"),
                  real("beta2"),
                  real("weight_decay"),
                  real("puzzle_emb_lr"),
                  real("puzzle_emb_weight_decay")),
              new Recipe.Averaging(0, 10, 0.95));
      this.trainer =
          new SegmentTrainer(
              new HrmModel(model, canvas, weights, manager),
              weights,
              new AdamATan2(weights, manager, recipe.optimizer()),
              recipe,
              new Random(0),
              manager);
      this.carry =
          new Carry(
              Layout.of(
                  manager,
                  model,
                  number("batch_size"),
                  number("vocab_size"),
                  canvas,
                  Arc.KIND.structure()));
    }

    private int number(String key) {
      return config.get(key).getAsInt();
    }

    private double real(String key) {
      return config.get(key).getAsDouble();
    }

    private String lastStep() {
      return "step" + (number("steps") - 1) + "/";
    }

    void step(int t) {
      String at = "step" + t + "/";
      trainer.probe(details -> compareBeforeUpdate(at, details));
      trainer.step(carry, offered(at)::next, config.get("lr").getAsDouble());
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        compareAfterUpdate(at);
      }
    }

    /** The rows that halted rows take, in order; data offered to a row that goes on is dropped. */
    private Iterator<Row> offered(String at) {
      long[] inputs = recorded.get(at + "batch/inputs").toLongArray();
      long[] labels = recorded.get(at + "batch/labels").toLongArray();
      long[] puzzles = recorded.get(at + "batch/puzzle_identifiers").toLongArray();
      List<Row> rows = new ArrayList<>();
      for (int b = 0; b < puzzles.length; b++) {
        if (!carry.halted(b)) {
          continue;
        }
        int[] input = new int[cells];
        int[] label = new int[cells];
        for (int i = 0; i < cells; i++) {
          input[i] = (int) inputs[b * cells + i];
          label[i] = (int) labels[b * cells + i];
        }
        rows.add(Row.sequence(input, label, (int) puzzles[b]));
      }
      return rows.iterator();
    }

    private void compareBeforeUpdate(String at, SegmentTrainer.Details details) {
      compare(at + "logits", floats(details.outputs().logits()));
      compare(at + "q_halt_logits", floats(details.outputs().qHalt()));
      compare(at + "q_continue_logits", floats(details.outputs().qContinue()));
      double[] target = new double[details.targetContinue().length];
      for (int b = 0; b < target.length; b++) {
        target[b] = details.targetContinue()[b];
      }
      compare(at + "target_q_continue", target);
      compare(at + "loss", details.loss());
      compare(at + "lm_loss", details.cellLoss());
      compare(at + "q_halt_loss", details.haltLoss());
      compare(at + "q_continue_loss", details.continueLoss());
      double[] inputs = new double[carry.rows().size() * cells];
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = carry.rows().get(i / cells).inputs()[i % cells];
      }
      compare(at + "current_inputs", inputs);
      for (String weight : weights.all().keySet()) {
        if (recorded.containsKey(at + "grad/" + weight)) {
          compare(at + "grad/" + weight, floats(weights.get(weight).getGradient()));
        }
      }
      long[] ids = recorded.get(at + "puzzle_emb.grad_ids").toLongArray();
      int d = number("hidden_size");
      double[] table = floats(weights.get(PuzzleEmbedding.NAME).getGradient());
      double[] used = new double[ids.length * d];
      for (int i = 0; i < used.length; i++) {
        used[i] = table[(int) ids[i / d] * d + i % d];
      }
      compare(at + "puzzle_emb.grad", used);
      TreeSet<Long> present = new TreeSet<>();
      carry.rows().forEach(row -> present.add((long) row.puzzle()));
      compare(at + "puzzle_emb.grad_ids", present.stream().mapToDouble(id -> id).toArray());
    }

    private void compareAfterUpdate(String at) {
      double[] halted = new double[carry.rows().size()];
      double[] segments = new double[halted.length];
      for (int b = 0; b < halted.length; b++) {
        halted[b] = carry.halted(b) ? 1 : 0;
        segments[b] = carry.segments(b);
      }
      compare(at + "halted", halted);
      compare(at + "steps", segments);
      compare(at + "z_H", floats(carry.state().zH()));
      compare(at + "z_L", floats(carry.state().zL()));
      for (String weight : weights.all().keySet()) {
        String key = at + "after/" + weight;
        if (recorded.containsKey(key) && overwritten && !at.equals(lastStep())) {
          untrue.add(key);
        } else if (recorded.containsKey(key)) {
          compare(key, floats(weights.get(weight)));
        }
      }
    }

    /** Largest difference, relative to the largest magnitude of the recorded array. */
    private void compare(String key, double... values) {
      NDArray array = recorded.get(key);
      double[] expected = floats(array);
      assertEquals(expected.length, values.length, key);
      double magnitude = 0;
      double difference = 0;
      for (int i = 0; i < expected.length; i++) {
        magnitude = Math.max(magnitude, Math.abs(expected[i]));
        difference = Math.max(difference, Math.abs(expected[i] - values[i]));
        assertTrue(Double.isFinite(values[i]), key + " is not finite");
      }
      double deviation = difference / Math.max(magnitude, 1e-12);
      deviations.put(key, deviation);
    }

    void report(String name) {
      Map<String, Double> byKind = new TreeMap<>();
      deviations.forEach((key, value) -> byKind.merge(key.split("/")[1], value, Math::max));
      System.out.printf("%s: %d arrays compared", name, deviations.size());
      if (!untrue.isEmpty()) {
        System.out.printf(", %d not, since they are no true recordings", untrue.size());
      }
      System.out.println("; largest deviation relative to the array's largest magnitude:");
      byKind.forEach((kind, value) -> System.out.printf("  %-20s %.1e%n", kind, value));
      Map.Entry<String, Double> worst =
          Collections.max(deviations.entrySet(), Map.Entry.comparingByValue());
      System.out.printf("  largest of all: %.1e at %s%n", worst.getValue(), worst.getKey());

      TreeSet<String> left = new TreeSet<>(recorded.keySet());
      left.removeAll(deviations.keySet());
      left.removeAll(untrue);
      left.removeIf(key -> key.startsWith("init/") || key.contains("/batch/"));
      assertEquals(new TreeSet<String>(), left, "recorded but not compared");
      assertTrue(worst.getValue() < TOLERANCE, worst.getKey() + " deviates by " + worst.getValue());
    }

    private static double[] floats(NDArray array) {
      Number[] numbers = array.toArray();
      double[] values = new double[numbers.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = numbers[i].doubleValue();
      }
      return values;
    }
  }
}
