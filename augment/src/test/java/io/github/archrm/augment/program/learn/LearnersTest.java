package io.github.archrm.augment.program.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.augment.Dihedral;
import io.github.archrm.augment.program.learn.library.Learners;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class LearnersTest {
  private static final List<MadeUpRules.Case> RULES =
      Stream.concat(MadeUpRules.ALL.stream(), LineAndShapeRules.ALL.stream()).toList();
  private static final List<Learner> LEARNERS = Learners.ALL;

  @ParameterizedTest
  @FieldSource("RULES")
  void recoversARuleFromFiveExamples(MadeUpRules.Case rule) {
    for (Dihedral map : rule.turns() ? Dihedral.values() : new Dihedral[] {Dihedral.IDENTITY}) {
      for (int seed = 0; seed < 3; seed++) {
        List<Example> all = examples(rule, map, new Random(seed), 7);
        List<Fitted> fitted = learner(rule.learner()).fitAll(all.subList(0, 5));
        for (Example held : all.subList(5, 7)) {
          assertTrue(
              fitted.stream()
                  .anyMatch(f -> f.apply(held.input()).equals(Optional.of(held.output()))),
              () -> rule + " " + map + ": " + fitted.stream().map(Fitted::words).toList());
        }
      }
    }
  }

  private static List<Example> examples(
      MadeUpRules.Case rule, Dihedral map, Random random, int count) {
    List<Example> examples = new ArrayList<>();
    while (examples.size() < count) {
      Grid input = rule.input().apply(random);
      examples.add(new Example(map.apply(input), map.apply(rule.rule().apply(input))));
    }
    return examples;
  }

  private static Learner learner(String name) {
    return LEARNERS.stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void namesAreDistinct() {
    Set<String> names = new HashSet<>();
    for (Learner learner : LEARNERS) {
      assertTrue(names.add(learner.name()), learner.name());
    }
  }

  @Test
  void everyFittedFunctionReproducesItsExamplesCheapestFirstAndSaysSo() {
    for (MadeUpRules.Case rule : RULES) {
      List<Example> examples = examples(rule, Dihedral.IDENTITY, new Random(5), 3);
      for (Learner learner : LEARNERS) {
        double cost = 1;
        for (Fitted fitted : learner.fitAll(examples)) {
          for (Example example : examples) {
            assertEquals(
                Optional.of(example.output()), fitted.apply(example.input()), fitted.words());
          }
          assertTrue(fitted.cost() >= cost, fitted.words());
          assertFalse(fitted.words().isBlank());
          cost = fitted.cost();
        }
      }
    }
  }

  @Test
  void theSameExamplesGiveTheSameFunctions() {
    for (MadeUpRules.Case rule : RULES) {
      List<Example> examples = examples(rule, Dihedral.IDENTITY, new Random(7), 4);
      Grid other = rule.input().apply(new Random(8));
      for (Learner learner : LEARNERS) {
        assertEquals(said(learner, examples, other), said(learner, examples, other));
      }
    }
  }

  private static List<String> said(Learner learner, List<Example> examples, Grid input) {
    return learner.fitAll(examples).stream()
        .map(f -> f.cost() + " " + f.words() + " " + f.apply(input))
        .toList();
  }

  @ParameterizedTest
  @FieldSource("LEARNERS")
  void takesGridsOfAnyFormAndContent(Learner learner) {
    Random random = new Random(11);
    int[][] sizes = {{1, 1}, {1, 93}, {93, 1}, {30, 30}, {2, 5}, {7, 7}, {3, 1}, {12, 12}};
    for (int round = 0; round < 40; round++) {
      List<Example> examples = new ArrayList<>();
      int count = 1 + random.nextInt(3);
      int[] in = sizes[random.nextInt(sizes.length)];
      int[] out = random.nextInt(3) > 0 ? in : sizes[random.nextInt(sizes.length)];
      int colours = 1 + random.nextInt(10);
      for (int i = 0; i < count; i++) {
        Grid input = odd(random, in, colours);
        examples.add(new Example(input, changed(random, input, out, colours)));
      }
      for (Fitted fitted : learner.fitAll(examples)) {
        for (int[] size : sizes) {
          Optional<Grid> made = fitted.apply(odd(random, size, colours));
          assertTrue(made.isEmpty() || made.get().side() <= 30 * 93, fitted.words());
        }
      }
    }
  }

  private static Grid odd(Random random, int[] size, int colours) {
    int sparse = 1 + random.nextInt(4);
    return Grid.generate(
        size[0], size[1], (r, c) -> random.nextInt(sparse) > 0 ? 0 : random.nextInt(colours));
  }

  /** Another grid, the same, the same recoloured, or the same with one cell changed. */
  private static Grid changed(Random random, Grid input, int[] size, int colours) {
    if (input.height() != size[0] || input.width() != size[1]) {
      return odd(random, size, colours);
    }
    int row = random.nextInt(input.height());
    int column = random.nextInt(input.width());
    return switch (random.nextInt(4)) {
      case 0 -> odd(random, size, colours);
      case 1 -> input;
      case 2 ->
          Grid.generate(size[0], size[1], (r, c) -> input.cell(r, c) == 0 ? 4 : input.cell(r, c));
      default ->
          Grid.generate(size[0], size[1], (r, c) -> r == row && c == column ? 9 : input.cell(r, c));
    };
  }
}
