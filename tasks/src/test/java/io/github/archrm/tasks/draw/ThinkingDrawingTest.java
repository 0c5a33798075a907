package io.github.archrm.tasks.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Marks;
import io.github.archrm.tasks.arc.Arc;
import io.github.archrm.tasks.maze.Maze;
import io.github.archrm.tasks.picture.Animation;
import io.github.archrm.tasks.sudoku.Sudoku;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

class ThinkingDrawingTest {
  private static final Sudoku KIND = Sudoku.ofSide(4);
  private static final Grid PUZZLE = KIND.read("1.....1..2.....3");
  private static final ThinkingDrawing THINKING =
      new ThinkingDrawing(
          KIND, PUZZLE, List.of(KIND.read("1432231332414123"), KIND.read("1432231432414123")));

  @Test
  void everySegmentTellsWhatChangedAndWhatIsBroken() {
    List<Panel> panels = THINKING.panels();
    assertEquals("segment 1, 2 broken", panels.get(0).label());
    assertEquals("segment 2, 1 new, proved", panels.get(1).label());
    assertTrue(panels.get(0).marks().isBroken(1, 3));
    assertEquals(new Marks(Set.of(new Marks.Cell(1, 3)), Set.of()), panels.get(1).marks());
  }

  @Test
  void aTerminalShowsThemBesideEachOther() {
    String text = THINKING.text(new TerminalDrawing(false, 80));
    assertTrue(text.contains("| 2 3 | 1 3!|"), text);
    assertTrue(text.contains("| 2 3 | 1 4*|"), text);
    assertEquals(1, text.lines().filter(line -> line.contains("segment")).count());
    String narrow = THINKING.text(new TerminalDrawing(false, 30));
    assertEquals(2, narrow.lines().filter(line -> line.contains("segment")).count());
    assertTrue(THINKING.text(new TerminalDrawing(true, 80)).contains("\u001b[48;2;"), text);
  }

  @Test
  void mazesAndTasksWithoutRulesAreShownToo() {
    Grid maze = Maze.KIND.read("S    / ### / #   / # # /   #G");
    String text =
        new ThinkingDrawing(Maze.KIND, maze, List.of(maze)).text(new TerminalDrawing(false, 80));
    assertTrue(text.contains("S!"), text);
    Grid arc = Grid.of(new int[][] {{1, 2}});
    List<Panel> panels = new ThinkingDrawing(Arc.KIND, arc, List.of(arc, arc)).panels();
    assertEquals("segment 2, 0 new", panels.get(1).label());
  }

  @Test
  void theAnimationIsAGifThatLoops() throws Exception {
    byte[] gif = THINKING.animation("my puzzle").gif();
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
    assertEquals(3, reader.getNumImages(true));
    BufferedImage first = reader.read(0);
    for (int i = 0; i < 3; i++) {
      assertEquals(first.getWidth(), reader.read(i).getWidth());
      assertEquals(first.getHeight(), reader.read(i).getHeight());
      IIOMetadataNode root =
          (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
      NodeList control = root.getElementsByTagName("GraphicControlExtension");
      int delay = Integer.parseInt(((IIOMetadataNode) control.item(0)).getAttribute("delayTime"));
      assertTrue(delay >= 20, () -> "a delay of " + delay);
      assertEquals(1, root.getElementsByTagName("ApplicationExtension").getLength());
    }
    assertThrows(IllegalArgumentException.class, () -> new Animation(List.of()));
  }
}
