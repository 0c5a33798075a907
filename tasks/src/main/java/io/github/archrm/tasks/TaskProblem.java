package io.github.archrm.tasks;

/**
 * Something in a source that could not be used, while the rest of it could.
 *
 * @param source the file, relative to what was asked for; inside an archive {@code
 *     archive.zip/folder/file.json}
 * @param taskId the task it is about, as it stands in the source, or empty where it is about the
 *     whole file
 * @param message what is wrong, beginning with its place in the task; one line
 * @param tests how many test inputs the task has, sound or not; 1 where that is not known
 */
public record TaskProblem(String source, String taskId, String message, int tests) {
  private static final int SHOWN = 250;

  /** Of a file, or of a task whose test inputs are not known. */
  public TaskProblem(String source, String taskId, String message) {
    this(source, taskId, message, 1);
  }

  /**
   * One line for a person, fit for a terminal: {@code tasks.json: 0a1b: demonstration 2 output, row
   * 3: ...}.
   */
  @Override
  public String toString() {
    String shown = taskId.length() > SHOWN ? taskId.substring(0, SHOWN) + "..." : taskId;
    return oneLine(source) + ": " + (taskId.isEmpty() ? "" : oneLine(shown) + ": ") + message;
  }

  /** A file's name may hold anything but a slash, and an id anything. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{C}", "?");
  }
}
