package io.github.archrm.augment.program.search;

import io.github.archrm.augment.program.primitive.PlacedGrid;
import io.github.archrm.augment.program.primitive.Size;
import io.github.archrm.augment.program.stack.Layer;
import io.github.archrm.augment.program.stack.Stack;
import io.github.archrm.augment.program.stack.Stacking;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stacks and products of one run as explanations of its frame. */
final class Findings {
  private final Frame frame;
  private final Walk walk;
  private final List<Size> sizes;
  private final List<Integer> tuples;
  private final boolean sizesAreKnown;
  private final int[] from;

  /**
   * @param sizes [example] of all outputs
   * @param tuples [piece] its tuple in the walk
   */
  Findings(
      Frame frame, Walk walk, List<Size> sizes, List<Integer> tuples, boolean sizesAreUnknown) {
    this.frame = frame;
    this.walk = walk;
    this.sizes = sizes;
    this.tuples = tuples;
    this.sizesAreKnown = !sizesAreUnknown;
    from = new int[sizes.size() + 1];
    for (int e = 0; e < sizes.size(); e++) {
      from[e + 1] = from[e] + sizes.get(e).width() * sizes.get(e).height();
    }
  }

  /**
   * Those that reproduce a demonstration at least, those of short programs first.
   *
   * @param product null for none
   */
  List<Finding> of(List<Stack> stacks, Product.Found product, int productCost) {
    List<Finding> findings = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Map<Integer, Integer> stacksOf = new HashMap<>();
    Map<String, Integer> agreeing = new HashMap<>();
    for (Stack stack : stacks) {
      stacksOf.merge(stack.bound(), 1, Integer::sum);
      agreeing.merge(said(stack), 1, Integer::sum);
    }
    for (Stack stack : stacks) {
      String said = said(stack);
      if (seen.add(stack.fitted() + said + stack.layers())) {
        double share = (double) agreeing.get(said) / stacksOf.get(stack.bound());
        findings.add(finding(stack, share));
      }
    }
    if (product != null) {
      findings.add(finding(product, productCost));
    }
    findings.removeIf(finding -> finding.exact() == 0);
    return findings;
  }

  /** What a stack says of the tests, with the bound on the length of its programs. */
  private String said(Stack stack) {
    int first = from[frame.demonstrations()];
    return stack.bound()
        + new String(
            stack.cells(), first, stack.cells().length - first, StandardCharsets.ISO_8859_1);
  }

  private Finding finding(Stack stack, double share) {
    int exact = 0;
    for (int d = 0; d < frame.demonstrations(); d++) {
      exact |= frame.outputs().get(d).equalsIn(stack.cells(), from[d]) ? 1 << d : 0;
    }
    PlacedGrid[] tests = new PlacedGrid[frame.tests()];
    for (int t = 0; t < tests.length; t++) {
      int e = frame.demonstrations() + t;
      boolean open = !sizesAreKnown;
      for (int i = from[e]; i < from[e + 1]; i++) {
        open |= stack.cells()[i] == Stacking.UNKNOWN;
      }
      Size size = sizes.get(e);
      tests[t] =
          open ? null : PlacedGrid.of(0, 0, size.width(), size.height(), stack.cells(), from[e]);
    }
    int sum = 0;
    int black = 0;
    List<Finding.Part> parts = new ArrayList<>();
    for (Layer layer : stack.layers()) {
      int tuple = tuples.get(layer.piece());
      sum += walk.cost(tuple);
      black += layer.cells() == Layer.Cells.BLACK ? 1 : 0;
      String laid =
          switch (layer.cells()) {
            case COLOURED -> "the coloured cells of: ";
            case BLACK -> "the black cells of: ";
            case WHOLE -> "";
          };
      parts.add(new Finding.Part(tuple, laid));
    }
    return new Finding(
        tests,
        exact,
        stack.fitted(),
        stack.cost(),
        sum,
        stack.layers().size(),
        black,
        share,
        stack.completed() ? Finding.Kind.COMPLETED : Finding.Kind.STACK,
        parts);
  }

  private Finding finding(Product.Found product, int cost) {
    int exact = 0;
    for (int d = 0; d < frame.demonstrations(); d++) {
      exact |= product.shown()[d].equals(frame.outputs().get(d)) ? 1 << d : 0;
    }
    PlacedGrid[] tests = new PlacedGrid[frame.tests()];
    for (int t = 0; t < tests.length; t++) {
      PlacedGrid shown = product.shown()[frame.demonstrations() + t];
      boolean fits = shown.area() > 0 && shown.width() <= 30 && shown.height() <= 30;
      tests[t] = fits ? shown : null;
    }
    int all = (1 << frame.demonstrations()) - 1;
    List<Finding.Part> parts = new ArrayList<>();
    for (int tuple : product.tuples()) {
      parts.add(new Finding.Part(tuple, ""));
    }
    return new Finding(tests, exact, all, cost, cost, 2, 0, 0, Finding.Kind.PRODUCT, parts);
  }
}
