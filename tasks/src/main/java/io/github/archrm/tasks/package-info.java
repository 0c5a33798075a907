/**
 * Puzzles: grids, examples and tasks; readers and writers of every format; the built-in sample
 * tasks; drawing to a terminal, SVG and PNG.
 *
 * <p>A kind of puzzle is a package of its own and a line in {@code META-INF/services}, see {@link
 * io.github.archrm.tasks.KindFamily}; everything else asks the kind and never which kind it is.
 *
 * <p>Knows nothing of views, tensors or models: whatever holds for a puzzle as such lives here.
 */
package io.github.archrm.tasks;
