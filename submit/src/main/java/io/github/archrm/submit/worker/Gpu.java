package io.github.archrm.submit.worker;

import java.util.OptionalLong;

/**
 * A GPU that workers can use.
 *
 * @param name as {@link Gpus#VISIBLE} has it: a number, or the beginning of a UUID
 * @param free bytes of its memory that nothing uses; empty if nobody tells
 */
public record Gpu(String name, OptionalLong free) {}
