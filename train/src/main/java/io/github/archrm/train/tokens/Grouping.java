package io.github.archrm.train.tokens;

import ai.djl.Device;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.tokens.Tokens.Sight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How rows that have frames of their own are made parts of a batch: those share a frame that are
 * worked on faster together.
 *
 * @param ofAPart tokens that could be worked on in the time which a part of a batch takes for being
 *     one: so many may be empty for rows to share a frame
 * @param most tokens of a part, but for a single row
 */
public record Grouping(int ofAPart, int most) {
  /** On a processor, to which more rows bring no more speed beyond, only a need for memory. */
  private static final Grouping PROCESSOR = new Grouping(400, 8_000);

  /** A graphics card waits for some twenty milliseconds of calls in each part. */
  private static final int OF_A_PART_ON_GPU = 40_000;

  /**
   * @param most tokens of a batch, by which memory is bounded
   */
  public static Grouping on(Device device, int most) {
    return device.isGpu()
        ? new Grouping(OF_A_PART_ON_GPU, most)
        : new Grouping(PROCESSOR.ofAPart, Math.min(PROCESSOR.most, most));
  }

  /** Rows that are laid on the same frame, as a part of a batch. */
  public record Part(Frame frame, List<Row> rows) {}

  private record Group(Frame frame, List<Sight> sights) {
    int tokens() {
      return frame.tokens() * sights.size();
    }

    int empty() {
      return tokens() - sights.stream().mapToInt(sight -> sight.ownFrame().tokens()).sum();
    }
  }

  /** The rows on their frames; the largest ones first. */
  public List<Part> parts(List<Sight> sights) {
    List<Group> groups = new ArrayList<>();
    sights.stream()
        .sorted(Comparator.comparingInt((Sight sight) -> sight.ownFrame().tokens()).reversed())
        .forEach(sight -> add(sight, groups));
    return groups.stream()
        .map(
            group ->
                new Part(
                    group.frame,
                    group.sights.stream().map(sight -> sight.on(group.frame)).toList()))
        .toList();
  }

  private void add(Sight sight, List<Group> groups) {
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      List<Sight> more = new ArrayList<>(group.sights);
      more.add(sight);
      Group joined = new Group(group.frame.covering(sight.ownFrame()), more);
      if (joined.empty() <= ofAPart && joined.tokens() <= most) {
        groups.set(i, joined);
        return;
      }
    }
    groups.add(new Group(sight.ownFrame(), List.of(sight)));
  }
}
