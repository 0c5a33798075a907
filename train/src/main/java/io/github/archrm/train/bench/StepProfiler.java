package io.github.archrm.train.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Watches training steps by libtorch's own profiler, and adds up what its operators take.
 *
 * <p>The profiler knows operators, not what they are for. Two operators that no model has mark
 * where the gradients are there and where the step ends: what runs between them is the optimizer's,
 * averages of the weights included.
 */
final class StepProfiler {
  private static final String GRADIENTS_DONE = "aten::erfinv";
  private static final String STEP_DONE = "aten::asin";

  private record Key(String name, OperatorGroup group) {}

  private final Trial trial;
  private final int cycle;
  private final StepClock clock;

  StepProfiler(Trial trial, int cycle, StepClock clock) {
    this.trial = trial;
    this.cycle = cycle;
    this.clock = clock;
  }

  /**
   * Makes further steps of the trial, whole cycles of them. A CPU is needed, since a GPU's kernels
   * run after their operators have ended.
   *
   * @param atLeast seconds; a step has some 5,000 calls, which take a megabyte on the disk
   * @throws IOException if the profile cannot be written or read
   */
  StepTime watch(double atLeast) throws IOException {
    Path file = Files.createTempFile("arc-hrm-bench", ".json");
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      NDArray marked = manager.zeros(new Shape(1));
      trial.trainer().probe(details -> marked.erfinv().close());
      int steps = 0;
      double passed;
      double taken;
      JniUtils.startProfile(false, true, false);
      try {
        long start = System.nanoTime();
        double begun = clock.now();
        do {
          for (int i = 0; i < cycle; i++) {
            trial.step();
            marked.asin().close();
          }
          steps += cycle;
          passed = (System.nanoTime() - start) / 1e9;
          taken = clock.now() - begun;
        } while (taken < atLeast);
      } finally {
        JniUtils.stopProfile(file.toString());
        trial.trainer().probe(details -> {});
      }
      try (Reader in = Files.newBufferedReader(file)) {
        return sum(Trace.read(in), steps, passed, taken);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Adds up. The profiler's time is the one that has passed; if the clock's is another, because
   * other programs ran meanwhile, all operators are taken to have waited in proportion.
   *
   * @param steps that the trace is of
   * @param passed seconds that passed meanwhile
   * @param taken seconds by the clock
   * @throws IllegalStateException if the optimizer is not marked in each step
   */
  static StepTime sum(Trace trace, int steps, double passed, double taken) {
    double scale = taken / passed / steps / 1e9;
    Map<Key, Integer> calls = new HashMap<>();
    Map<Key, Long> nanos = new HashMap<>();
    boolean[] optimizing = {false};
    int[] optimized = {0};
    double[] products = new double[2];
    trace.forEach(
        (call, own) -> {
          if (call.name().equals(GRADIENTS_DONE) || call.name().equals(STEP_DONE)) {
            optimizing[0] = call.name().equals(GRADIENTS_DONE);
            optimized[0] += optimizing[0] ? 1 : 0;
            return;
          }
          Key key =
              new Key(
                  call.name(),
                  optimizing[0] ? OperatorGroup.OPTIMIZER : OperatorGroup.of(call.name()));
          calls.merge(key, 1, Integer::sum);
          nanos.merge(key, own, Long::sum);
          if (call.flop() > 0) {
            products[0] += call.flop() / 1e9 / steps;
            products[1] += own * scale;
          }
        });
    if (optimized[0] != steps) {
      throw new IllegalStateException(
          "the profile marks the optimizer of " + optimized[0] + " steps, not of " + steps);
    }
    List<StepTime.Operator> operators = new ArrayList<>();
    Map<OperatorGroup, Double> groups = new EnumMap<>(OperatorGroup.class);
    double known = 0;
    for (Map.Entry<Key, Long> entry : nanos.entrySet()) {
      Key key = entry.getKey();
      double own = entry.getValue() * scale;
      operators.add(
          new StepTime.Operator(key.name(), key.group(), (double) calls.get(key) / steps, own));
      groups.merge(key.group(), own, Double::sum);
      known += own;
    }
    operators.sort(StepTime.Operator.LONGEST_FIRST);
    // Java, its bridge, and the two marks.
    double outside = Math.max(0, taken / steps - known);
    groups.merge(OperatorGroup.REST, outside, Double::sum);
    List<StepTime.Part> parts = new ArrayList<>();
    for (OperatorGroup group : OperatorGroup.values()) {
      parts.add(new StepTime.Part(group, groups.getOrDefault(group, 0.0)));
    }
    return new StepTime(steps, known + outside, parts, operators, products[0], products[1]);
  }
}
