package io.github.archrm.train;

import java.util.List;

/**
 * Questions that a model thinks about together, a segment at a time. A row that has thought enough
 * can give its place to another question.
 *
 * <p>Owns native memory until closed; to be used on the thread of its trainer.
 */
public interface Thinking extends AutoCloseable {
  /**
   * Thinks one segment more about every row's question.
   *
   * @return what is predicted now, one entry a row
   */
  List<ViewPrediction> segment();

  /** Begins anew in a row, with another question or another starting state for the same one. */
  void begin(int row, Question question);

  /**
   * Goes on in a row with another puzzle, from the state that thinking about the last one has left:
   * worth it where both are seen through the same view, and little differs between them.
   */
  void goOn(int row, Question question);

  @Override
  void close();
}
