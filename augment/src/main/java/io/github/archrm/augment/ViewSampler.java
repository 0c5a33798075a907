package io.github.archrm.augment;

import io.github.archrm.augment.ViewFamily.Colours;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import io.github.archrm.tasks.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Draws views of one task out of a family.
 *
 * <p>Everything that may follow a dihedral map has a number: which of the ten colours each colour
 * that occurs in the task becomes, and how far down and right the grids move. So a uniform view is
 * one random number, and drawing views that differ is drawing numbers without putting them back.
 */
public final class ViewSampler {
  private final ViewFamily family;
  private final List<Grid> grids;
  private final List<Integer> renamed;
  private final List<Dihedral> dihedrals;
  private final Room room;

  /** How far grids may move on the canvas before they leave it. */
  private record Room(int down, int right) {
    Room under(Dihedral dihedral) {
      return dihedral.transposes() ? new Room(right, down) : this;
    }
  }

  /** Solutions of the task are not looked at. */
  public ViewSampler(Task task, ViewFamily family) {
    this.family = family;
    this.grids =
        Stream.concat(
                task.demonstrations().stream().flatMap(e -> Stream.of(e.input(), e.output())),
                task.testInputs().stream())
            .toList();
    this.renamed = renamed(grids, family.colours());
    this.dihedrals = family.turns().maps();
    int height = grids.stream().mapToInt(Grid::height).max().orElseThrow();
    int width = grids.stream().mapToInt(Grid::width).max().orElseThrow();
    for (Grid input : task.testInputs()) {
      OutputSize size = OutputSize.predict(task, input).orElse(new OutputSize(1, 1));
      height = Math.max(height, size.height());
      width = Math.max(width, size.width());
    }
    this.room = room(height, width);
  }

  /**
   * Up to n views, no two of which make the same grids of the task's demonstrations and test
   * inputs.
   *
   * <p>The first is the identity. The dihedral maps take turns, in random order each time round, so
   * they are represented equally as long as each has distinct views left. A task with fewer than n
   * distinct views gets all of them.
   */
  public static List<View> distinct(Task task, ViewFamily family, int n, long seed) {
    return new ViewSampler(task, family).distinct(n, new Random(seed));
  }

  /** As {@link #distinct(Task, ViewFamily, int, long)}. */
  public List<View> distinct(int n, RandomGenerator random) {
    List<View> views = new ArrayList<>();
    Set<List<Grid>> images = new HashSet<>();
    List<Deck> decks =
        new ArrayList<>(dihedrals.stream().map(d -> new Deck(d, variants(room))).toList());
    while (views.size() < n && !decks.isEmpty()) {
      shuffle(decks, views.isEmpty() ? 1 : 0, random);
      for (Deck deck : List.copyOf(decks)) {
        boolean found = false;
        while (!found && !deck.isEmpty() && views.size() < n) {
          View view =
              views.isEmpty()
                  ? View.identity()
                  : view(deck.dihedral, room.under(deck.dihedral), deck.draw(random));
          found = images.add(grids.stream().map(view::apply).toList());
          if (found) {
            views.add(view);
          }
        }
        if (deck.isEmpty()) {
          decks.remove(deck);
        }
      }
    }
    return views;
  }

  /** A uniformly random view that keeps every grid of the task on the canvas. */
  public View random(RandomGenerator random) {
    return random(random, room);
  }

  /**
   * A uniformly random view for one example of the task: it moves as far as this example's two
   * grids can on the canvas.
   */
  public View random(RandomGenerator random, Example example) {
    return random(
        random,
        room(
            Math.max(example.input().height(), example.output().height()),
            Math.max(example.input().width(), example.output().width())));
  }

  private View random(RandomGenerator random, Room room) {
    Dihedral dihedral = dihedrals.get(random.nextInt(dihedrals.size()));
    return view(dihedral, room.under(dihedral), random.nextLong(variants(room)));
  }

  /** How many colour permutations times translations there are: at most 10!·900. */
  private long variants(Room room) {
    long variants = (room.down + 1L) * (room.right + 1L);
    int free = colours().size();
    for (int i = 0; i < renamed.size(); i++) {
      variants *= free - i;
    }
    return variants;
  }

  /** The view with this number: mixed-radix digits for right, down and the image of each colour. */
  private View view(Dihedral dihedral, Room room, long number) {
    int right = (int) (number % (room.right + 1));
    number /= room.right + 1;
    int down = (int) (number % (room.down + 1));
    number /= room.down + 1;
    return dihedral.then(permutation(number)).then(new Translation(down, right));
  }

  private View permutation(long number) {
    if (renamed.isEmpty()) {
      return View.identity();
    }
    List<Integer> free = new ArrayList<>(colours());
    Integer[] image = ColourPermutation.IDENTITY.image().toArray(Integer[]::new);
    for (int colour : renamed) {
      image[colour] = free.remove((int) (number % free.size()));
      number /= free.size() + 1;
    }
    for (int colour : colours()) {
      if (!renamed.contains(colour)) {
        image[colour] = free.remove(0);
      }
    }
    return new ColourPermutation(List.of(image));
  }

  /** The colours that change places with one another. */
  private List<Integer> colours() {
    int kept = family.colours() == Colours.KEEP_BACKGROUND ? 1 : 0;
    return ColourPermutation.IDENTITY.image().subList(kept, ColourPermutation.COLOURS);
  }

  private static List<Integer> renamed(List<Grid> grids, Colours colours) {
    if (colours == Colours.NONE) {
      return List.of();
    }
    Set<Integer> occurring = new HashSet<>();
    for (Grid grid : grids) {
      for (int r = 0; r < grid.height(); r++) {
        for (int c = 0; c < grid.width(); c++) {
          occurring.add(grid.cell(r, c));
        }
      }
    }
    return IntStream.range(colours == Colours.ALL ? 0 : 1, ColourPermutation.COLOURS)
        .boxed()
        .filter(occurring::contains)
        .toList();
  }

  private Room room(int height, int width) {
    return new Room(
        Math.max(0, family.canvasHeight() - height), Math.max(0, family.canvasWidth() - width));
  }

  private static void shuffle(List<Deck> decks, int from, RandomGenerator random) {
    for (int last = decks.size() - 1; last > from; last--) {
      Collections.swap(decks, last, random.nextInt(from, last + 1));
    }
  }

  /**
   * The numbers of all variants of one dihedral map, drawn without putting back.
   *
   * <p>A Fisher-Yates shuffle that stores only the places it has moved: there may be billions of
   * numbers, of which a few are drawn.
   */
  private static final class Deck {
    private final Dihedral dihedral;
    private final Map<Long, Long> moved = new HashMap<>();
    private long left;

    Deck(Dihedral dihedral, long size) {
      this.dihedral = dihedral;
      this.left = size;
    }

    boolean isEmpty() {
      return left == 0;
    }

    long draw(RandomGenerator random) {
      long place = random.nextLong(left);
      left--;
      Long last = moved.remove(left);
      long lastNumber = last == null ? left : last;
      if (place == left) {
        return lastNumber;
      }
      Long drawn = moved.put(place, lastNumber);
      return drawn == null ? place : drawn;
    }
  }
}
