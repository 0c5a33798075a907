/**
 * How fast models train on this machine, as a share of what it can do at best, and their memory.
 *
 * <p>Measures only; nothing else must know it.
 */
package io.github.archrm.train.bench;
