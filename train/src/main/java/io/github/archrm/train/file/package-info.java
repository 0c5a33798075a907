/**
 * Arrays and records on disk, with the versions of their formats, and the native libraries.
 *
 * <p>Must not know what is trained.
 */
package io.github.archrm.train.file;
