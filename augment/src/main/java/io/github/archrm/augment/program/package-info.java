/**
 * Programs: short compositions of primitives that turn inputs into outputs, found by search.
 *
 * <p>{@link io.github.archrm.augment.program.ProgramSearch} is all that others call. Knows grids
 * and tasks; nothing of models, tensors or votes.
 */
package io.github.archrm.augment.program;
