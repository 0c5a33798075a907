/**
 * Puzzles: grids, examples and tasks; readers and writers of every format; the built-in sample
 * tasks; drawing to a terminal, SVG and PNG.
 *
 * <p>Knows nothing of views, tensors or models: whatever holds for a puzzle as such lives here.
 */
package io.github.archrm.tasks;
