package io.github.archrm.augment.program.primitive;

/** How wide and how high a grid is, in cells. */
public record Size(int width, int height) {}
