package io.github.archrm.solver.vote;

import io.github.archrm.augment.program.Explained;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Rules;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The vote on one task: which predictions agree, which are proved, which become attempts. */
public final class TaskVote {
  private final Task task;
  private final Rules rules;
  private final Ranking ranking;
  private final double agreed;

  /**
   * @param task its solutions are not looked at
   * @param useRules whether what is known of a puzzle's rules decides before votes do
   * @param ranking of the votes
   * @param agreed share of the votes, 0-1, with which they count as agreed
   */
  public TaskVote(Task task, boolean useRules, Ranking ranking, double agreed) {
    this.task = task;
    this.rules = useRules ? task.kind().rules() : Rules.NONE;
    this.ranking = ranking;
    this.agreed = agreed;
  }

  /** Whether rules tell a right answer from a wrong one. */
  public boolean hasRules() {
    return rules != Rules.NONE;
  }

  /**
   * Whether for every test input one answer is agreed on, or proved where there are rules.
   *
   * @param predictions per test input
   */
  public boolean agree(List<List<Prediction>> predictions) {
    return IntStream.range(0, predictions.size())
        .allMatch(test -> agree(test, predictions.get(test)));
  }

  private boolean agree(int test, List<Prediction> predictions) {
    if (hasRules()) {
      return isProved(test, predictions);
    }
    List<Candidate> ranked = rank(test, predictions, ranking);
    return !ranked.isEmpty() && ranked.get(0).share() >= agreed;
  }

  /** Where an answer breaks rules, those about optimality among them. */
  public List<Violation> broken(int test, Grid answer) {
    return rules.check(task.testInputs().get(test), answer);
  }

  /** Whether the rules tell that some prediction is a best answer. */
  public boolean isProved(int test, List<Prediction> predictions) {
    Grid input = task.testInputs().get(test);
    return hasRules()
        && predictions.stream()
            .flatMap(prediction -> prediction.grid().stream())
            .anyMatch(grid -> rules.isOptimal(input, grid));
  }

  /**
   * The predictions for the test inputs with a proved answer, and none for the others.
   *
   * @param predictions per test input
   */
  public List<List<Prediction>> proved(List<List<Prediction>> predictions) {
    List<List<Prediction>> proved = new ArrayList<>();
    for (int test = 0; test < predictions.size(); test++) {
      List<Prediction> all = predictions.get(test);
      proved.add(isProved(test, all) ? all : List.of());
    }
    return proved;
  }

  /**
   * The attempts at every test input.
   *
   * @param predictions per test input
   * @param explained per test input what programs make of it, best first
   * @param odds ranks both together
   */
  public List<TestAttempts> attempts(
      List<List<Prediction>> predictions, List<List<Explained>> explained, JointVote odds) {
    Attempts attempts = new Attempts(task);
    List<TestAttempts> tests = new ArrayList<>();
    for (int test = 0; test < predictions.size(); test++) {
      List<Prediction> all = predictions.get(test);
      List<Explained> programs = explained.get(test);
      List<Candidate> ranked = rank(test, all, voters -> odds.rank(ranking.rank(voters), programs));
      tests.add(attempts.choose(task.testInputs().get(test), ranked, all.size()));
    }
    return tests;
  }

  /** By the rules first, then by votes. */
  private List<Candidate> rank(int test, List<Prediction> predictions, Ranking votes) {
    return new RuleVote(rules, task.testInputs().get(test), votes).rank(predictions);
  }
}
