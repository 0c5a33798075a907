/**
 * Mazes: their rules, shortest paths, generator and looks.
 *
 * <p>One kind of puzzle; nothing outside this package must know it but the registry.
 */
package io.github.archrm.tasks.maze;
