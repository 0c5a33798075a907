/**
 * Arrays on disk, and the native libraries.
 *
 * <p>Must not know what is trained.
 */
package io.github.archrm.train.file;
