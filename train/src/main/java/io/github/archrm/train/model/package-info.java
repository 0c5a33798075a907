/**
 * The network: the parts of the paper, named as the paper and the public code name them.
 *
 * <p>Must not know tasks, losses or optimizers.
 */
package io.github.archrm.train.model;
