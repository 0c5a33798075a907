/**
 * The command line, the run over a data set with its worker processes, submission.json and scoring.
 *
 * <p>Knows nothing of the model's insides; the native library is loaded in worker processes only.
 */
package io.github.archrm.submit;
