package io.github.archrm.augment;

import java.math.BigInteger;
import java.util.List;

/** The dihedral maps, which turn every maze into another one. */
record MazeViews(List<Dihedral> dihedrals) implements ViewSpace {

  static MazeViews of(ViewFamily family) {
    return new MazeViews(family.turns().maps());
  }

  @Override
  public int parts() {
    return dihedrals.size();
  }

  @Override
  public BigInteger size() {
    return BigInteger.ONE;
  }

  @Override
  public View view(int part, BigInteger number) {
    return dihedrals.get(part);
  }
}
