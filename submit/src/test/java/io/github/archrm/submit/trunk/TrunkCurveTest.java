package io.github.archrm.submit.trunk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.submit.runtime.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrunkCurveTest {
  private static final TrunkPoint FIRST = new TrunkPoint(50, 1.25, 2.5, 0, Double.NaN, Double.NaN);
  private static final TrunkPoint SECOND = new TrunkPoint(100, 2.5, 1e-7, 0.125, 0.5, 0.875);
  private static final TrunkPoint THIRD = new TrunkPoint(150, 4, 0.5, 1, 1, 1);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("trunk.csv");
  }

  @Test
  void everyPointIsALineAsSoonAsItIsAdded() throws IOException {
    TrunkCurve curve = TrunkCurve.begin(file);
    assertEquals(List.of(), TrunkCurve.read(file));
    curve.add(FIRST);
    assertEquals(List.of(FIRST), TrunkCurve.read(file));
    curve.add(SECOND);
    assertEquals(List.of(FIRST, SECOND), TrunkCurve.read(file));
    assertEquals(List.of(FIRST, SECOND), curve.points());
    assertEquals(
        """
        step,seconds,loss,train_exact,validation_exact,validation_cells
        50,1.25,2.5,0.0,,
        100,2.5,1.0E-7,0.125,0.5,0.875
        """,
        Files.readString(file));
  }

  @Test
  void anotherBeginningReplacesTheCurve() throws IOException {
    TrunkCurve.begin(file).add(FIRST);
    TrunkCurve.begin(file).add(SECOND);
    assertEquals(List.of(SECOND), TrunkCurve.read(file));
  }

  @Test
  void whatAKilledProcessLeftIsGoneOnWith() throws IOException {
    TrunkCurve curve = TrunkCurve.begin(file);
    curve.add(FIRST);
    curve.add(SECOND);
    Files.writeString(file, "150,3.7", StandardOpenOption.APPEND);
    assertEquals(List.of(FIRST, SECOND), TrunkCurve.read(file));
    TrunkCurve resumed = TrunkCurve.resume(file, 70);
    assertEquals(List.of(FIRST), resumed.points());
    resumed.add(THIRD);
    assertEquals(List.of(FIRST, THIRD), TrunkCurve.read(file));
  }

  @Test
  void whatIsNoCurveIsAMistakeThatNamesTheLine() throws IOException {
    assertMistake("trunk.csv: no such file");
    Files.writeString(file, "step,loss\n1,2\n");
    assertMistake("trunk.csv: no training curve");
    Files.writeString(file, "");
    assertMistake("trunk.csv: no training curve");
    TrunkCurve.begin(file).add(FIRST);
    String sound = Files.readString(file);
    Files.writeString(file, sound + "1,2,3\n");
    assertMistake("trunk.csv, line 3: 3 values where 6 belong");
    Files.writeString(file, sound + "1,2,3,4,5,six\n");
    assertMistake("trunk.csv, line 3: a value is not a number");
  }

  private void assertMistake(String message) {
    UserMistake mistake = assertThrows(UserMistake.class, () -> TrunkCurve.read(file));
    assertTrue(mistake.getMessage().contains(message), mistake::getMessage);
    assertEquals(1, mistake.getMessage().lines().count());
  }
}
