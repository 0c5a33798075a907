/**
 * A Kaggle notebook: where it has its files, and the archive that it unpacks.
 *
 * <p>Must not solve.
 */
package io.github.archrm.submit.kaggle;
