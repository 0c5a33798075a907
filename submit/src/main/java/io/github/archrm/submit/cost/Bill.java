package io.github.archrm.submit.cost;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the tasks of a run took and cost together.
 *
 * @param cost of all tasks of which it is known
 * @param tasks how many there are
 * @param price of an hour, if it was given
 * @param dollars for the run; empty without a price, or if it is not known of every task
 */
public record Bill(Cost cost, int tasks, Optional<Price> price, OptionalDouble dollars) {
  /**
   * @param tasks what each took, as far as that is known
   * @return empty if it is not known of any
   */
  public static Optional<Bill> of(List<Optional<Cost>> tasks, Optional<Price> price) {
    OptionalDouble dollars = price.isPresent() ? OptionalDouble.of(0) : OptionalDouble.empty();
    for (Optional<Cost> task : tasks) {
      OptionalDouble one = task.isEmpty() ? OptionalDouble.empty() : dollars(task.get(), price);
      dollars =
          dollars.isEmpty() || one.isEmpty()
              ? OptionalDouble.empty()
              : OptionalDouble.of(dollars.getAsDouble() + one.getAsDouble());
    }
    OptionalDouble all = dollars;
    return tasks.stream()
        .flatMap(Optional::stream)
        .reduce(Cost::plus)
        .map(cost -> new Bill(cost, tasks.size(), price, all));
  }

  private static OptionalDouble dollars(Cost cost, Optional<Price> price) {
    return price.isEmpty() ? OptionalDouble.empty() : price.get().of(cost);
  }

  /** As it stands in results.json. */
  public JsonObject toJson() {
    JsonObject json = cost.toJson();
    if (price.isPresent()) {
      json.addProperty("price", price.get().toString());
      json.addProperty("dollars", dollars.isPresent() ? dollars.getAsDouble() : null);
    }
    return json;
  }

  /** One line. */
  @Override
  public String toString() {
    if (price.isEmpty()) {
      return "Cost: " + cost;
    }
    return "Cost: "
        + cost
        + "; "
        + (dollars.isPresent()
            ? "$%s for the run, $%s per task"
                .formatted(plain(dollars.getAsDouble()), plain(dollars.getAsDouble() / tasks))
            : "dollars are not known")
        + ", at "
        + price.get();
  }

  /** Three digits that say something. */
  private static String plain(double number) {
    return BigDecimal.valueOf(number).round(new MathContext(3)).toPlainString();
  }
}
