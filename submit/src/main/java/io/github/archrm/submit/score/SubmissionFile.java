package io.github.archrm.submit.score;

import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.Grid;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A submission as somebody hands it in, with whatever is missing or wrong in it; {@link
 * SubmissionReader} has the forms.
 *
 * @param attempts for every task id, for every entry in order, the valid attempts among the two
 * @param firsts for every task id, for every entry in order, attempt 1, if it is valid
 * @param asked the tasks that a run was asked for, if the file says so
 * @param problems a line for everything that is not as it should be
 */
public record SubmissionFile(
    Map<String, List<List<Grid>>> attempts,
    Map<String, List<Optional<Grid>>> firsts,
    Optional<Set<String>> asked,
    List<String> problems) {

  /** The two attempts of an entry, as far as they are valid. */
  record Entry(Optional<Grid> first, Optional<Grid> second) {
    static final Entry NONE = new Entry(Optional.empty(), Optional.empty());

    private List<Grid> valid() {
      return Stream.of(first, second).flatMap(Optional::stream).toList();
    }
  }

  static SubmissionFile of(
      Map<String, List<Entry>> entries, Optional<Set<String>> asked, List<String> problems) {
    Map<String, List<List<Grid>>> attempts = new LinkedHashMap<>();
    Map<String, List<Optional<Grid>>> firsts = new LinkedHashMap<>();
    entries.forEach(
        (id, tests) -> {
          attempts.put(id, tests.stream().map(Entry::valid).toList());
          firsts.put(id, tests.stream().map(Entry::first).toList());
        });
    return new SubmissionFile(attempts, firsts, asked, new ArrayList<>(problems));
  }

  /** Reads the attempts at tasks of ARC; see {@link #read(Path, Set)}. */
  public static SubmissionFile read(Path file) {
    return read(file, Set.of());
  }

  /**
   * @param puzzles ids of the tasks of other kinds, whose symbols may be above 9
   * @throws UserMistake if the file is not there, or has none of the forms
   */
  public static SubmissionFile read(Path file, Set<String> puzzles) {
    return new SubmissionReader(puzzles).read(file);
  }
}
