/**
 * The search for programs: a graph of states for every example, a walk over all of them at once,
 * the sizes of outputs, and colours named by role. Knows demonstrations, not what becomes of its
 * candidates.
 */
package io.github.archrm.augment.program.search;
