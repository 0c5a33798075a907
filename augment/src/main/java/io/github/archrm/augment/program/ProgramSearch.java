package io.github.archrm.augment.program;

import io.github.archrm.augment.program.primitive.PlacedGrid;
import io.github.archrm.augment.program.search.Effort;
import io.github.archrm.augment.program.search.Finding;
import io.github.archrm.augment.program.search.Frame;
import io.github.archrm.augment.program.search.Run;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import io.github.archrm.tasks.Task;
import java.util.ArrayList;
import java.util.List;

/** Searches programs that explain a task's demonstrations, and applies them to its test inputs. */
public final class ProgramSearch {
  /** How many demonstrations are looked at, the first ones. */
  private static final int MOST_DEMONSTRATIONS = 12;

  /** Primitives of the programs that are searched first. */
  private static final int SHORT = 2;

  private final Task task;
  private final SearchLimits limits;
  private final Effort effort;
  private final List<Ranking> rankings = new ArrayList<>();
  private final List<List<OutputSize>> sizes = new ArrayList<>();
  private List<Piece> pieces = List.of();

  private ProgramSearch(Task task, SearchLimits limits, Effort effort) {
    this.task = task;
    this.limits = limits;
    this.effort = effort;
    for (int t = 0; t < task.testInputs().size(); t++) {
      rankings.add(new Ranking(task.demonstrations().size()));
      sizes.add(new ArrayList<>());
    }
  }

  /**
   * Searches within the limits. Uses one thread and no randomness: without a limit in time the same
   * task gives the same explanations.
   *
   * @return nothing found for a task whose symbols are not all colours, or without demonstrations;
   *     no pieces for a task of more than twelve demonstrations, of which the first are looked at
   */
  public static Explanations search(Task task, SearchLimits limits) {
    long started = System.nanoTime();
    Effort effort =
        new Effort(limits.evaluations(), limits.deadline(started), (long) limits.mebibytes() << 20);
    ProgramSearch search = new ProgramSearch(looked(task), limits, effort);
    if (isOfColours(task)) {
      search.runAll();
    }
    List<List<Explained>> ranked = search.rankings.stream().map(Ranking::ranked).toList();
    return new Explanations(
        ranked,
        Settled.of(ranked),
        search.task.equals(task) ? search.pieces : List.of(),
        search.sizes,
        effort.evaluations(),
        (System.nanoTime() - started) / 1e9,
        effort.cutShort());
  }

  private static Task looked(Task task) {
    return task.demonstrations().size() <= MOST_DEMONSTRATIONS
        ? task
        : new Task(
            task.id(),
            task.demonstrations().subList(0, MOST_DEMONSTRATIONS),
            task.testInputs(),
            List.of(),
            task.kind());
  }

  private static boolean isOfColours(Task task) {
    List<Grid> grids = new ArrayList<>(task.testInputs());
    for (Example example : task.demonstrations()) {
      grids.add(example.input());
      grids.add(example.output());
    }
    return !task.demonstrations().isEmpty()
        && grids.stream()
            .allMatch(
                grid ->
                    grid.side() <= PlacedGrid.SIDE
                        && grid.cells().allMatch(c -> c >= 0 && c < PlacedGrid.COLOURS));
  }

  /**
   * Short programs first, and only where they explain nothing longer ones, which more often explain
   * by chance, and for which there is not always room.
   */
  private void runAll() {
    int depth = Math.min(SHORT, limits.depth());
    boolean renames = runByRole(depth);
    if (renames && !effort.late()) {
      run(depth, false, 0);
    }
    if (!effort.late() && otherSize() && !isExplained()) {
      run(depth, true, 1);
    }
    while (depth < limits.depth() && !effort.late() && !isExplained()) {
      depth++;
      takePieces(run(depth, true, 0));
      if (renames && !effort.late()) {
        run(depth, false, 0);
      }
    }
  }

  /** Whether something explains all demonstrations and has an output for some test input. */
  private boolean isExplained() {
    return rankings.stream().anyMatch(Ranking::isExplained);
  }

  /** Whether the outputs may have other sizes than the likeliest. */
  private boolean otherSize() {
    return sizes.stream().anyMatch(told -> told.size() > 1 && !told.get(0).equals(told.get(1)));
  }

  /** Also fits rules and chooses pieces; tells whether colours have other names by their roles. */
  private boolean runByRole(int depth) {
    Run run = run(depth, true, 0);
    for (int t = 0; t < sizes.size(); t++) {
      for (var prediction : run.predictions()) {
        sizes.get(t).add(new OutputSize(prediction.get(t).height(), prediction.get(t).width()));
      }
    }
    takePieces(run);
    new Learning(task, rankings, effort).learn(run);
    return run.frame().renames();
  }

  /** Takes the pieces of a run if they tell more than those that there are. */
  private void takePieces(Run run) {
    List<Piece> more = Channels.choose(task, run);
    if (Channels.told(task, more) > Channels.told(task, pieces)) {
      pieces = more;
    }
  }

  private Run run(int depth, boolean byRole, int reading) {
    Frame frame = Frame.of(task.demonstrations(), task.testInputs(), byRole);
    Run run = new Run(frame, depth, limits.evaluations() / 2, reading, effort);
    for (Finding finding : run.findings()) {
      Claim claim = claim(run, finding);
      for (int t = 0; t < rankings.size(); t++) {
        PlacedGrid shown = finding.tests()[t];
        if (shown != null) {
          Grid grid = frame.original(frame.demonstrations() + t, shown);
          rankings.get(t).add(grid, claim);
        }
      }
    }
    return run;
  }

  private Claim claim(Run run, Finding finding) {
    int count = task.demonstrations().size();
    int exact = finding.exact();
    return new Claim(
        false,
        (double) Integer.bitCount(exact) / count,
        (double) Integer.bitCount(exact & ~finding.fitted()) / count,
        finding.cost(),
        finding.allCosts(),
        finding.layers(),
        finding.blackLayers(),
        finding.share(),
        run.family(finding),
        run.words(finding));
  }
}
