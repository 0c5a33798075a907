package io.github.archrm.train.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class TraceTest {
  private static String call(String name, int thread, double start, double duration, String shape) {
    return String.format(
        Locale.ROOT,
        "{\"name\": \"%s\", \"ph\": \"X\", \"ts\": %f, \"dur\": %f, \"tid\": %d,"
            + " \"pid\": \"CPU Functions\", \"shape\": %s, \"cpu mem\": \"0 b\", \"args\": {}}",
        name,
        start,
        duration,
        thread,
        shape);
  }

  private static Trace read(String... calls) throws IOException {
    return Trace.read(new StringReader("[" + String.join(",\n", calls) + "]"));
  }

  private static List<String> own(Trace trace) {
    List<String> told = new ArrayList<>();
    trace.forEach((call, own) -> told.add(call.name() + " " + own));
    return told;
  }

  /** As libtorch writes them: inner calls first. */
  @Test
  void theTimeOfACallIsItsOwn() throws IOException {
    Trace trace =
        read(
            call("t", 1, 1.5, 0.25, "[[3, 2]]"),
            call("mm", 1, 2, 3, "[[2, 3], [3, 4]]"),
            call("matmul", 1, 1, 5, "[]"),
            call("neg", 1, 6, 0, "[]"),
            call("add", 1, 6, 2.001, "[]"),
            call("elsewhere", 2, 1.25, 1, "[]"));
    assertEquals(
        List.of("matmul 1750", "t 250", "mm 3000", "add 2001", "neg 0", "elsewhere 1000"),
        own(trace));
  }

  /** However calls contain each other, every moment counts once. */
  @Test
  void ownTimesMakeUpTheOutermostCalls() throws IOException {
    for (long seed = 0; seed < 50; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      List<String> calls = new ArrayList<>();
      long whole = 0;
      for (int i = 0, at = 0; i < 3; i++) {
        int length = random.nextInt(1, 1000);
        nest(at, at + length, calls, random);
        at += length + random.nextInt(3);
        whole += length;
      }
      long[] sum = {0};
      read(calls.toArray(String[]::new))
          .forEach(
              (call, own) -> {
                assertTrue(own >= 0, call::toString);
                sum[0] += own;
              });
      assertEquals(whole, sum[0], "seed " + seed);
    }
  }

  /** Adds a call from and to some nanosecond, and calls within it, which may fill it. */
  private static void nest(int from, int to, List<String> calls, RandomGenerator random) {
    int at = from + random.nextInt(2);
    while (at < to) {
      int end = Math.min(to, at + random.nextInt(1, 400));
      if (end - at < to - from) {
        nest(at, end, calls, random);
      }
      at = end + random.nextInt(60);
    }
    calls.add(call("op", 1, from / 1e3, (to - from) / 1e3, "[]"));
  }

  @Test
  void operationsOfProductsFollowFromTheirShapes() throws IOException {
    Trace trace =
        read(
            call("aten::mm", 1, 0, 1, "[[2, 3], [3, 4]]"),
            call("aten::bmm", 1, 1, 1, "[[5, 2, 3], [5, 3, 4]]"),
            call("aten::addmm", 1, 2, 1, "[[4], [2, 3], [3, 4], [], []]"),
            call("aten::baddbmm", 1, 3, 1, "[[4], [5, 2, 3], [5, 3, 4], [], []]"),
            call("aten::mul", 1, 4, 1, "[[2, 3], [3, 4]]"),
            call("aten::mm", 1, 5, 1, "[]"),
            call("aten::cat", 1, 6, 1, "[[[2, 3], [3, 4]], []]"));
    assertEquals(
        List.of(48.0, 240.0, 48.0, 240.0, 0.0, 0.0, 0.0),
        trace.calls().stream().map(Trace.Call::flop).toList());
  }

  @Test
  void onlyCallsCount() throws IOException {
    assertEquals(List.of(), read("{\"name\": \"memory\", \"ph\": \"C\", \"ts\": 1}").calls());
  }

  @Test
  void anotherFormIsRefused() {
    for (String bad : List.of("{}", "[1]", "[{\"name\": 1.5, \"ts\": \"soon\"}]", "[{", "")) {
      assertThrows(IOException.class, () -> Trace.read(new StringReader(bad)), bad);
    }
  }
}
