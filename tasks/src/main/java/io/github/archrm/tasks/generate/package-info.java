/**
 * What generators of puzzles share: collecting distinct puzzles of a source into a task, from a
 * seed.
 *
 * <p>Must not know any kind of puzzle.
 */
package io.github.archrm.tasks.generate;
