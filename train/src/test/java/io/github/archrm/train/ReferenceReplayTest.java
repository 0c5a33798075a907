package io.github.archrm.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Replays recorded training steps of the public HRM implementation: same weights and batches in,
 * the same logits, losses, halting, carry, gradients and updated weights out.
 */
class ReferenceReplayTest {
  private static final double TOLERANCE = 1e-4;

  @Test
  void replaysTheRecordingInTheResources() throws IOException {
    JsonObject config;
    try (InputStream in = getClass().getResourceAsStream("/reference/tiny.json")) {
      config = JsonParser.parseString(new String(in.readAllBytes())).getAsJsonObject();
    }
    try (InputStream in = getClass().getResourceAsStream("/reference/tiny.npz")) {
      replay("tiny (resources)", config, in);
    }
  }

  @Test
  void replaysEveryRecordingInTheReferenceFolder() throws IOException {
    Path folder = referenceFolder();
    assumeTrue(Files.isDirectory(folder), "no recordings in " + folder + ": skipped");
    List<Path> recordings;
    try (Stream<Path> files = Files.list(folder)) {
      recordings = files.filter(file -> file.toString().endsWith(".npz")).sorted().toList();
    }
    assumeTrue(!recordings.isEmpty(), "no recordings in " + folder + ": skipped");
    for (Path recording : recordings) {
      String name = recording.getFileName().toString().replace(".npz", "");
      String json = Files.readString(folder.resolve(name + ".json"));
      try (InputStream in = Files.newInputStream(recording)) {
        replay(name, JsonParser.parseString(json).getAsJsonObject(), in);
      }
    }
  }

  /** The default is beside the checkout; tests run in the module's folder. */
  private static Path referenceFolder() {
    String named = System.getProperty("arc-hrm.reference", "../shared/reference");
    Path folder = Path.of(named);
    return folder.isAbsolute() || Files.isDirectory(folder) ? folder : Path.of("..").resolve(named);
  }

  private static void replay(String name, JsonObject config, InputStream npz) throws IOException {
    Torch.start("cpu", 1);
    try (NDManager manager = NDManager.newBaseManager()) {
      Map<String, NDArray> recorded = new LinkedHashMap<>();
      for (NDArray array : NDList.decode(manager, npz)) {
        recorded.put(array.getName(), array);
      }
      int steps = config.get("steps").getAsInt();
      Map<String, float[]> initial = new LinkedHashMap<>();
      recorded.forEach(
          (key, array) -> {
            if (key.startsWith("init/")) {
              initial.put(key.substring(5), array.toFloatArray());
            }
          });
      boolean overwritten = overwritten(recorded);
      if (overwritten) {
        recoverInitial(name, config, recorded, initial, steps);
      }
      Replay replay = new Replay(config, recorded, initial, overwritten, manager);
      for (int t = 0; t < steps; t++) {
        replay.step(t, true);
      }
      System.out.printf(
          "%s: %d arrays compared, largest relative deviation %.2e at %s%n",
          name, replay.compared.size(), replay.largest, replay.where);
      TreeSet<String> left = new TreeSet<>(recorded.keySet());
      left.removeAll(replay.compared);
      left.removeIf(key -> key.startsWith("init/") || key.contains("/batch/"));
      assertEquals(new TreeSet<String>(), left, "recorded but not compared");
      assertTrue(replay.largest < TOLERANCE, replay.where + " deviates by " + replay.largest);
    }
  }

  /**
   * Whether a recording's weights all share the memory of the live ones, so that what it calls the
   * first weights and the weights after each step are those after the last step.
   */
  private static boolean overwritten(Map<String, NDArray> recorded) {
    return recorded.get("init/lm_head.weight").equals(recorded.get("step0/after/lm_head.weight"));
  }

  /**
   * Finds the first weights of such a recording: those from which the recorded batches lead to the
   * recorded last weights. Six updates move a weight by a few thousandths and depend little on it,
   * so correcting the start by what the end misses converges. Logits, losses, states and gradients
   * take no part in this; they stay an independent check of the result.
   */
  private static void recoverInitial(
      String name,
      JsonObject config,
      Map<String, NDArray> recorded,
      Map<String, float[]> initial,
      int steps) {
    rewindPuzzleEmbedding(config, recorded, initial.get(HrmModel.PUZZLE_EMBEDDING), steps);
    double missed = 1;
    int round = 0;
    for (; round < 200 && missed > 2e-7; round++) {
      missed = 0;
      java.util.Map<String, Integer> bad = new java.util.TreeMap<>();
      try (NDManager manager = NDManager.newBaseManager()) {
        Replay replay = new Replay(config, recorded, initial, true, manager);
        for (int t = 0; t < steps; t++) {
          replay.step(t, false);
          replay.haltAsRecorded(t);
        }
        for (Map.Entry<String, float[]> entry : initial.entrySet()) {
          if (entry.getKey().equals(HrmModel.PUZZLE_EMBEDDING)) {
            continue;
          }
          float[] start = entry.getValue();
          float[] end = replay.weights.get(entry.getKey()).toFloatArray();
          float[] target = recorded.get("init/" + entry.getKey()).toFloatArray();
          for (int i = 0; i < start.length; i++) {
            start[i] += (target[i] - end[i]) * (round < 5 ? 1f : (float) Math.pow(0.97, round));
            if (Math.abs(target[i] - end[i]) > 1e-3) bad.merge(entry.getKey(), 1, Integer::sum);
            missed = Math.max(missed, Math.abs(target[i] - end[i]));
          }
        }
        if (round % 20 == 19 || round == 0) System.out.println(round + " " + missed + " " + bad);
      }
    }
    System.out.printf(
        "%s: first weights were overwritten while recording; recovered in %d rounds to %.1e%n",
        name, round, missed);
  }

