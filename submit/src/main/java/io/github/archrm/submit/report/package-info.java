/**
 * A run or a task as people look at it: a page, and text for a terminal.
 *
 * <p>Must not know how the run is made.
 */
package io.github.archrm.submit.report;
