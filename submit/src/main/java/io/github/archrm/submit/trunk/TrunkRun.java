package io.github.archrm.submit.trunk;

import io.github.archrm.submit.progress.TrainingStatus;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.io.AtomicFile;
import io.github.archrm.train.Accuracy;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.TimeLimit;
import io.github.archrm.train.TrainingLimit;
import io.github.archrm.train.TrainingProgress;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Trains a trunk to the end of its budget: validates and saves at regular points, and once more
 * when it is asked to stop.
 */
public final class TrunkRun {
  /** How long a signal may have to wait for the step at work. */
  private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(500);

  private final TaskTrainer trainer;
  private final TrunkFiles files;
  private final double seconds;
  private final int steps;
  private final int points;
  private final int validation;
  private final TrainingStatus progress;
  private final long begun = System.nanoTime();
  private final CountDownLatch saved = new CountDownLatch(1);
  private TrunkCurve curve;
  private double earlier;
  private volatile boolean stopped;

  /**
   * @param seconds budget of this run and those it goes on with; may be infinite
   * @param steps likewise, optimizer steps
   * @param points of the curve
   * @param validation puzzles to validate with, at most
   */
  public TrunkRun(
      TaskTrainer trainer,
      TrunkFiles files,
      double seconds,
      int steps,
      int points,
      int validation) {
    this.trainer = trainer;
    this.files = files;
    this.seconds = seconds;
    this.steps = steps;
    this.points = points;
    this.validation = validation;
    this.progress = TrainingStatus.onStderr();
  }

  /**
   * @param resumed whether the curve goes on, too
   * @throws UserMistake if the files cannot be written at the beginning
   * @throws IOException if they cannot be written later
   */
  public void train(boolean resumed) throws IOException {
    try {
      curve =
          resumed ? TrunkCurve.resume(files.csv(), trainer.steps()) : TrunkCurve.begin(files.csv());
      save();
    } catch (IOException e) {
      throw UserMistake.unwritable(files.trunk(), e);
    }
    earlier = last().map(TrunkPoint::seconds).orElse(0.0);
    Thread hook = new Thread(this::stop, "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      while (!isOver()) {
        int point = (int) (share() * points);
        while (!isOver() && (int) (share() * points) == point) {
          trainer.train(
              TrainingLimit.ofSteps(stepsUntil(point + 1)).orTime(TimeLimit.in(SLICE)),
              this::share,
              this::follow);
        }
        look();
        save();
      }
      if (stopped) {
        progress.note(
            "interrupted at step "
                + trainer.steps()
                + ", saved in "
                + files.state()
                + "; --resume goes on");
      }
    } finally {
      progress.end();
      saved.countDown();
    }
    if (!stopped) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  /** Runs when the process is asked to end, and holds its end up until the run is saved. */
  private void stop() {
    stopped = true;
    try {
      saved.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isOver() {
    return stopped || trainer.steps() >= steps || elapsed() >= seconds;
  }

  private double elapsed() {
    return earlier + (System.nanoTime() - begun) / 1e9;
  }

  /** How much of the budget is used, 0-1, by the limit that is nearer. */
  private double share() {
    double ofSteps = steps == Integer.MAX_VALUE ? 0 : (double) trainer.steps() / steps;
    return Math.min(1, Math.max(ofSteps, elapsed() / seconds));
  }

  /** The steps at which a point of the curve is due, if steps are limited. */
  private int stepsUntil(int point) {
    return steps == Integer.MAX_VALUE
        ? steps
        : (int) Math.min(steps, Math.ceil((double) point * steps / points));
  }

  private void follow(TrainingProgress now) {
    double left = seconds - elapsed();
    progress.show(
        new TrainingProgress(now.step(), now.segment(), now.loss(), now.exactShare(), left));
  }

  private void look() throws IOException {
    Accuracy accuracy = trainer.predictor().validate(validation);
    TrunkPoint point =
        new TrunkPoint(
            trainer.steps(),
            elapsed(),
            trainer.loss(),
            trainer.exactShare(),
            accuracy.exact(),
            accuracy.cells());
    curve.add(point);
    String held =
        Double.isNaN(point.validationExact())
            ? "nothing to validate with"
            : String.format(
                Locale.ROOT,
                "held out: exact %.3f, cells %.4f",
                point.validationExact(),
                point.validationCells());
    progress.note(
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
    trainer.save(files.state());
    trainer.saveTrunk(files.trunk());
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
    return files.trunk() + ": " + trainer.steps() + " steps" + accuracy;
  }
}
