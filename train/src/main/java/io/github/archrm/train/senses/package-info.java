/**
 * What a cell is told of its input beyond its own symbol, so that it need not be carried there from
 * cell to cell: numbers for each symbol, and grids that are shown beside the input. Knows nothing
 * of tasks and models.
 */
package io.github.archrm.train.senses;
