package io.github.archrm.submit.compare;

import io.github.archrm.submit.answers.TaskAnswers;
import io.github.archrm.submit.cost.Price;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What the compared tasks took, on average, as far as the files say it of every one of them.
 *
 * @param seconds wall-clock seconds of a worker per task
 * @param processorSeconds of all cores together per task
 * @param dollars per task
 */
public record Expense(
    OptionalDouble seconds, OptionalDouble processorSeconds, OptionalDouble dollars) {
  static Expense of(List<TaskAnswers> tasks, Optional<Price> price) {
    return new Expense(
        mean(
            tasks,
            task ->
                task.cost().isPresent()
                    ? OptionalDouble.of(task.cost().get().workerSeconds())
                    : task.seconds()),
        mean(
            tasks,
            task ->
                task.cost().isPresent()
                    ? OptionalDouble.of(task.cost().get().processorSeconds())
                    : OptionalDouble.empty()),
        mean(
            tasks,
            task ->
                price.isPresent() && task.cost().isPresent()
                    ? price.get().of(task.cost().get())
                    : task.dollars()));
  }

  private static OptionalDouble mean(
      List<TaskAnswers> tasks, Function<TaskAnswers, OptionalDouble> number) {
    double sum = 0;
    for (TaskAnswers task : tasks) {
      OptionalDouble one = number.apply(task);
      if (one.isEmpty() || Double.isNaN(one.getAsDouble())) {
        return OptionalDouble.empty();
      }
      sum += one.getAsDouble();
    }
    return tasks.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum / tasks.size());
  }
}
