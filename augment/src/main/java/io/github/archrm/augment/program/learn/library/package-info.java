/**
 * All fitted rules there are, one line each, and the lenses through which any of them may look.
 *
 * <p>What is added here is found by the search; nothing else must name single rules.
 */
package io.github.archrm.augment.program.learn.library;
