package io.github.archrm.augment.program.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.augment.program.primitive.Library;
import io.github.archrm.augment.program.primitive.PlacedGrid;
import io.github.archrm.augment.program.primitive.Size;
import io.github.archrm.tasks.Grid;
import org.junit.jupiter.api.Test;

class GraphTest {
  private static final int DEPTH = 3;

  /** What was found late, and expanded, may be made sooner by what comes later. */
  @Test
  void whatIsReachedSoonerIsSearchedFurther() {
    PlacedGrid input = PlacedGrid.of(Grid.of(new int[][] {{1, 0, 2}, {0, 3, 0}, {0, 0, 4}}));
    Graph graph =
        new Graph(
            new Size(3, 3),
            DEPTH,
            18,
            1 << 26,
            new Effort(Long.MAX_VALUE, Long.MAX_VALUE, 1 << 26));
    graph.start(input, 0);
    graph.grow(Library.WITHOUT_OUTPUT_SIZE, Long.MAX_VALUE);
    int late = 0;
    while (graph.depth(late) < DEPTH - 1 || graph.isList(late)) {
      late++;
    }
    assertEquals(late, graph.start(graph.grid(late), 0));
    graph.grow(Library.ALL.size(), Long.MAX_VALUE);
    for (int state = 0; state < graph.states(); state++) {
      assertEquals(graph.depth(state) < DEPTH, graph.isExpanded(state));
      for (int p = 0; graph.isExpanded(state) && p < Library.ALL.size(); p++) {
        int child = graph.child(state, p);
        assertTrue(child == Graph.NONE || graph.depth(child) <= graph.depth(state) + 1);
      }
    }
  }
}
