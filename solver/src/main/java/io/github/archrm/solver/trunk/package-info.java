/**
 * The trunks that come with the program, each with a record of how it was made.
 *
 * <p>Must not know what tasks are solved with them.
 */
package io.github.archrm.solver.trunk;
