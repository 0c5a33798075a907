package io.github.archrm.submit.run;

import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of the tasks, for one of several machines. The parts cost about the same and depend on the
 * tasks only, so that every machine finds the same split.
 *
 * @param index from 0
 * @param of how many parts there are
 */
public record Shard(int index, int of) implements Comparable<Shard> {
  /** The folders of all shards, as a pattern of their names. */
  static final String FOLDERS = "shard-*-of-*";

  private static final Pattern TEXT = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  /**
   * Reads {@code 0/4}.
   *
   * @throws UserMistake if it is none, or there is no such part
   */
  public static Shard parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (matcher.matches()) {
      Shard shard =
          new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
      if (shard.index < shard.of) {
        return shard;
      }
    }
    throw new UserMistake("--shard: 0/4, 1/4, 2/4 or 3/4 of four parts, not " + text);
  }

  /** The file of this part, in a folder of its own beside that of the whole. */
  public Path place(Path whole) {
    return whole
        .toAbsolutePath()
        .resolveSibling("shard-" + index + "-of-" + of)
        .resolve(whole.getFileName());
  }

  /** This part of the tasks, in their order: the dearest first, each to the part with least. */
  public List<Task> part(List<Task> tasks) {
    List<Task> dearestFirst = new ArrayList<>(tasks);
    dearestFirst.sort(Comparator.comparingLong(Shard::cost).reversed().thenComparing(Task::id));
    long[] costs = new long[of];
    Set<String> own = new HashSet<>();
    for (Task task : dearestFirst) {
      int least = 0;
      for (int i = 1; i < of; i++) {
        least = costs[i] < costs[least] ? i : least;
      }
      costs[least] += cost(task);
      if (least == index) {
        own.add(task.id());
      }
    }
    return tasks.stream().filter(task -> own.contains(task.id())).toList();
  }

  /** Cells of the largest grid times symbols that occur: the tokens of a row, about. */
  static long cost(Task task) {
    List<Grid> grids =
        Stream.concat(
                task.demonstrations().stream().flatMap(Shard::grids), task.testInputs().stream())
            .toList();
    int height = grids.stream().mapToInt(Grid::height).max().orElse(1);
    int width = grids.stream().mapToInt(Grid::width).max().orElse(1);
    long symbols = grids.stream().flatMap(Shard::symbols).distinct().count();
    return height * width * symbols;
  }

  private static Stream<Grid> grids(Example example) {
    return Stream.of(example.input(), example.output());
  }

  private static Stream<Integer> symbols(Grid grid) {
    return Stream.of(grid.toRows()).flatMap(row -> Arrays.stream(row).boxed());
  }

  @Override
  public int compareTo(Shard other) {
    return Integer.compare(index, other.index);
  }

  @Override
  public String toString() {
    return index + "/" + of;
  }
}
