/**
 * The commands under {@code arc-hrm tasks}: looking at tasks and making some.
 *
 * <p>Must not solve.
 */
package io.github.archrm.submit.command.tasks;
