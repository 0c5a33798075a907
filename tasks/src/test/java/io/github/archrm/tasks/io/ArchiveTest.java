package io.github.archrm.tasks.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskProblem;
import io.github.archrm.tasks.TaskSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a hostile or damaged archive can try. */
class ArchiveTest {
  private static final byte[] TASK =
      "{\"train\": [{\"input\": [[1]], \"output\": [[2]]}], \"test\": [{\"input\": [[3]]}]}"
          .getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private static Map<String, byte[]> entries(Object... namesAndContents) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < namesAndContents.length; i += 2) {
      entries.put((String) namesAndContents[i], (byte[]) namesAndContents[i + 1]);
    }
    return entries;
  }

  private List<Path> both(Map<String, byte[]> entries) throws IOException {
    return List.of(
        ArchiveMaker.zip(folder.resolve("t.zip"), entries),
        ArchiveMaker.tarGz(folder.resolve("t.tar.gz"), entries));
  }

  private static byte[] blanks(int length) {
    byte[] blanks = new byte[length];
    Arrays.fill(blanks, (byte) ' ');
    return blanks;
  }

  private static String refusal(Path archive, Archive.Limits limits) {
    return assertThrows(
            IOException.class, () -> new Archive(archive, limits).addTo(new TaskTree("archive")))
        .getMessage();
  }

  @Test
  void namesThatLeaveTheArchiveAreRefused() throws IOException {
    for (String name :
        List.of("../a.json", "x/../../a.json", "/etc/a.json", "C:/a.json", "..\\a.json")) {
      for (Path archive : both(entries(name, TASK, "ok.json", TASK))) {
        TaskSet set = TaskReader.read(archive);
        assertEquals(List.of("ok"), set.tasks().stream().map(Task::id).toList());
        assertEquals(1, set.problems().size(), name);
        assertTrue(
            set.problems().get(0).message().startsWith("refused: the name leads out"),
            set.problems().get(0).toString());
      }
    }
  }

  @Test
  void whatIsNoFileIsRefused() throws IOException {
    Path file = folder.resolve("t.tar.gz");
    try (TarArchiveOutputStream out =
        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
      for (byte type : new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK}) {
        TarArchiveEntry link = new TarArchiveEntry("link" + type + ".json", type);
        link.setLinkName("/etc/passwd");
        out.putArchiveEntry(link);
        out.closeArchiveEntry();
      }
      out.putArchiveEntry(new TarArchiveEntry("pipe.json", TarConstants.LF_FIFO));
      out.closeArchiveEntry();
      TarArchiveEntry task = new TarArchiveEntry("ok.json");
      task.setSize(TASK.length);
      out.putArchiveEntry(task);
      out.write(TASK);
      out.closeArchiveEntry();
    }
    TaskSet set = TaskReader.read(file);
    assertEquals(1, set.tasks().size());
    assertEquals(
        List.of("refused: a link", "refused: a link", "refused: a device or a pipe"),
        set.problems().stream().map(TaskProblem::message).toList());
  }

  @Test
  void aFileThatUnfoldsTooFarStopsTheReading() throws IOException {
    Archive.Limits limits = new Archive.Limits(10_000, 1 << 20, 100, 1000, 1 << 20);
    for (String name : List.of("big.json", "big.bin")) {
      for (Path archive : both(entries(name, blanks(10_001), "ok.json", TASK))) {
        assertEquals("a file in it is larger than 10000 bytes", refusal(archive, limits));
      }
    }
  }

  @Test
  void allFilesTogetherAreLimited() throws IOException {
    Archive.Limits limits = new Archive.Limits(20_000, 25_000, 100, 1000, 1 << 20);
    for (Path archive : both(entries("a.json", blanks(15_000), "b.txt", blanks(15_000)))) {
      assertEquals("unpacks to more than 25000 bytes", refusal(archive, limits));
    }
  }

  @Test
  void theRatioIsLimited() throws IOException {
    Archive.Limits limits = new Archive.Limits(1 << 24, 1 << 24, 100, 20, 1000);
    for (Path archive : both(entries("a.json", blanks(1_000_000)))) {
      assertEquals(
          "unpacks to more than " + 20 * Files.size(archive) + " bytes", refusal(archive, limits));
    }
  }

  @Test
  void theCountIsLimited() throws IOException {
    Archive.Limits limits = new Archive.Limits(1000, 1 << 20, 2, 1000, 1 << 20);
    for (Path archive : both(entries("a/b", TASK, "b", TASK, "c", TASK))) {
      assertEquals("more than 2 entries", refusal(archive, limits));
    }
  }

  @Test
  void anArchiveOfNothingButProblemsIsGivenUp() throws IOException {
    byte[] bad = ("{\"x\": {}" + ", \"x\": {}".repeat(999) + "}").getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < 12; i++) {
      entries.put(i + ".json", bad);
    }
    for (Path archive : both(entries)) {
      assertEquals("more than 10000 problems", refusal(archive, Archive.Limits.STANDARD));
    }
  }

  @Test
  void theStandardLimitsStopABomb() throws IOException {
    Path bomb = folder.resolve("bomb.tar.gz");
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(bomb));
        TarArchiveOutputStream out = new TarArchiveOutputStream(gzip)) {
      for (int i = 0; i < 20; i++) {
        TarArchiveEntry entry = new TarArchiveEntry("bomb" + i + ".json");
        entry.setSize(1 << 20);
        out.putArchiveEntry(entry);
        out.write(blanks(1 << 20));
        out.closeArchiveEntry();
      }
    }
    String message =
        assertThrows(TaskFormatException.class, () -> TaskReader.read(bomb)).getMessage();
    assertEquals(bomb + ": unpacks to more than " + (16 << 20) + " bytes", message);
  }

  @Test
  void whatWasReadBeforeTheLimitStays() throws IOException {
    Path archive =
        ArchiveMaker.zip(
            folder.resolve("t.zip"),
            entries("ok.json", TASK, "big.bin", blanks((int) StrictJson.MAX_BYTES + 1)));
    TaskSet set = TaskReader.read(archive);
    assertEquals(1, set.tasks().size());
    assertTrue(set.problems().get(0).toString().endsWith("; the rest is not read"));
  }

  @Test
  void aFileThatIsNoArchiveIsRefused() throws IOException {
    for (String name : List.of("t.zip", "t.tar.gz")) {
      for (byte[] content : List.of(new byte[0], TASK, blanks(5000))) {
        Path file = Files.write(folder.resolve(name), content);
        String message =
            assertThrows(TaskFormatException.class, () -> TaskReader.read(file)).getMessage();
        assertTrue(message.startsWith(file + ": not a sound archive: "), message);
        assertTrue(!message.contains("\n"), message);
      }
    }
  }

  @Test
  void damageOfASinglePackedFileIsSaidInOurWordsUnderItsName() throws IOException {
    byte[] gzip = gzip(TASK);
    byte[] wrongSum = gzip.clone();
    wrongSum[gzip.length - 7] ^= 1;
    Path alone = folder.resolve("a.json.gz");
    Path within = folder.resolve("d/a.json.gz");
    Files.createDirectories(within.getParent());
    for (byte[] damaged :
        List.of(
            wrongSum,
            Arrays.copyOf(gzip, gzip.length - 12),
            Arrays.copyOf(gzip, gzip.length + 9))) {
      Files.write(alone, damaged);
      Files.write(within, damaged);
      String reason = "not a sound archive: damaged, cut off, or of another form";
      assertEquals(
          alone + ": " + reason,
          assertThrows(TaskFormatException.class, () -> TaskReader.read(alone)).getMessage());
      assertEquals(
          List.of("a.json.gz: " + reason),
          TaskReader.read(within.getParent()).problems().stream()
              .map(TaskProblem::toString)
              .toList());
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  @Test
  void damageNeverShowsAsAnythingButAProblemOrARefusal() throws IOException {
    Random random = new Random(7);
    for (Path archive : both(entries("a.json", TASK, "b.json", TASK, "c/d.json", TASK))) {
      byte[] sound = Files.readAllBytes(archive);
      for (int round = 0; round < 400; round++) {
        byte[] damaged =
            Arrays.copyOf(sound, round % 2 == 0 ? sound.length : random.nextInt(sound.length));
        for (int flips = 0; flips < 3 && damaged.length > 0; flips++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        Files.write(archive, damaged);
        try {
          assertTrue(TaskReader.read(archive).tasks().size() <= 3);
        } catch (TaskFormatException expected) {
          assertTrue(!expected.getMessage().contains("\n"), expected.getMessage());
        }
      }
    }
  }
}
