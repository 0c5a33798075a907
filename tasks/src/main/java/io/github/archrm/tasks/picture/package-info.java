/**
 * Boxes, lines and words as SVG and PNG.
 *
 * <p>Must not know what a grid or a task is.
 */
package io.github.archrm.tasks.picture;
