package io.github.archrm.solver.latin;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.GeneratedPuzzle;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.PuzzleMaker;
import io.github.archrm.tasks.PuzzleSource;
import io.github.archrm.tasks.generate.Shuffle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Latin squares with one blank in every row and every column, and some more. */
record LatinSquareMaker(LatinSquare kind) implements PuzzleMaker {
  @Override
  public List<String> description() {
    return List.of("Make Latin squares.");
  }

  @Override
  public List<Setting> settings() {
    return List.of(new Setting("blanks", "N", "Blanks in a row", Integer.class, Optional.of("1")));
  }

  @Override
  public List<String> examples() {
    return List.of("--out latin.json");
  }

  @Override
  public PuzzleSource source(Map<String, Object> values) {
    return new Source(kind, (Integer) values.get("blanks"));
  }

  private record Source(LatinSquare kind, int blanks) implements PuzzleSource {
    @Override
    public GeneratedPuzzle next(RandomGenerator random) {
      int side = LatinSquare.SIDE;
      int[] rows = Shuffle.numbers(side, random);
      int[] columns = Shuffle.numbers(side, random);
      int[] names = Shuffle.numbers(side, random);
      int[] holes = Shuffle.numbers(side, random);
      Grid square = Grid.generate(side, side, (r, c) -> names[(rows[r] + columns[c]) % side] + 1);
      Grid puzzle =
          Grid.generate(
              side, side, (r, c) -> (holes[r] + c) % side < blanks ? 0 : square.cell(r, c));
      return new GeneratedPuzzle.Sound(new Example(puzzle, square), puzzle);
    }
  }
}
