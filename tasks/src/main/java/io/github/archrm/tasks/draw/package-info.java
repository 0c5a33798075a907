/**
 * Tasks and grids laid out for people: as text for a terminal, as pictures in SVG and PNG.
 *
 * <p>Asks the kind how a grid looks; must not know any kind by name.
 */
package io.github.archrm.tasks.draw;
