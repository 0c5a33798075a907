/** What can be said of a cell, and tables from that to its new colour. */
package io.github.archrm.augment.program.learn.cell;
