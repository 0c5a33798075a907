package io.github.archrm.augment.program.search;

import io.github.archrm.augment.program.primitive.PlacedGrid;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.draw.ColourNames;
import java.util.ArrayList;
import java.util.List;

/**
 * A task as a search sees it: colours as they are, or named by role.
 *
 * @param inputs of the demonstrations, then of the tests
 * @param outputs of the demonstrations
 * @param names [example][colour] the name of each colour in that example
 * @param roles by which colours are named, null for none
 */
public record Frame(
    List<PlacedGrid> inputs,
    List<PlacedGrid> outputs,
    int tests,
    List<int[]> names,
    ColourRoles roles) {
  public static Frame of(List<Example> demonstrations, List<Grid> testInputs, boolean byRole) {
    List<PlacedGrid> inputs = new ArrayList<>();
    List<PlacedGrid> outputs = new ArrayList<>();
    for (Example example : demonstrations) {
      inputs.add(PlacedGrid.of(example.input()));
      outputs.add(PlacedGrid.of(example.output()));
    }
    ColourRoles roles = byRole ? new ColourRoles(inputs, outputs) : null;
    testInputs.forEach(input -> inputs.add(PlacedGrid.of(input)));
    List<int[]> names = new ArrayList<>();
    List<PlacedGrid> renamed = new ArrayList<>();
    for (PlacedGrid input : inputs) {
      int[] own = roles == null ? identity() : roles.names(input);
      names.add(own);
      renamed.add(input.renamed(own));
    }
    List<PlacedGrid> renamedOutputs = new ArrayList<>();
    for (int d = 0; d < outputs.size(); d++) {
      renamedOutputs.add(outputs.get(d).renamed(names.get(d)));
    }
    return new Frame(renamed, renamedOutputs, testInputs.size(), names, roles);
  }

  private static int[] identity() {
    int[] names = new int[PlacedGrid.COLOURS];
    for (int c = 0; c < names.length; c++) {
      names[c] = c;
    }
    return names;
  }

  public int demonstrations() {
    return outputs.size();
  }

  /** Whether any colour has another name than its own. */
  public boolean renames() {
    return names.stream().anyMatch(own -> !java.util.Arrays.equals(own, identity()));
  }

  /** A grid of one example with its colours as the task has them. */
  public Grid original(int example, PlacedGrid grid) {
    int[] back = new int[PlacedGrid.COLOURS];
    for (int c = 0; c < back.length; c++) {
      back[names.get(example)[c]] = c;
    }
    return grid.renamed(back).grid();
  }

  /** Words with names of colours for a reader. */
  String named(String words) {
    if (words.indexOf('<') < 0) {
      return words;
    }
    StringBuilder named = new StringBuilder();
    for (int i = 0; i < words.length(); i++) {
      if (words.charAt(i) == '<') {
        int name = words.charAt(i + 1) - '0';
        int colour = colour(name);
        named.append(colour >= 0 ? ColourNames.of(colour) : roles.words(name));
        i += 2;
      } else {
        named.append(words.charAt(i));
      }
    }
    return named.toString();
  }

  /** The colour that a name stands for in every example, -1 if it differs. */
  private int colour(int name) {
    int colour = -1;
    for (int[] own : names) {
      for (int c = 0; c < own.length; c++) {
        if (own[c] == name) {
          if (colour >= 0 && colour != c) {
            return -1;
          }
          colour = c;
        }
      }
    }
    return colour;
  }
}
