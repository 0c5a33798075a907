package io.github.archrm.train.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.train.Compute;
import io.github.archrm.train.Small;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StepProfilerTest {
  private static Trace.Call call(String name, long start, long end, double flop) {
    return new Trace.Call(name, 1, start, end, flop);
  }

  @Test
  void everyOperatorOfARealStepIsInAGroup() throws Exception {
    Compute compute = Small.compute();
    Case small = Case.task(4, 2);
    StepTime time;
    try (Trial trial = new Trial(small, compute)) {
      time = new StepProfiler(trial, small.cycle(), new StepClock(compute)).watch(0);
    }
    assertEquals(small.cycle(), time.steps());
    Set<OperatorGroup> seen =
        time.operators().stream()
            .map(StepTime.Operator::group)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(OperatorGroup.class)));
    assertTrue(
        seen.containsAll(
            EnumSet.of(OperatorGroup.PRODUCTS, OperatorGroup.COPIES, OperatorGroup.OPTIMIZER)),
        seen::toString);
    for (OperatorGroup group : OperatorGroup.values()) {
      double sum =
          time.operators().stream()
              .filter(operator -> operator.group() == group)
              .mapToDouble(StepTime.Operator::seconds)
              .sum();
      double rest = group == OperatorGroup.REST ? time.of(group) - sum : 0;
      assertTrue(rest >= 0, "Java takes time as well");
      assertEquals(time.of(group), sum + rest, 1e-9, group.name());
    }
    assertEquals(
        time.operators().stream()
            .sorted(Comparator.comparingDouble(StepTime.Operator::seconds).reversed())
            .map(StepTime.Operator::seconds)
            .toList(),
        time.operators().stream().map(StepTime.Operator::seconds).toList());
    assertTrue(
        time.operators().stream().allMatch(operator -> operator.calls() * time.steps() >= 1));
    assertTrue(
        time.operators().stream().noneMatch(o -> o.name().matches("aten::(erfinv|asin)")),
        "what marks the parts of a step is none of it");
    assertTrue(time.productGigaflop() > 0);
    assertTrue(time.productSeconds() <= time.of(OperatorGroup.PRODUCTS) * (1 + 1e-9));
  }

  @Test
  void theMarksTellTheOptimizerFromTheModel() {
    List<Trace.Call> calls = new ArrayList<>();
    for (long step = 0; step < 2; step++) {
      long at = 1000 * step;
      calls.add(call("aten::mul", at, at + 100, 0));
      calls.add(call("aten::matmul", at + 100, at + 300, 0));
      calls.add(call("aten::mm", at + 150, at + 290, 7e9));
      calls.add(call("MulBackward0", at + 300, at + 310, 0));
      calls.add(call("aten::erfinv", at + 310, at + 320, 0));
      calls.add(call("aten::mul", at + 320, at + 380, 0));
      calls.add(call("aten::asin", at + 400, at + 410, 0));
    }
    StepTime time = StepProfiler.sum(new Trace(calls), 2, 2e-6, 2e-6);
    assertEquals(1e-6, time.seconds(), 1e-15);
    assertEquals(200e-9, time.of(OperatorGroup.PRODUCTS), 1e-15);
    assertEquals(100e-9, time.of(OperatorGroup.ELEMENT_WISE), 1e-15);
    assertEquals(60e-9, time.of(OperatorGroup.OPTIMIZER), 1e-15);
    assertEquals(640e-9, time.of(OperatorGroup.REST), 1e-15);
    assertEquals(7, time.productGigaflop(), 1e-9);
    assertEquals(140e-9, time.productSeconds(), 1e-15);
    assertEquals(7 / 140e-9, time.productGigaflops(), 1);
    assertEquals("aten::mm", time.operators().get(0).name());
    assertEquals(1, time.operators().get(0).calls());

    StepTime waited = StepProfiler.sum(new Trace(calls), 2, 2e-6, 1e-6);
    assertEquals(0.5e-6, waited.seconds(), 1e-15);
    assertEquals(100e-9, waited.of(OperatorGroup.PRODUCTS), 1e-15);

    List<Trace.Call> unmarked =
        calls.stream().filter(call -> !call.name().equals("aten::erfinv")).toList();
    assertThrows(
        IllegalStateException.class, () -> StepProfiler.sum(new Trace(unmarked), 2, 2e-6, 2e-6));
  }

  @Test
  void namesOfGradientsAndInPlaceAreThoseOfTheOperation() {
    assertEquals(OperatorGroup.PRODUCTS, OperatorGroup.of("aten::baddbmm"));
    assertEquals(
        OperatorGroup.PRODUCTS,
        OperatorGroup.of("aten::_scaled_dot_product_flash_attention_for_cpu_backward"));
    assertEquals(OperatorGroup.CONVOLUTION, OperatorGroup.of("aten::convolution_backward"));
    assertEquals(OperatorGroup.CONVOLUTION, OperatorGroup.of("aten::mkldnn_convolution"));
    assertEquals(OperatorGroup.CONVOLUTION, OperatorGroup.of("aten::_conv_depthwise2d"));
    assertEquals(OperatorGroup.ELEMENT_WISE, OperatorGroup.of("aten::mul_"));
    assertEquals(OperatorGroup.ELEMENT_WISE, OperatorGroup.of("aten::_foreach_lerp_"));
    assertEquals(OperatorGroup.ELEMENT_WISE, OperatorGroup.of("aten::sigmoid_backward"));
    assertEquals(OperatorGroup.SOFTMAX, OperatorGroup.of("aten::_softmax_backward_data"));
    assertEquals(OperatorGroup.REDUCTIONS, OperatorGroup.of("aten::native_layer_norm_backward"));
    assertEquals(OperatorGroup.COPIES, OperatorGroup.of("aten::_unsafe_view"));
    assertEquals(OperatorGroup.LOOK_UPS, OperatorGroup.of("aten::embedding_dense_backward"));
    assertEquals(OperatorGroup.REST, OperatorGroup.of("MulBackward0"));
    assertEquals(OperatorGroup.REST, OperatorGroup.of("aten::never_heard_of"));
  }

  @Test
  void groupsThatAreNotTheWholeAreRefused() {
    List<StepTime.Part> parts = new ArrayList<>();
    for (OperatorGroup group : OperatorGroup.values()) {
      parts.add(new StepTime.Part(group, 0.5));
    }
    double whole = 0.5 * parts.size();
    assertEquals(0.5, new StepTime(1, whole, parts, List.of(), 0, 0).of(OperatorGroup.REST));
    refuse("groups make up", whole + 0.1, parts);
    refuse("lack [PRODUCTS]", whole, parts.subList(1, parts.size()));
    parts.add(parts.get(0));
    refuse("PRODUCTS stands twice", whole, parts);
    assertThrows(
        IllegalArgumentException.class, () -> new StepTime.Part(OperatorGroup.REST, Double.NaN));
  }

  private static void refuse(String why, double whole, List<StepTime.Part> parts) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> new StepTime(1, whole, parts, List.of(), 0, 0));
    assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
  }
}
