package io.github.archrm.submit.compare;

import io.github.archrm.submit.score.Graded;
import java.util.List;

/**
 * What is counted as one when systems are compared: a task of ARC, or one test input of a set of
 * puzzles with rules.
 *
 * @param id of the task
 * @param test which of its test inputs, from 0 on; -1 for all of them
 * @param grades how each system fared, in their order
 */
public record Item(String id, int test, List<Grade> grades) {
  /** How a system fared: how many outputs are right, of how many. */
  public record Grade(int right, int outputs) {
    static Grade of(Graded graded) {
      return new Grade(graded.score().correct(), graded.score().outputs());
    }

    /** Whether every output is right. */
    public boolean solved() {
      return right == outputs;
    }

    double share() {
      return (double) right / outputs;
    }
  }

  public Item {
    grades = List.copyOf(grades);
  }

  public boolean solved(int system) {
    return grades.get(system).solved();
  }

  /** The task's id, and which of its test inputs if it is one. */
  public String name() {
    return test < 0 ? id : id + " test " + (test + 1);
  }
}
