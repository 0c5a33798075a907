package io.github.archrm.submit.report;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A real browser without a window and with one page, driven through its DevTools protocol. */
final class Chromium {
  private static final Gson GSON = new Gson();
  private static final int PATIENCE_SECONDS = 120;
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Process process;
  private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger commands = new AtomicInteger();
  private WebSocket socket;
  private String session;

  private Chromium(Process process) {
    this.process = process;
  }

  /** The browser's program, if it is installed. */
  static Optional<Path> installed() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * @param profile an empty folder
   */
  static Chromium start(Path program, Path profile) throws Exception {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .start();
    Chromium browser = new Chromium(process);
    try {
      browser.connect();
    } catch (Exception | Error e) {
      browser.close();
      throw e;
    }
    return browser;
  }

  private void connect() throws Exception {
    URI address = address();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address, new Listener())
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    String target = send("Target.createTarget", "url", "about:blank").get("targetId").getAsString();
    session =
        send("Target.attachToTarget", "targetId", target, "flatten", true)
            .get("sessionId")
            .getAsString();
    for (String domain : List.of("Runtime", "Log", "Network", "Page")) {
      send(domain + ".enable");
    }
  }

  private URI address() throws IOException {
    String start = "DevTools listening on ";
    BufferedReader log = process.errorReader();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      if (line.startsWith(start)) {
        Thread drain = new Thread(() -> log.lines().forEach(rest -> {}), "browser-stderr");
        drain.setDaemon(true);
        drain.start();
        return URI.create(line.substring(start.length()).strip());
      }
    }
    throw new IOException("the browser does not start");
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        take(JsonParser.parseString(message.toString()).getAsJsonObject());
        message.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  private void take(JsonObject message) {
    if (message.has("id")) {
      answers.remove(message.get("id").getAsInt()).complete(message);
      return;
    }
    JsonObject params = message.getAsJsonObject("params");
    switch (message.get("method").getAsString()) {
      case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded" ->
          complaints.add(params.toString());
      case "Network.requestWillBeSent" ->
          requests.add(params.getAsJsonObject("request").get("url").getAsString());
      default -> {
        // Of no interest.
      }
    }
  }

  /**
   * Carries out a command of the protocol.
   *
   * @param params names and values in turn
   */
  JsonObject send(String method, Object... params) throws Exception {
    JsonObject command = new JsonObject();
    int id = commands.incrementAndGet();
    command.addProperty("id", id);
    command.addProperty("method", method);
    if (session != null) {
      command.addProperty("sessionId", session);
    }
    JsonObject values = new JsonObject();
    for (int i = 0; i < params.length; i += 2) {
      values.add(params[i].toString(), GSON.toJsonTree(params[i + 1]));
    }
    command.add("params", values);
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    answers.put(id, answer);
    socket.sendText(command.toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    JsonObject message = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (message.has("error")) {
      throw new IOException(method + ": " + message.get("error"));
    }
    return message.getAsJsonObject("result");
  }

  /** Opens a page in a window of some size and waits until it has loaded. */
  void open(URI page, int width, int height) throws Exception {
    complaints.clear();
    requests.clear();
    send(
        "Emulation.setDeviceMetricsOverride",
        "width",
        width,
        "height",
        height,
        "deviceScaleFactor",
        1,
        "mobile",
        width < 500);
    // From another page, since going to another place in the same page would not load it again.
    send("Page.navigate", "url", "about:blank");
    send("Page.navigate", "url", page.toString());
    await("document.readyState === 'complete' && location.protocol === 'file:'");
  }

  /** The value of an expression of the page's script; what it throws fails the test. */
  JsonElement value(String script) throws Exception {
    JsonObject result =
        send(
            "Runtime.evaluate",
            "expression",
            script,
            "returnByValue",
            true,
            "awaitPromise",
            true,
            "userGesture",
            true);
    if (result.has("exceptionDetails")) {
      throw new AssertionError(script + ": " + result.get("exceptionDetails"));
    }
    JsonElement value = result.getAsJsonObject("result").get("value");
    return value == null ? JsonNull.INSTANCE : value;
  }

  /** Waits until a condition holds. */
  void await(String condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!value("Boolean(" + condition + ")").getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never came true: " + condition + ", " + complaints);
      }
      TimeUnit.MILLISECONDS.sleep(30);
    }
  }

  /** Presses and releases a key, such as {@code Enter}. */
  void press(String key, int code) throws Exception {
    for (String type : List.of("keyDown", "keyUp")) {
      send(
          "Input.dispatchKeyEvent",
          "type",
          type,
          "key",
          key,
          "code",
          key,
          "windowsVirtualKeyCode",
          code,
          "text",
          key.equals("Enter") ? "\r" : "");
    }
  }

  /** What the page has written to the console, errors among it, since it was opened. */
  List<String> complaints() {
    return complaints;
  }

  /** Everything that the page has loaded. */
  List<String> requests() {
    return requests;
  }

  /**
   * Lets the browser end by itself, since it then leaves nothing behind, and kills it otherwise.
   */
  void close() throws InterruptedException {
    List<ProcessHandle> all =
        Stream.concat(Stream.of(process.toHandle()), process.toHandle().descendants()).toList();
    try {
      send("Browser.close");
    } catch (Exception e) {
      process.destroy();
    }
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      all.forEach(ProcessHandle::destroyForcibly);
      process.waitFor();
    }
  }
}
