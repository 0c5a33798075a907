package io.github.archrm.tasks;

/** An input with its output. */
public record Example(Grid input, Grid output) {}
