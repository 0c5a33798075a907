package io.github.archrm.submit.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.archrm.solver.SolvedTask;
import io.github.archrm.submit.Runs;
import io.github.archrm.submit.Samples;
import io.github.archrm.submit.score.Fallback;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.score.Results;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.maze.Maze;
import io.github.archrm.tasks.sudoku.Sudoku;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs no browser: what is in the page, and that it harms nothing. */
public class ReportPageTest {
  @TempDir Path folder;

  /** The run that stands in a page. */
  public static JsonObject run(String page) {
    String start = "<script type=\"application/json\" id=\"run\">";
    int from = page.indexOf(start) + start.length();
    return JsonParser.parseString(page.substring(from, page.indexOf("</script>", from)))
        .getAsJsonObject();
  }

  private static List<String> texts(JsonArray array, String name) {
    return array.asList().stream()
        .map(entry -> entry.getAsJsonObject().get(name))
        .map(JsonElement::getAsString)
        .toList();
  }

  @Test
  void whatFilesBringIsTextAndNeverMarkup() {
    String page = new ReportPage("evaluate", Runs.HOSTILE, Runs.large(6)).text();
    assertFalse(page.contains("<img"), "an id became an element");
    assertEquals(2, page.split("</script>", -1).length - 1, "an id ended a script");
    assertEquals(1, page.split("<!doctype html>", -1).length - 1);
    JsonObject run = run(page);
    assertEquals(Runs.HOSTILE, run.get("title").getAsString());
    assertEquals(Runs.HOSTILE, run.getAsJsonObject("configuration").get("source").getAsString());
    assertEquals(Runs.HOSTILE, texts(run.getAsJsonArray("tasks"), "id").get(3));
    assertEquals(Long.toString(Long.MIN_VALUE), run.get("seed").getAsString());
  }

  @Test
  void itNeedsNothingFromElsewhere() {
    String page = new ReportPage("evaluate", "a", Runs.large(2)).text();
    assertFalse(Pattern.compile("src=|@import|url\\(|fetch\\(|//cdn").matcher(page).find());
    assertTrue(page.contains("default-src 'none'"));
  }

  @Test
  void everyStateHasItsWord() {
    JsonObject run = run(new ReportPage("evaluate", "a", Runs.large(6)).text());
    assertEquals(
        List.of("solved", "wrong", "failed", "unknown", "wrong", "waiting"),
        texts(run.getAsJsonArray("tasks"), "state"));
    assertEquals(5, run.get("finished").getAsInt());
    assertEquals(6, run.get("of").getAsInt());
    assertEquals(Runs.large(6).scoresJson(), run.get("scores"));
  }

  @Test
  void aGridStandsInItOnce() {
    JsonArray grids =
        run(new ReportPage("solve", "a", Runs.set(Runs.BOARD, Sudoku.ofSide(9), 200)).text())
            .getAsJsonArray("grids");
    Set<String> different = new HashSet<>();
    grids.forEach(grid -> different.add(grid.getAsString()));
    assertEquals(different.size(), grids.size());
    assertTrue(grids.size() < 8, grids.size() + " grids");
    assertTrue(different.contains(Runs.BOARD.output().toString().strip().replace('\n', '/')));
  }

  @Test
  void anAnswerThatBreaksARuleSaysWhichOne() {
    JsonObject run = run(new ReportPage("solve", "a", Runs.set(Runs.MAZE, Maze.KIND, 10)).text());
    JsonArray tests = run.getAsJsonArray("tasks").get(0).getAsJsonObject().getAsJsonArray("tests");
    List<JsonElement> broken =
        List.of(tests.get(0), tests.get(9)).stream()
            .map(test -> test.getAsJsonObject().getAsJsonArray("attempts").get(0))
            .map(attempt -> attempt.getAsJsonObject().get("broken"))
            .toList();
    assertTrue(broken.get(0).isJsonNull());
    assertTrue(broken.get(1).getAsString().startsWith("row 1, column 1: "), broken::toString);
  }

  @Test
  void aPageThatCannotBeWrittenHarmsNothing() throws Exception {
    Files.createDirectories(folder.resolve("results.html/in the way"));
    Results results = Runs.of(List.of(Samples.exchange("a")));
    Path out = folder.resolve("results.json");
    ReportWithPage report =
        ReportWithPage.beside(out, results, new ReportPage("evaluate", "a", results));
    Task task = results.tasks().get(0);
    report.written();
    report.add(new Outcome(task, Fallback.of(task, 1), Optional.empty()));
    report.ended();
    assertEquals(results.text(), report.text());
    assertTrue(Files.isDirectory(folder.resolve("results.html")));
  }

  @Test
  void itIsWrittenAtOnceThenNotAfterEveryTaskAndAtTheEnd() throws Exception {
    Results results = Runs.of(List.of(Samples.exchange("a"), Samples.exchange("b")));
    Path out = folder.resolve("results.json");
    ReportWithPage report =
        ReportWithPage.beside(out, results, new ReportPage("evaluate", "a", results));
    report.written();
    for (int done = 1; done <= 2; done++) {
      Task task = results.tasks().get(done - 1);
      report.add(new Outcome(task, Fallback.of(task, 1), Optional.empty()));
      report.written();
      assertEquals(0, run(Files.readString(report.page())).get("finished").getAsInt());
    }
    report.unwritten();
    assertFalse(Files.exists(report.page()), "it takes room that the report needs");
    report.ended();
    assertEquals(2, run(Files.readString(report.page())).get("finished").getAsInt());
  }

  @Test
  void aPageThatCannotBeMadeHarmsNothing() throws Exception {
    Task task = Samples.exchange("a");
    Results results = Runs.of(List.of(task));
    ReportPage page = new ReportPage("evaluate", "a", Runs.of(List.of(task)));
    ReportWithPage report = ReportWithPage.beside(folder.resolve("results.json"), results, page);
    report.written();
    String before = Files.readString(report.page());
    SolvedTask withoutTests = new SolvedTask("a", List.of(), 1, 1, 1);
    page.add(new Outcome(task.withoutSolutions(), withoutTests, Optional.empty()));
    report.ended();
    assertEquals(before, Files.readString(report.page()));
  }
}
