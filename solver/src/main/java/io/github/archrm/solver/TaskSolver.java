package io.github.archrm.solver;

import io.github.archrm.augment.program.Explanations;
import io.github.archrm.augment.program.Piece;
import io.github.archrm.augment.program.ProgramSearch;
import io.github.archrm.augment.program.SearchLimits;
import io.github.archrm.solver.think.Thought;
import io.github.archrm.solver.vote.ConsensusVote;
import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.solver.vote.TaskVote;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Compute;
import io.github.archrm.train.SegmentTrainer;
import io.github.archrm.train.TaskDigest;
import io.github.archrm.train.TrainingProgress;
import io.github.archrm.train.Trunk;
import io.github.archrm.train.tokens.Channels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Solves one task: its {@link Member}s work on it one after the other, each for its part of the
 * budget, and all their predictions vote.
 *
 * <p>A member that is sure of its votes leaves the rest of its part to those after it, of which
 * only the last one is asked, for a second opinion; one that knows the answers ends the work.
 */
public final class TaskSolver {
  private static final Logger LOG = LoggerFactory.getLogger(TaskSolver.class);

  private final SolverOptions options;

  public TaskSolver(SolverOptions options) {
    this.options = options;
  }

  /**
   * Trains, predicts and votes. The first call of a process loads the native library.
   *
   * @param task its solutions, if there are any, are not looked at
   * @param listener told after every training step
   * @throws IllegalArgumentException if the device asked for is not there, or the model cannot take
   *     the task's symbols
   * @throws io.github.archrm.train.file.CheckpointException if the trunk cannot be used for the
   *     task
   */
  public SolvedTask solve(Task task, Consumer<TrainingProgress> listener) {
    return solve(task, listener, 0);
  }

  /**
   * As {@link #solve(Task, Consumer)}, and keeps what the model thinks. That changes no answer.
   *
   * @param thoughtful of how many test inputs, the first ones, the thinking is kept
   */
  public SolvedTask solve(Task task, Consumer<TrainingProgress> listener, int thoughtful) {
    return solve(task, listener, thoughtful, null);
  }

  /**
   * As {@link #solve(Task, Consumer, int)}, but goes on where an earlier call with the same folder
   * and seed came to the end of its budget: the models that were in training are trained on, and
   * all members vote.
   *
   * @param state where the work is kept for a later call, tens of megabytes at most; the folder is
   *     there afterwards if more budget could still help: the votes do not agree, or no model has
   *     fitted the demonstrations, and the disk had room for it. Null to keep nothing
   * @return steps, seconds and curve are those of all calls, the thinking is that of the last one
   */
  public SolvedTask solve(
      Task task, Consumer<TrainingProgress> listener, int thoughtful, Path state) {
    Optional<Trunk> trunk = options.readTrunk(task.kind());
    SolverRecipe recipe = options.recipeFor(task, trunk);
    boolean onlyThinks = recipe.onlyThinks(task, trunk);
    // Random weights that have nothing to learn from can but predict.
    boolean predicts = task.demonstrations().isEmpty() && !onlyThinks;
    Spending spending = new Spending(predicts ? Budget.ofSteps(0) : options.budget());
    Policy policy = recipe.policy();
    Task unsolved = task.withoutSolutions();
    TaskVote vote =
        new TaskVote(
            unsolved,
            policy.vote().rules(),
            new ConsensusVote(policy.vote().doubt()),
            policy.agreement().share());
    TaskFolder folder =
        new TaskFolder(
            unsolved,
            Optional.ofNullable(state),
            TaskDigest.of(
                List.of(unsolved),
                Long.toString(options.seed()),
                recipe.toJson().toString(),
                trunk.map(Trunk::fingerprint).orElse("")));
    int tests = task.testInputs().size();
    int members = onlyThinks ? 1 : policy.stages().size();
    Explanations explanations = explain(unsolved, policy);
    if (!policy.voters().hrm() || policy.programs().settle() && explanations.settled()) {
      folder.delete();
      TaskState none = new TaskState(members);
      none.spent(0, spending.seconds());
      return solved(unsolved, policy, vote, explanations, none, List.of());
    }
    TaskWork work =
        new TaskWork(
            unsolved,
            options,
            recipe,
            channels(explanations, recipe.training().channels().most()),
            Compute.start(options.device(), options.threads()),
            trunk,
            vote,
            new PredictionRounds(tests, vote, policy.thinking()),
            spending,
            folder,
            folder.read(members),
            new BestThinking(Math.min(thoughtful, tests), policy.thinking().segments()),
            listener);
    work(work, onlyThinks ? List.of(new ThinkingMember(work)) : models(work));
    return solved(unsolved, policy, vote, explanations, work.state(), work.thinking().thoughts());
  }

