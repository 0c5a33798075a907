/**
 * Worker processes: starting them, what is said to them and by them, and which task goes to which.
 *
 * <p>Must not know data sets, files of results or commands.
 */
package io.github.archrm.submit.worker;
