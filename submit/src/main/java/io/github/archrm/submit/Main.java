package io.github.archrm.submit;

import io.github.archrm.submit.runtime.Application;
import io.github.archrm.submit.runtime.Debug;
import io.github.archrm.submit.runtime.Failure;
import io.github.archrm.submit.runtime.OutOfMemory;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.io.StrictJson;
import io.github.archrm.tasks.io.TaskFormatException;
import io.github.archrm.train.file.CheckpointException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Starts the command line and turns what goes wrong into an exit code: 2 for a mistake of the user,
 * 1 for a failure of ours; each in one line, with a stack trace only where {@link Debug} asks. That
 * holds for every thread.
 */
public final class Main {
  private static final int FAILURE = 1;
  private static final int MISTAKE = 2;

  private Main() {}

  public static void main(String[] args) {
    if (System.getProperty("ai.djl.offline") == null) {
      System.setProperty("ai.djl.offline", "true");
    }
    // Pictures are drawn in memory; a display that cannot be reached must not stop that.
    System.setProperty("java.awt.headless", "true");
    Debug.setLogLevel();
    Watched out = new Watched(new FileOutputStream(FileDescriptor.out));
    System.setOut(utf8(out));
    System.setErr(utf8(new FileOutputStream(FileDescriptor.err)));
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> broken(e));
    try {
      Application.running().ifPresent(Application::useNatives);
    } catch (UserMistake e) {
      System.err.println("arc-hrm: " + e.getMessage());
      System.exit(MISTAKE);
    }
    int code = execute(args);
    System.out.flush();
    System.exit(code == 0 && out.lost() ? FAILURE : code);
  }

  /** What could not be written to stdout is told: results must not be lost without a word. */
  private static final class Watched extends FilterOutputStream {
    private IOException failure;

    Watched(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }

    /** Whoever closes a pipe has read what they wanted. */
    boolean lost() {
      boolean lost = failure != null && !"Broken pipe".equals(failure.getMessage());
      if (lost) {
        System.err.println("arc-hrm: stdout: cannot be written: " + UserMistake.reason(failure));
      }
      return lost;
    }
  }

  private static int execute(String[] args) {
    try {
      return commandLine().execute(args);
    } catch (Error e) {
      tell(e);
      return FAILURE;
    }
  }

  /**
   * Ends the process when a thread of it has no memory: what others wait for may never come, and
   * files are whole at every moment. Other ends of a thread are told.
   */
  private static void broken(Throwable e) {
    boolean memory = true;
    try {
      memory = OutOfMemory.line(e).isPresent();
      tell(e);
    } finally {
      if (memory) {
        Runtime.getRuntime().halt(FAILURE);
      }
    }
  }

  private static void tell(Throwable e) {
    System.err.println("arc-hrm: " + OutOfMemory.line(e).orElseGet(() -> oneLine(e.toString())));
    if (Debug.on()) {
      e.printStackTrace();
    }
  }

  /** Frames of drawings are not in every machine's default encoding. */
  private static PrintStream utf8(OutputStream out) {
    return new PrintStream(new BufferedOutputStream(out), true, StandardCharsets.UTF_8);
  }

  private static CommandLine commandLine() {
    CommandLine line = new CommandLine(new ArcHrm());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler(Main::misused);
    line.setExecutionExceptionHandler(Main::failed);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    CommandGroups.showIn(line);
    return line;
  }

  private static int misused(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("arc-hrm: " + oneLine(ParserWords.plain(e.getMessage())));
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return MISTAKE;
  }

  private static int failed(Exception e, CommandLine command, ParseResult parsed) {
    boolean mistake =
        e instanceof UserMistake
            || e instanceof TaskFormatException
            || e instanceof CheckpointException;
    Optional<String> memory = mistake ? Optional.empty() : OutOfMemory.line(e);
    PrintWriter err = command.getErr();
    boolean told = mistake || e instanceof Failure;
    err.println(
        "arc-hrm: "
            + memory.orElseGet(
                () -> told ? StrictJson.oneLine(e.getMessage()) : oneLine(UserMistake.words(e))));
    if (Debug.on()) {
      e.printStackTrace(err);
    }
    return mistake ? MISTAKE : FAILURE;
  }

  /** The first line of a library's words. */
  private static String oneLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
