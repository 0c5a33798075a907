package io.github.archrm.submit.runtime;

import io.github.archrm.tasks.io.StrictJson;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Something only the user can put right: told in one line, exit code 2. */
public final class UserMistake extends RuntimeException {
  public UserMistake(String message) {
    super(message);
  }

  /** The file or its folder cannot be written. */
  public static UserMistake unwritable(Path file, IOException e) {
    return new UserMistake(file + ": cannot be written: " + reason(e));
  }

  /** What went wrong in a line: of files and streams in words of our own. */
  public static String words(Throwable e) {
    if (!(e instanceof IOException io)) {
      return e.toString();
    }
    String file =
        e instanceof FileSystemException system && system.getFile() != null
            ? system.getFile() + ": "
            : "";
    String reason = reason(io);
    return reason == null ? e.toString() : reason.startsWith(file) ? reason : file + reason;
  }

  /** Whoever runs this, as {@code chown} takes it: by number where the kernel tells it. */
  private static String user() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").toString();
    } catch (IOException | RuntimeException e) {
      return System.getProperty("user.name");
    }
  }

  /** Why a file cannot be read or written, in words of our own as far as there are any. */
  public static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      String user = user();
      return "user %s may not; give the folder to that user (chown %s), or run as its owner"
              .formatted(user, user)
          + " (--user of a container)";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return "a file is where a folder belongs";
    }
    if (e instanceof FileSystemLoopException
        || e instanceof FileSystemException system && system.getReason() != null) {
      return StrictJson.message(e);
    }
    return StrictJson.plain(e.getMessage());
  }
}
