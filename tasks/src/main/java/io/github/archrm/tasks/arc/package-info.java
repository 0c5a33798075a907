/**
 * ARC's puzzles, whose rule only the demonstrations tell.
 *
 * <p>One kind of puzzle; nothing outside this package must know it but the registry.
 */
package io.github.archrm.tasks.arc;
