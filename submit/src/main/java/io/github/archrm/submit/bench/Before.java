package io.github.archrm.submit.bench;

import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.train.bench.Case;
import io.github.archrm.train.bench.Machine;
import io.github.archrm.train.bench.Speed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An earlier measurement that figures are held against.
 *
 * @param file that it was read from
 */
public record Before(Path file, BenchResult result) {
  /** Machines whose rates differ by more were not equally idle. */
  private static final double SAME_RATE = 0.1;

  /**
   * @throws UserMistake if the file cannot be read, is none, or has no speeds
   */
  public static Before read(Path file) {
    BenchResult result = BenchResult.read(file);
    if (result.speed().isEmpty()) {
      throw new UserMistake(file + ": no training speed was measured in it");
    }
    return new Before(file, result);
  }

  /**
   * @throws UserMistake if it was measured on another machine, device, or number of threads
   */
  public void requireSame(Machine machine) {
    machine
        .unlike(result.machine())
        .ifPresent(
            reason -> {
              throw new UserMistake("--against " + file + ": measured with " + reason);
            });
  }

  /**
   * @throws UserMistake if none of these was measured
   */
  public void requireAny(List<Case> cases) {
    if (cases.stream()
        .allMatch(one -> result.of(one.model(), one.side(), one.symbols()).isEmpty())) {
      throw nothing();
    }
  }

  /**
   * @throws UserMistake if none of what was measured now was
   */
  public void requireAny(BenchResult now) {
    if (now.speed().stream().allMatch(one -> any(one).isEmpty())) {
      throw nothing();
    }
  }

  private UserMistake nothing() {
    return new UserMistake("--against " + file + ": none of these models and canvases is in it");
  }

  private Optional<Speed> any(Speed now) {
    return result.of(now.model(), now.side(), now.symbols());
  }

  /** The same steps, then; empty if they were not measured, or with another number of rows. */
  Optional<Speed> of(Speed now) {
    return any(now).filter(then -> then.batch() == now.batch());
  }

  /** What somebody should know who reads the ratios, a line each. */
  List<String> notes(BenchResult now) {
    List<String> notes = new ArrayList<>();
    String library = result.machine().library();
    if (!library.equals(now.machine().library())) {
      notes.add("%s was measured with %s".formatted(file, library));
    }
    for (Speed one : now.speed()) {
      String task = "%s %dx%d".formatted(one.model(), one.side(), one.side());
      any(one)
          .filter(then -> then.batch() != one.batch())
          .ifPresent(
              then ->
                  notes.add(
                      "%s: %d rows, but %d in %s, so steps are not compared"
                          .formatted(task, one.batch(), then.batch(), file)));
      of(one)
          .map(then -> one.rate().matmulGigaflops() / then.rate().matmulGigaflops())
          .filter(ratio -> Math.abs(Math.log(ratio)) > Math.log1p(SAME_RATE))
          .ifPresent(
              ratio ->
                  notes.add(
                      String.format(
                          Locale.ROOT,
                          "%s: the machine itself was %.2f times as fast: compare 'of matmul'",
                          task,
                          ratio)));
    }
    return notes;
  }
}
