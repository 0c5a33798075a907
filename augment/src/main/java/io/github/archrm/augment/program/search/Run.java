package io.github.archrm.augment.program.search;

import io.github.archrm.augment.program.primitive.Library;
import io.github.archrm.augment.program.primitive.PlacedGrid;
import io.github.archrm.augment.program.primitive.Primitive;
import io.github.archrm.augment.program.primitive.Size;
import io.github.archrm.augment.program.stack.Layer;
import io.github.archrm.augment.program.stack.Pieces;
import io.github.archrm.augment.program.stack.Stack;
import io.github.archrm.augment.program.stack.Stacking;
import io.github.archrm.tasks.Grid;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One search in one frame: graphs of all examples, sizes of the outputs, programs, pieces, stacks.
 */
public final class Run {
  private static final int MOST_TUPLES = 2_000_000;
  private static final int MOST_STACKED_CELLS = 64 << 20;

  private final Frame frame;
  private final int depth;
  private final Effort effort;
  private final List<Graph> graphs = new ArrayList<>();
  private final List<int[]> starts = new ArrayList<>();
  private final List<Primitive> steps = new ArrayList<>();
  private final List<Size> sizes = new ArrayList<>();
  private List<SizeProgram.Told> told;
  private Walk walk;
  private final List<Integer> tuples = new ArrayList<>();
  private Pieces pieces;
  private List<Stack> stacks;

  /**
   * @param evaluations how many this run may use at most
   */
  public Run(Frame frame, int depth, long evaluations, Effort effort) {
    this.frame = frame;
    this.depth = depth;
    this.effort = effort;
    long share = Math.min(evaluations, effort.left()) / (2L * frame.inputs().size());
    build(share);
    predictSizes();
    grow(share);
    collect();
    stacks =
        Stacking.of(
            pieces,
            frame.outputs().stream().map(Run::cells).toArray(byte[][]::new),
            sizes.stream().map(s -> new int[] {s.width(), s.height()}).toArray(int[][]::new),
            effort::late);
  }

  private static byte[] cells(PlacedGrid grid) {
    byte[] cells = new byte[grid.area()];
    grid.copyTo(cells, 0);
    return cells;
  }

  private void build(long share) {
    int most = 0;
    for (PlacedGrid grid : frame.inputs()) {
      most = Math.max(most, grid.area());
    }
    for (PlacedGrid grid : frame.outputs()) {
      most = Math.max(most, grid.area());
    }
    int count = frame.inputs().size();
    int outputs = frame.demonstrations();
    for (int s = 0; s < 2 + outputs; s++) {
      starts.add(new int[count]);
    }
    for (int e = 0; e < count; e++) {
      PlacedGrid input = frame.inputs().get(e);
      Size size = new Size(input.width(), input.height());
      Graph graph = new Graph(size, depth, 2 * most, effort);
      starts.get(0)[e] = graph.start(input, 0);
      starts.get(1)[e] = graph.start(PlacedGrid.blank(size.width(), size.height()), 1);
      for (int d = 0; d < outputs; d++) {
        PlacedGrid output = frame.outputs().get(d);
        PlacedGrid shown = d == e ? PlacedGrid.blank(output.width(), output.height()) : output;
        starts.get(2 + d)[e] = graph.start(shown, 1);
      }
      graph.grow(Library.WITHOUT_OUTPUT_SIZE, share);
      graphs.add(graph);
    }
  }

  private void predictSizes() {
    Walk first = new Walk(graphs, starts, Library.WITHOUT_OUTPUT_SIZE, 0, MOST_TUPLES, effort);
    List<Size[]> seeds = new ArrayList<>();
    Set<List<Size>> seen = new HashSet<>();
    for (int i = 0; i < first.size(); i++) {
      Size[] seed = new Size[graphs.size()];
      boolean grids = true;
      for (int e = 0; e < seed.length && grids; e++) {
        int state = first.state(first.tuple(i), e);
        grids = !graphs.get(e).isList(state);
        seed[e] = grids ? graphs.get(e).size(state) : null;
      }
      if (grids && seen.add(List.of(seed))) {
        seeds.add(seed);
      }
    }
    for (PlacedGrid output : frame.outputs()) {
      sizes.add(new Size(output.width(), output.height()));
    }
    told = SizeProgram.tell(seeds, List.copyOf(sizes), frame.tests(), 2);
    if (told.isEmpty()) {
      for (int t = 0; t < frame.tests(); t++) {
        sizes.add(new Size(1, 1));
      }
    } else {
      sizes.addAll(told.get(0).sizes());
    }
  }

