package io.github.archrm.submit.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import io.github.archrm.submit.Needs;
import io.github.archrm.submit.Runs;
import io.github.archrm.submit.score.Results;
import io.github.archrm.tasks.maze.Maze;
import io.github.archrm.tasks.sudoku.Sudoku;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as people meet it, in a real browser. */
class ReportInBrowserTest {
  private static final int TASKS = 400;

  @TempDir static Path folder;
  private static Chromium browser;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> program = Chromium.installed();
    Needs.require(program.isPresent(), "no Chromium on the PATH: the page is not looked at");
    browser = Chromium.start(program.get(), folder.resolve("profile"));
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void nothingIsComplainedOfAndNothingLoaded() {
    assertEquals(List.of(), browser.complaints());
    assertTrue(
        browser.requests().stream().noneMatch(url -> url.startsWith("http")),
        () -> "loaded " + browser.requests());
  }

  private static URI write(String name, Results results) throws Exception {
    Path file = folder.resolve(name + ".html");
    Files.writeString(file, new ReportPage("evaluate", name, results).text());
    return file.toUri();
  }

  private static void openLarge(int width) throws Exception {
    browser.open(write("large", Runs.large(TASKS)), width, 900);
  }

  private static List<String> ids() throws Exception {
    return strings("Array.from(document.querySelectorAll('td.id a'), a => a.textContent)");
  }

  private static List<String> strings(String script) throws Exception {
    return browser.value(script).getAsJsonArray().asList().stream()
        .map(JsonElement::getAsString)
        .toList();
  }

  private static int count(String selector) throws Exception {
    return browser.value("document.querySelectorAll('" + selector + "').length").getAsInt();
  }

  private static String text(String selector) throws Exception {
    return browser.value("document.querySelector('" + selector + "').innerText").getAsString();
  }

  private static void click(String selector) throws Exception {
    browser.value("document.querySelector(`" + selector + "`).click()");
  }

  @Test
  void itOpensWithEveryTaskAndDrawsThoseInSight() throws Exception {
    openLarge(1280);
    assertEquals(TASKS, ids().size());
    assertEquals("large", text("h1"));
    browser.await("document.querySelector('td.picture svg')");
    int drawn = count("td.picture svg");
    assertTrue(drawn < TASKS / 4, drawn + " pictures at once");
    browser.value("window.scrollTo(0, document.body.scrollHeight)");
    browser.await("document.querySelector('tbody tr:last-child td.picture svg')");
    assertEquals(4, count(".score"));
    assertEquals(5, count(".outcomes span"));
  }

  @Test
  void theTableSortsByClickAndByKey() throws Exception {
    openLarge(1280);
    List<String> inOrder = ids();
    click("thead th:nth-child(8) button");
    assertEquals("ascending", browser.value(sortOf(8)).getAsString());
    List<String> times =
        strings("Array.from(document.querySelectorAll('td:nth-child(8)'), td => td.textContent)");
    assertEquals("–", times.get(0), "what was not tried comes first");
    assertEquals("0.0 s", times.get(1));
    assertEquals("6 min 38 s", times.get(TASKS - 1));
    click("thead th:nth-child(8) button");
    assertEquals("descending", browser.value(sortOf(8)).getAsString());
    assertEquals("task-398", ids().get(0));
    browser.value("document.querySelector('thead th:nth-child(2) button').focus()");
    browser.press("Enter", 13);
    assertEquals("ascending", browser.value(sortOf(2)).getAsString());
    assertEquals("null", browser.value("String(" + sortOf(8) + ")").getAsString());
    List<String> sorted = new ArrayList<>(inOrder);
    sorted.remove(Runs.HOSTILE);
    sorted.add(0, Runs.HOSTILE);
    assertEquals(sorted, ids(), "numbers in ids sort as numbers");
    browser.press("Enter", 13);
    Collections.reverse(sorted);
    assertEquals(sorted, ids());
  }

  private static String sortOf(int column) {
    return "document.querySelector('thead th:nth-child(" + column + ")').getAttribute('aria-sort')";
  }

