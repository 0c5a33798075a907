package io.github.archrm.solver;

import io.github.archrm.augment.View;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.TrainingProgress;
import io.github.archrm.train.Trunk;
import io.github.archrm.train.file.CheckpointException;
import io.github.archrm.train.tokens.Channels;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stage of training as a member of the vote. It trains at least one model. One that fits the
 * demonstrations while its views go on disagreeing gives its vote and its place to another one,
 * trained from another seed: where the demonstrations leave the rule open, several guesses are
 * better than one. All of its models together have one full set of votes.
 */
final class ModelMember implements Member {
  private static final Logger LOG = LoggerFactory.getLogger(ModelMember.class);

  /** Between the seeds of a task's models. */
  private static final long SEEDS_APART = 31;

  private final TaskWork work;
  private final int number;
  private final Policy.Stage stage;
  private final Optional<Trunk> trunk;
  private final Recipe recipe;
  private final Channels channels;

  /**
   * @param number of the member, from 0
   */
  ModelMember(TaskWork work, int number, Policy.Stage stage) {
    this.work = work;
    this.number = number;
    this.stage = stage;
    this.trunk = stage.trunk() ? work.trunk() : Optional.empty();
    this.recipe =
        work.recipe().of(stage, work.task().side(), trunk).holding(work.options().tokens());
    // A trunk has learned without channels.
    this.channels = stage.channels() && trunk.isEmpty() ? work.channels() : Channels.NONE;
  }

  @Override
  public double share() {
    return stage.share();
  }

  @Override
  public Verdict work(MemberState state, double until) {
    ModelTraining.End end;
    do {
      end = trainOne(state, until);
    } while (end == ModelTraining.End.DISAGREES && !work.spending().over(until));
    return end == ModelTraining.End.AGREED ? Verdict.AGREED : Verdict.OPEN;
  }

  private ModelTraining.End trainOne(MemberState state, double until) {
    int model = state.unfinished().orElseGet(work.state()::nextModel);
    long seed = work.options().seed() + SEEDS_APART * model;
    Policy policy = work.recipe().policy();
    Channels shown = state.unfinished().isPresent() ? state.channels() : channels;
    try (TaskTrainer trainer = trainer(state, shown, seed)) {
      int before = trainer.steps();
      List<View> views = trainer.predictor().views(policy.thinking().views(), seed);
      ModelTraining training =
          new ModelTraining(
              trainer,
              views,
              policy,
              work.vote(),
              work.rounds(),
              work.task().kind().structure().sharedRule(),
              work.spending().deadline(until),
              work.spending().stepsUntil(until));
      ModelTraining.Result result;
      try {
        result =
            training.run(
                before == 0 ? OptionalInt.empty() : state.fitted(),
                state.said().orElseGet(work.rounds()::none),
                progress -> follow(model, progress, before));
      } finally {
        work.spending().made(trainer.steps() - before);
      }
      double weight = weight(trainer, views);
      state.put(weight, result.fits(), result.predictions());
      if (result.end() == ModelTraining.End.SPENT && work.folder().save(trainer, number)) {
        state.leaveUnfinished(model, result.fitted(), shown);
      }
      work.thinking().offer(trainer.predictor(), weight);
      work.state().reached(trainer.loss());
      return result.end();
    }
  }

  /** The unfinished model, or a new one. */
  private TaskTrainer trainer(MemberState state, Channels shown, long seed) {
    if (state.unfinished().isPresent()) {
      Path checkpoint = work.folder().checkpoint(number);
      try {
        return TaskTrainer.resume(checkpoint, List.of(work.task()), shown, recipe, work.compute());
      } catch (CheckpointException e) {
        LOG.warn("{}: a model is trained anew: {}", work.task().id(), e.getMessage());
      }
    }
    return new TaskTrainer(List.of(work.task()), shown, recipe, trunk, work.compute(), seed);
  }

  /**
   * What a model's votes count: less if it does not fit the demonstrations, and less if it has few
   * distinct views, since the same view seen twice is hardly a second witness.
   */
  private double weight(TaskTrainer trainer, List<View> views) {
    Policy policy = work.recipe().policy();
    double witnesses = (double) views.size() / policy.thinking().views();
    return policy.vote().weight(trainer.exactShare()) * witnesses;
  }

  private void follow(int model, TrainingProgress ofModel, int before) {
    TrainingProgress progress = work.spending().overall(ofModel, work.state().steps() - before);
    work.state().curve().add(model + 1, progress);
    work.listener().accept(progress);
  }
}
