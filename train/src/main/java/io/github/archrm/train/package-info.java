/**
 * The Hierarchical Reasoning Model (Wang et al. 2025, arXiv 2506.21734): the network, its losses
 * and optimizers, adaptive computation time, tokens on a canvas, test-time training of one task,
 * and checkpoints.
 *
 * <p>The one room that touches tensors. Knows nothing of votes or of a competition's files.
 */
package io.github.archrm.train;