  private void grow(long share) {
    int paintable = ~0;
    for (PlacedGrid output : frame.outputs()) {
      paintable &= output.colours();
    }
    steps.add(Library.OVERLAY);
    steps.add(Library.TO_ORIGIN);
    for (int c = 1; c <= 5; c++) {
      if ((paintable >> c & 1) != 0) {
        steps.add(Library.paint(c));
      }
    }
    steps.add(Library.EMBED);
    int[] blanks = new int[graphs.size()];
    for (int e = 0; e < graphs.size(); e++) {
      Graph graph = graphs.get(e);
      Size size = sizes.get(e);
      graph.outputSize(size);
      blanks[e] = graph.start(PlacedGrid.blank(size.width(), size.height()), 1);
      graph.grow(Library.ALL.size(), share);
      graph.close(steps);
    }
    starts.add(blanks);
    walk = new Walk(graphs, starts, Library.ALL.size(), steps.size(), MOST_TUPLES, effort);
  }

  private void collect() {
    int cells = sizes.stream().mapToInt(size -> size.width() * size.height()).sum();
    for (int i = 0; i < walk.size(); i++) {
      int tuple = walk.tuple(i);
      boolean piece = true;
      for (int e = 0; e < graphs.size() && piece; e++) {
        piece = graphs.get(e).isPiece(walk.state(tuple, e));
      }
      if (piece) {
        if ((long) cells * tuples.size() > MOST_STACKED_CELLS) {
          effort.tell();
          break;
        }
        tuples.add(tuple);
      }
    }
    int[] costs = new int[tuples.size()];
    byte[][] shown = new byte[tuples.size()][cells];
    for (int p = 0; p < costs.length; p++) {
      costs[p] = walk.cost(tuples.get(p));
      int from = 0;
      for (int e = 0; e < graphs.size(); e++) {
        PlacedGrid grid = graphs.get(e).grid(walk.state(tuples.get(p), e));
        grid.copyTo(shown[p], from);
        from += grid.area();
      }
    }
    pieces = new Pieces(costs, shown);
  }

  public Frame frame() {
    return frame;
  }

  public Pieces pieces() {
    return pieces;
  }

  /** [example] the sizes of all outputs, those of the tests as predicted. */
  public List<Size> sizes() {
    return sizes;
  }

  /** The readings of the test outputs' sizes, best first. */
  public List<List<Size>> predictions() {
    return told.stream().map(SizeProgram.Told::sizes).toList();
  }

  /** How many states all examples have together. */
  public int states() {
    return graphs.stream().mapToInt(Graph::states).sum();
  }

  /** How many programs there are. */
  public int programs() {
    return walk.size();
  }

  /** All explanations found, those of short programs first. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int[] from = new int[graphs.size() + 1];
    for (int e = 0; e < graphs.size(); e++) {
      from[e + 1] = from[e] + sizes.get(e).width() * sizes.get(e).height();
    }
    Map<Integer, Integer> stacksOf = new HashMap<>();
    Map<String, Integer> agreeing = new HashMap<>();
    for (Stack stack : stacks) {
      stacksOf.merge(stack.bound(), 1, Integer::sum);
      agreeing.merge(said(stack, from), 1, Integer::sum);
    }
    for (Stack stack : stacks) {
      String said = said(stack, from);
      if (seen.add(stack.fitted() + said + stack.layers())) {
        double share = (double) agreeing.get(said) / stacksOf.get(stack.bound());
        findings.add(finding(stack, from, share));
      }
    }
    Product.Found product = Product.find(frame.outputs(), graphs, walk);
    if (product != null) {
      findings.add(finding(product));
    }
    findings.removeIf(finding -> finding.exact() == 0);
    return findings;
  }

  /** What a stack says of the tests, with the bound on the length of its programs. */
  private String said(Stack stack, int[] from) {
    int first = from[frame.demonstrations()];
    return stack.bound()
        + new String(
            stack.cells(), first, stack.cells().length - first, StandardCharsets.ISO_8859_1);
  }

  /** What a program makes of every input, in the task's colours. */
  public record Made(List<Grid> grids, int cost, String words) {}

  /**
   * Single grids that short programs make, other than the inputs: first those that have the size of
   * the outputs where inputs have not, then those that have more of the outputs' cells.
   */
  public List<Made> shortGrids(int most) {
    List<Integer> candidates = new ArrayList<>();
    Map<Integer, Double> worth = new HashMap<>();
    for (int i = 1; i < walk.size() && walk.cost(walk.tuple(i)) <= 1; i++) {
      int tuple = walk.tuple(i);
      if (start(tuple) != 0) {
        continue;
      }
      double value = worth(tuple);
      if (value > 0) {
        candidates.add(tuple);
        worth.put(tuple, value);
      }
    }
    candidates.sort(Comparator.comparingDouble(tuple -> -worth.get(tuple)));
    return candidates.stream().limit(most).map(this::made).toList();
  }

