package io.github.archrm.submit.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class UserMistakeTest {
  @Test
  void whatGoesWrongWithFilesIsSaidWithoutTheNamesOfExceptions() {
    assertEquals(
        "out/x.json: No space left on device",
        UserMistake.words(new FileSystemException("out/x.json", null, "No space left on device")));
    assertEquals(
        "x.json: no such file or folder", UserMistake.words(new NoSuchFileException("x.json")));
    assertEquals(
        "x.json: a link that leads back to itself",
        UserMistake.words(
            new FileSystemException("x.json", null, "Too many levels of symbolic links")));
    assertEquals(
        "a/b: a file is where a folder belongs",
        UserMistake.words(new FileSystemException("a/b", null, "Not a directory")));
    assertEquals(
        "a folder, where a file belongs", UserMistake.words(new IOException("Is a directory")));
    assertEquals("cut off", UserMistake.words(new IOException("cut off")));
    assertEquals("java.io.IOException", UserMistake.words(new IOException()));
    assertEquals(
        "java.lang.IllegalStateException: ours",
        UserMistake.words(new IllegalStateException("ours")));
    String denied = UserMistake.words(new AccessDeniedException("out"));
    assertTrue(denied.matches("out: user (\\w+) may not; .*\\(chown \\1\\).*"), denied);
  }
}
