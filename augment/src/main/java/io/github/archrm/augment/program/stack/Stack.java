package io.github.archrm.augment.program.stack;

import java.util.List;

/**
 * Pieces laid over each other.
 *
 * @param layers uppermost first
 * @param completed whether what no layer covers was completed from the pattern of the rest
 * @param cost the length of the longest program among the layers
 * @param bound the length that programs were allowed to have
 * @param fitted bit d is set if demonstration d was looked at when layers were chosen
 * @param cells as {@link Pieces#cells}; {@link Stacking#UNKNOWN} where no layer says anything
 */
public record Stack(
    List<Layer> layers, boolean completed, int cost, int bound, int fitted, byte[] cells) {}
