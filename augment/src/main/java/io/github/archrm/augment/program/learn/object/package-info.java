/** Objects of a grid, what can be said of them, and tables from that to what becomes of them. */
package io.github.archrm.augment.program.learn.object;
