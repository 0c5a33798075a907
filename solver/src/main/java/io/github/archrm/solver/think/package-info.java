/**
 * Thinking about puzzles whose answers can be checked, until one is proved.
 *
 * <p>Must not know how a model was trained, nor what becomes of its predictions.
 */
package io.github.archrm.solver.think;
