package io.github.archrm.submit.command.option;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.archrm.solver.Policy;
import io.github.archrm.tasks.Kinds;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SolvingOptionsTest {
  @Test
  void programsAloneEndBeforeProgramsOfThreePrimitivesUnlessSomebodyWantsThem() {
    assertEquals(2, programs("--with", "programs").depth());
    assertEquals(3, programs("--with", "programs", "--set", "policy.programs.depth=3").depth());
    assertEquals(3, programs("--with", "programs", "--budget", "5").depth());
    assertEquals(3, programs().depth());
  }

  @Test
  void programsAloneHaveAllOfTheTimeUnlessSomebodyWantsLess() {
    assertEquals(1, programs("--with", "programs").share());
    assertEquals(0.5, programs("--with", "programs", "--set", "policy.programs.share=0.5").share());
    assertEquals(0.3, programs("--with", "hrm,programs").share());
  }

  @Test
  void theWordsRepeatAllThatWasSaid() {
    String said =
        "--steps 5 --with hrm --trunk none --train-further --views 3 --starts 2 --segments 7"
            + " --plain-vote --recipe r.json --set model.width=96 --set batch.rows=8";
    assertEquals(said, parsed(said.split(" ")).words());
    assertEquals("", parsed().words());
  }

  private static SolvingOptions parsed(String... arguments) {
    SolvingOptions options = new SolvingOptions();
    new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
    return options;
  }

  private static Policy.Programs programs(String... arguments) {
    return parsed(arguments)
        .plan(0)
        .overrides()
        .solving(Kinds.unnamed(), Optional.empty())
        .policy()
        .programs();
  }
}
