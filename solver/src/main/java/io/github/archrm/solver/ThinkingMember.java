package io.github.archrm.solver;

import io.github.archrm.augment.View;
import io.github.archrm.solver.think.Search;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Predictor;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.TimeLimit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A trunk that knows the rule of a task as a member of the vote: it thinks about the test inputs,
 * and is not trained. Where answers can be checked it goes on until one is proved to each, or the
 * budget is spent; otherwise, and where there is no budget, it has as many views and starts as the
 * policy gives it.
 */
final class ThinkingMember implements Member {
  /** Between the seeds of the calls on one task. */
  private static final long SEEDS_APART = 31;

  private final TaskWork work;
  private final Policy.Thinking thinking;

  ThinkingMember(TaskWork work) {
    this.work = work;
    this.thinking = work.recipe().policy().thinking();
  }

  @Override
  public double share() {
    return 1;
  }

  @Override
  public Verdict work(MemberState state, double until) {
    long seed = work.options().seed() + SEEDS_APART * work.state().nextModel();
    try (TaskTrainer trunk = trunk(seed)) {
      Predictor model = trunk.predictor();
      List<View> views = model.views(thinking.views(), seed);
      boolean searches = work.vote().hasRules() && work.options().budget().steps() > 0;
      if (searches && model.startsDiffer()) {
        search(state, model, model.besideUpright(views), seed, until);
      } else {
        TimeLimit end = work.spending().deadline(until);
        PredictionRounds rounds = work.rounds();
        state.put(1, true, rounds.ask(model, views, end, rounds.none(), work.state()::spent));
        work.thinking().offer(model, 1);
      }
    }
    boolean all = open().isEmpty();
    return all ? Verdict.SETTLED : Verdict.OPEN;
  }

  private TaskTrainer trunk(long seed) {
    return new TaskTrainer(
        List.of(work.task()),
        work.recipe().training().holding(work.options().tokens()),
        work.trunk(),
        work.compute(),
        seed);
  }

  /** The test inputs to which no answer is proved yet. */
  private List<Integer> open() {
    return IntStream.range(0, work.task().testInputs().size())
        .filter(test -> !work.vote().isProved(test, work.state().votes(test)))
        .boxed()
        .toList();
  }

  private void search(
      MemberState state, Predictor model, List<View> views, long seed, double until) {
    Task task = work.task();
    List<Integer> open = open();
    Budget budget = work.options().budget();
    Search search =
        new Search(
            questions -> model.begin(questions, seed),
            thinking.within(),
            model.room(thinking.restarts().rows()),
            budget.seconds() / open.size(),
            budget.steps() == Integer.MAX_VALUE
                ? budget.steps()
                : Math.max(1, budget.steps() / open.size()),
            work.spending().deadline(until),
            seed);
    Map<Integer, Search.Found> found =
        search.run(task, open, work.vote(), views, work.thinking().tests()).stream()
            .collect(Collectors.toMap(Search.Found::test, one -> one));
    found.forEach((test, one) -> work.state().spent(test, one.effort()));
    work.thinking().take(perTest(work.thinking().tests(), found, Search.Found::thoughts));
    state.put(1, true, perTest(task.testInputs().size(), found, Search.Found::predictions));
  }

  /** Of the first test inputs each; nothing of those that were not thought about. */
  private static <T> List<List<T>> perTest(
      int tests, Map<Integer, Search.Found> found, Function<Search.Found, List<T>> what) {
    return IntStream.range(0, tests)
        .mapToObj(test -> Optional.ofNullable(found.get(test)).map(what).orElse(List.of()))
        .toList();
  }
}
