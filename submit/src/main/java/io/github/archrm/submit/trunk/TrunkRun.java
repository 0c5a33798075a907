package io.github.archrm.submit.trunk;

import io.github.archrm.submit.progress.TrainingStatus;
import io.github.archrm.submit.runtime.Counted;
import io.github.archrm.submit.runtime.Failure;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.io.AtomicFile;
import io.github.archrm.train.Accuracy;
import io.github.archrm.train.SegmentTrainer;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.TimeLimit;
import io.github.archrm.train.TrainingLimit;
import io.github.archrm.train.TrainingProgress;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Trains a trunk to the end of its budget: validates and saves at regular points, and saves once
 * more when it is asked to stop.
 *
 * <p>A budget in seconds holds for all of that: validation gets a share of the time between two
 * points, and training ends as much earlier as the last validation and saving take.
 */
public final class TrunkRun {
  /** How long a signal may have to wait for the step at work. */
  private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(500);

  /** Share of the time between two points that validation may take. */
  private static final double VALIDATION_SHARE = 0.25;

  /** Share of the budget that the end may take. */
  private static final double MOST_RESERVE = 0.25;

  /** The last saving may take so many times what the first one took. */
  private static final double SAVING = 1.5;

  private final TaskTrainer trainer;
  private final TrunkFiles files;
  private final TrunkPlan plan;
  private final long begun;
  private final Map<String, String> notes;
  private final TrainingStatus status = TrainingStatus.onStderr();
  private final CountDownLatch saved = new CountDownLatch(1);
  private TrunkCurve curve;
  private double earlier;
  private double validating;
  private double training;
  private int savedAt;
  private volatile boolean stopped;

  /**
   * @param begun when the seconds of this run began, by {@link System#nanoTime}
   * @param notes that lay with the run that goes on; empty for a new one
   */
  public TrunkRun(
      TaskTrainer trainer,
      TrunkFiles files,
      TrunkPlan plan,
      long begun,
      Map<String, String> notes) {
    this.trainer = trainer;
    this.files = files;
    this.plan = plan;
    this.begun = begun;
    this.notes = notes;
  }

  /**
   * @param resumed whether the curve goes on, too
   * @throws UserMistake if the files cannot be written at the beginning
   * @throws IOException if they cannot be written later
   * @throws Failure if the training diverges; what was saved last is kept
   */
  public void train(boolean resumed) throws IOException {
    Thread hook = new Thread(this::stop, "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try (status) {
      begin(resumed);
      status.show("a step is at work");
      if (isOver() && !stopped) {
        status.note("nothing left to do: the limits are those of what is done already");
      }
      while (!isOver()) {
        int point = point();
        while (!isOver() && point() == point) {
          trainer.train(slice(point + 1), this::share, this::follow);
        }
        Optional<String> seen = look();
        save();
        seen.ifPresent(status::note);
      }
      if (stopped) {
        status.note(
            "interrupted at step "
                + trainer.steps()
                + ", saved in "
                + files.state()
                + "; --resume goes on");
      }
    } catch (SegmentTrainer.DivergedException e) {
      throw diverged(e);
    } finally {
      saved.countDown();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is being ended; the hook no longer waits for anything.
    }
  }

  private void begin(boolean resumed) {
    try {
      files.deleteDrafts();
      curve =
          resumed ? TrunkCurve.resume(files.csv(), trainer.steps()) : TrunkCurve.begin(files.csv());
      earlier = TrunkPlan.elapsed(notes).or(() -> last().map(TrunkPoint::seconds)).orElse(0.0);
      long before = System.nanoTime();
      save();
      double saving = SAVING * (System.nanoTime() - before) / 1e9;
      validating = VALIDATION_SHARE * plan.seconds() / plan.points();
      training = plan.seconds() - Math.min(MOST_RESERVE * plan.seconds(), saving + validating);
      if (Double.isInfinite(plan.seconds())) {
        training = plan.seconds();
      }
    } catch (IOException e) {
      throw UserMistake.unwritable(files.trunk(), e);
    }
  }

