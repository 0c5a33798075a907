package io.github.archrm.train.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Records as JSON objects, to the letter: every component stands in the object under its name, and
 * nothing else does. What is missing, unknown, of another type or refused by a record is told with
 * its path, such as {@code model.depth.hLayers}; nothing becomes 0 or null by itself.
 *
 * <p>Components are records, numbers, booleans, strings, enums, optionals (null if empty), and
 * lists or arrays of these. A number that JSON cannot write is a string: {@code "NaN"}.
 */
public final class RecordJson {
  private RecordJson() {}

  public static JsonObject write(Record value) {
    JsonObject json = new JsonObject();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      json.add(component.getName(), toJson(get(value, component)));
    }
    return json;
  }

  private static Object get(Record value, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonElement toJson(Object value) {
    if (value == null) {
      return JsonNull.INSTANCE;
    }
    if (value instanceof Record record) {
      return write(record);
    }
    if (value instanceof Double number && !Double.isFinite(number)) {
      return new JsonPrimitive(number.toString());
    }
    if (value instanceof Number number) {
      return new JsonPrimitive(number);
    }
    if (value instanceof Boolean truth) {
      return new JsonPrimitive(truth);
    }
    if (value instanceof String text) {
      return new JsonPrimitive(text);
    }
    if (value instanceof Enum<?> constant) {
      return new JsonPrimitive(constant.name());
    }
    if (value instanceof Optional<?> optional) {
      return toJson(optional.orElse(null));
    }
    if (value instanceof OptionalInt optional) {
      return optional.isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(optional.getAsInt());
    }
    if (value instanceof OptionalLong optional) {
      return optional.isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(optional.getAsLong());
    }
    JsonArray array = new JsonArray();
    if (value instanceof List<?> list) {
      list.forEach(element -> array.add(toJson(element)));
    } else {
      for (int i = 0; i < Array.getLength(value); i++) {
        array.add(toJson(Array.get(value, i)));
      }
    }
    return array;
  }

  /**
   * @throws FieldException if the object is not exactly of this record, or the record refuses it
   */
  public static <T extends Record> T read(JsonElement json, Class<T> type) throws FieldException {
    return read(json, type, "");
  }

  /**
   * @param path of the object itself, for messages
   * @throws FieldException if the object is not exactly of this record, or the record refuses it
   */
  public static <T extends Record> T read(JsonElement json, Class<T> type, String path)
      throws FieldException {
    return type.cast(readRecord(json, type, path));
  }

  private static Object readRecord(JsonElement json, Class<?> type, String path)
      throws FieldException {
    JsonObject object = object(json, path);
    RecordComponent[] components = type.getRecordComponents();
    for (String name : object.keySet()) {
      component(type, name, path);
    }
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      if (!object.has(name)) {
        throw new FieldException(below(path, name), "is missing");
      }
      values[i] = readAny(object.get(name), components[i].getGenericType(), below(path, name));
    }
    try {
      var constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        throw new FieldException(path, refusal.getMessage());
      }
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonObject object(JsonElement json, String path) throws FieldException {
    if (!json.isJsonObject()) {
      throw new FieldException(path, "must be an object, not " + shown(json));
    }
    return json.getAsJsonObject();
  }

  static RecordComponent component(Class<?> type, String name, String path) throws FieldException {
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getName().equals(name)) {
        return component;
      }
    }
    String known =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.joining(", "));
    throw new FieldException(below(path, name), "no such name; there are " + known);
  }

  static String below(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String shown(JsonElement json) {
    String text = json.toString();
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }

  static Object readAny(JsonElement json, Type type, String path) throws FieldException {
    if (type instanceof ParameterizedType parameterized) {
      Type of = parameterized.getActualTypeArguments()[0];
      if (parameterized.getRawType() == Optional.class) {
        return json.isJsonNull() ? Optional.empty() : Optional.of(readAny(json, of, path));
      }
      List<Object> list = new ArrayList<>();
      for (JsonElement element : array(json, path)) {
        list.add(readAny(element, of, path + "[" + list.size() + "]"));
      }
      return list;
    }
    Class<?> plain = (Class<?>) type;
    if (plain == OptionalInt.class) {
      return json.isJsonNull()
          ? OptionalInt.empty()
          : OptionalInt.of((int) whole(json, path, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
    if (plain == OptionalLong.class) {
      return json.isJsonNull()
          ? OptionalLong.empty()
          : OptionalLong.of(whole(json, path, Long.MIN_VALUE, Long.MAX_VALUE));
    }
    if (plain.isRecord()) {
      return readRecord(json, plain, path);
    }
    if (plain.isArray()) {
      JsonArray elements = array(json, path);
      Object array = Array.newInstance(plain.getComponentType(), elements.size());
      for (int i = 0; i < elements.size(); i++) {
        Array.set(
            array, i, readAny(elements.get(i), plain.getComponentType(), path + "[" + i + "]"));
      }
      return array;
    }
    return readPlain(json, plain, path);
  }

  private static JsonArray array(JsonElement json, String path) throws FieldException {
    if (!json.isJsonArray()) {
      throw new FieldException(path, "must be a list, not " + shown(json));
    }
    return json.getAsJsonArray();
  }

  private static Object readPlain(JsonElement json, Class<?> type, String path)
      throws FieldException {
    if (type == double.class) {
      return real(json, path);
    }
    if (type == int.class || type == Integer.class) {
      return (int) whole(json, path, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    if (type == long.class) {
      return whole(json, path, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    boolean text = json.isJsonPrimitive() && json.getAsJsonPrimitive().isString();
    if (type == boolean.class) {
      if (json.isJsonPrimitive() && json.getAsJsonPrimitive().isBoolean()) {
        return json.getAsBoolean();
      }
      throw new FieldException(path, "must be true or false, not " + shown(json));
    }
    if (type == String.class && text) {
      return json.getAsString();
    }
    if (type.isEnum() && text) {
      String name = json.getAsString().replace('-', '_');
      for (Object constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equalsIgnoreCase(name)) {
          return constant;
        }
      }
    }
    if (type.isEnum()) {
      String names =
          Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
      throw new FieldException(path, "must be one of " + names + ", not " + shown(json));
    }
    throw new FieldException(path, "must be a string, not " + shown(json));
  }

  private static double real(JsonElement json, String path) throws FieldException {
    if (json.isJsonPrimitive() && json.getAsJsonPrimitive().isString()) {
      for (double value :
          new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
        if (json.getAsString().equals(Double.toString(value))) {
          return value;
        }
      }
    }
    double value = number(json, path, "a number").doubleValue();
    if (Double.isInfinite(value)) {
      throw new FieldException(path, "must be a number, not " + shown(json));
    }
    return value;
  }

  private static long whole(JsonElement json, String path, long least, long most)
      throws FieldException {
    try {
      long value = number(json, path, "a whole number").longValueExact();
      if (value >= least && value <= most) {
        return value;
      }
    } catch (ArithmeticException e) {
      // Told below.
    }
    throw new FieldException(path, "must be a whole number, not " + shown(json));
  }

  private static BigDecimal number(JsonElement json, String path, String what)
      throws FieldException {
    if (json.isJsonPrimitive() && json.getAsJsonPrimitive().isNumber()) {
      try {
        return json.getAsBigDecimal();
      } catch (NumberFormatException e) {
        // Told below: a lenient reader lets NaN through.
      }
    }
    throw new FieldException(path, "must be " + what + ", not " + shown(json));
  }
}
