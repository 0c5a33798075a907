package io.github.archrm.solver;

import io.github.archrm.augment.View;
import io.github.archrm.solver.think.Effort;
import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.solver.vote.TaskVote;
import io.github.archrm.train.Predictor;
import io.github.archrm.train.Question;
import io.github.archrm.train.TimeLimit;
import io.github.archrm.train.ViewPrediction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Asks a model about every test input of a task, through many views; every other view shows no
 * channels, if the model has any, so that answers with and without them vote. Where an answer is
 * proved to be right, no more are asked for; the others get more thought in each round.
 *
 * @param tests number of test inputs
 */
record PredictionRounds(int tests, TaskVote vote, Policy.Thinking thinking) {

  /**
   * @param deadline after which no more than one prediction per test input is made
   * @param earlier predictions per test input, which stay where they are proved
   * @param spent told of every test input what its predictions took
   * @return predictions per test input, with their views undone
   */
  List<List<Prediction>> ask(
      Predictor model,
      List<View> views,
      TimeLimit deadline,
      List<List<Prediction>> earlier,
      BiConsumer<Integer, Effort> spent) {
    int wanted =
        model.startsDiffer()
            ? thinking.views() * thinking.starts()
            : Math.min(thinking.views(), views.size());
    List<List<Prediction>> predictions = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    for (List<Prediction> proved : vote.proved(earlier)) {
      if (proved.isEmpty()) {
        open.add(predictions.size());
      }
      predictions.add(new ArrayList<>(proved));
    }
    int asked = 0;
    int doublings = 0;
    while (asked < wanted && !open.isEmpty() && (asked == 0 || !deadline.isPast())) {
      int next = Math.min(wanted, asked + Math.max(1, thinking.round() / open.size()));
      List<Question> questions = new ArrayList<>();
      for (int i = asked; i < next; i++) {
        View view = views.get(i % views.size());
        boolean channels = !model.hasChannels() || i % 2 == 0;
        open.forEach(test -> questions.add(new Question(test, view, channels)));
      }
      asked = next;
      int segments = thinking.segments().orElse(model.segments() << doublings);
      doublings = vote.hasRules() ? Math.min(thinking.doublings(), doublings + 1) : 0;
      long before = System.nanoTime();
      List<ViewPrediction> answers =
          model.predict(questions, segments, deadline, answered(predictions));
      double seconds = (System.nanoTime() - before) / 1e9 / Math.max(1, answers.size());
      for (ViewPrediction seen : answers) {
        int test = seen.question().test();
        spent.accept(test, new Effort(seconds, segments, 1));
        predictions
            .get(test)
            .add(
                Prediction.undone(seen.question().view(), seen.grid(), seen.halting())
                    .through(words(model, seen.question())));
      }
      open.removeIf(test -> vote.isProved(test, predictions.get(test)));
    }
    return predictions;
  }

  /** No prediction of any test input. */
  List<List<Prediction>> none() {
    return Collections.nCopies(tests, List.of());
  }

  private static Set<Integer> answered(List<List<Prediction>> predictions) {
    return IntStream.range(0, predictions.size())
        .filter(test -> !predictions.get(test).isEmpty())
        .boxed()
        .collect(Collectors.toSet());
  }

  private static String words(Predictor model, Question question) {
    return question.view().words()
        + (model.hasChannels() && !question.channels() ? ", without channels" : "");
  }
}
