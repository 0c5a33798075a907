package io.github.archrm.train.senses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
  private static final Grid INPUT = Drawn.grid("....", ".##.", "....");

  @Test
  void anOutputOfAnotherSizeMayBeCutOrContinued() {
    List<Grid> cut = Suggestions.of(INPUT, Optional.empty(), Optional.empty());
    assertEquals(Suggestions.COUNT, cut.size());
    assertEquals(Drawn.grid("##"), cut.get(0));
    assertEquals(Suggestions.NOTHING, cut.get(Crops.COUNT), "no size to go on to");
    Grid continued =
        Suggestions.of(INPUT, Optional.of(new OutputSize(5, 4)), Optional.empty()).get(Crops.COUNT);
    assertEquals(Drawn.grid("....", ".##.", "....", ".##.", "...."), continued);
    assertEquals(Drawn.grid("...", ".#.", "..."), cut.get(Crops.COUNT + 1), "condensed");
    assertEquals(Suggestions.NOTHING, cut.get(Crops.COUNT + 2), "no size to turn it to");
  }

  @Test
  void anOutputOfTheSameSizeIsNotCut() {
    List<Grid> all = Suggestions.of(INPUT);
    assertEquals(Suggestions.COUNT, all.size());
    int resized = Crops.COUNT + 2;
    assertEquals(Set.of(Suggestions.NOTHING), Set.copyOf(all.subList(0, resized)));
    int from = resized + Zoomed.COUNT;
    List<Grid> turned = all.subList(from, from + Turned.COUNT);
    assertTrue(turned.contains(INPUT), "mirrored top to bottom");
    assertTrue(turned.contains(Suggestions.NOTHING), "a quarter turn is of another size");
    assertEquals(Fallen.of(INPUT), all.subList(from + Turned.COUNT, all.size() - Mirrors.COUNT));
  }

  /** Renaming the symbols of an input renames those of what it suggests. */
  @Test
  void symbolsAreAlike() {
    Grid one = Drawn.grid("..##", "#o.#", "....", "o...");
    Grid other = Drawn.grid("##oo", "o.#o", "####", ".###");
    List<Grid> ofOne = Suggestions.of(one, Optional.empty(), Optional.empty());
    List<Grid> ofOther = Suggestions.of(other, Optional.empty(), Optional.empty());
    for (int i = 0; i < ofOne.size(); i++) {
      Grid grid = ofOne.get(i);
      assertEquals(
          Grid.generate(
              grid.height(),
              grid.width(),
              (r, c) -> grid.cell(r, c) < 0 ? Grid.OUTSIDE : (grid.cell(r, c) + 1) % 3),
          ofOther.get(i));
    }
  }

  /** Where two symbols are as frequent none is background, whatever their names. */
  @Test
  void ofTwoThatAreAsFrequentNoneIsBackground() {
    Grid even = Drawn.grid(".#", "#.");
    assertEquals(even, Suggestions.of(even, Optional.empty(), Optional.empty()).get(0));
  }
}
