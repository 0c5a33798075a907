/**
 * Sudoku with boxes of any shape: its rules, exact solver, generator and looks.
 *
 * <p>One kind of puzzle; nothing outside this package must know it but the registry.
 */
package io.github.archrm.tasks.sudoku;