  @Test
  void theTableFiltersByIdAndByResult() throws Exception {
    openLarge(1280);
    type("SK-39");
    assertEquals(
        List.of(
            "task-39",
            "task-390",
            "task-391",
            "task-392",
            "task-393",
            "task-394",
            "task-395",
            "task-396",
            "task-397",
            "task-398",
            "task-399"),
        ids());
    click(".chip[data-state=wrong]");
    assertEquals(List.of("task-39", "task-391", "task-394", "task-396"), ids());
    assertEquals("4 of 400 tasks", text(".shown"));
    click(".chip[data-state=failed]");
    assertEquals(List.of("task-392", "task-397"), ids());
    click(".chip[data-state=waiting]");
    assertEquals(List.of("task-399"), ids());
    type("nothing like that");
    assertEquals(List.of(), ids());
    assertTrue(text(".nothing").contains("No task"));
    type("");
    for (String state : List.of("solved", "wrong", "failed", "unknown", "waiting")) {
      click(".chip[data-state=" + state + "]");
      String told = text(".chip[data-state=" + state + "] b");
      assertEquals(Integer.parseInt(told), ids().size(), state);
    }
    click(".chip[data-state=all]");
    assertEquals(TASKS, ids().size());
    click(".chip[data-state=fitted]");
    assertEquals(Integer.parseInt(text(".chip[data-state=fitted] b")), ids().size());
    click("thead th:nth-child(9) button");
    // Loss i / 1000 is below 0.06 for the first 60; of ten, one is wrong in a cell, one in its
    // size.
    assertEquals(24, ids().size());
    assertEquals("1", text("tbody tr:nth-child(12) td:nth-child(9)"));
    assertEquals("size", text("tbody tr:nth-child(13) td:nth-child(9)"));
  }

  private static void type(String text) throws Exception {
    browser.value("document.querySelector('.filters input').focus()");
    browser.value("document.querySelector('.filters input').select()");
    browser.press("Delete", 46);
    browser.send("Input.insertText", "text", text);
  }

  @Test
  void anOpenedTaskIsDrawnWithItsAttemptsVotesAndCurve() throws Exception {
    openLarge(1280);
    click("tbody tr:nth-child(2) td.number");
    browser.await("document.querySelector('dialog').open");
    assertEquals("task-1", text("dialog h2"));
    int demonstrations = 2 * count("dialog .pair");
    assertTrue(demonstrations >= 4);
    assertEquals(demonstrations, count("dialog .pair svg.grid"));
    assertEquals(
        List.of("Input", "Attempt 1", "Attempt 2", "Solution"),
        strings("Array.from(document.querySelectorAll('.strip figcaption b'), b => b.innerText)"));
    assertTrue(text(".strip figure:nth-child(2)").contains("1 wrong cell"));
    assertEquals(1, count(".strip figure:nth-child(2) .marks"));
    assertEquals(0, count(".strip figure:nth-child(4) .marks"));
    assertTrue(text(".votes li:first-child").contains("63 %"), text(".votes"));
    assertEquals(3, count(".votes li"));
    assertTrue(text(".votes li:first-child").contains("1 · attempt 1 · 1 wrong cell"));
    assertEquals(1, count(".votes li:first-child .marks"));
    assertEquals(
        List.of("View", "Stage 1 50 %", "Stage 2 50 %"),
        strings("Array.from(document.querySelectorAll('.voters thead th'), t => t.innerText)"));
    assertEquals(
        List.of("upright|1 2|1 ×2", "turned 90°|–|"),
        strings(
            "Array.from(document.querySelectorAll('.voters tbody tr'), row =>"
                + " Array.from(row.children, cell => Array.from(cell.childNodes, one =>"
                + " one.textContent).join(' ')).join('|'))"));
    assertEquals(0, count(".voters .right"), "no view is right");
    assertTrue(text(".cells li").matches("row 1, column 1: \\d instead of \\d"), text(".cells"));
    assertEquals(2, count(".chart"));
    assertEquals(4, count(".chart .curve"), "two models in two charts");
    assertEquals(
        List.of("the solution is none of 2 candidates", "2 models, one after another"),
        strings("Array.from(document.querySelectorAll('dialog h3 small'), s => s.innerText)"));
    String display = "getComputedStyle(document.querySelector('dialog .marks')).display";
    assertEquals("inline", browser.value(display).getAsString());
    click("dialog h3 input");
    assertEquals("none", browser.value(display).getAsString());

    browser.press("ArrowRight", 39);
    browser.await("document.querySelector('dialog h2').innerText === 'task-2'");
    assertTrue(text("dialog .error").contains("died, </script><img"), text("dialog .error"));
    assertEquals("#task=task-2", browser.value("location.hash").getAsString());
    browser.press("Escape", 27);
    // The address follows a moment after the dialog has closed.
    browser.await("!document.querySelector('dialog').open && location.hash === ''");
  }

  @Test
  void aTaskCanBeLinkedToWhateverItsId() throws Exception {
    openLarge(1280);
    String link =
        browser.value("document.querySelector('tbody tr:nth-child(4) td.id a').href").getAsString();
    browser.open(URI.create(link), 1280, 900);
    browser.await("document.querySelector('dialog').open");
    assertEquals(Runs.HOSTILE, text("dialog h2"));
    assertEquals(0, count("img"));
    assertEquals("undefined", browser.value("typeof hostile").getAsString());
    click("[aria-label='Next task']");
    browser.await("document.querySelector('dialog h2').innerText === 'task-4'");
    assertTrue(text(".strip figure:nth-child(2)").contains("instead of"));
  }

