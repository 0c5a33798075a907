package io.github.archrm.submit.answers;

import io.github.archrm.solver.vote.Candidate;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.tasks.Grid;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was answered to one test input.
 *
 * @param first attempt 1, if there is a valid one
 * @param second attempt 2, if there is a valid one
 * @param candidates the candidates, best first
 * @param deep whether the candidates are known; if not, there are none here
 * @param told what the file itself says about right and wrong
 */
public record TestAnswers(
    Optional<Grid> first,
    Optional<Grid> second,
    List<Candidate> candidates,
    boolean deep,
    Optional<Judged> told) {
  /** The most candidates of a test input that are kept in a file, and looked at. */
  public static final int MOST_CANDIDATES = 1000;

  /** Where nothing, or nothing valid, was answered. */
  public static final TestAnswers NONE = of(Optional.empty(), Optional.empty());

  public TestAnswers {
    candidates = List.copyOf(candidates);
  }

  /** Two attempts of which nothing more is known. */
  public static TestAnswers of(Optional<Grid> first, Optional<Grid> second) {
    return new TestAnswers(first, second, List.of(), false, Optional.empty());
  }

  /** What a run of this project has answered, with its best candidates. */
  public static TestAnswers of(TestAttempts attempts) {
    return new TestAnswers(
        Optional.of(attempts.first()),
        Optional.of(attempts.second()),
        attempts.candidates().stream().limit(MOST_CANDIDATES).toList(),
        true,
        Optional.empty());
  }

  /** The valid ones of the two attempts. */
  public List<Grid> attempts() {
    return Stream.of(first, second).flatMap(Optional::stream).toList();
  }

  /** All different answers, best first: the two attempts, then the other candidates. */
  public List<Grid> ranked() {
    Set<Grid> grids = new LinkedHashSet<>(attempts());
    candidates.forEach(candidate -> grids.add(candidate.grid()));
    return List.copyOf(grids);
  }

  /** Holds the answers against the solution. */
  public Judged judge(Grid solution) {
    int found = ranked().indexOf(solution);
    int rank = found + (first.isEmpty() ? 2 : 1);
    return new Judged(
        attempts().contains(solution),
        first.equals(Optional.of(solution)),
        true,
        found < 0 ? OptionalInt.empty() : OptionalInt.of(rank),
        deep);
  }
}
