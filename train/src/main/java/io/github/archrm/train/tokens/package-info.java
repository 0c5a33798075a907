/**
 * One task as tokens on a canvas, and tokens as a grid again.
 *
 * <p>Must not know how they are learned from.
 */
package io.github.archrm.train.tokens;
