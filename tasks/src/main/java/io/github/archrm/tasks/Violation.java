package io.github.archrm.tasks;

/**
 * One place where an answer breaks a rule.
 *
 * @param rule that is broken
 * @param row of the cell, from 0 as in {@link Grid#cell}
 * @param column of the cell, from 0
 * @param message what is wrong there, without the cell
 */
public record Violation(Rule rule, int row, int column, String message) {

  /** One line for a person, who counts rows and columns from 1. */
  @Override
  public String toString() {
    return "row " + (row + 1) + ", column " + (column + 1) + ": " + message;
  }
}
