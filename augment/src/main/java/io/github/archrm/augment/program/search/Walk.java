package io.github.archrm.augment.program.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Programs: tuples of states, one per example, that one composition of primitives makes of all
 * inputs, cheapest first.
 *
 * <p>Walks by the children that the graphs know; computes no grid, and keeps no graph. A tuple is
 * left out if it was met as cheaply before, or if every example reaches its own state of the tuple
 * more cheaply.
 */
final class Walk {
  /** No composition: an input itself, or another state to start from. */
  static final int START = -1;

  private final int examples;
  private final int primitives;
  private final int steps;
  private final int most;
  private final LongMap seen = new LongMap();
  private final IntList states = new IntList();
  private final IntList costs = new IntList();
  private final IntList parents = new IntList();
  private final IntList operations = new IntList();
  private final List<IntList> queues = new ArrayList<>();
  private final IntList order = new IntList();

  /**
   * @param starts [start][example] states at cost 0, or at the largest depth among them
   * @param primitives how many primitives to follow
   * @param steps how many closing steps to follow after them
   * @param most how many tuples to keep
   */
  Walk(List<Graph> graphs, List<int[]> starts, int primitives, int steps, int most, Effort effort) {
    this.examples = graphs.size();
    this.primitives = primitives;
    this.steps = steps;
    this.most = most;
    for (int s = 0; s < starts.size(); s++) {
      add(starts.get(s), s == 0 ? 0 : 1, -1, START - s);
    }
    walk(graphs, effort);
  }

  /** Numbers of tuples in order of cost. */
  int size() {
    return order.size();
  }

  int tuple(int index) {
    return order.get(index);
  }

  int cost(int tuple) {
    return costs.get(tuple);
  }

  int state(int tuple, int example) {
    return states.get(tuple * examples + example);
  }

  /** The tuple from which it was made, -1 for a start. */
  int parent(int tuple) {
    return parents.get(tuple);
  }

  /**
   * The primitive, or after those the closing step, that made it; {@link #START} - n for a start.
   */
  int operation(int tuple) {
    return operations.get(tuple);
  }

  private void add(int[] tuple, int cost, int parent, int operation) {
    long hash = 3;
    for (int state : tuple) {
      hash = Hashing.step(hash, state);
    }
    int number = costs.size();
    int known = seen.putIfAbsent(hash, number);
    if (known < 0) {
      for (int state : tuple) {
        states.add(state);
      }
      costs.add(cost);
      parents.add(parent);
      operations.add(operation);
    } else if (costs.get(known) > cost) {
      number = known;
      costs.set(known, cost);
      parents.set(known, parent);
      operations.set(known, operation);
    } else {
      return;
    }
    while (queues.size() <= cost) {
      queues.add(new IntList());
    }
    queues.get(cost).add(number);
  }

  private void walk(List<Graph> graphs, Effort effort) {
    int[] next = new int[examples];
    for (int cost = 0; cost < queues.size(); cost++) {
      for (int i = 0; i < queues.get(cost).size(); i++) {
        int tuple = queues.get(cost).get(i);
        if (costs.get(tuple) < cost || deepest(graphs, tuple) < cost) {
          continue;
        }
        order.add(tuple);
        if (costs.size() >= most || (order.size() & 255) == 0 && effort.late()) {
          effort.tell();
          return;
        }
        int first = isExpanded(graphs, tuple) ? 0 : primitives;
        for (int operation = first; operation < primitives + steps; operation++) {
          if (step(graphs, tuple, operation, next) > cost) {
            add(next, cost + 1, tuple, operation);
          }
        }
      }
    }
  }

  private boolean isExpanded(List<Graph> graphs, int tuple) {
    for (int e = 0; e < graphs.size(); e++) {
      if (!graphs.get(e).isExpanded(state(tuple, e))) {
        return false;
      }
    }
    return true;
  }

  private int deepest(List<Graph> graphs, int tuple) {
    int deepest = 0;
    for (int e = 0; e < graphs.size(); e++) {
      deepest = Math.max(deepest, graphs.get(e).depth(state(tuple, e)));
    }
    return deepest;
  }

  /** Fills in the states after an operation; the deepest of them, -1 where one fails. */
  private int step(List<Graph> graphs, int tuple, int operation, int[] next) {
    int deepest = -1;
    for (int e = 0; e < next.length; e++) {
      Graph graph = graphs.get(e);
      int state = state(tuple, e);
      next[e] =
          operation < primitives
              ? graph.child(state, operation)
              : graph.closed(state, operation - primitives);
      if (next[e] < 0) {
        return -1;
      }
      deepest = Math.max(deepest, graph.depth(next[e]));
    }
    return deepest;
  }
}
