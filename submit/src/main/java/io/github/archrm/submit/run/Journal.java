package io.github.archrm.submit.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.archrm.solver.SolvedTask;
import io.github.archrm.submit.cost.Cost;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.GridAdapter;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.tasks.Grid;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The memory of a run, beside what it writes: JSON lines, the first of which tells what run it is,
 * each other one what came out of a try. Every line is on disk before the run goes on; a line torn
 * by the end of the machine is dropped when the run is taken up again.
 *
 * <p>Longer than other classes, since writing, locking and strict reading of one format stand
 * together.
 */
public final class Journal implements AutoCloseable {
  /**
   * What a run is. One with another challenges file or configuration is another run.
   *
   * @param challenges hash of the challenges file
   * @param shard which part of it, such as {@code 2/4}; null for all
   * @param started when the run began first, in milliseconds since 1970
   */
  public record Header(
      String version, String challenges, JsonObject configuration, String shard, long started) {
    public Header {
      require(version, "version");
      require(challenges, "challenges");
      require(configuration, "configuration");
      // What is null is not in the file.
      configuration = GSON.fromJson(GSON.toJson(configuration), JsonObject.class);
    }

    /** What of this run is not as in another one, beside the shard; null if nothing is. */
    public String difference(Header other) {
      if (!version.equals(other.version)) {
        return "another version, " + version;
      }
      if (!challenges.equals(other.challenges)) {
        return "another challenges file";
      }
      return difference("", configuration, other.configuration);
    }

    private static String difference(String path, JsonElement one, JsonElement other) {
      if (one instanceof JsonObject own && other instanceof JsonObject others) {
        Set<String> names = new TreeSet<>(own.keySet());
        names.addAll(others.keySet());
        return names.stream()
            .map(name -> difference(path + "." + name, own.get(name), others.get(name)))
            .filter(found -> found != null)
            .findFirst()
            .orElse(null);
      }
      if (one instanceof JsonArray own
          && other instanceof JsonArray others
          && own.size() == others.size()) {
        return IntStream.range(0, own.size())
            .mapToObj(i -> difference(path + "." + i, own.get(i), others.get(i)))
            .filter(found -> found != null)
            .findFirst()
            .orElse(null);
      }
      String text = String.valueOf(one);
      return text.equals(String.valueOf(other))
          ? null
          : path.substring(1) + " " + said(one) + ", not " + said(other);
    }
  }

  private static String said(JsonElement value) {
    return value == null || value.isJsonNull() ? "unset" : value.toString();
  }

  /**
   * What came out of a try.
   *
   * @param error what went wrong; null if nothing did
   * @param cost what the try took; null if that is not known
   */
  public record Entry(String id, String error, SolvedTask result, Cost cost) {
    public Entry {
      require(id, "id");
      require(result, "result");
      require(result.id(), "id of the result");
      require(result.tests(), "tests of the result");
    }
  }

  private static void require(Object part, String name) {
    if (part == null) {
      throw new IllegalArgumentException("no " + name);
    }
  }

  /** A line of the file; one of the four is there. */
  private record Line(Header run, String deadline, Entry tried, Boolean over) {
    static Line of(Header run) {
      return new Line(run, null, null, null);
    }

    static Line of(String deadline) {
      return new Line(null, deadline, null, null);
    }

    static Line of(Entry tried) {
      return new Line(null, null, tried, null);
    }

    static Line end() {
      return new Line(null, null, null, true);
    }

    private boolean says() {
      return run != null || deadline != null || tried != null || over != null;
    }
  }

  /**
   * A journal as it is on disk.
   *
   * @param deadline the latest that the run was given; null if none
   * @param over whether the run had tried all its tasks
   * @param soundLength bytes up to the end of the last whole line
   */
  public record Contents(
      Header header, String deadline, List<Entry> entries, boolean over, long soundLength) {}

  public static final String NAME = "journal.jsonl";

  private static final Gson GSON =
      new GsonBuilder()
          .registerTypeAdapter(Grid.class, new GridAdapter())
          .serializeSpecialFloatingPointValues()
          .create();

  private final FileChannel channel;
  private final Optional<Contents> before;
  private final Deque<byte[]> unwritten = new ArrayDeque<>();
  private long length;

