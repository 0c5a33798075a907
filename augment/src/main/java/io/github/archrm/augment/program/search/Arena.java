package io.github.archrm.augment.program.search;

import io.github.archrm.augment.program.primitive.Group;
import io.github.archrm.augment.program.primitive.PlacedGrid;
import io.github.archrm.augment.program.primitive.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * Grids and lists of grids in flat byte arrays: the number of members in two bytes, then for each
 * its place, width and height in two bytes each and its cells.
 */
final class Arena {
  /** What one entry may take at most, in bytes. */
  static final int CHUNK = 1 << 20;

  private static final int HEADER = 8;

  private final List<byte[]> chunks = new ArrayList<>();
  private int used = CHUNK;

  static int bytes(PlacedGrid grid) {
    return 2 + HEADER + grid.area();
  }

  static int bytes(Group group) {
    int bytes = 2;
    for (int i = 0; i < group.size(); i++) {
      bytes += HEADER + group.member(i).area();
    }
    return bytes;
  }

  /** How many bytes all entries take. */
  long bytes() {
    return (long) chunks.size() * CHUNK;
  }

  /** Where the entry was put. */
  int add(PlacedGrid grid) {
    int at = reserve(bytes(grid));
    byte[] chunk = chunks.get(at / CHUNK);
    int from = at % CHUNK;
    putShort(chunk, from, 1);
    put(chunk, from + 2, grid);
    return at;
  }

  int add(Group group) {
    int at = reserve(bytes(group));
    byte[] chunk = chunks.get(at / CHUNK);
    int from = at % CHUNK;
    putShort(chunk, from, group.size());
    from += 2;
    for (int i = 0; i < group.size(); i++) {
      from = put(chunk, from, group.member(i));
    }
    return at;
  }

  private int reserve(int bytes) {
    if (used + bytes > CHUNK) {
      chunks.add(new byte[CHUNK]);
      used = 0;
    }
    int at = (chunks.size() - 1) * CHUNK + used;
    used += bytes;
    return at;
  }

  PlacedGrid grid(int at) {
    return read(chunks.get(at / CHUNK), at % CHUNK + 2);
  }

  Size size(int at) {
    byte[] chunk = chunks.get(at / CHUNK);
    int from = at % CHUNK + 2;
    return new Size(getShort(chunk, from + 4), getShort(chunk, from + 6));
  }

  boolean looksLike(int at, PlacedGrid other) {
    byte[] chunk = chunks.get(at / CHUNK);
    int from = at % CHUNK + 2;
    return getShort(chunk, from + 4) == other.width()
        && getShort(chunk, from + 6) == other.height()
        && other.equalsIn(chunk, from + HEADER);
  }

  Group group(int at) {
    byte[] chunk = chunks.get(at / CHUNK);
    int from = at % CHUNK;
    int size = getShort(chunk, from);
    from += 2;
    List<PlacedGrid> members = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      PlacedGrid member = read(chunk, from);
      members.add(member);
      from += HEADER + member.area();
    }
    return Group.of(members);
  }

  private static int put(byte[] chunk, int from, PlacedGrid grid) {
    putShort(chunk, from, grid.x());
    putShort(chunk, from + 2, grid.y());
    putShort(chunk, from + 4, grid.width());
    putShort(chunk, from + 6, grid.height());
    grid.copyTo(chunk, from + HEADER);
    return from + HEADER + grid.area();
  }

  private static PlacedGrid read(byte[] chunk, int from) {
    return PlacedGrid.of(
        getShort(chunk, from),
        getShort(chunk, from + 2),
        getShort(chunk, from + 4),
        getShort(chunk, from + 6),
        chunk,
        from + HEADER);
  }

  private static void putShort(byte[] chunk, int at, int value) {
    chunk[at] = (byte) (value >> 8);
    chunk[at + 1] = (byte) value;
  }

  private static int getShort(byte[] chunk, int at) {
    return (short) (chunk[at] << 8 | chunk[at + 1] & 0xff);
  }
}
