/**
 * Views: invertible maps of grids, and the sampling of distinct views from a seed.
 *
 * <p>A view makes an augmented copy of an example before training and is undone on the prediction
 * afterwards. Knows nothing of tensors or models.
 */
package io.github.archrm.augment;
