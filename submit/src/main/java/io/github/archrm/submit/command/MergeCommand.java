package io.github.archrm.submit.command;

import io.github.archrm.submit.answers.Answers;
import io.github.archrm.submit.answers.AnswersReader;
import io.github.archrm.submit.run.Journal;
import io.github.archrm.submit.run.Journal.Entry;
import io.github.archrm.submit.run.Shard;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.Submission;
import io.github.archrm.tasks.io.AtomicFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Joins what several machines made of one challenges file. */
@Command(
    name = "merge",
    description = "Join the shards of a submission, complete or not.",
    optionListHeading = "%nOptions:%n",
    footerHeading =
        "%nA shard that still runs, or that was killed, gives what it has so far.%n%nExamples:%n",
    footer = {
      "  arc-hrm merge shared/ --out submission.json",
      "  arc-hrm merge a/shard-0-of-2 b/shard-1-of-2 --out submission.json"
    })
public final class MergeCommand implements Callable<Integer> {
  private static final int IDS_SHOWN = 20;

  /** What one shard has done: its journal, and the submission beside it. */
  private record Part(Path folder, Journal.Contents journal, Answers submission) {
    /** Ids of tasks for which some try had, or had not, an error. */
    Predicate<String> tried(boolean error) {
      return id ->
          journal.entries().stream()
              .anyMatch(entry -> entry.id().equals(id) && (entry.error() != null) == error);
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
    for (Path folder : folders) {
      for (Path place : places(folder)) {
        Part part = read(place);
        Part first = parts.isEmpty() ? part : parts.values().iterator().next();
        requireSameRun(first, part);
        Part twin = parts.putIfAbsent(Shard.parse(part.journal().header().shard()), part);
        if (twin != null) {
          throw new UserMistake(place + ": is the same shard as " + twin.folder());
        }
      }
    }
    Submission submission = new Submission(parts.values().iterator().next().submission());
    for (Part part : parts.values()) {
      part.journal().entries().stream()
          .filter(entry -> entry.error() == null)
          .map(Entry::result)
          .forEach(submission::add);
    }
    try {
      AtomicFile.write(out, submission.text());
    } catch (IOException e) {
      throw UserMistake.unwritable(out, e);
    }
    tell(parts, submission.ids());
    return 0;
  }

  /** The folders of shards that a folder holds, or the folder itself. */
  private static List<Path> places(Path folder) {
    List<Path> places = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(folder, entry -> Files.exists(entry.resolve(Journal.NAME)))) {
      entries.forEach(places::add);
    } catch (IOException e) {
      throw new UserMistake(folder + ": cannot be read: " + e);
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

  private static Part read(Path folder) {
    Journal.Contents journal = Journal.read(folder.resolve(Journal.NAME));
    if (journal == null || journal.header().shard() == null) {
      throw new UserMistake(folder + ": the run there was not of a shard");
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> json = Files.newDirectoryStream(folder, "*.json")) {
      json.forEach(files::add);
    } catch (IOException e) {
      throw new UserMistake(folder + ": cannot be read: " + e);
    }
    if (files.size() != 1) {
      throw new UserMistake(
          folder + ": " + files.size() + " .json files where the submission of a shard belongs");
    }
    Answers submission = AnswersReader.read(files.get(0));
    if (!submission.problems().isEmpty()) {
      throw new UserMistake(files.get(0) + ": " + submission.problems().get(0));
    }
    return new Part(folder, journal, submission);
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

  private void tell(Map<Shard, Part> parts, List<String> ids) {
    int of = parts.keySet().iterator().next().of();
    List<String> solved = ids(ids, parts, false);
    List<String> failed = ids(ids, parts, true);
    failed.removeAll(solved);
    List<String> untried = new ArrayList<>(ids);
    untried.removeAll(solved);
    untried.removeAll(failed);
    System.out.printf(
        "%s: %d tasks, %d with a result, from %d of %d shards%n",
        out, ids.size(), solved.size(), parts.size(), of);
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

  private static List<String> ids(List<String> ids, Map<Shard, Part> parts, boolean error) {
    return ids.stream()
        .filter(id -> parts.values().stream().anyMatch(part -> part.tried(error).test(id)))
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
