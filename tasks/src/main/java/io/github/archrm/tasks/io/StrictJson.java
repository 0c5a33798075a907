package io.github.archrm.tasks.io;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON as a stream of tokens, by the letter of RFC 8259.
 *
 * <p>Nothing here builds a tree: a hostile file costs no more memory than the valid part of it, and
 * nesting is bounded by the reader (255 levels), not by the stack.
 */
public final class StrictJson {
  /** The longest JSON file that is read: 64 MiB, some fifty times the largest ARC file. */
  static final long MAX_BYTES = 64L << 20;

  private static final int MAX_TEXT = 60;

  /** The kernel's word for what it cannot read as a file. */
  private static final String FOLDER = "Is a directory";

  /** The kernel's word for a file in the middle of a path. */
  private static final String NO_FOLDER = "Not a directory";

  private static final Pattern POSITION = Pattern.compile("at line (\\d+) column (\\d+)");

  private StrictJson() {}

  /** Reads UTF-8, or UTF-16 with its mark, at most {@link #MAX_BYTES} of it. */
  static JsonReader reader(InputStream in) throws IOException {
    InputStream bounded =
        new BoundedInputStream(in, MAX_BYTES, "larger than " + (MAX_BYTES >> 20) + " MiB");
    JsonReader json = new JsonReader(Text.strict(bounded));
    json.setStrictness(Strictness.STRICT);
    return json;
  }

  /** Requires that nothing but white space is left. */
  static void end(JsonReader json) throws IOException {
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw new IOException("something follows the end of the JSON");
    }
  }

  /** What went wrong while reading a file, in one line without the words of this library. */
  public static String message(IOException failure) {
    if (failure instanceof CharacterCodingException) {
      return "not UTF-8 text; save it with that encoding";
    }
    if (failure instanceof FileSystemException system) {
      return message(system);
    }
    String text = String.valueOf(failure.getMessage());
    Matcher position = POSITION.matcher(text);
    String place =
        position.find() ? " at line " + position.group(1) + ", column " + position.group(2) : "";
    if (failure instanceof EOFException) {
      return "not complete JSON: it ends too early" + place;
    }
    return place.isEmpty() ? plain(oneLine(text)) : "not valid JSON" + place;
  }

  private static String message(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "no permission to read it";
    }
    if (failure instanceof FileSystemLoopException) {
      return "a link that leads back to a folder above it";
    }
    String reason = oneLine(String.valueOf(failure.getReason()));
    return reason.contains("symbolic link") ? "a link that leads back to itself" : plain(reason);
  }

  /** The kernel's reason in our words, as far as there are any; null stays null. */
  public static String plain(String reason) {
    if (FOLDER.equals(reason)) {
      return "a folder, where a file belongs";
    }
    return NO_FOLDER.equals(reason) ? "a file is where a folder belongs" : reason;
  }

  /** The kind of a value, for messages. */
  static String name(JsonToken token) {
    return switch (token) {
      case BEGIN_ARRAY -> "a list";
      case BEGIN_OBJECT -> "an object";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      case NULL -> "null";
      default -> "nothing";
    };
  }

  /** Foreign text made fit for a message: in one line and not long. */
  static String printable(String text) {
    return oneLine(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "..." : text);
  }

  /** The text without control characters, which could garble a terminal. */
  public static String oneLine(String text) {
    return text.replaceAll("\\p{C}", "?");
  }
}
