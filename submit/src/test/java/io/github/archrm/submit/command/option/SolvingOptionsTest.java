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

  private static Policy.Programs programs(String... arguments) {
    SolvingOptions options = new SolvingOptions();
    new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
    return options
        .plan(0)
        .overrides()
        .solving(Kinds.unnamed(), Optional.empty())
        .policy()
        .programs();
  }
}
