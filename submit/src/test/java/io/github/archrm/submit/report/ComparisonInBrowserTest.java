package io.github.archrm.submit.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import io.github.archrm.submit.Runs;
import io.github.archrm.submit.Samples;
import io.github.archrm.submit.answers.Answers;
import io.github.archrm.submit.answers.TaskAnswers;
import io.github.archrm.submit.answers.TestAnswers;
import io.github.archrm.submit.compare.Comparison;
import io.github.archrm.submit.compare.Key;
import io.github.archrm.submit.compare.Side;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a comparison as people meet it. */
class ComparisonInBrowserTest {
  @TempDir static Path folder;

  private static final List<Task> TASKS =
      List.of(Samples.exchangeTwice(Runs.HOSTILE), Samples.exchange("b"), Samples.exchange("c"));

  /**
   * A system that solves a task where there is an x, and has no valid attempt where there is a -.
   */
  private static Side side(String name, String solved) {
    Map<String, TaskAnswers> answers = new LinkedHashMap<>();
    for (int t = 0; t < TASKS.size(); t++) {
      char state = solved.charAt(t);
      List<TestAnswers> tests =
          TASKS.get(t).solutions().stream()
              .map(
                  solution -> {
                    Grid wrong = Grid.generate(2, 2, (r, c) -> 9);
                    return state == '-'
                        ? TestAnswers.NONE
                        : TestAnswers.of(
                            Optional.of(state == 'x' ? solution : wrong), Optional.of(wrong));
                  })
              .toList();
      answers.put(TASKS.get(t).id(), TaskAnswers.of(tests));
    }
    return new Side(
        name, Path.of(name), new Answers(answers, Optional.of(7L), List.of()), Optional.empty());
  }

  private static String page(boolean seeds) {
    Map<String, List<Grid>> outputs = new LinkedHashMap<>();
    Map<String, Task> tasks = new LinkedHashMap<>();
    TASKS.forEach(task -> outputs.put(task.id(), task.solutions()));
    TASKS.forEach(task -> tasks.put(task.id(), task));
    Key key = Key.of(outputs, List.of());
    List<Side> sides = List.of(side("first", "xx-"), side(Runs.HOSTILE, "x.x"));
    return new ComparisonPage(Comparison.of(sides, key, seeds, 1), key, tasks).text();
  }

  @Test
  void whatFilesBringIsTextAndNeverMarkup() {
    String page = page(false);
    assertFalse(page.contains("<img"), "a name became an element");
    assertEquals(2, page.split("</script>", -1).length - 1, "a name ended a script");
    assertFalse(page.contains("http://") && page.contains("src=\"http"));
  }

  @Test
  void bothAnswersStandBesideEachOther() throws Exception {
    Optional<Path> program = Chromium.installed();
    assumeTrue(program.isPresent(), "no Chromium on the PATH: the page is not looked at");
    Chromium browser = Chromium.start(program.get(), folder.resolve("profile"));
    try {
      Path file = folder.resolve("compare.html");
      Files.writeString(file, page(false));
      browser.open(file.toUri(), 1280, 900);
      browser.await("document.querySelector('.compared tbody tr')");
      assertEquals(
          List.of("3", "2", "1", "1", "1", "0"),
          strings(browser, "Array.from(document.querySelectorAll('.chip b'), b => b.innerText)"));
      assertEquals(
          List.of("1 both", "1 only first", "1 only " + Runs.HOSTILE, "0 neither"),
          strings(
              browser, "Array.from(document.querySelectorAll('.legend span'), s => s.innerText)"));
      browser.value("document.querySelector('.compared tbody tr').click()");
      browser.await("document.querySelector('dialog[open]')");
      assertEquals(4, count(browser, "dialog .side"), "two systems at two test inputs");
      assertEquals(4 + 8, count(browser, "dialog .strip figure"));
      for (String id : List.of("b", "c")) {
        browser.press("ArrowRight", 39);
        browser.await("document.querySelector('dialog h2').innerText === '" + id + "'");
      }
      assertEquals("No valid attempt.", text(browser, "dialog .side .nothing"));
      browser.open(file.toUri(), 360, 800);
      browser.await("document.querySelector('.compared tbody tr')");
      assertEquals(
          360,
          browser.value("document.documentElement.scrollWidth").getAsInt(),
          "the page is wider than a phone");
      Files.writeString(file, page(true));
      browser.open(file.toUri(), 1280, 900);
      browser.await("document.querySelector('.pair-card')");
      assertTrue(text(browser, ".pair-card").contains("3 of 3 solved by some run, 1 by every run"));
      assertEquals(List.of(), browser.complaints());
      assertTrue(browser.requests().stream().noneMatch(url -> url.startsWith("http")));
    } finally {
      browser.close();
    }
  }

  private static List<String> strings(Chromium browser, String script) throws Exception {
    return browser.value(script).getAsJsonArray().asList().stream()
        .map(JsonElement::getAsString)
        .toList();
  }

  private static int count(Chromium browser, String selector) throws Exception {
    return browser.value("document.querySelectorAll('" + selector + "').length").getAsInt();
  }

  private static String text(Chromium browser, String selector) throws Exception {
    return browser.value("document.querySelector('" + selector + "').innerText").getAsString();
  }
}
