/**
 * The training of a trunk to the end of its budget, with its curve as CSV and PNG.
 *
 * <p>Must not know the command line.
 */
package io.github.archrm.submit.trunk;
