package io.github.archrm.tasks.io;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskProblem;
import io.github.archrm.tasks.TaskSet;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Collects the files of a directory or an archive, in whatever order they come, into one set in the
 * order of their names.
 *
 * <p>{@code x_solutions.json} belongs to {@code x_challenges.json} in the same folder, and {@code
 * test.csv} to {@code train.csv}; any other text is a task of its own. Text that could be read and
 * holds nothing that looks like a puzzle is passed over, since it may be anything, and told of only
 * where there is nothing else. So are sample submissions, as Kaggle ships them along.
 */
final class TaskTree implements Archive.Receiver {
  private static final String CHALLENGES = "challenges.json";
  private static final String SOLUTIONS = "solutions.json";
  private static final Set<String> PUZZLES = Set.of("train.csv", "test.csv");

  private final String name;
  private final List<TaskDocument> documents = new ArrayList<>();
  private final Map<String, Solutions> solutions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, PuzzleSet> puzzles = new TreeMap<>();
  private final List<TaskProblem> problems = new ArrayList<>();
  private final List<TaskProblem> passedOver = new ArrayList<>();
  private int problemCount;

  /**
   * @param name of the whole, which becomes the id of puzzles that lie in no folder below it
   */
  TaskTree(String name) {
    this.name = name;
  }

  /** Whether a file, by its name, may hold tasks or solutions. */
  static boolean wanted(String path) {
    String base = lowerBase(path);
    String name = unpackedName(base);
    return (isJson(name) || PuzzleLines.named(name) || Archive.named(base) || Archive.foreign(base))
        && Arrays.stream(path.split("/")).noneMatch(TaskTree::isHidden)
        && !name.endsWith("submission.json")
        && !path.contains("__MACOSX/");
  }

  /** As the folders in which notebooks keep copies. */
  private static boolean isHidden(String part) {
    return part.startsWith(".") && !part.equals(".") && !part.equals("..");
  }

  @Override
  public boolean wants(String path) {
    return wanted(path);
  }

  @Override
  public void addSingle(String source, InputStream in) throws IOException {
    InputStream content = new BufferedInputStream(in);
    PackedFiles.refuseHidden(content);
    if (PuzzleLines.named(unpackedName(source))) {
      addPuzzles(source, content);
    } else {
      addTasks(source, content);
    }
  }

  /** The name of a file without the ending that tells how it is packed. */
  static String unpackedName(String name) {
    return Compression.of(name).strip(name);
  }

  @Override
  public void add(String source, InputStream in) throws IOException {
    String name = lowerBase(source);
    if (Archive.named(name) || Archive.foreign(name)) {
      problem(source, "an archive within another or a folder; name it by itself");
      return;
    }
    try {
      InputStream content = new BufferedInputStream(Compression.of(name).unpack(in));
      PackedFiles.refuseHidden(content);
      addUnpacked(source, unpackedName(name), content);
    } catch (IOException e) {
      problem(source, StrictJson.message(e));
    }
  }

  private void addUnpacked(String source, String name, InputStream in) {
    if (name.endsWith(SOLUTIONS)) {
      Solutions read = Solutions.readSymbols(source, in);
      solutions.put(unpackedName(source), read);
      problemCount += read.problems().size();
    } else if (PUZZLES.contains(name)) {
      String folder = source.substring(0, source.length() - baseName(source).length());
      String id = folder.isEmpty() ? this.name : baseName(folder.substring(0, folder.length() - 1));
      PuzzleSet set = puzzles.computeIfAbsent(folder, f -> new PuzzleSet(id));
      addPuzzles(source, in, set, PuzzleSet.Role.of(name));
    } else if (PuzzleLines.named(name)) {
      PuzzleSet set = new PuzzleSet(id(source));
      boolean whole = addPuzzles(source, in, set, role(name));
      if (whole && PuzzleLines.mayBeAnything(name) && !set.isMeant() && !isTable(name, set)) {
        problemCount -= set.problems().size();
        passOver(source, set.problems().get(0).message());
      } else {
        puzzles.put(source, set);
      }
    } else {
      addTasks(source, in);
    }
  }

  /** Whether a table has a line that is a puzzle by its length; in prose that may be chance. */
  private static boolean isTable(String name, PuzzleSet set) {
    return !name.endsWith(".txt") && set.hasKind();
  }

  /** Reads one file of text as a task of its own. */
  void addPuzzles(String source, InputStream in) {
    PuzzleSet set = puzzles.computeIfAbsent(source, s -> new PuzzleSet(id(source)));
    addPuzzles(source, in, set, role(lowerBase(source)));
  }

  private static PuzzleSet.Role role(String name) {
    PuzzleSet.Role role = PuzzleSet.Role.of(name);
    return role == PuzzleSet.Role.TRAIN ? PuzzleSet.Role.MIXED : role;
  }