  private Journal(FileChannel channel, Contents before) {
    this.channel = channel;
    this.before = Optional.ofNullable(before);
    this.length = before == null ? 0 : before.soundLength();
  }

  /** The journal beside a submission. */
  public static Path beside(Path submission) {
    return submission.toAbsolutePath().resolveSibling(NAME);
  }

  /**
   * Opens a journal, or an empty one, to write behind its last whole line. Other processes are kept
   * from writing to it from before it is read until this one closes it.
   *
   * @throws UserMistake if another one writes to it, or as {@link #read}
   */
  public static Journal open(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    FileChannel channel = locked(file);
    try {
      return new Journal(channel, contents(file, Channels.newInputStream(channel).readAllBytes()));
    } catch (IOException | UserMistake e) {
      channel.close();
      throw e;
    }
  }

  private static FileChannel locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean free;
    try {
      free = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      free = false;
    } catch (IOException e) {
      // A file system without locks.
      free = true;
    }
    if (!free) {
      channel.close();
      throw new UserMistake(file + ": another run is at work on it");
    }
    return channel;
  }

  /**
   * Reads a journal.
   *
   * @return null if there is none, or not even its first line is whole
   * @throws UserMistake if it is something else, or damaged before its last line
   */
  public static Contents read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new UserMistake(file + ": " + UserMistake.reason(e));
    }
    return contents(file, bytes);
  }

  private static Contents contents(Path file, byte[] bytes) {
    List<Line> lines = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        lines.add(line(file, lines.size() + 1, bytes, begin, i - begin));
        begin = i + 1;
      }
    }
    if (lines.isEmpty()) {
      return null;
    }
    Header header = lines.get(0).run();
    if (header == null) {
      throw new UserMistake(file + ": not the journal of a run");
    }
    String deadline =
        lines.stream().map(Line::deadline).filter(d -> d != null).reduce(null, (a, b) -> b);
    List<Entry> entries = lines.stream().map(Line::tried).filter(t -> t != null).toList();
    boolean over = lines.get(lines.size() - 1).over() != null;
    return new Contents(header, deadline, entries, over, begin);
  }

  private static Line line(Path file, int number, byte[] bytes, int from, int length) {
    try {
      Line line =
          GSON.fromJson(new String(bytes, from, length, StandardCharsets.UTF_8), Line.class);
      if (line != null && line.says()) {
        return line;
      }
    } catch (RuntimeException e) {
      // Whatever a record does not take: Gson passes it on as it is.
    }
    throw new UserMistake(
        file + ": line " + number + " is damaged, or written by another version of arc-hrm");
  }

  /** What was in it when it was opened; empty if there was none, or no whole line. */
  public Optional<Contents> before() {
    return before;
  }

  /** Begins the journal anew; what was in it is lost. */
  public void begin(Header header) throws IOException {
    length = 0;
    add(Line.of(header));
    flush();
  }

  /** Notes an outcome; {@link #flush} brings it to disk. */
  public void add(Outcome outcome) {
    String id = outcome.task().id();
    Cost cost = outcome.cost().orElse(null);
    add(Line.of(new Entry(id, outcome.error().orElse(null), outcome.solved(), cost)));
  }

  /** Notes until when the run may go on; {@link #flush} brings it to disk. */
  public void add(Deadline deadline) {
    add(Line.of(deadline.text()));
  }

  /** Notes that all tasks have been tried; {@link #flush} brings it to disk. */
  public void addEnd() {
    add(Line.end());
  }

  private synchronized void add(Line line) {
    unwritten.add((GSON.toJson(line) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes all that was added, to the disk itself.
   *
   * @throws IOException if it cannot; the lines left wait for the next call, and nothing of them is
   *     in the file
   */
  public synchronized void flush() throws IOException {
    while (!unwritten.isEmpty()) {
      ByteBuffer bytes = ByteBuffer.wrap(unwritten.peek());
      try {
        // What lies behind is a torn line, or of the run before.
        channel.truncate(length);
        while (bytes.hasRemaining()) {
          channel.write(bytes, length + bytes.position());
        }
        channel.force(true);
      } catch (IOException e) {
        channel.truncate(length);
        throw e;
      }
      length += unwritten.remove().length;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
