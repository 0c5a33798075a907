package io.github.archrm.tasks;

/**
 * A puzzle as it was found in a file, in one line of text.
 *
 * @param line the number of its first line in the file, from 1
 * @param puzzle as {@link Kind#read} takes it, once it is in the kind's own {@link Kind#spelling}
 * @param solution likewise; empty if there is none
 */
public record DrawnPuzzle(int line, String puzzle, String solution) {}
