package io.github.archrm.tasks.io;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatFailsInTheMiddleLeavesTheOldContentsAndNothingElse() throws IOException {
    Path file = folder.resolve("file");
    AtomicFile.write(file, "old");
    assertThrows(
        IOException.class,
        () ->
            AtomicFile.write(
                file,
                channel -> {
                  AtomicFile.writeAll(channel, ByteBuffer.wrap(new byte[100_000]));
                  throw new IOException("the disk is full");
                }));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("file"), names());
  }

  /** As a file is written whose beginning is known last. */
  @Test
  void contentsMayBeWrittenInAnyOrder() throws IOException {
    Path file = folder.resolve("below/file");
    AtomicFile.write(
        file,
        channel -> {
          channel.position(2);
          AtomicFile.writeAll(channel, ByteBuffer.wrap("cd".getBytes(StandardCharsets.UTF_8)));
          channel.position(0);
          AtomicFile.writeAll(channel, ByteBuffer.wrap("ab".getBytes(StandardCharsets.UTF_8)));
        });
    assertEquals("abcd", Files.readString(file));
  }

  @Test
  void draftsOfThisFileAloneAreDeleted() throws IOException {
    Path file = folder.resolve("run.state");
    AtomicFile.write(file, "whole");
    String random = "11111111-2222-3333-4444-555555555555";
    for (String name :
        List.of(
            ".run.state." + random + ".tmp",
            ".other.state." + random + ".tmp",
            ".run.state.mine.tmp",
            ".run.state." + random)) {
      Files.writeString(folder.resolve(name), "part");
    }
    AtomicFile.deleteDrafts(file);
    assertEquals(
        List.of(
            ".other.state." + random + ".tmp",
            ".run.state." + random,
            ".run.state.mine.tmp",
            "run.state"),
        names());
    AtomicFile.deleteDrafts(folder.resolve("no/such/folder"));
  }

  @Test
  void aNameMayBeAsLongAsTheSystemAllows() throws IOException {
    Path file = folder.resolve("x".repeat(255));
    AtomicFile.write(file, "text");
    assertEquals("text", Files.readString(file));
    assertEquals(1, names().size());
  }

  @Test
  void aPipeIsWrittenToAndStays() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    CompletableFuture<String> read =
        CompletableFuture.supplyAsync(
            () -> assertDoesNotThrow(() -> new String(Files.newInputStream(pipe).readAllBytes())));
    AtomicFile.write(pipe, "text");
    assertEquals("text", read.get());
    assertFalse(Files.isRegularFile(pipe));
    assertEquals(List.of("pipe"), names());
  }
}
