package io.github.archrm.submit.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BillTest {
  private static final Cost CPU = new Cost("cpu", 100, 0, 90, 3L << 29);
  private static final Cost GPU = new Cost("gpu:0", 3600, 1800, 60, 0);

  @Test
  void coresArePaidForComputingAndGpusForTheShareOfTheirWorkers() {
    assertEquals(0.025, Price.parse("1.00/core-hour").of(CPU).orElseThrow(), 1e-12);
    assertEquals(1.05, Price.parse("$2.10/gpu-hour").of(GPU).orElseThrow(), 1e-12);
    assertEquals(OptionalDouble.empty(), Price.parse("2.10/gpu-hour").of(CPU));
    assertEquals("2.10/gpu-hour", Price.parse("$2.10/gpu-hour").toString());
  }

  @Test
  void whatIsNoPriceIsRefused() {
    for (String text : List.of("", "1", "1/hour", "-1/core-hour", "x/gpu-hour", "1/core-hours")) {
      assertThrows(IllegalArgumentException.class, () -> Price.parse(text), text);
    }
  }

  @Test
  void costsAddUpAsFarAsTheyAreKnown() {
    Cost died = new Cost("cpu", 10, 0, Double.NaN, 0);
    assertEquals(new Cost("cpu", 110, 0, 90, 3L << 29), CPU.plus(died));
    assertEquals(new Cost("cpu, gpu:0", 3700, 1800, 150, 3L << 29), CPU.plus(GPU));
    assertTrue(died.toJson().get("processor_seconds").isJsonNull());
  }

  @Test
  void dollarsAreOfAllTasksOrOfNone() {
    Optional<Price> price = Optional.of(Price.parse("0.04/core-hour"));
    Bill bill = Bill.of(List.of(Optional.of(CPU), Optional.of(CPU)), price).orElseThrow();
    assertEquals(0.002, bill.dollars().orElseThrow(), 1e-12);
    assertEquals(
        "Cost: 200.0 worker seconds on cpu, 180.0 processor seconds, at most 1.50 GiB a worker;"
            + " $0.002 for the run, $0.001 per task, at 0.04/core-hour",
        bill.toString());
    Bill part = Bill.of(List.of(Optional.of(CPU), Optional.empty()), price).orElseThrow();
    assertEquals(OptionalDouble.empty(), part.dollars());
    assertEquals(Optional.empty(), Bill.of(List.of(Optional.empty()), price));
  }
}
