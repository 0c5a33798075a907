/**
 * What came out of tasks, the scores of that, and the files it is handed in and kept in.
 *
 * <p>Must not know how tasks were solved.
 */
package io.github.archrm.submit.score;
