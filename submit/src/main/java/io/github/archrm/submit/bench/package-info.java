/**
 * What {@code bench} measured: as tables, as a file, and held against an earlier file.
 *
 * <p>Knows nothing of how training steps are made and timed, which is {@code train.bench}'s.
 */
package io.github.archrm.submit.bench;
