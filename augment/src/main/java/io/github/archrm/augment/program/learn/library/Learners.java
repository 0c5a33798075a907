package io.github.archrm.augment.program.learn.library;

import io.github.archrm.augment.Dihedral;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Through;
import io.github.archrm.augment.program.learn.Turned;
import io.github.archrm.augment.program.learn.cell.CellTable;
import io.github.archrm.augment.program.learn.cell.Stepwise;
import io.github.archrm.augment.program.learn.draw.Classes;
import io.github.archrm.augment.program.learn.draw.ColourList;
import io.github.archrm.augment.program.learn.draw.Copying;
import io.github.archrm.augment.program.learn.draw.Counts;
import io.github.archrm.augment.program.learn.draw.Legend;
import io.github.archrm.augment.program.learn.draw.Path;
import io.github.archrm.augment.program.learn.draw.Stamp;
import io.github.archrm.augment.program.learn.draw.Template;
import io.github.archrm.augment.program.learn.draw.Walk;
import io.github.archrm.augment.program.learn.object.EachObject;
import io.github.archrm.augment.program.learn.object.ObjectTable;
import io.github.archrm.augment.program.learn.object.Segmentation;
import io.github.archrm.augment.program.learn.panel.LayerTable;
import io.github.archrm.augment.program.learn.panel.PanelOrder;
import io.github.archrm.augment.program.learn.panel.PanelPaint;
import io.github.archrm.augment.program.learn.panel.PanelSummary;
import io.github.archrm.augment.program.learn.panel.Pick;
import io.github.archrm.augment.program.learn.pattern.Continue;
import io.github.archrm.augment.program.learn.pattern.Repair;
import io.github.archrm.augment.program.learn.pattern.Tile;
import io.github.archrm.augment.program.learn.pattern.TurnedTiles;
import java.util.List;

/** Every learner there is. A new one is one line here. */
public final class Learners {
  public static final List<Learner> ALL =
      List.of(
          new CellTable(),
          new Pick(),
          new LayerTable(),
          new Repair(),
          new Continue(),
          new TurnedTiles(),
          new ObjectTable(),
          new PanelSummary(),
          new Stepwise(),
          new EachObject(Segmentation.ALL.get(2), new CellTable()),
          new EachObject(Segmentation.ALL.get(0), new CellTable()),
          new Through(new Lenses.Behind(), new CellTable()),
          new Through(new Lenses.Ranks(), new CellTable()),
          new Through(new Lenses.Coarse(), new CellTable()),
          new Through(new Lenses.PanelCells(), new CellTable()),
          new Through(new Lenses.Behind(), new ObjectTable()),
          new Through(new Lenses.Behind(), new Pick()),
          new Stamp(),
          new Classes(),
          new Counts(),
          new ColourList(),
          new Through(new Lenses.Behind(), new Stamp()),
          new Template(),
          new Path(),
          new Copying(),
          new Walk(),
          new Legend(),
          new Tile(),
          new Through(new Lenses.Behind(), new Through(new Lenses.Ranks(), new CellTable())),
          new PanelPaint(),
          new PanelOrder(),
          new Through(new Turned(Dihedral.FLIP_LEFT_RIGHT), new Continue()),
          new Through(new Turned(Dihedral.FLIP_UP_DOWN), new Continue()),
          new Through(new Turned(Dihedral.ROTATE_180), new Continue()),
          new Through(new Turned(Dihedral.FLIP_LEFT_RIGHT), new Counts()),
          new Through(new Turned(Dihedral.FLIP_UP_DOWN), new Counts()),
          new Through(new Lenses.Behind(), new Stepwise()),
          new Through(
              new Lenses.Behind(), new EachObject(Segmentation.ALL.get(2), new CellTable())));

  private Learners() {}
}
