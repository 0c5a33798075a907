package io.github.archrm.submit.progress;

import io.github.archrm.submit.score.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** How many tasks of a run are done, and when all will be. */
public final class TasksDone {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final int total;
  private final Instant deadline;
  private final Instant begun = Instant.now();
  private final Set<String> done = new HashSet<>();
  private final int before;

  public TasksDone(int total) {
    this(total, Set.of(), null);
  }

  /**
   * @param before tasks done by an earlier run
   * @param deadline null if there is none
   */
  public TasksDone(int total, Set<String> before, Instant deadline) {
    this.total = total;
    this.deadline = deadline;
    this.done.addAll(before);
    this.before = before.size();
  }

  synchronized void add(Outcome outcome) {
    done.add(outcome.task().id());
  }

  synchronized boolean all() {
    return done.size() == total;
  }

  /** The estimated finish, as soon as something is known: at the deadline at the latest. */
  synchronized Optional<Instant> finish(Instant now) {
    if (deadline != null) {
      return Optional.of(deadline);
    }
    int made = done.size() - before;
    if (made == 0) {
      return Optional.empty();
    }
    long left = Duration.between(begun, now).toMillis() * (total - done.size()) / made;
    return Optional.of(now.plusMillis(left));
  }

  /** Such as {@code 3/50, ends by 14:32:10}. */
  @Override
  public synchronized String toString() {
    if (all() && deadline == null) {
      return total + "/" + total;
    }
    String ends = deadline == null ? ", ends about " : ", ends by ";
    return done.size()
        + "/"
        + total
        + finish(Instant.now())
            .map(at -> ends + CLOCK.format(at.truncatedTo(ChronoUnit.SECONDS)))
            .orElse("");
  }
}
