/**
 * How far a run, a training or a generator has come: drawn anew on a terminal, in lines in a log.
 *
 * <p>Listens only; must not steer.
 */
package io.github.archrm.submit.progress;
