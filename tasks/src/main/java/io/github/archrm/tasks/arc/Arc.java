package io.github.archrm.tasks.arc;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.GridDrawing;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.KindFamily;
import io.github.archrm.tasks.Rules;
import io.github.archrm.tasks.Structure;
import io.github.archrm.tasks.Symmetry;
import io.github.archrm.tasks.draw.ColourDrawing;
import io.github.archrm.tasks.draw.Palette;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** ARC's puzzles: grids of the ten colours, with a rule that only the demonstrations tell. */
public record Arc() implements Kind, KindFamily {
  /** The only one. */
  public static final Kind KIND = new Arc();

  /** The most rows and the most columns of a grid in the competitions. */
  public static final int MAX_SIDE = 30;

  private static final int COLOURS = 10;
  private static final ColourDrawing DRAWING =
      new ColourDrawing(
          COLOURS,
          Palette::rgb,
          symbol -> symbol == Grid.OUTSIDE ? '.' : Character.forDigit(symbol, Character.MAX_RADIX));

  @Override
  public String name() {
    return "arc";
  }

  @Override
  public Optional<Kind> named(String name, int side) {
    return name.equals(name()) ? unnamed() : Optional.empty();
  }

  @Override
  public Optional<Kind> unnamed() {
    return Optional.of(KIND);
  }

  /** What leaves most of ARC's rules as they are; a rule may be about left and right after all. */
  @Override
  public Symmetry symmetry(List<Grid> puzzles) {
    return new Symmetry.Plane(true, COLOURS, true);
  }

  @Override
  public int symbols() {
    return COLOURS;
  }

  @Override
  public char letter(int symbol) {
    return Character.forDigit(symbol, Character.MAX_RADIX);
  }

  /** None that could be checked. */
  @Override
  public Rules rules() {
    return Rules.NONE;
  }

  @Override
  public Structure structure() {
    return new Structure(false, true, true, OptionalInt.empty(), 0, 0);
  }

  @Override
  public List<Integer> choices(int symbol) {
    return IntStream.range(0, COLOURS).boxed().toList();
  }

  /** The size is part of the answer: what the competitions allow, or what the puzzle itself has. */
  @Override
  public boolean fits(Grid input, Grid answer) {
    return answer.side() <= Math.max(MAX_SIDE, input.side()) && inputFlaw(answer).isEmpty();
  }

  @Override
  public GridDrawing drawing() {
    return DRAWING;
  }

  /** Rows and columns are counted from 0 here, as everywhere in ARC's JSON. */
  @Override
  public Optional<String> inputFlaw(Grid input) {
    for (int r = 0; r < input.height(); r++) {
      for (int c = 0; c < input.width(); c++) {
        int symbol = input.cell(r, c);
        if (symbol < 0 || symbol >= COLOURS) {
          return Optional.of("row " + r + ", column " + c + ": " + symbol + " is not a colour 0-9");
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<String> outputFlaw(Grid input, Grid output) {
    return inputFlaw(output);
  }
}
