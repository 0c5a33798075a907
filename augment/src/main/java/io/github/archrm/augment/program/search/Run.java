package io.github.archrm.augment.program.search;

import io.github.archrm.augment.program.primitive.Library;
import io.github.archrm.augment.program.primitive.PlacedGrid;
import io.github.archrm.augment.program.primitive.Primitive;
import io.github.archrm.augment.program.primitive.Size;
import io.github.archrm.augment.program.stack.Pieces;
import io.github.archrm.augment.program.stack.Stack;
import io.github.archrm.augment.program.stack.Stacking;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One search in one frame: graphs of all examples, sizes of the outputs, programs, pieces, stacks.
 */
public final class Run {
  private static final int MOST_TUPLES = 2_000_000;
  private static final int MOST_STACKED_CELLS = 64 << 20;

  private final Frame frame;
  private final int depth;
  private final int reading;
  private final Effort effort;
  private final List<Graph> graphs = new ArrayList<>();
  private final List<int[]> starts = new ArrayList<>();
  private final List<Primitive> steps = new ArrayList<>();
  private final List<Size> sizes = new ArrayList<>();
  private List<SizeProgram.Told> told;
  private Walk walk;
  private ProgramWords words;
  private final List<Integer> tuples = new ArrayList<>();
  private Pieces pieces;
  private List<Stack> stacks;

  /**
   * @param evaluations how many this run may use at most
   * @param reading which of the {@link #predictions} the outputs' sizes are, 0 for the best; the
   *     best if there are not so many
   */
  public Run(Frame frame, int depth, long evaluations, int reading, Effort effort) {
    this.frame = frame;
    this.reading = reading;
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
      Graph graph = new Graph(size, depth, 2 * most, effort.mostBytes() / count, effort);
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
      sizes.addAll(told.get(reading < told.size() ? reading : 0).sizes());
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
    words = new ProgramWords(frame, walk, steps, starts.size());
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

  /** All explanations found, those of short programs first. */
  public List<Finding> findings() {
    Product.Found product = effort.late() ? null : Product.find(frame.outputs(), graphs, walk);
    return new Findings(frame, walk, sizes, tuples, told.isEmpty()).of(stacks, product, 2 * depth);
  }

  /** Single grids that short programs make, the most promising first. */
  public List<ShortGrids.Made> shortGrids(int most) {
    return new ShortGrids(frame, graphs, walk, words).best(most);
  }

  /**
   * Says what an explanation does, in plain English; keeps nothing of this run but its programs.
   */
  public Supplier<String> words(Finding finding) {
    ProgramWords own = words;
    return () -> own.of(finding);
  }

  /** What the program of a piece does, in plain English. */
  public String pieceWords(int piece) {
    return words.of(tuples.get(piece));
  }

  /** The idea of an explanation. */
  public String family(Finding finding) {
    return words.family(finding);
  }
}
