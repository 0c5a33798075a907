package io.github.archrm.submit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The list of commands in the help, grouped by what a person wants to do. */
final class CommandGroups {
  private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("Solve puzzles", List.of("solve", "evaluate", "submit", "merge"));
    GROUPS.put("Train a model for many puzzles", List.of("train"));
    GROUPS.put("Score what was solved", List.of("score", "compare", "compare-recipes"));
    GROUPS.put("Look at puzzles", List.of("tasks"));
    GROUPS.put("Take it to Kaggle", List.of("package"));
    GROUPS.put("Measure this machine", List.of("bench"));
  }

  private CommandGroups() {}

  static void showIn(CommandLine root) {
    Map<String, CommandLine.IHelpSectionRenderer> sections = root.getHelpSectionMap();
    sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandGroups::render);
    root.setHelpSectionMap(sections);
  }

  private static String render(Help help) {
    if (!help.commandSpec().name().equals("arc-hrm")) {
      return help.commandList();
    }
    StringBuilder text = new StringBuilder();
    GROUPS.forEach(
        (heading, names) -> {
          text.append(String.format("%n%s:%n", heading));
          for (String name : names) {
            String[] description =
                help.subcommands().get(name).commandSpec().usageMessage().description();
            text.append(String.format("  %-17s%s%n", name, description[0]));
          }
        });
    return text.toString();
  }
}
