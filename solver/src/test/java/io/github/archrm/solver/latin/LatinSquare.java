package io.github.archrm.solver.latin;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.GridDrawing;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.KindFamily;
import io.github.archrm.tasks.PuzzleMaker;
import io.github.archrm.tasks.Rule;
import io.github.archrm.tasks.Rules;
import io.github.archrm.tasks.Structure;
import io.github.archrm.tasks.Symmetry;
import io.github.archrm.tasks.Violation;
import io.github.archrm.tasks.draw.BoardDrawing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Latin squares of five rows, as the program does not know them: each of the symbols 1 to 5 stands
 * once in every row and in every column.
 */
public record LatinSquare() implements Kind, KindFamily {
  static final int SIDE = 5;

  @Override
  public String name() {
    return "latin";
  }

  @Override
  public Optional<Kind> named(String name, int side) {
    return name.equals(name()) ? Optional.of(this) : Optional.empty();
  }

  @Override
  public Optional<Kind> recognised(String puzzle) {
    return puzzle.matches("[.1-5]{25}") ? Optional.of(this) : Optional.empty();
  }

  @Override
  public Optional<String> recognisedBy() {
    return Optional.of("Latin square (25)");
  }

  @Override
  public Optional<PuzzleMaker> maker() {
    return Optional.of(new LatinSquareMaker(this));
  }

  @Override
  public int symbols() {
    return SIDE + 1;
  }

  @Override
  public char letter(int symbol) {
    return ".12345".charAt(symbol);
  }

  @Override
  public Structure structure() {
    return new Structure(true, true, false, OptionalInt.of(0), 0, 0);
  }

  @Override
  public Symmetry symmetry(List<Grid> puzzles) {
    return new Symmetry.Lines(SIDE, SIDE, SIDE, SIDE);
  }

  @Override
  public List<Integer> choices(int symbol) {
    return symbol == 0 ? IntStream.rangeClosed(1, SIDE).boxed().toList() : List.of(symbol);
  }

  @Override
  public boolean fits(Grid input, Grid answer) {
    return answer.sameSize(input) && answer.cells().allMatch(s -> s >= 0 && s <= SIDE);
  }

  @Override
  public GridDrawing drawing() {
    return new BoardDrawing(this);
  }

  @Override
  public Optional<String> inputFlaw(Grid input) {
    return input.height() == SIDE && input.width() == SIDE && fits(input, input)
        ? Optional.empty()
        : Optional.of("no square of 5x5 with symbols 0-5");
  }

  @Override
  public Optional<String> outputFlaw(Grid input, Grid output) {
    return rules().check(input, output).stream().findFirst().map(Violation::toString);
  }

  @Override
  public Rules rules() {
    return (input, answer) ->
        IntStream.range(0, SIDE * SIDE)
            .boxed()
            .flatMap(cell -> flaw(input, answer, cell / SIDE, cell % SIDE).stream())
            .toList();
  }

  private static Optional<Violation> flaw(Grid input, Grid answer, int r, int c) {
    int symbol = answer.cell(r, c);
    if (input.cell(r, c) != 0 && input.cell(r, c) != symbol) {
      return Optional.of(new Violation(Rule.GIVEN, r, c, "another symbol was given here"));
    }
    if (symbol == 0) {
      return Optional.of(new Violation(Rule.COMPLETE, r, c, "the cell is blank"));
    }
    if (IntStream.range(0, c).anyMatch(before -> answer.cell(r, before) == symbol)) {
      return Optional.of(new Violation(Rule.ROW, r, c, "stands twice in its row"));
    }
    return IntStream.range(0, r).anyMatch(before -> answer.cell(before, c) == symbol)
        ? Optional.of(new Violation(Rule.COLUMN, r, c, "stands twice in its column"))
        : Optional.empty();
  }
}