  /** Whether all of it could be read, be it puzzles or not. */
  private boolean addPuzzles(String source, InputStream in, PuzzleSet set, PuzzleSet.Role role) {
    int before = set.problems().size();
    boolean whole = true;
    try {
      set.add(source, PuzzleLines.read(in), role);
    } catch (NoPuzzlesException e) {
      set.problem(source, e.getMessage());
    } catch (IOException e) {
      set.problem(source, StrictJson.message(e));
      whole = false;
    }
    problemCount += set.problems().size() - before;
    return whole;
  }

  /** Reads one file as tasks, whatever its name. */
  void addTasks(String source, InputStream in) {
    TaskDocument document = TaskDocument.read(source, id(source), in);
    documents.add(document);
    problemCount += document.problems().size();
  }

  private void passOver(String source, String reason) {
    if (passedOver.size() < TaskDocument.MAX_PROBLEMS) {
      passedOver.add(new TaskProblem(source, "", reason));
    }
  }

  @Override
  public void problem(String source, String message) {
    problems.add(new TaskProblem(source, "", message));
    problemCount++;
  }

  @Override
  public int problemCount() {
    return problemCount;
  }

  /** Whether nothing was added yet that holds a task. */
  boolean isEmpty() {
    return puzzles.isEmpty() && documents.stream().allMatch(document -> document.tasks().isEmpty());
  }

  /** All tasks, the first where an id is given twice. */
  TaskSet toTaskSet() {
    puzzles.forEach((source, set) -> documents.add(TaskDocument.of(source, set)));
    documents.sort(Comparator.comparing(TaskDocument::source));
    Map<String, Task> byId = new LinkedHashMap<>();
    Map<String, String> sources = new LinkedHashMap<>();
    for (TaskDocument document : documents) {
      problems.addAll(document.problems());
      Solutions known = solutions.remove(partner(document.source()));
      List<Task> tasks = document.tasks();
      if (known != null) {
        problems.addAll(known.problems());
        tasks = solved(tasks, known, partner(document.source()), problems);
      }
      for (Task task : tasks) {
        Task before = byId.putIfAbsent(task.id(), task);
        if (before == null) {
          sources.put(task.id(), document.source());
        } else {
          problems.add(
              new TaskProblem(
                  document.source(),
                  task.id(),
                  "the id was already used in " + sources.get(task.id()) + ", which is kept"));
        }
      }
    }
    solutions.keySet().forEach(source -> problem(source, "solutions without a challenges file"));
    if (byId.isEmpty() && problems.isEmpty()) {
      problems.addAll(passedOver);
    }
    return new TaskSet(List.copyOf(byId.values()), problems);
  }

  /** The tasks with their solutions from a separate file, which win over their own. */
  static List<Task> solved(
      List<Task> tasks, Solutions solutions, String source, List<TaskProblem> problems) {
    List<Task> solved = new ArrayList<>();
    Set<String> left = new LinkedHashSet<>(solutions.byId().keySet());
    for (Task task : tasks) {
      left.remove(task.id());
      List<Grid> outputs = solutions.byId().getOrDefault(task.id(), task.solutions());
      Optional<String> flaw = flaw(task, outputs);
      flaw.ifPresent(message -> problems.add(new TaskProblem(source, task.id(), message)));
      solved.add(flaw.isEmpty() ? task.withSolutions(outputs) : task);
    }
    for (String id : left) {
      problems.add(new TaskProblem(source, id, "a solution without a task"));
    }
    return solved;
  }

  /** What keeps grids from being the solutions of a task, if anything does. */
  private static Optional<String> flaw(Task task, List<Grid> outputs) {
    List<Grid> inputs = task.testInputs();
    if (outputs.isEmpty()) {
      return Optional.empty();
    }
    if (outputs.size() != inputs.size()) {
      return Optional.of(outputs.size() + " solutions for " + inputs.size() + " test inputs");
    }
    return IntStream.range(0, outputs.size())
        .boxed()
        .flatMap(
            i ->
                task.kind().outputFlaw(inputs.get(i), outputs.get(i)).stream()
                    .map(flaw -> TaskFields.at("solution " + (i + 1), flaw)))
        .findFirst();
  }

  /** The id of a task that has a file of its own. */
  static String id(String source) {
    String base = baseName(source);
    String name = unpackedName(base);
    boolean known = isJson(name.toLowerCase(Locale.ROOT)) || PuzzleLines.named(name);
    return known ? name.substring(0, name.lastIndexOf('.')) : name;
  }

  private static boolean isJson(String name) {
    return name.endsWith(".json") || TaskDocument.isLines(name);
  }

  static String fileName(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  /** One line on why a file could not be opened or read. */
  static String unreadable(Path file, IOException failure) {
    return file + ": " + StrictJson.message(failure);
  }

  private static String partner(String packed) {
    String source = unpackedName(packed);
    return source.toLowerCase(Locale.ROOT).endsWith(CHALLENGES)
        ? source.substring(0, source.length() - CHALLENGES.length()) + SOLUTIONS
        : "";
  }

  private static String lowerBase(String path) {
    return baseName(path).toLowerCase(Locale.ROOT);
  }

  private static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
