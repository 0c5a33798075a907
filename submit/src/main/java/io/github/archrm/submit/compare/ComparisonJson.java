package io.github.archrm.submit.compare;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.archrm.submit.compare.Bootstrap.Interval;
import io.github.archrm.submit.compare.Comparison.Standing;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A comparison as JSON, for other programs and for the page. */
public final class ComparisonJson {
  private ComparisonJson() {}

  public static JsonObject of(Comparison comparison) {
    JsonObject json = new JsonObject();
    JsonArray systems = new JsonArray();
    for (int i = 0; i < comparison.sides().size(); i++) {
      systems.add(system(comparison.sides().get(i), comparison.standings().get(i)));
    }
    json.add("systems", systems);
    json.addProperty("items", comparison.items().size());
    json.add("pairs", array(comparison.pairs().stream().map(pair -> pair(comparison, pair))));
    json.add("seeds", comparison.seeds().<JsonElement>map(ComparisonJson::seeds).orElse(null));
    json.add("notes", texts(comparison.notes()));
    return json;
  }

  private static JsonObject system(Side side, Standing standing) {
    JsonObject json = new JsonObject();
    json.addProperty("name", side.name());
    json.addProperty("file", side.file().toString());
    // As text: many readers' numbers are exact up to 2^53 only.
    json.addProperty("seed", side.answers().seed().map(Object::toString).orElse(null));
    JsonObject scores = new JsonObject();
    standing
        .scores()
        .forEach(
            (measure, score) -> scores.add(measure.key(), number(score.value(), score.interval())));
    json.add("scores", scores);
    json.add("ranks", standing.ranks().<JsonElement>map(ranks -> ranks.toJson()).orElse(null));
    json.add("seconds_per_task", orNull(standing.expense().seconds()));
    json.add("processor_seconds_per_task", orNull(standing.expense().processorSeconds()));
    json.add("dollars_per_task", orNull(standing.expense().dollars()));
    json.add("solved_alone", texts(standing.alone()));
    return json;
  }

  private static JsonObject number(double value, Interval interval) {
    JsonObject json = new JsonObject();
    json.addProperty("value", value);
    json.addProperty("low", interval.low());
    json.addProperty("high", interval.high());
    return json;
  }

  private static JsonObject pair(Comparison comparison, Pair pair) {
    JsonObject json = new JsonObject();
    json.addProperty("first", comparison.sides().get(pair.first()).name());
    json.addProperty("second", comparison.sides().get(pair.second()).name());
    json.addProperty("both", pair.both());
    json.addProperty("neither", pair.neither());
    json.add("only_first", texts(pair.onlyFirst()));
    json.add("only_second", texts(pair.onlySecond()));
    json.addProperty("mcnemar_p", pair.p());
    JsonObject differences = new JsonObject();
    pair.differences()
        .forEach(
            (measure, difference) ->
                differences.add(measure.key(), number(difference.value(), difference.interval())));
    json.add("differences", differences);
    return json;
  }

  private static JsonObject seeds(Seeds seeds) {
    JsonObject json = new JsonObject();
    json.addProperty("runs", seeds.runs());
    JsonObject scores = new JsonObject();
    seeds
        .spreads()
        .forEach(
            (measure, spread) -> {
              JsonObject one = new JsonObject();
              one.addProperty("mean", spread.mean());
              one.addProperty("deviation", spread.deviation());
              one.addProperty("least", spread.least());
              one.addProperty("most", spread.most());
              scores.add(measure.key(), one);
            });
    json.add("scores", scores);
    json.addProperty("solved_by_some", seeds.union());
    json.addProperty("solved_by_every", seeds.always());
    json.addProperty("items", seeds.items());
    return json;
  }

  private static JsonElement orNull(OptionalDouble number) {
    return number.isPresent() ? new JsonPrimitive(number.getAsDouble()) : JsonNull.INSTANCE;
  }

  private static JsonArray texts(List<String> texts) {
    return array(texts.stream().map(JsonPrimitive::new));
  }

  private static JsonArray array(Stream<? extends JsonElement> elements) {
    JsonArray array = new JsonArray();
    elements.forEach(array::add);
    return array;
  }
}
