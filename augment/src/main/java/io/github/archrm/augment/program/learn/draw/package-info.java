/** Small drawings made from what a grid holds: stamps, counts, lists of colours, walking lines. */
package io.github.archrm.augment.program.learn.draw;
