/**
 * Patterns that repeat or mirror themselves: repaired, continued, put together of turned copies.
 */
package io.github.archrm.augment.program.learn.pattern;
