/**
 * One task in, two attempts per test input out: train, predict on many views, undo them, vote, stop
 * early.
 *
 * <p>Knows nothing of the command line or of submission files.
 */
package io.github.archrm.solver;
