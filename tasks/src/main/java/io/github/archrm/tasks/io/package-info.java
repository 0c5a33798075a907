/**
 * Readers and writers of every format, archives, salvage of damaged files, the built-in samples,
 * and files that are replaced as a whole.
 *
 * <p>The one place that knows formats; must not draw.
 */
package io.github.archrm.tasks.io;
