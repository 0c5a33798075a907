package io.github.archrm.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewWordsTest {
  @Test
  void noTwoWaysToLayAGridHaveTheSameWords() {
    List<String> words = Arrays.stream(Dihedral.values()).map(View::words).distinct().toList();
    assertEquals(Dihedral.values().length, words.size(), words::toString);
  }

  @Test
  void aCompositionSaysWhatIsDoneInItsOrder() {
    View colours = new ColourPermutation(List.of(0, 2, 1, 3, 4, 5, 6, 7, 8, 9));
    View both = Dihedral.ROTATE_90.then(colours).then(new Translation(0, 3));
    assertEquals("turned 90°, colours 0213456789, moved by 0, 3", both.words());
    assertEquals(
        "upright", new Composition(View.identity(), View.identity()).words(), "nothing is done");
  }
}
