package io.github.archrm.train;

import io.github.archrm.augment.Dihedral;
import io.github.archrm.augment.ViewFamily;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Structure;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.ModelConfig.Attending;
import io.github.archrm.train.model.ModelConfig.Depth;
import io.github.archrm.train.model.ModelConfig.Encoding;
import io.github.archrm.train.model.ModelConfig.FeedForward;
import io.github.archrm.train.model.ModelConfig.Positions;
import io.github.archrm.train.model.ModelConfig.Reach;
import io.github.archrm.train.model.ModelConfig.Start;
import io.github.archrm.train.model.ModelConfig.Symbols;
import io.github.archrm.train.tokens.Channels;
import io.github.archrm.train.tokens.TaskTokens;
import io.github.archrm.train.tokens.Tokens;

/**
 * How a model is trained. Every hyperparameter of the model and its training has its home here, by
 * the name of a record's component; this module's README tells how to override one.
 *
 * <p>Longer than other classes so that all of them, with units and reasons, are read in one place.
 *
 * @param model the network
 * @param augmentation which views of the demonstrations it learns from
 * @param channels what is shown beside the inputs
 * @param batch how much is learned from at once
 * @param large what is done where grids are large
 * @param halting when a row of the batch stops thinking
 * @param loss cross entropy of a cell
 * @param learningRate of the optimizer, step by step
 * @param optimizer what makes a step of a gradient
 * @param ema the averages of the weights, which predict
 */
