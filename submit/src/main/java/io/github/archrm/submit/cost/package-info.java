/**
 * What solving a task took, and what that costs.
 *
 * <p>Must not know how tasks are solved, nor any file.
 */
package io.github.archrm.submit.cost;
