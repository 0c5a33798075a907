package io.github.archrm.tasks.io;

import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, it is read, or what is wrong with it is said in one line. */
class MutatedInputsTest {
  private static final int ROUNDS = 300;
  private static final String SMALL = "1.....1..2.....3";
  private static final String SMALL_SOLUTION = "1432231432414123";
  private static final String MAZE = "S     ###  #    # #    #G";
  private static final String DRAWN = "#######\n#S  # #\n# # # #\n# #  G#\n#######\n";
  private static final String TASK =
      "{\"train\": [{\"input\": [[1, 2]], \"output\": [[2], [1]]}], \"test\": [{\"input\": [[3, 4]],"
          + " \"output\": [[4.0], [3]]}]}";
  private static final String[] PIECES = {
    "[",
    "]",
    "{",
    "}",
    "\"",
    ",",
    ":",
    "null",
    "1e9",
    "-1",
    "\n",
    "\r",
    "\t",
    " ",
    "#",
    "S",
    "G",
    "o",
    "/",
    "=",
    "|",
    "0",
    ".",
    "x",
    "\u00e9",
    "\ud83d\ude00",
    "\u0000",
    "train",
    "test",
    "\\u0000"
  };

  @TempDir Path folder;

  private static Map<String, byte[]> inputs() throws IOException {
    Map<String, String> text = new LinkedHashMap<>();
    text.put("one.json", TASK);
    text.put("x_challenges.json", "{\"a\": " + TASK + ", \"b\": " + TASK + "}");
    text.put("list.json", "[" + TASK + ", " + TASK + "]");
    text.put(
        "pairs.json",
        "[{\"input\": [[1]], \"output\": [[2]]}, {\"input\": [[1]], \"output\": [[2]]}]");
    text.put("lines.jsonl", TASK + "\n{\"examples\": [[[[1]], [[2]]], [[[3]], [[4]]]]}\n");
    text.put("kind.json", "{\"kind\": \"maze\", \"test\": [{\"input\": [[2, 3], [1, 1]]}]}");
    text.put("table.csv", "id,\"puzzle\",solution\n1," + SMALL + "," + SMALL_SOLUTION + "\n");
    text.put("lines.txt", "# x\n" + SMALL + " " + SMALL_SOLUTION + "\n" + SMALL + " // 3\n");
    text.put("drawn.txt", "Grid 1\n1...\n..1.\n.2..\n...3\n====\n1...\n..1.\n.2..\n...3\n");
    text.put("mazes.txt", MAZE + "\n" + MAZE + "\n");
    text.put("maze.txt", DRAWN + "\n" + DRAWN);
    Map<String, byte[]> inputs = new LinkedHashMap<>();
    text.forEach((name, value) -> inputs.put(name, value.getBytes(StandardCharsets.UTF_8)));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(inputs.get("one.json"));
    }
    inputs.put("one.json.gz", packed.toByteArray());
    return inputs;
  }

  private static byte[] mutated(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      int at = random.nextInt(bytes.length + 1);
      int to = Math.min(bytes.length, at + random.nextInt(6));
      byte[] piece =
          switch (random.nextInt(4)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {(byte) random.nextInt()};
            case 2 -> PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
            default -> {
              int from = random.nextInt(bytes.length + 1);
              yield Arrays.copyOfRange(
                  bytes, from, Math.min(bytes.length, from + random.nextInt(40)));
            }
          };
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(bytes, 0, at);
      out.writeBytes(piece);
      out.write(bytes, to, bytes.length - to);
      bytes = out.toByteArray();
    }
    return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
  }

  private static void assertOneLine(String message) {
    assertTrue(message.codePoints().noneMatch(Character::isISOControl), message);
    assertTrue(!message.contains("Exception") && !message.contains("java."), message);
    assertTrue(!message.contains("setStrictness") && !message.contains("Input length"), message);
  }

  @Test
  void everyReaderReadsOrSaysWhyNot() throws IOException {
    Random random = new Random(11);
    for (Map.Entry<String, byte[]> input : inputs().entrySet()) {
      Path file = folder.resolve(input.getKey());
      for (int round = 0; round < ROUNDS; round++) {
        byte[] bytes = mutated(input.getValue(), random);
        Files.write(file, bytes);
        try {
          TaskSet set = TaskReader.read(file);
          assertTrue(set.tasks().size() + set.problems().size() > 0, () -> text(file, bytes));
          set.problems().stream().map(TaskProblem::toString).forEach(line -> assertOneLine(line));
        } catch (TaskFormatException e) {
          assertOneLine(e.getMessage().substring(file.toString().length()));
        } catch (RuntimeException e) {
          throw new AssertionError(text(file, bytes), e);
        }
        TaskReader.salvage(file).problems().forEach(line -> assertOneLine(line.toString()));
        try {
          Solutions.read(file).problems().forEach(line -> assertOneLine(line.toString()));
        } catch (TaskFormatException e) {
          assertOneLine(e.getMessage());
        }
      }
    }
  }

  private static String text(Path file, byte[] bytes) {
    return file.getFileName() + ": " + new String(bytes, StandardCharsets.UTF_8);
  }
}