  /** What programs make of a task, within their part of its budget; nothing if they do not vote. */
  private Explanations explain(Task task, Policy policy) {
    if (!policy.voters().programs()) {
      return Explanations.none(task.testInputs().size());
    }
    Policy.Programs programs = policy.programs();
    SearchLimits limits =
        SearchLimits.ofDepth(programs.depth()).withEvaluations(programs.evaluations());
    double seconds = options.budget().seconds() * programs.share();
    return ProgramSearch.search(
        task,
        Double.isInfinite(seconds)
            ? limits
            : limits.within(Duration.ofMillis((long) (1000 * seconds))));
  }

  private static Channels channels(Explanations explanations, int most) {
    List<Piece> pieces =
        explanations.pieces().subList(0, Math.min(most, explanations.pieces().size()));
    return pieces.isEmpty()
        ? Channels.NONE
        : new Channels(
            transposed(pieces.stream().map(Piece::demonstrations).toList()),
            transposed(pieces.stream().map(Piece::tests).toList()));
  }

  /** [piece][input] becomes [input][piece]. */
  private static List<List<Grid>> transposed(List<List<Grid>> pieces) {
    return IntStream.range(0, pieces.get(0).size())
        .mapToObj(input -> pieces.stream().map(piece -> piece.get(input)).toList())
        .toList();
  }

  /** A model of each stage, in the order in which they work. */
  private static List<Member> models(TaskWork work) {
    List<Member> members = new ArrayList<>();
    for (Policy.Stage stage : work.recipe().policy().stages()) {
      members.add(new ModelMember(work, members.size(), stage));
    }
    return members;
  }

  /** Lets the members work, and keeps what a later call can go on with. */
  private static void work(TaskWork work, List<Member> members) {
    TaskState state = work.state();
    List<Integer> open =
        IntStream.range(0, members.size()).filter(i -> !state.member(i).isDone()).boxed().toList();
    double all = open.stream().mapToDouble(i -> members.get(i).share()).sum();
    double shares = 0;
    boolean agreed = false;
    boolean settled = false;
    work.spending().beginMembers();
    for (int i : open) {
      shares += members.get(i).share();
      boolean last = i == open.get(open.size() - 1);
      double until = last ? 1 : shares / all; // a rounded sum would leave a step for ever
      boolean needed = last && !state.hasVotes() || !work.spending().over(until);
      if (needed && !settled && (!agreed || last)) {
        Member.Verdict verdict = work(work, members.get(i), i, until);
        agreed |= verdict == Member.Verdict.AGREED;
        settled = verdict == Member.Verdict.SETTLED;
        if (verdict != Member.Verdict.OPEN) {
          state.member(i).finish();
        }
      }
    }
    state.spent(work.spending().steps(), work.spending().seconds());
    // What can be checked is worth more work until it is proved, whatever the votes say; and what
    // models say that have not learned the demonstrations is worth little, however many say it.
    boolean agree =
        !work.recipe().onlyThinks(work.task(), work.trunk())
            && (state.fits() || work.task().demonstrations().isEmpty())
            && work.vote().agree(votes(work.task(), state));
    if (settled || state.allDone() || agree) {
      work.folder().delete();
    } else {
      work.folder().keep(state);
    }
  }

  /** One whose model has diverged is as one that had no time: others go on without it. */
  private static Member.Verdict work(TaskWork work, Member member, int number, double until) {
    try {
      return member.work(work.state().member(number), until);
    } catch (SegmentTrainer.DivergedException e) {
      LOG.warn(
          "{}: stage {} ends without a vote, its training has diverged ({}); a lower"
              + " learningRate.peak may help",
          work.task().id(),
          number + 1,
          e.getMessage());
      work.state().member(number).abandon(work.vote());
      return Member.Verdict.OPEN;
    }
  }

  private static List<List<Prediction>> votes(Task task, TaskState state) {
    return IntStream.range(0, task.testInputs().size()).mapToObj(state::votes).toList();
  }

  private static SolvedTask solved(
      Task task,
      Policy policy,
      TaskVote vote,
      Explanations explanations,
      TaskState state,
      List<List<Thought>> thinking) {
    List<TestAttempts> attempts =
        vote.attempts(votes(task, state), explanations.tests(), policy.programs().odds());
    return new SolvedTask(
        task.id(),
        attempts,
        state.steps(),
        state.seconds(),
        state.loss(),
        state.curve().points(),
        thinking,
        explanations.pieces(),
        state.efforts(),
        task.kind().structure().sharedRule()
            ? List.of()
            : IntStream.range(0, attempts.size())
                .mapToObj(test -> state.votes(test, attempts.get(test).candidates()))
                .toList());
  }
}
