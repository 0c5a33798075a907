package io.github.archrm.submit.leaderboard;

import io.github.archrm.submit.runtime.UserMistake;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Mappings as YAML 1.2. */
final class Yaml {
  private Yaml() {}

  /**
   * @return empty if there is no such file
   * @throws UserMistake if it is not YAML, or not a mapping with names as keys
   */
  static Optional<Map<String, Object>> read(Path file) {
    Object value;
    try {
      String text = Files.readString(file);
      value = new Load(LoadSettings.builder().setLabel("profile").build()).loadFromString(text);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (CharacterCodingException e) {
      throw new UserMistake(file + ": not text in UTF-8");
    } catch (IOException e) {
      throw new UserMistake(file + ": cannot be read: " + UserMistake.reason(e));
    } catch (YamlEngineException e) {
      throw new UserMistake(file + ": not valid YAML" + place(e));
    } catch (StackOverflowError e) {
      throw new UserMistake(file + ": not a profile: its lists are nested too deeply");
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw new UserMistake(file + ": no mapping of name, authors and so on");
    }
    Map<String, Object> read = new LinkedHashMap<>();
    map.forEach((key, entry) -> read.put(String.valueOf(key), entry));
    return Optional.of(read);
  }

  private static String place(YamlEngineException e) {
    return e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()
        ? " at line " + (marked.getProblemMark().get().getLine() + 1)
        : "";
  }

  static String write(Map<String, Object> value) {
    DumpSettings settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(100).build();
    return new Dump(settings).dumpToString(value);
  }
}
