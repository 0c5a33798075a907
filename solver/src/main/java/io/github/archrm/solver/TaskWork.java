package io.github.archrm.solver;

import io.github.archrm.solver.vote.TaskVote;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Compute;
import io.github.archrm.train.TrainingProgress;
import io.github.archrm.train.Trunk;
import io.github.archrm.train.tokens.Channels;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What all members of the vote on one task share.
 *
 * @param task without its solutions
 * @param recipe hyperparameters
 * @param channels what programs make of the inputs
 * @param trunk weights to start from
 * @param vote tells whether predictions agree
 * @param rounds of predictions by a model
 * @param spending of the budget
 * @param folder where the work is kept
 * @param state of the work, earlier calls included
 * @param thinking of the models
 * @param listener told after every training step
 */
record TaskWork(
    Task task,
    SolverOptions options,
    SolverRecipe recipe,
    Channels channels,
    Compute compute,
    Optional<Trunk> trunk,
    TaskVote vote,
    PredictionRounds rounds,
    Spending spending,
    TaskFolder folder,
    TaskState state,
    BestThinking thinking,
    Consumer<TrainingProgress> listener) {}
