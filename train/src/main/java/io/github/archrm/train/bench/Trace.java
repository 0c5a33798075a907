package io.github.archrm.train.bench;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What libtorch's profiler wrote: every call of an operator, in the form that Chrome shows.
 *
 * <p>Calls contain each other: {@code matmul} calls {@code mm}, and a node of the backward pass
 * calls what it is made of. The time of a call by itself is its own less that of the calls within
 * it, so that over all calls every moment counts once.
 */
record Trace(List<Call> calls) {
  private static final double NANOS = 1e3;

  /**
   * One call of an operator.
   *
   * @param name such as {@code aten::mm}
   * @param thread that it ran on
   * @param start in ns since the profile began
   * @param end likewise
   * @param flop floating-point operations, if it is a product of matrices; 0 otherwise
   */
  record Call(String name, int thread, long start, long end, double flop) {}

  /** Is told of calls: thread by thread, in the order in which they begin. */
  interface Listener {
    /**
     * @param own ns of the call that are not those of a call within it
     */
    void call(Call call, long own);
  }

  /**
   * @throws IOException if it is not what the profiler writes
   */
  static Trace read(Reader in) throws IOException {
    List<Call> calls = new ArrayList<>();
    try (JsonReader json = new JsonReader(in)) {
      json.beginArray();
      while (json.hasNext()) {
        call(json, calls);
      }
      json.endArray();
    } catch (IllegalStateException | NumberFormatException e) {
      throw new IOException("a profile of another form than libtorch's", e);
    }
    return new Trace(calls);
  }

  private static void call(JsonReader json, List<Call> calls) throws IOException {
    String name = "";
    String phase = "";
    int thread = 0;
    double start = 0;
    double duration = 0;
    List<long[]> shapes = List.of();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "name" -> name = json.nextString();
        case "ph" -> phase = json.nextString();
        case "tid" -> thread = json.nextInt();
        case "ts" -> start = json.nextDouble();
        case "dur" -> duration = json.nextDouble();
        case "shape" -> shapes = shapes(json);
        default -> json.skipValue();
      }
    }
    json.endObject();
    // A call with its duration; the form has others, such as counters.
    if (phase.equals("X")) {
      long from = Math.round(start * NANOS);
      calls.add(
          new Call(name, thread, from, from + Math.round(duration * NANOS), flop(name, shapes)));
    }
  }

  /** Of every argument; what is no array has no lengths. */
  private static List<long[]> shapes(JsonReader json) throws IOException {
    List<long[]> shapes = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      shapes.add(shape(json));
    }
    json.endArray();
    return shapes;
  }

  private static long[] shape(JsonReader json) throws IOException {
    List<Long> lengths = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      if (json.peek() == JsonToken.NUMBER) {
        lengths.add(json.nextLong());
      } else {
        json.skipValue();
      }
    }
    json.endArray();
    return lengths.stream().mapToLong(Long::longValue).toArray();
  }

  /** Of [.., m, k] and [.., k, n]: 2·m·k·n for each pair; after a summand, where there is one. */
  private static double flop(String name, List<long[]> shapes) {
    int left =
        switch (name) {
          case "aten::mm", "aten::bmm" -> 0;
          case "aten::addmm", "aten::baddbmm" -> 1;
          default -> -1;
        };
    if (left < 0 || shapes.size() < left + 2 || shapes.get(left + 1).length < 2) {
      return 0;
    }
    double flop = 2;
    for (long length : shapes.get(left)) {
      flop *= length;
    }
    long[] right = shapes.get(left + 1);
    return flop * right[right.length - 1];
  }

  /** Tells of all calls. */
  void forEach(Listener listener) {
    List<Call> sorted =
        calls.stream()
            .sorted(
                Comparator.comparingInt(Call::thread)
                    .thenComparingLong(Call::start)
                    .thenComparing(Comparator.comparingLong(Call::end).reversed()))
            .toList();
    long[] own = new long[sorted.size()];
    int[] around = new int[sorted.size()];
    int inside = -1;
    for (int i = 0; i < own.length; i++) {
      Call call = sorted.get(i);
      while (inside >= 0
          && (sorted.get(inside).end() <= call.start()
              || sorted.get(inside).thread() != call.thread())) {
        inside = around[inside];
      }
      own[i] = call.end() - call.start();
      if (inside >= 0) {
        own[inside] -= own[i];
      }
      around[i] = inside;
      inside = i;
    }
    for (int i = 0; i < own.length; i++) {
      listener.call(sorted.get(i), own[i]);
    }
  }
}