public record Recipe(
    ModelConfig model,
    Augmentation augmentation,
    Beside channels,
    Batch batch,
    Large large,
    Halting halting,
    Loss loss,
    LearningRate learningRate,
    Optimizer optimizer,
    Averaging ema) {

  /**
   * Which views a model learns from.
   *
   * @param turns how they turn and mirror the grids
   * @param colours which colours they rename; a symbol-equivariant model needs none
   * @param enlarged share of the rows, 0-1, that show a demonstration at twice its size, where rows
   *     have frames of their own
   */
  public record Augmentation(ViewFamily.Turns turns, ViewFamily.Colours colours, double enlarged) {
    public Augmentation {
      requireShare("enlarged", enlarged);
    }

    /** Of demonstrations at their own size. */
    public Augmentation(ViewFamily.Turns turns, ViewFamily.Colours colours) {
      this(turns, colours, 0);
    }

    /** The same, turned otherwise. */
    public Augmentation turned(ViewFamily.Turns other) {
      return new Augmentation(other, colours, enlarged);
    }
  }

  /**
   * What is shown beside the inputs: grids that programs make of them.
   *
   * @param most channels of an input
   * @param blank share of the rows, 0-1, in which nothing is in the channels, so that the model
   *     learns to do without them: a channel that is right by chance is a shortcut
   */
  public record Beside(int most, double blank) {
    public Beside {
      require(most >= 0, "most must not be negative, but is " + most);
      requireShare("blank", blank);
    }
  }

  /**
   * How large a batch is.
   *
   * @param rows at most
   * @param tokens that it may hold, symbol planes times cells, but for a single row: what bounds
   *     the memory of a step, at about 40 kB a token of the small models
   */
  public record Batch(int rows, int tokens) {
    public Batch {
      require(rows > 0, "rows must be at least 1, but is " + rows);
      require(tokens > 0, "tokens must be at least 1, but is " + tokens);
    }

    /** Rows of a batch whose rows hold so many tokens. */
    public int rowsOf(int tokensPerRow) {
      return Math.max(1, Math.min(rows, tokens / tokensPerRow));
    }
  }

  /**
   * What is done where grids are large and a step is dear.
   *
   * @param shared cells of the largest canvas that all rows of a task share; beyond, each row has
   *     the canvas and the planes that it needs, and is not moved. With 0, rows of several tasks
   *     make one batch
   * @param window longest side of the random parts of demonstrations that are learned from first,
   *     where every output has its input's size
   * @param windowsUntil share of the budget, 0-1, from which whole demonstrations are learned from
   */
  public record Large(int shared, int window, double windowsUntil) {
    /** All rows on the canvas of the task. */
    public static final Large NONE = new Large(Integer.MAX_VALUE, 1, 0);

    public Large {
      require(shared >= 0, "shared must not be negative, but is " + shared);
      require(window > 0, "window must be at least 1, but is " + window);
      requireShare("windowsUntil", windowsUntil);
    }
  }

  /**
   * The learning rate: a linear warm-up, constant, and a fall along half a cosine.
   *
   * @param peak rate after warm-up
   * @param warmUp steps of the warm-up
   * @param decayFrom share of the budget, 0-1, after which the rate falls; 1 keeps it
   * @param floor share of the peak, 0-1, that is left at the end
   */
  public record LearningRate(double peak, int warmUp, double decayFrom, double floor) {
    public LearningRate {
      require(peak > 0, "peak must be above 0, but is " + peak);
      require(warmUp > 0, "warmUp must be at least 1 step, but is " + warmUp);
      requireShare("decayFrom", decayFrom);
      requireShare("floor", floor);
    }

    /** The rate at a step, given the share of the budget that is used, 0-1. */
    double at(int step, double used) {
      double warm = Math.min(1, (step + 1.0) / warmUp);
      double cosine = 1;
      if (used > decayFrom && decayFrom < 1) {
        double share = Math.min(1, (used - decayFrom) / (1 - decayFrom));
        cosine = floor + (1 - floor) * 0.5 * (1 + Math.cos(Math.PI * share));
      }
      return peak * warm * cosine;
    }
  }

  /**
   * AdamATan2, and sign-SGD for the puzzle embedding.
   *
   * @param beta1 decay of the first moment a step
   * @param beta2 decay of the second moment a step
   * @param weightDecay decoupled, per step times learning rate
   * @param puzzleRate learning rate of the puzzle embedding
   * @param puzzleDecay weight decay of the puzzle embedding
   */
  public record Optimizer(
      double beta1, double beta2, double weightDecay, double puzzleRate, double puzzleDecay) {
    public Optimizer {
      require(beta1 >= 0 && beta1 < 1, "beta1 must be at least 0 and below 1, but is " + beta1);
      require(beta2 >= 0 && beta2 < 1, "beta2 must be at least 0 and below 1, but is " + beta2);
      require(weightDecay >= 0, "weightDecay must not be negative, but is " + weightDecay);
      require(puzzleRate >= 0, "puzzleRate must not be negative, but is " + puzzleRate);
      require(puzzleDecay >= 0, "puzzleDecay must not be negative, but is " + puzzleDecay);
    }
  }

  /**
   * Running means.
   *
   * @param decay share of the old average of the weights that a step keeps; 0 predicts with the
   *     latest weights
   * @param warmUp the t-th step keeps (1 + t) / (warmUp + t) at most, so that the random first
   *     weights do not linger
   * @param progress share of the old value in the means of loss and exact rows, which are told and
   *     by which a model's vote is weighed
   */
  public record Averaging(double decay, double warmUp, double progress) {
    public Averaging {
      requireShare("decay", decay);
      require(warmUp >= 1, "warmUp must be at least 1, but is " + warmUp);
      requireShare("progress", progress);
    }
  }

  /**
   * @throws IllegalArgumentException if views rename colours for a model to which names are
   *     symbols' own
   */
  public Recipe {
    require(
        !model.symbols().equivariant() || augmentation.colours() == ViewFamily.Colours.NONE,
        "a symbol-equivariant model needs no views that rename colours");
  }

  private static void requireShare(String name, double value) {
    require(value >= 0 && value <= 1, name + " must be 0 to 1, but is " + value);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /**
   * The recipe that solves most tasks in the time; measurements are in this module's README.
   *
   * @param turns which views the model sees, without being told which one it sees: none lets it
   *     learn a rule with a direction, more let it learn a rule without one more thoroughly
   */
  public static Recipe arc(ViewFamily.Turns turns) {
    return new Recipe(
        new ModelConfig(
            Symbols.sensing(TaskTokens.SYMBOLS + 1), // renaming colours renames the answer
            64, // 104 thousand weights, 70 thousand without attention
            new Depth(1, 1, 2, 2), // solves sooner than 2+2 blocks
            new Attending(4, Reach.AXIAL, true), // cost linear in cells times side
            new Positions(Encoding.RELATIVE, 100), // twice the steps of rotary ones
            new FeedForward(128, true), // neighbours solve 6 tasks of 8 instead of 3
            // Random states: a second look may differ. What no demonstration has says nothing.
            new Start(true, 0.5, 0, -5)),
        new Augmentation(turns, ViewFamily.Colours.NONE), // renamed by the model itself
        new Beside(6, 0.5), // solves tasks that neither programs nor the model without them do
        new Batch(4, 30_000), // solves sooner than 8 rows; 1.4 GiB at most
        new Large(225, 12, 0.5), // several times the steps a second above 15x15
        new Halting(Halting.Rule.FIXED, 4, 0, 0.5), // every row makes all segments
        Loss.STABLEMAX, // as the paper
        new LearningRate(2e-3, 20, 0.7, 0.1), // 1.27e-3 went with 8 rows
        new Optimizer(0.9, 0.95, 0.1, 1e-2, 0.1), // betas of the paper
        new Averaging(0.98, 10, 0.95)); // over some fifty steps
  }

  /**
   * The recipe for a trunk of many ARC tasks: the model of {@link #arc} with an embedding for each
   * view of each task, which tells it what rule to apply. A batch has rows of many tasks, whole
   * ones on frames of their own.
   */
  static Recipe arcTrunk() {
    Recipe one = arc(ViewFamily.Turns.ALL);
    return new Recipe(
        one.model.withPuzzles(1),
        one.augmentation,
        one.channels,
        new Batch(32, 30_000),
        new Large(0, 12, 0),
        one.halting,
        one.loss,
        new LearningRate(2e-3, 100, 0.3, 0.05), // as that of boards
        one.optimizer,
        new Averaging(0.998, 10, 0.95));
  }

  /**
   * The recipe for puzzles whose kind tells so much of them beforehand; measurements are in this
   * module's README.
   *
   * <p>Where only rows, columns and boxes matter, attention along them without positions has all
   * the symmetries of the puzzle that keep rows rows, and its weights serve boards of any size.
   * Where it matters what is near, the SwiGLU looks at neighbours, and one pass over the blocks
   * carries news one cell far.
   */
  public static Recipe of(Kind kind) {
    Structure structure = kind.structure();
    boolean near = structure.near();
    boolean equivariant = structure.interchangeable();
    boolean boxes = structure.boxHeight() > 0;
    int width = near && !boxes ? 64 : 48; // 48 is a multiple of 3 directions
    return new Recipe(
        new ModelConfig(
            new Symbols(equivariant ? 1 : kind.symbols() + 1, equivariant, 0), // with outside
            width,
            new Depth(1, 1, 2, 2, 6), // gradients through all steps: see this module's README
            new Attending(boxes ? 3 : 4, boxes ? Reach.AXIAL_AND_BOXES : Reach.AXIAL),
            new Positions(near ? Encoding.RELATIVE : Encoding.NONE, 100),
            new FeedForward(2 * width, near),
            new Start(true, 0.5, 0.5, -5)),
        new Augmentation(
            near ? ViewFamily.Turns.ALL : ViewFamily.Turns.NONE, ViewFamily.Colours.NONE),
        new Beside(0, 0), // the rule is known
        new Batch(8, 30_000),
        Large.NONE, // a board is thought about whole
        new Halting(Halting.Rule.FIXED, near ? 4 : 6, 0, 0.5), // mazes: 83 % with 4, 46 % with 6
        Loss.STABLEMAX,
        new LearningRate(2e-3, 20, 0.3, 0.05), // an early fall is worth more than anything else
        new Optimizer(0.9, 0.95, 0.1, 1e-2, 0.1),
        new Averaging(0.998, 10, 0.95)); // long, which needs a rate that falls
  }

  /**
   * The HRM of the paper on puzzles of a kind, with the settings of its public code: 27M parameters
   * at the full size, sequences with one-dimensional rotary positions, a puzzle token, adaptive
   * computation time of up to 16 segments.
   *
   * @param turns which views turn the grids
   * @param colours which symbols views rename
   */
  static Recipe paper(Kind kind, ViewFamily.Turns turns, ViewFamily.Colours colours) {
    return new Recipe(
        ModelConfig.paper(kind.symbols() + 1, 1),
        new Augmentation(turns, colours),
        new Beside(0, 0), // none in the paper
        new Batch(768, 40_000), // the rows of eight GPUs, as far as one of 80 GB holds them
        Large.NONE, // none in the paper
        new Halting(Halting.Rule.HALT_OR_CONTINUE, 16, 0.1, 0.5),
        Loss.STABLEMAX,
        new LearningRate(1e-4, 2000, 1, 1), // constant
        new Optimizer(0.9, 0.95, 1, 1e-4, 1),
        new Averaging(0, 10, 0.95)); // no average
  }

  /** This recipe for the model of a trunk, which thinks as long as it was taught to. */
  public Recipe from(Trunk trunk) {
    Recipe taught = trunk.recipe();
    return new Recipe(
        taught.model,
        augmentation,
        channels,
        batch,
        large,
        taught.halting,
        loss,
        learningRate,
        optimizer,
        ema);
  }

  /**
   * @throws IllegalArgumentException if the model cannot take the task's symbols or boxes
   */
  public void requireFit(Task task) {
    Tokens.of(task, model, 0, Channels.NONE, large.shared);
    boolean boxes = model.attention().reach() == Reach.AXIAL_AND_BOXES;
    require(
        !boxes || task.kind().structure().boxHeight() > 0,
        task.id() + ": no boxes, which the model attends to");
  }

  /** This recipe for a model with the puzzle embeddings of so many tasks, if it has any. */
  Recipe forTasks(int tasks) {
    return model.symbols().puzzles() == 0
        ? this
        : with(model.withPuzzles(tasks * puzzlesOfATask(tasks)));
  }

  /** Whether rows of several tasks, each with a rule of its own, make one batch. */
  boolean mixes(int tasks) {
    return tasks > 1
        && model.symbols().equivariant()
        && large.shared == 0
        && halting.rule() == Halting.Rule.FIXED;
  }

  /** Embeddings of a task: one for each of its dihedral views where tasks mix. */
  int puzzlesOfATask(int tasks) {
    return mixes(tasks) ? Dihedral.values().length : 1;
  }

  /** This recipe for a model with so many channels. */
  Recipe withChannels(int count) {
    return model.symbols().channels() == count ? this : with(model.withChannels(count));
  }

  /** This recipe for a model without puzzle embeddings, which is not told which task it is at. */
  public Recipe untold() {
    return model.symbols().puzzles() == 0 ? this : with(model.withPuzzles(0));
  }

  /** This recipe for a model that is shown no suggestions. */
  public Recipe withoutSuggestions() {
    return model.symbols().suggestions() ? with(model.withoutSuggestions()) : this;
  }

  /** This recipe for a model without attention. */
  public Recipe withoutAttention() {
    return model.attention().reach() == Reach.NONE ? this : with(model.withoutAttention());
  }

  /** This recipe with another model. */
  public Recipe with(ModelConfig other) {
    return new Recipe(
        other, augmentation, channels, batch, large, halting, loss, learningRate, optimizer, ema);
  }

  /** This recipe with other views. */
  public Recipe with(Augmentation other) {
    return new Recipe(
        model, other, channels, batch, large, halting, loss, learningRate, optimizer, ema);
  }

  /** This recipe with batches of at most so many rows. */
  public Recipe withBatch(int rows) {
    return with(new Batch(rows, batch.tokens));
  }

  /** This recipe with batches of at most so many tokens, but of one row at least. */
  public Recipe holding(int mostTokens) {
    return with(new Batch(batch.rows, Math.min(batch.tokens, mostTokens)));
  }

  private Recipe with(Batch other) {
    return new Recipe(
        model, augmentation, channels, other, large, halting, loss, learningRate, optimizer, ema);
  }
}