  private double worth(int tuple) {
    double worth = 1;
    for (int e = 0; e < graphs.size(); e++) {
      int state = walk.state(tuple, e);
      if (graphs.get(e).isList(state)) {
        return 0;
      }
      PlacedGrid grid = graphs.get(e).grid(state);
      if (grid.area() == 0 || grid.width() > 30 || grid.height() > 30) {
        return 0;
      }
      if (e < frame.demonstrations()) {
        worth += worth(grid, frame.inputs().get(e), frame.outputs().get(e));
      }
    }
    return worth;
  }

  private static double worth(PlacedGrid grid, PlacedGrid input, PlacedGrid output) {
    if (grid.width() != output.width() || grid.height() != output.height()) {
      return 0;
    }
    boolean sizeIsNew = input.width() != output.width() || input.height() != output.height();
    int same = 0;
    for (int i = 0; i < grid.area(); i++) {
      int row = i / grid.width();
      same += grid.cell(row, i % grid.width()) == output.cell(row, i % grid.width()) ? 1 : 0;
    }
    return (sizeIsNew ? 1 : 0) + (double) same / grid.area();
  }

  private Made made(int tuple) {
    List<Grid> grids = new ArrayList<>();
    for (int e = 0; e < graphs.size(); e++) {
      grids.add(frame.original(e, graphs.get(e).grid(walk.state(tuple, e))));
    }
    return new Made(grids, walk.cost(tuple), words(tuple));
  }

  private Finding finding(Stack stack, int[] from, double share) {
    int exact = 0;
    for (int d = 0; d < frame.demonstrations(); d++) {
      exact |= frame.outputs().get(d).equalsIn(stack.cells(), from[d]) ? 1 << d : 0;
    }
    PlacedGrid[] tests = new PlacedGrid[frame.tests()];
    for (int t = 0; t < tests.length; t++) {
      int e = frame.demonstrations() + t;
      boolean open = told.isEmpty();
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

  private Finding finding(Product.Found product) {
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
    return new Finding(
        tests, exact, all, 2 * depth, 2 * depth, 2, 0, 0, Finding.Kind.PRODUCT, parts);
  }

  /** The program of a tuple, its primitives in order of use. */
  private List<Primitive> program(int tuple) {
    List<Primitive> program = new ArrayList<>();
    for (int at = tuple; walk.parent(at) >= 0; at = walk.parent(at)) {
      int operation = walk.operation(at);
      int all = Library.ALL.size();
      program.add(0, operation < all ? Library.ALL.get(operation) : steps.get(operation - all));
    }
    return program;
  }

  /** The grid that a tuple's program starts from: 0 the input. */
  private int start(int tuple) {
    int at = tuple;
    while (walk.parent(at) >= 0) {
      at = walk.parent(at);
    }
    return Walk.START - walk.operation(at);
  }

  /** What an explanation does, in plain English. */
  public String words(Finding finding) {
    List<String> parts = new ArrayList<>();
    for (Finding.Part part : finding.programs()) {
      parts.add(part.laid() + words(part.tuple()));
    }
    if (finding.kind() == Finding.Kind.PRODUCT) {
      return "put (" + parts.get(1) + ") where (" + parts.get(0) + ") has colour";
    }
    String laid =
        parts.size() == 1 ? parts.get(0) : "lay over each other: " + String.join("; ", parts);
    return finding.kind() == Finding.Kind.COMPLETED ? laid + "; go on with the pattern" : laid;
  }

  /** What the program of a piece does, in plain English. */
  public String pieceWords(int piece) {
    return words(tuples.get(piece));
  }

  private String words(int tuple) {
    if (tuple < 0) {
      return "what demonstration " + -tuple + " shows";
    }
    int start = start(tuple);
    List<String> words = new ArrayList<>();
    if (start == 1) {
      words.add("take a blank grid of the input's size");
    } else if (start == starts.size() - 1) {
      words.add("take a blank grid of the output's size");
    } else if (start > 1) {
      words.add("take the output of demonstration " + (start - 1));
    }
    for (Primitive primitive : program(tuple)) {
      words.add(frame.named(primitive.words()));
    }
    return words.isEmpty() ? "leave it as it is" : String.join(", then ", words);
  }

  /**
   * The idea of an explanation: how it is put together, and the primitive that begins the program
   * of its first part.
   */
  public String family(Finding finding) {
    int tuple = finding.programs().isEmpty() ? -1 : finding.programs().get(0).tuple();
    List<Primitive> program = tuple < 0 ? List.of() : program(tuple);
    String first = program.isEmpty() ? "as it is" : program.get(0).name().replaceAll(" \\d+$", "");
    return finding.kind().name().toLowerCase(java.util.Locale.ROOT) + ": " + first;
  }
}