  private Failure diverged(SegmentTrainer.DivergedException e) {
    return new Failure(
        "%s: training has diverged after step %d (%s); what was saved after step %d is kept. Train anew with a"
                .formatted(files.trunk(), trainer.steps(), e.getMessage(), savedAt)
            + " lower --set learningRate.peak");
  }

  /** Runs when the process is asked to end, and holds its end up until the run is saved. */
  private void stop() {
    stopped = true;
    if (saved.getCount() > 0) {
      status.note("stopping after the step at work, to save");
    }
    try {
      saved.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One step is made in any case, so that there is something to tell. */
  private boolean isOver() {
    return stopped
        || trainer.steps() >= plan.steps()
        || trainer.steps() > 0 && elapsed() >= training;
  }

  private double elapsed() {
    return earlier + (System.nanoTime() - begun) / 1e9;
  }

  /** How much of the budget is used, 0-1, by the limit that is nearer. */
  private double share() {
    double ofSteps =
        plan.steps() == Integer.MAX_VALUE ? 0 : (double) trainer.steps() / plan.steps();
    return Math.min(1, Math.max(ofSteps, elapsed() / training));
  }

  /** The points of the curve that are past. */
  private int point() {
    return (int) (share() * plan.points());
  }

  /** The steps at which a point of the curve is due, if steps are limited. */
  private int stepsUntil(int point) {
    return plan.steps() == Integer.MAX_VALUE
        ? plan.steps()
        : (int) Math.min(plan.steps(), Math.ceil((double) point * plan.steps() / plan.points()));
  }

  /** Up to a point of the curve, or the next look at the clock or at a signal. */
  private TrainingLimit slice(int point) {
    double left = training - elapsed();
    return left > 0
        ? TrainingLimit.ofSteps(stepsUntil(point))
            .orTime(TimeLimit.in((long) Math.min(SLICE, left * 1e9)))
        : TrainingLimit.ofSteps(trainer.steps() + 1);
  }

  private void follow(TrainingProgress now) {
    double left = plan.seconds() - elapsed();
    status.show(
        new TrainingProgress(now.step(), now.segment(), now.loss(), now.exactShare(), left));
  }

  /** Adds a point to the curve and puts it in words; none if there is no time for it any more. */
  private Optional<String> look() throws IOException {
    status.show("validating after step " + trainer.steps());
    double until = elapsed() + validating;
    Accuracy accuracy =
        trainer.predictor().validate(plan.validation(), () -> stopped || elapsed() >= until);
    if (stopped) {
      return Optional.empty();
    }
    TrunkPoint point =
        new TrunkPoint(
            trainer.steps(),
            elapsed(),
            trainer.loss(),
            trainer.exactShare(),
            accuracy.exact(),
            accuracy.cells());
    curve.add(point);
    status.show("saving after step " + trainer.steps());
    String held =
        accuracy.puzzles() == 0
            ? "nothing to validate with"
            : String.format(
                Locale.ROOT,
                "held out %d: exact %.3f, cells %.4f",
                accuracy.puzzles(),
                point.validationExact(),
                point.validationCells());
    return Optional.of(
        String.format(
            Locale.ROOT,
            "step %d, %.0f s: loss %.4f, exact %.3f; %s",
            point.step(),
            point.seconds(),
            point.loss(),
            point.trainExact(),
            held));
  }

  private void save() throws IOException {
    trainer.save(files.state(), plan.notes(elapsed()));
    trainer.saveTrunk(files.trunk());
    savedAt = trainer.steps();
    if (!curve.points().isEmpty()) {
      AtomicFile.write(
          files.png(),
          TrunkCurveDrawing.of(files.trunk().getFileName().toString(), curve.points()).png());
    }
  }

  private Optional<TrunkPoint> last() {
    List<TrunkPoint> all = curve.points();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** What came out, in one line. */
  public String summary() {
    String accuracy =
        last()
            .filter(point -> !Double.isNaN(point.validationExact()))
            .map(
                point ->
                    String.format(
                        Locale.ROOT,
                        ", %.1f %% of held-out puzzles exact",
                        100 * point.validationExact()))
            .orElse("");
    return files.trunk() + ": " + Counted.of(trainer.steps(), "step") + accuracy;
  }
}
