/**
 * A run over a data set: its tasks, schedule, deadline, journal and shards.
 *
 * <p>Must not know the command line: it is told what to do in plain records.
 */
package io.github.archrm.submit.run;
