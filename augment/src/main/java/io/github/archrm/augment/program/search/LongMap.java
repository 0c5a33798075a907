package io.github.archrm.augment.program.search;

/** From hashes to numbers from 0, by open addressing; a hash is trusted to tell its owner. */
final class LongMap {
  private long[] keys = new long[1 << 10];
  private int[] values = new int[1 << 10];
  private int size;

  /** The value of a key, or the value given, which is then kept for the key, as -1 - value. */
  int putIfAbsent(long key, int value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int at = slot(key);
    if (values[at] != 0) {
      return values[at] - 1;
    }
    keys[at] = key;
    values[at] = value + 1;
    size++;
    return -1 - value;
  }

  /** The value of a key, -1 if it has none. */
  int get(long key) {
    return values[slot(key)] - 1;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int at = (int) (key ^ key >>> 32) & mask;
    while (values[at] != 0 && keys[at] != key) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[oldValues.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != 0) {
        int at = slot(oldKeys[i]);
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
      }
    }
  }
}
