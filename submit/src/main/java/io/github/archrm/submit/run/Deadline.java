package io.github.archrm.submit.run;

import io.github.archrm.submit.runtime.UserMistake;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a run has to be over: so long after its first start, or at a point in time.
 *
 * @param text as it was given
 * @param length after the first start; null for a point in time
 * @param point null for a length
 */
public record Deadline(String text, Duration length, Instant point) {
  private static final Pattern LENGTH = Pattern.compile("(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?");

  /**
   * Further away it is a slip, such as milliseconds for seconds, and more than clocks can count.
   */
  private static final Duration MOST = Duration.ofDays(36_525);

  /**
   * Reads {@code 11h30m}, {@code 90s}, {@code 3m}, {@code 2026-11-24T20:00:00Z} or {@code @} with
   * seconds since 1970.
   *
   * @throws UserMistake if the text is none of these, a length of nothing, or a century away
   */
  public static Deadline parse(String text) {
    try {
      Optional<Duration> length = length(text);
      if (length.isPresent()) {
        if (!length.get().isZero()) {
          return new Deadline(text, length.get(), null).within(Instant.now());
        }
      } else if (text.startsWith("@")) {
        Instant point = Instant.ofEpochSecond(Long.parseLong(text.substring(1)));
        return new Deadline(text, null, point).within(Instant.now());
      } else {
        Instant point = OffsetDateTime.parse(text).toInstant();
        return new Deadline(text, null, point).within(Instant.now());
      }
    } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
      // Told below.
    }
    throw new UserMistake(
        "--deadline: 11h30m, 90s, a time such as 2026-11-24T20:00:00Z or @1795550400, not " + text);
  }

  /**
   * Reads {@code 11h30m}, {@code 90s} or {@code 3m}; empty if the text is no length.
   *
   * @throws NumberFormatException if a number in it has too many digits
   * @throws ArithmeticException if it is too long to be counted
   */
  public static Optional<Duration> length(String text) {
    Matcher length = LENGTH.matcher(text);
    return text.isEmpty() || !length.matches()
        ? Optional.empty()
        : Optional.of(
            Duration.ofHours(number(length.group(1)))
                .plusMinutes(number(length.group(2)))
                .plusSeconds(number(length.group(3))));
  }

  private Deadline within(Instant now) {
    if (Duration.between(now, after(now)).abs().compareTo(MOST) > 0) {
      throw new UserMistake("--deadline: at most a hundred years away, not " + text);
    }
    return this;
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  public Instant after(Instant firstStart) {
    return point == null ? firstStart.plus(length) : point;
  }
}
