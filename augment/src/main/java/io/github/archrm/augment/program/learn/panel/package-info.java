/** Parts and copies of a grid laid over each other, and the choice of one of them. */
package io.github.archrm.augment.program.learn.panel;
