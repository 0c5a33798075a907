/**
 * Functions from grid to grid whose parameters are fitted to demonstrations: tables over properties
 * of cells and objects, colour maps, repaired symmetries, moves until contact. A learner knows
 * pairs of grids only, neither the task they come from nor the search that calls it.
 */
package io.github.archrm.augment.program.learn;
