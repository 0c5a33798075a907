package io.github.archrm.tasks;

import java.util.OptionalInt;

/**
 * What a kind of puzzle knows of its symbols and cells beforehand: all that a model may take for
 * granted.
 *
 * @param sharedRule whether all tasks of the kind have the same rule, outputs as large as their
 *     inputs, and no symbols but the kind's; otherwise the demonstrations alone tell the rule
 * @param interchangeable whether other names for the symbols make another puzzle of the kind
 * @param near whether it matters which cells are near each other; otherwise only which share a row,
 *     a column or a box
 * @param blank the symbol of a cell that is to be filled, if there is one; no answer holds it
 * @param boxHeight rows of the boxes that the grid falls into; 0 where there are none
 * @param boxWidth columns of a box; 0 where there are none
 */
public record Structure(
    boolean sharedRule,
    boolean interchangeable,
    boolean near,
    OptionalInt blank,
    int boxHeight,
    int boxWidth) {}
