/**
 * What the program knows of itself: its folder, version, terminal, and how it speaks of mistakes.
 *
 * <p>The lowest wall of this room: must not know tasks that are solved, workers or commands.
 */
package io.github.archrm.submit.runtime;
