package io.github.archrm.tasks.draw;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Marks;
import io.github.archrm.tasks.picture.Animation;
import io.github.archrm.tasks.picture.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a model thinks of a puzzle, segment by segment: which cells change from one to the next, and
 * where rules are broken.
 *
 * @param kind of the puzzle
 * @param input the puzzle
 * @param predictions one after every segment
 */
public record ThinkingDrawing(Kind kind, Grid input, List<Grid> predictions) {
  private static final int FIRST_CENTISECONDS = 120;
  private static final int CENTISECONDS = 50;
  private static final int LAST_CENTISECONDS = 300;

  public ThinkingDrawing {
    predictions = List.copyOf(predictions);
  }

  /** A panel for the prediction after every segment, labelled by what stands out in it. */
  public List<Panel> panels() {
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < predictions.size(); i++) {
      Grid grid = predictions.get(i);
      Optional<Grid> before = i == 0 ? Optional.empty() : Optional.of(predictions.get(i - 1));
      Marks marks = Marks.of(before, grid, kind.rules().check(input, grid));
      panels.add(Panel.of(label(i, marks), grid).as(kind).answering(input).marking(marks));
    }
    return panels;
  }

  private String label(int index, Marks marks) {
    String label = "segment " + (index + 1);
    label += index == 0 ? "" : String.format(Locale.ROOT, ", %d new", marks.changed().size());
    if (!kind.hasRules()) {
      return label;
    }
    int broken = marks.broken().size();
    return label + (broken == 0 ? ", proved" : String.format(Locale.ROOT, ", %d broken", broken));
  }

  /** As text, as many boards beside each other as a terminal has room for. */
  public String text(TerminalDrawing terminal) {
    StringBuilder text = new StringBuilder();
    List<Panel> left = panels();
    while (!left.isEmpty()) {
      int count = left.size();
      while (count > 1 && !terminal.hasRoom(new Strip("", left.subList(0, count), false))) {
        count--;
      }
      text.append(terminal.strip(new Strip("", left.subList(0, count), false))).append("\n");
      left = left.subList(count, left.size());
    }
    return text.toString();
  }

  /**
   * The puzzle, then a picture for every segment.
   *
   * @param heading above all of them
   */
  public Animation animation(String heading) {
    List<Picture> pictures = new ArrayList<>();
    pictures.add(
        TaskDrawing.of(heading, List.of(Strip.of("", Panel.of("puzzle", input).as(kind)))));
    panels().forEach(panel -> pictures.add(TaskDrawing.of(heading, List.of(Strip.of("", panel)))));
    int width = pictures.stream().mapToInt(Picture::width).max().orElseThrow();
    int height = pictures.stream().mapToInt(Picture::height).max().orElseThrow();
    List<Animation.Frame> frames = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      boolean last = i == pictures.size() - 1;
      int time = i == 0 ? FIRST_CENTISECONDS : last ? LAST_CENTISECONDS : CENTISECONDS;
      frames.add(new Animation.Frame(new Picture(width, height, pictures.get(i).shapes()), time));
    }
    return new Animation(frames);
  }
}
