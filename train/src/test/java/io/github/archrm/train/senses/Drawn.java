package io.github.archrm.train.senses;

import io.github.archrm.tasks.Grid;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Grids that are drawn: one character a cell, '.' for the first symbol, space for outside. */
final class Drawn {
  private static final String SYMBOLS = ".#o+";

  private Drawn() {}

  static Grid grid(String... rows) {
    return Grid.generate(
        rows.length, rows[0].length(), (r, c) -> SYMBOLS.indexOf(rows[r].charAt(c)));
  }

  static List<String> rows(Grid grid) {
    return IntStream.range(0, grid.height())
        .mapToObj(
            r ->
                IntStream.range(0, grid.width())
                    .mapToObj(c -> grid.cell(r, c))
                    .map(symbol -> symbol < 0 ? " " : SYMBOLS.substring(symbol, symbol + 1))
                    .collect(Collectors.joining()))
        .toList();
  }

  static Grid random(Random random, int most, int symbols) {
    return Grid.generate(
        1 + random.nextInt(most), 1 + random.nextInt(most), (r, c) -> random.nextInt(symbols));
  }
}
