package io.github.archrm.submit.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.worker.SharedRate;
import io.github.archrm.train.bench.Benchmark.Memory;
import io.github.archrm.train.bench.Case;
import io.github.archrm.train.bench.DeviceCheck.Deviation;
import io.github.archrm.train.bench.Machine;
import io.github.archrm.train.bench.OperatorGroup;
import io.github.archrm.train.bench.Speed;
import io.github.archrm.train.bench.StepTime;
import io.github.archrm.train.file.CheckpointException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchResultTest {
  private static final Machine HERE = new Machine("Processor", 2, "cpu", 1, "libtorch 2.7.1");

  @TempDir Path folder;

  /** Where each group takes so many ms more than the one before it. */
  private static StepTime time(double milliseconds) {
    List<StepTime.Part> parts = new ArrayList<>();
    double whole = 0;
    for (OperatorGroup group : OperatorGroup.values()) {
      double seconds = group.ordinal() * milliseconds / 1000;
      parts.add(new StepTime.Part(group, seconds));
      whole += seconds;
    }
    StepTime.Operator one =
        new StepTime.Operator("aten::add_", OperatorGroup.ELEMENT_WISE, 99.5, milliseconds / 1000);
    return new StepTime(8, whole, parts, List.of(one), 1.5, 0.02);
  }

  private static Speed speed(String model, int side, double stepsPerSecond, double matmul) {
    return new Speed(
        model,
        side,
        4,
        4,
        98_266,
        new Speed.Rate(stepsPerSecond, 1.5, matmul, 1.5 * stepsPerSecond / matmul),
        OptionalLong.of(300L << 20),
        OptionalLong.empty(),
        Optional.of(time(100 / stepsPerSecond)));
  }

  private static BenchResult result(Machine machine, Speed... speeds) {
    return BenchResult.of("0.1.0", machine, List.of(), List.of(speeds), List.of(), List.of());
  }

  private Path write(String name, BenchResult result) throws Exception {
    return Files.writeString(folder.resolve(name), result.toJson());
  }

  @Test
  void everythingComesBackAsItWas() throws Exception {
    Speed onGpu =
        new Speed(
            "HRM",
            30,
            1,
            1,
            27_300_000,
            new Speed.Rate(0.14, 500, 85, 0.84),
            OptionalLong.empty(),
            OptionalLong.of(1L << 34),
            Optional.empty());
    BenchResult full =
        BenchResult.of(
            "0.1.0-SNAPSHOT",
            HERE,
            List.of(new Deviation("task", 10, 2.5, Double.NaN, 1e-7, "layers.0.weight")),
            List.of(speed("task", 5, 25.5, 80), onGpu),
            List.of(new SharedRate(10, 8, 139.5, OptionalLong.of(5))),
            List.of(new Memory("steps", 2000, 358L << 20)));
    assertEquals(full, BenchResult.read(write("full.json", full)));
    BenchResult nothing = result(HERE);
    assertEquals(nothing, BenchResult.read(write("nothing.json", nothing)));
  }

  @Test
  void whatBenchDidNotPrintIsRefusedInOneLine() throws Exception {
    String good = result(HERE, speed("task", 5, 25, 80)).toJson();
    refuses("not what bench --json prints: it names no format", "");
    refuses("not what bench --json prints: no JSON", good.substring(0, 500));
    refuses("not what bench --json prints: no JSON", good + "{}");
    refuses("not what bench --json prints: it names no format", "[]");
    refuses("not what bench --json prints: it names no format", "{\"speed\": []}");
    refuses("is \"arc-hrm trunk 3\", not", good.replace("arc-hrm bench 1", "arc-hrm trunk 3"));
    refuses("newer than this program", good.replace("arc-hrm bench 1", "arc-hrm bench 99"));
    refuses("speed[0].rate: share must be above 0", good.replace("\"share\": 0", "\"share\": -0"));
    refuses("speed[0].side: must be a whole", good.replace("\"side\": 5", "\"side\": \"x\\ny\""));
    refuses("speed[0].batch: is missing", good.replace("\"batch\": 4,", ""));
    refuses("speed[0].time: groups lack [SOFTMAX]", withoutGroup(good, "SOFTMAX"));
    Path file = Files.write(folder.resolve("bytes.json"), new byte[] {(byte) 0xff, 0, 1});
    assertThrows(UserMistake.class, () -> BenchResult.read(file));
    UserMistake missing =
        assertThrows(UserMistake.class, () -> BenchResult.read(folder.resolve("none.json")));
    assertTrue(missing.getMessage().endsWith("no such file or folder"), missing.getMessage());
    assertThrows(UserMistake.class, () -> BenchResult.read(folder));
  }

  private static String withoutGroup(String json, String group) {
    return json.replaceAll("(?s)\\{\\s*\"group\": \"" + group + "\"[^}]*\\},", "");
  }

  private void refuses(String why, String text) throws Exception {
    Path file = folder.resolve("bad.json");
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    RuntimeException refusal =
        assertThrows(RuntimeException.class, () -> BenchResult.read(file), text);
    assertTrue(
        refusal instanceof UserMistake || refusal instanceof CheckpointException,
        refusal::toString);
    String line = refusal.getMessage();
    assertTrue(line.startsWith(file.toString()) && line.contains(why), line);
    assertEquals(1, line.lines().count(), line);
  }

  @Test
  void speedsOfAnotherMachineOrOfNothingTheSameAreRefused() throws Exception {
    Before before = Before.read(write("before.json", result(HERE, speed("task", 10, 20, 80))));
    before.requireSame(new Machine("Processor", 2, "cpu", 1, "libtorch 2.8.0"));
    UserMistake threads =
        assertThrows(
            UserMistake.class,
            () -> before.requireSame(new Machine("Processor", 2, "cpu", 2, "libtorch 2.7.1")));
    assertTrue(
        threads.getMessage().endsWith("before.json: measured with --threads 1, not 2"),
        threads.getMessage());
    before.requireAny(List.of(Case.task(5), Case.task(10)));
    assertThrows(UserMistake.class, () -> before.requireAny(List.of(Case.task(5))));
    before.requireAny(result(HERE, speed("task", 10, 1, 1)));
    assertThrows(UserMistake.class, () -> before.requireAny(result(HERE, speed("HRM", 10, 1, 1))));
    Path empty = write("empty.json", result(HERE));
    assertThrows(UserMistake.class, () -> Before.read(empty));
  }

  @Test
  void notesSayWhyRatiosMayMislead() throws Exception {
    Speed then = speed("task", 10, 20, 80);
    Path file =
        write("before.json", result(HERE, then, speed("task", 20, 5, 80), speed("HRM", 10, 1, 80)));
    Before before = Before.read(file);
    assertEquals(List.of(), before.notes(result(HERE, speed("task", 10, 40, 82))));
    Machine newer = new Machine("Processor", 2, "cpu", 1, "libtorch 2.8.0");
    Speed moreRows =
        new Speed(
            "HRM",
            10,
            4,
            8,
            1,
            then.rate(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty());
    assertEquals(
        List.of(
            file + " was measured with libtorch 2.7.1",
            "task 20x20: the machine itself was 0.50 times as fast: compare 'of matmul'",
            "HRM 10x10: 8 rows, but 4 in " + file + ", so steps are not compared"),
        before.notes(result(newer, then, speed("task", 20, 5, 40), moreRows)));
    assertEquals(Optional.empty(), before.of(moreRows));
    assertEquals(Optional.of(then), before.of(speed("task", 10, 1, 1)));
  }

  /** Figures of the one, ratios to the other, in a terminal of 100 columns. */
  @Test
  void tablesHaveTheFiguresAndTheirRatios() throws Exception {
    Speed now = speed("small HRM", 30, 40, 88);
    Before before = Before.read(write("before.json", result(HERE, speed("small HRM", 30, 20, 80))));
    SpeedTable compared = new SpeedTable(true);
    assertColumns(compared.heading(false), compared.row(now, before.of(now)));
    assertEquals(
        List.of(
            "small HRM",
            "30x30",
            "4",
            "4",
            "40.00",
            "x2.00",
            "68.2 %",
            "x1.82",
            "88 G/s",
            "x1.10",
            "300 MiB",
            "x1.00"),
        cells(compared.row(now, before.of(now))));
    assertEquals(
        List.of("small HRM", "30x30", "4", "4", "40.00", "68.2 %", "88 G/s", "300 MiB"),
        cells(compared.row(now, Optional.empty())));
    SpeedTable alone = new SpeedTable(false);
    assertColumns(alone.heading(true), alone.row(now, Optional.empty()));
    assertEquals(
        List.of(
            "small HRM",
            "98266",
            "30x30",
            "4",
            "4",
            "40.00",
            "1.500",
            "88 G/s",
            "68.2 %",
            "300 MiB"),
        cells(alone.row(now, Optional.empty())));

    List<String> lines = TimeTable.of(List.of(now), Optional.of(before));
    assertTrue(lines.stream().allMatch(line -> line.length() <= 100), lines::toString);
    List<String> row =
        cells(
            lines.stream().filter(line -> line.startsWith("small HRM")).findFirst().orElseThrow());
    assertEquals(List.of("small HRM", "30x30", "90.0", "0.0", "85.2"), row.subList(0, 5));
    assertEquals(
        100.0, row.stream().skip(3).mapToDouble(Double::parseDouble).sum() - 85.2, 0.1 * 9 / 2);
    String ratios =
        lines.stream().filter(line -> line.startsWith("  ratio")).findFirst().orElseThrow();
    // Half of the time in each group, but nothing in the products; the machine was faster by 1.1.
    assertEquals(1 + 8, ratios.split("x0\\.50", -1).length - 1, ratios);
    assertTrue(ratios.contains("x0.91"), ratios);
    assertEquals(List.of(), TimeTable.of(List.of(), Optional.of(before)));
  }

  private static void assertColumns(String heading, String row) {
    assertTrue(heading.length() <= 100 && row.length() <= 100, heading + "\n" + row);
  }

  /** What two spaces, or the edge of a column, separate. */
  private static List<String> cells(String row) {
    return List.of(
            row.strip()
                .replaceAll("(?<=\\d) (?=[%GM])", "_")
                .replace("small HRM", "small_HRM")
                .split("\\s+"))
        .stream()
        .map(cell -> cell.replace('_', ' '))
        .toList();
  }
}
