/**
 * Stacking: pieces laid over each other so that they explain outputs together. Knows cells only,
 * not how pieces are made.
 */
package io.github.archrm.augment.program.stack;
