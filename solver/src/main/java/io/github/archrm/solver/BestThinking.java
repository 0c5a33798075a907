package io.github.archrm.solver;

import io.github.archrm.augment.View;
import io.github.archrm.solver.think.Thought;
import io.github.archrm.train.Predictor;
import io.github.archrm.train.Question;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What that model of a task thinks whose votes count most. */
final class BestThinking {
  private final int tests;
  private final OptionalInt segments;
  private List<List<Thought>> thoughts = List.of();
  private double weight;

  /**
   * @param tests of how many test inputs, the first ones, the thinking is kept
   * @param segments of thinking; empty for as many as in training
   */
  BestThinking(int tests, OptionalInt segments) {
    this.tests = tests;
    this.segments = segments;
  }

  /** Keeps what a model thinks if its votes count more than those of the models before. */
  void offer(Predictor model, double weightOfModel) {
    if (weightOfModel > weight) {
      weight = weightOfModel;
      thoughts = IntStream.range(0, tests).mapToObj(test -> think(model, test)).toList();
    }
  }

  /** Keeps what was thought of each of the first test inputs while they were solved. */
  void take(List<List<Thought>> thoughtsOfTests) {
    thoughts = List.copyOf(thoughtsOfTests);
  }

  /** Of how many test inputs, the first ones, the thinking is kept. */
  int tests() {
    return tests;
  }

  private List<Thought> think(Predictor model, int test) {
    Question question = new Question(test, View.identity());
    return model.think(question, segments.orElse(model.segments())).stream()
        .map(seen -> new Thought(seen.grid(), seen.halting()))
        .toList();
  }

  /** Per test input, one entry per segment. */
  List<List<Thought>> thoughts() {
    return thoughts;
  }
}
