package io.github.archrm.submit.command.option;

import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;

/** The constants of an enum as people write them: in small letters, a dash between words. */
public class EnumWords implements Iterable<String> {
  private final Enum<?>[] constants;

  public EnumWords(Enum<?>... constants) {
    this.constants = constants;
  }

  @Override
  public Iterator<String> iterator() {
    return Stream.of(constants)
        .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .iterator();
  }
}
