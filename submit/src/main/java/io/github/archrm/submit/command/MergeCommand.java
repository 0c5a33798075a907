package io.github.archrm.submit.command;

import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.submit.answers.Answers;
import io.github.archrm.submit.answers.AnswersReader;
import io.github.archrm.submit.answers.TaskAnswers;
import io.github.archrm.submit.run.Journal;
import io.github.archrm.submit.run.Journal.Entry;
import io.github.archrm.submit.run.Shard;
import io.github.archrm.submit.runtime.Counted;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.Submission;
import io.github.archrm.tasks.Kinds;
import io.github.archrm.tasks.io.AtomicFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Joins what several machines made of one challenges file. */
@Command(
    name = "merge",
    description = "Join the shards of a submission, complete or not.",
    optionListHeading = "%nOptions:%n",
    footerHeading =
        "%nA shard that still runs, or that was killed, gives what it has so far. One that"
            + "%ncannot be read is told and left out; then the exit code is 3.%n%nExamples:%n",
    footer = {
      "  arc-hrm merge shared/ --out submission.json",
      "  arc-hrm merge a/shard-0-of-2 b/shard-1-of-2 --out submission.json"
    })
public final class MergeCommand implements Callable<Integer> {
  private static final int IDS_SHOWN = 20;

  /** What one shard has done: its journal, and the submission beside it. */
  private record Part(Path folder, Journal.Contents journal, Answers submission) {
    /** Whether some try at a task had an error. */
    boolean failed(String id) {
      return journal.entries().stream()
          .anyMatch(entry -> entry.id().equals(id) && entry.error() != null);
    }
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "Folders of shards, or folders that hold them.")
  List<Path> folders;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "submission.json",
      description = "Where the submission goes (default ${DEFAULT-VALUE}).")
  Path out;

  @Override
  public Integer call() {
    Map<Shard, Part> parts = new TreeMap<>();
    List<UserMistake> flaws = new ArrayList<>();
    for (Path folder : folders) {
      for (Path place : places(folder)) {
        Part part;
        try {
          part = read(place).orElse(null);
        } catch (UserMistake e) {
          flaws.add(e);
          continue;
        }
        if (part == null) {
          continue;
        }
        Part first = parts.isEmpty() ? part : parts.values().iterator().next();
        requireSameRun(first, part);
        Part twin = parts.putIfAbsent(Shard.parse(part.journal().header().shard()), part);
        if (twin != null) {
          throw new UserMistake(place + ": is the same shard as " + twin.folder());
        }
      }
    }
    if (parts.isEmpty() && !flaws.isEmpty()) {
      throw flaws.get(0);
    }
    if (parts.isEmpty()) {
      throw new UserMistake("merge: no shard with a result in " + listed(folders));
    }
    flaws.forEach(flaw -> System.err.println(flaw.getMessage() + "; left out"));
    Answers whole = parts.values().iterator().next().submission();
    Submission submission = new Submission(whole);
    Set<String> solved = new LinkedHashSet<>();
    for (Part part : parts.values()) {
      part.journal().entries().stream()
          .filter(entry -> entry.error() == null)
          .filter(entry -> fits(entry, whole, part))
          .map(Entry::result)
          .forEach(
              result -> {
                submission.add(result);
                solved.add(result.id());
              });
    }
    try {
      AtomicFile.write(out, submission.text());
    } catch (IOException e) {
      throw UserMistake.unwritable(out, e);
    }
    tell(parts, submission.ids(), solved);
    return flaws.isEmpty() ? 0 : RunExit.INCOMPLETE;
  }

  private static String listed(List<Path> folders) {
    return folders.stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  /** A result that Kaggle would not take leaves the fallback where it is. */
  private static boolean fits(Entry entry, Answers whole, Part part) {
    Optional<TaskAnswers> wanted = whole.task(entry.id());
    int tests = entry.result().tests().size();
    String flaw = null;
    if (wanted.isEmpty()) {
      flaw = "is not in the submission";
    } else if (wanted.get().tests().size() != tests) {
      flaw = Counted.of(tests, wanted.get().tests().size(), "test");
    } else if (!entry.result().tests().stream().allMatch(MergeCommand::isAccepted)) {
      flaw = "an attempt that is no grid of ARC";
    }
    if (flaw != null) {
      System.err.println(
          part.folder() + ": " + entry.id() + ": the result of the journal is left out: " + flaw);
    }
    return flaw == null;
  }

  private static boolean isAccepted(TestAttempts test) {
    return Stream.of(test.first(), test.second())
        .allMatch(grid -> grid != null && Kinds.unnamed().fits(grid, grid));
  }

  /** The folders of shards that a folder holds, or the folder itself. */
  private static List<Path> places(Path folder) {
    List<Path> places = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(folder, entry -> Files.exists(entry.resolve(Journal.NAME)))) {
      entries.forEach(places::add);
    } catch (IOException e) {
      throw new UserMistake(folder + ": " + UserMistake.reason(e));
    }
    if (places.isEmpty() && Files.exists(folder.resolve(Journal.NAME))) {
      places.add(folder);
    }
    if (places.isEmpty()) {
      throw new UserMistake(
          folder
              + ": neither a shard's folder nor one that holds any; evaluate --resume joins its own");
    }
    places.sort(null);
    return places;
  }

  /** Empty, and told, where a shard has only begun. */
  private static Optional<Part> read(Path folder) {
    Journal.Contents journal = Journal.read(folder.resolve(Journal.NAME));
    if (journal == null) {
      System.err.println(folder + ": nothing in its journal yet, left out");
      return Optional.empty();
    }
    if (journal.header().shard() == null) {
      throw new UserMistake(folder + ": the run there was not of a shard");
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> json = Files.newDirectoryStream(folder, "*.json")) {
      json.forEach(files::add);
    } catch (IOException e) {
      throw new UserMistake(folder + ": " + UserMistake.reason(e));
    }
    // What other systems put beside every file.
    files.removeIf(file -> file.getFileName().toString().startsWith("."));
    if (files.size() != 1) {
      throw new UserMistake(
          folder + ": " + files.size() + " .json files where the submission of a shard belongs");
    }
    Answers submission = AnswersReader.read(files.get(0));
    if (!submission.problems().isEmpty()) {
      throw new UserMistake(files.get(0) + ": " + submission.problems().get(0));
    }
    return Optional.of(new Part(folder, journal, submission));
  }

  private static void requireSameRun(Part one, Part other) {
    Journal.Header first = one.journal().header();
    Journal.Header second = other.journal().header();
    String differs =
        Shard.parse(first.shard()).of() != Shard.parse(second.shard()).of()
            ? "another number of shards"
            : second.difference(first);
    if (differs != null) {
      throw new UserMistake(other.folder() + ": has " + differs + ", unlike " + one.folder());
    }
  }

  private void tell(Map<Shard, Part> parts, List<String> ids, Set<String> solved) {
    int of = parts.keySet().iterator().next().of();
    List<String> failed = failed(ids, parts);
    failed.removeAll(solved);
    List<String> untried = new ArrayList<>(ids);
    untried.removeAll(solved);
    untried.removeAll(failed);
    System.out.printf(
        "%s: %s, %d with a result, from %s%n",
        out, Counted.of(ids.size(), "task"), solved.size(), Counted.of(parts.size(), of, "shard"));
    list(
        "missing shards",
        IntStream.range(0, of)
            .mapToObj(i -> new Shard(i, of))
            .filter(shard -> !parts.containsKey(shard))
            .map(Shard::toString)
            .toList());
    list("failed", failed);
    list("no result", untried);
  }

  private static List<String> failed(List<String> ids, Map<Shard, Part> parts) {
    return ids.stream()
        .filter(id -> parts.values().stream().anyMatch(part -> part.failed(id)))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static void list(String what, List<String> ids) {
    if (!ids.isEmpty()) {
      System.out.println(
          what
              + ": "
              + ids.stream().limit(IDS_SHOWN).collect(Collectors.joining(", "))
              + (ids.size() > IDS_SHOWN ? " and " + (ids.size() - IDS_SHOWN) + " more" : ""));
    }
  }
}
