/**
 * What a system answered to tasks, read from the files of this project and of others.
 *
 * <p>Must not know how the answers were made, nor how they are scored.
 */
package io.github.archrm.submit.answers;
