package io.github.archrm.submit.answers;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.io.GridJson;
import io.github.archrm.tasks.io.StrictJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The CSV of Kaggle's contest of 2020: under {@code output_id,output} a line for every test output,
 * {@code 00576224_0,|32|78| |00|00| }; its grids are rows between bars, and stand between blanks.
 */
final class CsvAnswers {
  private static final String HEADER = "output_id,output";
  private static final String HEADER_TURNED = "output,output_id";
  private static final String ID = "\\s*(?<id>.+)_(?<test>\\d{1,3})\\s*";
  private static final String GRIDS = "(?<grids>[^,]*)";
  private static final Pattern LINE = Pattern.compile(ID + "," + GRIDS);
  private static final Pattern LINE_TURNED = Pattern.compile(GRIDS + "," + ID);
  private static final Pattern GRID = Pattern.compile("\\|(?:\\d{1,30}\\|){1,30}");

  private CsvAnswers() {}

  /**
   * @throws IOException if it is not such a file
   */
  static Answers read(Reader in) throws IOException {
    BufferedReader lines = new BufferedReader(in);
    String header = lines.readLine();
    String names = header == null ? "" : unquoted(header).replaceAll("\\s", "");
    if (!names.equals(HEADER) && !names.equals(HEADER_TURNED)) {
      throw new IOException("no CSV that begins with " + HEADER);
    }
    Pattern form = names.equals(HEADER) ? LINE : LINE_TURNED;
    Map<String, Map<Integer, TestAnswers>> tasks = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    int number = 1;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      Matcher matcher = form.matcher(unquoted(line));
      if (matcher.matches()) {
        String id = matcher.group("id");
        String place = id + ": output " + matcher.group("test");
        TestAnswers answers = answers(matcher.group("grids"), place, problems);
        Map<Integer, TestAnswers> tests = tasks.computeIfAbsent(id, first -> new TreeMap<>());
        if (tests.put(Integer.parseInt(matcher.group("test")), answers) != null) {
          problems.add(place + ": given twice; the last one counts");
        }
      } else if (!line.isBlank()) {
        problems.add("line " + number + ": no id_0,|12|34| : " + StrictJson.oneLine(cut(line)));
      }
    }
    Map<String, TaskAnswers> answers = new LinkedHashMap<>();
    tasks.forEach((id, tests) -> answers.put(id, TaskAnswers.of(JsonAnswers.inOrder(tests))));
    return new Answers(answers, Optional.empty(), problems);
  }

  private static TestAnswers answers(String text, String place, List<String> problems) {
    List<Optional<Grid>> grids = new ArrayList<>();
    for (String one : text.strip().split("\\s+")) {
      if (!one.isEmpty()) {
        grids.add(grid(one, place + ", prediction " + (grids.size() + 1), problems));
      }
    }
    return JsonAnswers.firstTwo(grids, place, problems);
  }

  private static Optional<Grid> grid(String text, String place, List<String> problems) {
    if (GRID.matcher(text).matches()) {
      String[] rows = text.substring(1, text.length() - 1).split("\\|");
      try {
        Grid grid = Grid.generate(rows.length, rows[0].length(), (r, c) -> rows[r].charAt(c) - '0');
        if (List.of(rows).stream().allMatch(row -> row.length() == grid.width())) {
          return Optional.of(grid);
        }
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        // Told below.
      }
    }
    problems.add(place + ": no grid as |12|34|, at most " + GridJson.MAX_SIDE + " a side");
    return Optional.empty();
  }

  private static String unquoted(String line) {
    return line.strip().replace("\"", "");
  }

  private static String cut(String line) {
    return line.length() > 40 ? line.substring(0, 40) + "..." : line;
  }
}