  /** Undoes the updates of the puzzle embedding, of which every gradient was recorded. */
  private static void rewindPuzzleEmbedding(
      JsonObject config, Map<String, NDArray> recorded, float[] table, int steps) {
    double rate = config.get("puzzle_emb_lr").getAsDouble();
    double decay = rate * config.get("puzzle_emb_weight_decay").getAsDouble();
    int d = config.get("hidden_size").getAsInt();
    for (int t = steps - 1; t >= 0; t--) {
      long[] ids = recorded.get("step" + t + "/puzzle_emb.grad_ids").toLongArray();
      float[] gradient = recorded.get("step" + t + "/puzzle_emb.grad").toFloatArray();
      for (int i = 0; i < gradient.length; i++) {
        int at = (int) ids[i / d] * d + i % d;
        table[at] = (float) ((table[at] + rate * Math.signum(gradient[i])) / (1 - decay));
      }
    }
  }

  private static final class Replay {
    private final boolean overwritten;
    private final Map<String, NDArray> recorded;
    private final Weights weights;
    private final SegmentTrainer trainer;
    private final Carry carry;
    private final JsonObject config;
    private final int cells;
    private final List<String> compared = new ArrayList<>();
    private double largest;
    private String where = "";

    Replay(
        JsonObject config,
        Map<String, NDArray> recorded,
        Map<String, float[]> initial,
        boolean overwritten,
        NDManager manager) {
      this.overwritten = overwritten;
      this.config = config;
      this.recorded = recorded;
      this.cells = config.get("seq_len").getAsInt();
      ModelConfig model =
          ModelConfig.reference(
              number("vocab_size"),
              number("num_puzzle_identifiers"),
              number("hidden_size"),
              number("num_heads"),
              number("H_layers"),
              number("L_layers"),
              number("H_cycles"),
              number("L_cycles"),
              config.get("expansion").getAsDouble(),
              config.get("pos_encodings").getAsString().equals("rope")
                  ? ModelConfig.Positions.ROTARY_1D
                  : ModelConfig.Positions.LEARNED);
      Canvas canvas = new Canvas(1, cells);
      this.weights = HrmModel.initialize(model, canvas, manager, new Random(0));
      for (String weight : weights.all().keySet()) {
        NDArray array = weights.get(weight);
        weights.set(weight, manager.create(initial.get(weight), array.getShape()));
      }
      assertEquals(
          initial.size(), weights.all().size(), "weights recorded and weights of the model");
      this.trainer =
          new SegmentTrainer(
              new HrmModel(model, weights, manager),
              weights,
              new AdamATan2(
                  weights,
                  manager,
                  config.get("beta1").getAsDouble(),
                  config.get("beta2").getAsDouble(),
                  config.get("weight_decay").getAsDouble()),
              new SignSgd(
                  config.get("puzzle_emb_lr").getAsDouble(),
                  config.get("puzzle_emb_weight_decay").getAsDouble()),
              config.get("loss").getAsString().startsWith("stablemax")
                  ? Loss.STABLEMAX
                  : Loss.SOFTMAX,
              new Halting(Halting.Rule.HALT_OR_CONTINUE, number("halt_max_steps"), 0),
              new Random(0),
              manager);
      this.carry =
          new Carry(Layout.of(manager, model, number("batch_size"), number("vocab_size"), canvas));
    }

    private int number(String key) {
      return config.get(key).getAsInt();
    }

    /** A wrong guess of the weights may halt other rows; the data then would be others too. */
    void haltAsRecorded(int t) {
      long[] halted = recorded.get("step" + t + "/halted").toLongArray();
      for (int b = 0; b < halted.length; b++) {
        carry.halt(b, halted[b] != 0);
      }
    }

    private String lastStep() {
      return "step" + (number("steps") - 1) + "/";
    }

    void step(int t, boolean check) {
      String at = "step" + t + "/";
      if (check) {
        trainer.probe(details -> compareBeforeUpdate(at, details));
      }
      Iterator<Row> offered = offered(at);
      // A row takes the data offered at its own index, so every index is asked for in turn.
      Map<Integer, Row> byIndex = new HashMap<>();
      for (int b = 0; b < number("batch_size"); b++) {
        byIndex.put(b, offered.next());
      }
      List<Integer> halted = new ArrayList<>();
      for (int b = 0; b < number("batch_size"); b++) {
        if (carry.halted(b)) {
          halted.add(b);
        }
      }
      Iterator<Integer> next = halted.iterator();
      trainer.step(
          carry, new int[0], () -> byIndex.get(next.next()), config.get("lr").getAsDouble());
      if (check) {
        try (NDScope scope = new NDScope()) {
          scope.suppressNotUsedWarning();
          compareAfterUpdate(at);
        }
      }
    }

    private Iterator<Row> offered(String at) {
      long[] inputs = recorded.get(at + "batch/inputs").toLongArray();
      long[] labels = recorded.get(at + "batch/labels").toLongArray();
      long[] puzzles = recorded.get(at + "batch/puzzle_identifiers").toLongArray();
      List<Row> rows = new ArrayList<>();
      for (int b = 0; b < puzzles.length; b++) {
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
      double[] table = floats(weights.get(HrmModel.PUZZLE_EMBEDDING).getGradient());
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
          compared.add(key);
        } else if (recorded.containsKey(key)) {
          compare(at + "after/" + weight, floats(weights.get(weight)));
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
      if (key.startsWith("step0"))
        System.out.println("K " + key + " " + deviation + " " + expected[0] + " " + values[0]);
      if (deviation > largest) {
        largest = deviation;
        where = key;
      }
      compared.add(key);
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
