package io.github.archrm.submit.run;

import io.github.archrm.submit.report.ReportWithPage;
import io.github.archrm.submit.runtime.Counted;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The journal of a run that begins or goes on, with what came out of it before. */
final class RunJournal {
  private final Journal journal;
  private final Journal.Header header;
  private final List<Task> tasks;
  private final Map<String, List<Outcome>> earlier = new LinkedHashMap<>();
  private final Optional<Journal.Contents> before;

  private RunJournal(
      Journal journal, Journal.Header header, List<Task> tasks, Optional<Journal.Contents> before) {
    this.journal = journal;
    this.header = header;
    this.tasks = tasks;
    this.before = before;
  }

  /**
   * Begins a journal, or goes on with it.
   *
   * @param file what the run hands in
   * @param tasks of the run
   * @param resume whether to go on with an earlier run, if there was one
   * @param learning where the run keeps what it learns before its first result; empty if it learns
   *     nothing
   * @throws UserMistake if there is an earlier run that may not be lost, or another one than this
   */
  static RunJournal open(
      Path path,
      Path file,
      Journal.Header header,
      List<Task> tasks,
      boolean resume,
      Optional<Path> learning) {
    try {
      Journal journal = Journal.open(path);
      Optional<Journal.Contents> contents = journal.before();
      if (!resume && contents.isPresent() && !contents.get().over()) {
        int results = contents.get().entries().size();
        if (results > 0 || learning.filter(Files::exists).isPresent()) {
          throw new UserMistake(
              path
                  + ": holds "
                  + (results > 0
                      ? Counted.of(results, "result") + " of an earlier run"
                      : "an earlier run that has learned its tasks jointly so far")
                  + "; --resume goes on with it, or remove the file");
        }
      }
      if (resume && contents.isPresent()) {
        requireSame(path, header, contents.get().header());
        deleteDrafts(file);
        RunJournal run = new RunJournal(journal, header, tasks, contents);
        contents.get().entries().forEach(run::take);
        return run;
      }
      journal.begin(header);
      deleteDrafts(file);
      return new RunJournal(journal, header, tasks, Optional.empty());
    } catch (IOException e) {
      throw UserMistake.unwritable(path, e);
    }
  }

  /** Clears away what a killed run was writing; only where no other one can be at work. */
  private static void deleteDrafts(Path file) {
    try {
      AtomicFile.deleteDrafts(file);
      AtomicFile.deleteDrafts(ReportWithPage.place(file));
    } catch (IOException e) {
      // They take room, and no more.
    }
  }

  private static void requireSame(Path path, Journal.Header header, Journal.Header other) {
    String differs =
        Objects.equals(header.shard(), other.shard())
            ? other.difference(header)
            : "another shard, " + other.shard();
    if (differs != null) {
      throw new UserMistake(path + ": the earlier run had " + differs);
    }
  }

  /**
   * Takes over what a shard of the same run has done, into this journal too: results of tasks that
   * have none here, failures of those that were not tried here.
   *
   * @throws UserMistake if it is a shard of another run
   */
  void takeShard(Path path) {
    Journal.Contents contents = Journal.read(path);
    if (contents == null) {
      return;
    }
    String differs = contents.header().difference(header);
    if (differs != null) {
      throw new UserMistake(path + ": a shard of another run, which had " + differs);
    }
    Set<String> done = done();
    Set<String> known = Set.copyOf(earlier.keySet());
    contents.entries().stream()
        .filter(entry -> !(entry.error() == null ? done : known).contains(entry.id()))
        .flatMap(entry -> take(entry).stream())
        .forEach(journal::add);
  }

  private Optional<Outcome> take(Journal.Entry entry) {
    Optional<Outcome> outcome =
        tasks.stream()
            .filter(task -> task.id().equals(entry.id()))
            .findFirst()
            .map(
                task ->
                    new Outcome(
                        task,
                        entry.result(),
                        Optional.ofNullable(entry.error()),
                        Optional.ofNullable(entry.cost())));
    outcome.ifPresent(one -> earlier.computeIfAbsent(entry.id(), id -> new ArrayList<>()).add(one));
    return outcome;
  }

  /** Whether there was an earlier run, which goes on. */
  boolean goesOn() {
    return before.isPresent();
  }

  Journal journal() {
    return journal;
  }

  /** What came out of earlier tries, by the tasks' ids. */
  Map<String, List<Outcome>> earlier() {
    return earlier;
  }

  /** The tasks without a result. */
  List<Task> open() {
    return tasks.stream().filter(task -> !hasResult(task)).toList();
  }

  /** Ids of the tasks with a result. */
  Set<String> done() {
    return tasks.stream().filter(this::hasResult).map(Task::id).collect(Collectors.toSet());
  }

  private boolean hasResult(Task task) {
    return earlier.getOrDefault(task.id(), List.of()).stream()
        .anyMatch(outcome -> outcome.error().isEmpty());
  }

  /** The deadline that the earlier run was given last. */
  Optional<Deadline> deadline() {
    return before.map(Journal.Contents::deadline).map(Deadline::parse);
  }

  /** When the run began first, in milliseconds since 1970. */
  long started() {
    return before.map(contents -> contents.header().started()).orElse(header.started());
  }
}
