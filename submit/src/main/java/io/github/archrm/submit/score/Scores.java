package io.github.archrm.submit.score;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;

/**
 * The three numbers that are all called the score of ARC, over all tasks with known solutions.
 *
 * @param correctOutputs test outputs where one of the two attempts is right
 * @param outputs all test outputs
 * @param fractionSum the sum over tasks of the share of their test outputs that is right
 * @param solvedTasks tasks with every output right
 * @param tasks all tasks
 */
public record Scores(
    int correctOutputs, int outputs, double fractionSum, int solvedTasks, int tasks) {
  /** How many of one task's test outputs are right. */
  public record TaskScore(int correct, int outputs) {}

  public static Scores of(List<TaskScore> tasks) {
    return new Scores(
        tasks.stream().mapToInt(TaskScore::correct).sum(),
        tasks.stream().mapToInt(TaskScore::outputs).sum(),
        tasks.stream().mapToDouble(task -> (double) task.correct() / task.outputs()).sum(),
        (int) tasks.stream().filter(task -> task.correct() == task.outputs()).count(),
        tasks.size());
  }

  /** Correct test outputs divided by all test outputs. */
  double kaggle() {
    return (double) correctOutputs / outputs;
  }

  /** ARC Prize's number: the mean over tasks of the share of their test outputs that is right. */
  public double meanTaskFraction() {
    return fractionSum / tasks;
  }

  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.add("kaggle", number(kaggle(), correctOutputs, outputs));
    json.add("mean_task_fraction", number(meanTaskFraction(), fractionSum, tasks));
    json.add("tasks_all_right", number((double) solvedTasks / tasks, solvedTasks, tasks));
    return json;
  }

  private static JsonObject number(double value, Number count, int of) {
    JsonObject json = new JsonObject();
    json.addProperty("value", value);
    json.addProperty("count", count);
    json.addProperty("of", of);
    return json;
  }

  /** Three lines. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        """
        Kaggle (correct test outputs / all test outputs)  %6.2f %%  %d of %d
        ARC Prize (mean task fraction)                    %6.2f %%  %.2f of %d
        Tasks with every output right                     %6.2f %%  %d of %d""",
        100 * kaggle(),
        correctOutputs,
        outputs,
        100 * meanTaskFraction(),
        fractionSum,
        tasks,
        100.0 * solvedTasks / tasks,
        solvedTasks,
        tasks);
  }
}
