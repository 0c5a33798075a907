package io.github.archrm.submit;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says as our own mistakes are told what the parser of the command line has to say. */
final class ParserWords {
  private record Phrase(Pattern pattern, Function<MatchResult, String> plain) {
    Phrase(String pattern, Function<MatchResult, String> plain) {
      this(Pattern.compile(pattern), plain);
    }
  }

  private static final List<Phrase> PHRASES =
      List.of(
          new Phrase(
              "^Invalid value for option '([^']+)'(?: \\([^)]*\\))?: (.*)",
              words -> words.group(1) + ": " + words.group(2)),
          new Phrase(
              "expected one of \\[(.*)\\] \\(case-insensitive\\) but was '(.*)'$",
              words ->
                  "must be one of %s, not %s"
                      .formatted(words.group(1).toLowerCase(Locale.ROOT), words.group(2))),
          new Phrase(
              "'(.*)' is not an? (?:int|long)$",
              words -> "must be a whole number, not " + words.group(1)),
          new Phrase("'(.*)' is not a double$", words -> "must be a number, not " + words.group(1)),
          new Phrase(
              "^Value for option option '([^']+)' \\(([^)]*)\\) should be in KEY=VALUE"
                  + " format but was (.*)",
              words ->
                  "%s: must be %s, not %s"
                      .formatted(words.group(1), words.group(2), words.group(3))),
          new Phrase(
              "^positional parameter at index \\S+ \\(([^)]*)\\) requires at least (\\d+) values, but"
                  + " only (\\d+) were specified.*",
              words ->
                  "at least %s of %s are needed, not %s"
                      .formatted(words.group(2), words.group(1), words.group(3))),
          new Phrase(
              "^Unmatched arguments? (?:at|from) index \\d+: (.*)",
              words -> "more than it takes: " + words.group(1)));

  private ParserWords() {}

  static String plain(String message) {
    String plain = message;
    for (Phrase phrase : PHRASES) {
      plain =
          phrase
              .pattern()
              .matcher(plain)
              .replaceFirst(words -> Matcher.quoteReplacement(phrase.plain().apply(words)));
    }
    return plain;
  }
}