  @Test
  void goingBackClosesATask() throws Exception {
    openLarge(1280);
    click("tbody tr:nth-child(2) td.id a");
    browser.await("document.querySelector('dialog').open");
    browser.value("history.back()");
    browser.await("!document.querySelector('dialog').open");
    assertEquals(TASKS, ids().size());
  }

  @Test
  void aSetOfBoardsShowsOneTestAtATimeAndTheThinking() throws Exception {
    browser.open(write("boards", Runs.set(Runs.BOARD, Sudoku.ofSide(9), 200)), 1280, 900);
    assertEquals(0, count("table"));
    assertEquals(200, count(".tests button"));
    assertEquals(20, count(".tests .missed"));
    assertEquals(4, count(".strip figure"));
    assertEquals(2, count(".thinking li"));
    assertTrue(text(".thinking li:first-child").contains("1 wrong cell"), text(".thinking"));
    assertTrue(text(".thinking li:last-child").contains("right"), text(".thinking"));
    assertEquals(81, count(".strip figure:nth-child(4) text"), "digits of the solution");
    assertEquals(27, count(".strip figure:nth-child(4) text[font-weight=\"700\"]"), "givens");
    click(".tests + .pager button:last-child");
    assertEquals("10", text(".tests [aria-pressed=true]"));
    assertTrue(text(".strip figure:nth-child(2)").contains("1 wrong cell"));
    assertEquals(0, count(".thinking li"));
    click(".tests button:nth-child(200)");
    assertTrue(text(".strip").contains("Attempt 2"));
  }

  @Test
  void theThinkingIsSteppedThroughAndPlayed() throws Exception {
    browser.open(write("player", Runs.set(Runs.BOARD, Sudoku.ofSide(9), 1)), 1280, 900);
    assertEquals("After segment 2 of 2 · 1 cell changed · proved by the rules", text(".caption"));
    assertTrue(
        browser.value("document.querySelectorAll('.player button')[2].disabled").getAsBoolean());
    click(".player [aria-label='One segment back']");
    assertTrue(text(".caption").startsWith("After segment 1 of 2 · a rule is broken in "));
    assertEquals(1, count(".player .rings"));
    click(".player [aria-label='One segment back']");
    assertEquals("The puzzle", text(".caption"));
    click(".player .play");
    browser.await("document.querySelector('.caption').textContent.startsWith('After segment 2')");
    browser.await("document.querySelector('.play').textContent.includes('Play')");
  }

  @Test
  void aMazeIsDrawnWithItsPath() throws Exception {
    browser.open(write("maze", Runs.set(Runs.MAZE, Maze.KIND, 1)), 1280, 900);
    assertEquals("SG", browser.value(letters(4)).getAsString());
    assertEquals("SG", browser.value(letters(1)).getAsString());
    String way =
        "document.querySelector('.strip figure:nth-child(%d) [stroke-linecap]').getAttribute('d')";
    assertEquals("", browser.value(way.formatted(1)).getAsString());
    assertTrue(browser.value(way.formatted(4)).getAsString().contains("M0.5 0.5l0 1"));
  }

  private static String letters(int figure) {
    return "document.querySelector('.strip figure:nth-child(" + figure + ") svg').textContent";
  }

  @Test
  void itFitsAPhone() throws Exception {
    openLarge(375);
    assertFits("document.documentElement");
    for (int row : new int[] {1, 3, 4, 5, 9, 13, TASKS}) {
      browser.value("document.querySelector('tbody tr:nth-child(" + row + ") td.id a').click()");
      browser.await("document.querySelector('dialog').open");
      assertFits("document.querySelector('dialog')");
      click("[aria-label='Close']");
      browser.await("!document.querySelector('dialog').open");
    }
    browser.open(write("phone-boards", Runs.set(Runs.BOARD, Sudoku.ofSide(9), 200)), 375, 900);
    assertFits("document.documentElement");
    browser.open(write("phone-maze", Runs.set(Runs.MAZE, Maze.KIND, 2)), 375, 900);
    assertFits("document.documentElement");
  }

  private static void assertFits(String element) throws Exception {
    int width = browser.value(element + ".scrollWidth").getAsInt();
    assertTrue(width <= 375, () -> "375 pixels are too narrow, it takes " + width);
    assertEquals(375, browser.value("innerWidth").getAsInt());
  }
}
