package io.github.archrm.submit.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.solver.Budget;
import io.github.archrm.solver.CurvePoint;
import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.SolverOptions;
import io.github.archrm.solver.think.Thought;
import io.github.archrm.solver.vote.Candidate;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.submit.Samples;
import io.github.archrm.submit.worker.WorkerProtocol.Reply;
import io.github.archrm.submit.worker.WorkerProtocol.Request;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.TrainingProgress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkerProtocolTest {
  @Test
  void aRequestIsOneLineWithoutTheSolutions() {
    Task task = Samples.exchangeTwice("a\n\"id\"");
    SolverOptions options = new SolverOptions(Budget.ofSteps(3), Long.MIN_VALUE + 1, "gpu:1", 2);
    String line = WorkerProtocol.line(new Request(task, options, "/tmp/state"));
    assertFalse(line.contains("\n"));
    assertFalse(line.contains("[[1,1],[2,0]]"), "a solution in " + line);
    Request read = WorkerProtocol.request(line);
    assertEquals(task.withoutSolutions(), read.task());
    assertEquals(options, read.options());
  }

  @Test
  void everyReplyComesBackAsItWas() {
    Grid grid = Samples.grid("109");
    SolvedTask solved =
        new SolvedTask(
            "id",
            List.of(
                new TestAttempts(
                    grid, Samples.grid("0"), List.of(new Candidate(grid, 3, 0.75, 0.5)), 4)),
            12,
            3.5,
            Double.NaN,
            List.of(new CurvePoint(1, 12, 0.5, 1)),
            List.of(List.of(new Thought(grid, 0.25), new Thought(grid, 1))));
    for (Reply reply :
        List.of(
            Reply.of(new TrainingProgress(3, 4, 0.1, 0.9, Double.POSITIVE_INFINITY)),
            Reply.of(solved),
            Reply.ready("PyTorch on a CPU"),
            Reply.error("first line\nsecond line"),
            Reply.mistake("--device: not there"))) {
      assertEquals(Optional.of(reply), WorkerProtocol.reply(WorkerProtocol.line(reply)));
    }
  }

  @Test
  void otherLinesAreNoReplies() {
    for (String line :
        List.of("", "WARN something", "{}", "{\"x\": 1}", "{", "[1]", "null", "{\"result\": {}}")) {
      assertTrue(WorkerProtocol.reply(line).isEmpty(), line);
    }
  }
}
