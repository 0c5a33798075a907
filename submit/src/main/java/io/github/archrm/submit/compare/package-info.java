/**
 * Several systems' answers to the same tasks, side by side: scores, differences and whether they
 * are more than chance.
 *
 * <p>Must not know how the answers were made, nor how they are shown.
 */
package io.github.archrm.submit.compare;
