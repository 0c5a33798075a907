/**
 * Predictions become ranked candidates, and these the two attempts.
 *
 * <p>Must not know models: a prediction is a grid, a confidence and a weight.
 */
package io.github.archrm.solver.vote;
