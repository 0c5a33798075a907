// The page of a comparison.

const systems = run.systems;

const MEASURES = {
  kaggle: ["Kaggle", "correct test outputs"],
  mean_task_fraction: ["ARC Prize", "mean task fraction"],
  tasks_all_right: ["All outputs right", "tasks"],
};

function solved(task, s) {
  return task.right[s] === task.outputs;
}

/** Which systems solve it: all, some or none. */
function agreement(task) {
  const count = systems.filter((_, s) => solved(task, s)).length;
  return count === 0 ? "none" : count === systems.length ? "all" : "some";
}

// ---- the head ----

function head() {
  return html(
    "header",
    null,
    brand(),
    html(
      "h1",
      { class: "versus" },
      systems.flatMap((system, s) => [
        s ? html("small", null, " and ") : null,
        html("span", null, system.name),
      ]),
    ),
    html(
      "p",
      { class: "facts" },
      [
        counted(run.tasks.length, run.tasks.some(task => / test \d+$/.test(task.id)) ? "item" : "task"),
        run.seeds ? `${run.seeds.runs} seeds of one system` : null,
        `arc-hrm ${run.version}`,
        new Date(run.written).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" }),
      ]
        .filter(fact => fact)
        .map(fact => html("span", null, fact)),
    ),
  );
}

// ---- scores side by side ----

/** A score with the interval of 95 % around it, drawn from 0 to 100 %. */
function whisker({ value, low, high }) {
  const at = share => `${(100 * share).toFixed(2)}%`;
  return html(
    "span",
    { class: "whisker", "aria-hidden": "true" },
    html("i", { class: "range", style: `left: ${at(low)}; width: ${at(high - low)}` }),
    html("i", { class: "point", style: `left: ${at(value)}` }),
  );
}

function scoreCell(score) {
  return html(
    "td",
    { class: "number" },
    html("b", null, percent(score.value, 1)),
    html("small", null, `${(100 * score.low).toFixed(1)} to ${(100 * score.high).toFixed(1)}`),
    whisker(score),
  );
}

function costCell(system) {
  const words = [
    system.dollars_per_task === null ? null : `$${system.dollars_per_task.toPrecision(3)}`,
    system.seconds_per_task === null ? null : duration(system.seconds_per_task),
    system.processor_seconds_per_task === null
      ? null
      : `${duration(system.processor_seconds_per_task)} of processor`,
  ].filter(word => word);
  return html(
    "td",
    { class: "number" },
    words.length === 0 ? "–" : words.map((word, i) => html(i ? "small" : "span", null, word)),
  );
}

function passCell(system) {
  const ranks = system.ranks ?? {};
  const known = ["pass@1", "pass@2", "pass@10", "found"].filter(name => ranks[name] !== undefined);
  return html(
    "td",
    { class: "number passes" },
    known.length === 0
      ? "–"
      : known.map(name => html("small", null, `${name} `, html("b", null, percent(ranks[name], 1)))),
  );
}

function scores() {
  const heads = [
    "",
    ...Object.values(MEASURES).map(([title, words]) => [title, html("small", null, words)]),
    ["Ranks", html("small", null, "of the solution")],
    ["Cost", html("small", null, "per task")],
    ["Alone", html("small", null, "solves")],
  ];
  return html(
    "div",
    { class: "card table sides" },
    html(
      "table",
      null,
      tableHead(heads.map((words, i) => [{ class: i ? "number" : "" }, words])),
      html(
        "tbody",
        null,
        systems.map(system =>
          html(
            "tr",
            null,
            html(
              "th",
              { scope: "row", title: system.file },
              system.name,
              system.seed === null ? null : html("small", null, `seed ${system.seed}`),
            ),
            Object.keys(MEASURES).map(name => scoreCell(system.scores[name])),
            passCell(system),
            costCell(system),
            html("td", { class: "number" }, String(system.solved_alone.length)),
          ),
        ),
      ),
    ),
  );
}

// ---- pairs ----

function points({ value, low, high }) {
  const signed = share => `${share < 0 ? "−" : "+"}${Math.abs(100 * share).toFixed(1)}`;
  return `${signed(value)} points (95 %: ${signed(low)} to ${signed(high)})`;
}

function pValue(p) {
  return p < 0.001 ? p.toExponential(1) : p.toFixed(3);
}

function pairView(pair) {
  const parts = [
    ["solved", pair.both, "both"],
    ["wrong", pair.only_first.length, `only ${pair.first}`],
    ["failed", pair.only_second.length, `only ${pair.second}`],
    ["waiting", pair.neither, "neither"],
  ];
  const chance = pair.mcnemar_p >= 0.05;
  return html(
    "section",
    { class: "card pair-card" },
    html("h2", null, pair.second, html("small", null, " against "), pair.first),
    html(
      "div",
      { class: "outcomes", role: "img", "aria-label": parts.map(([, n, w]) => `${n} ${w}`).join(", ") },
      parts
        .filter(([, count]) => count)
        .map(([state, count]) => html("span", { class: `fill-${state}`, style: `flex: ${count}` })),
    ),
    html(
      "p",
      { class: "legend" },
      parts.map(([state, count, words]) =>
        html("span", null, html("i", { class: `fill-${state}` }), html("b", null, String(count)), ` ${words}`),
      ),
    ),
    html(
      "dl",
      { class: "differences" },
      Object.entries(MEASURES).flatMap(([name, [title]]) => [
        html("dt", null, title),
        html("dd", null, points(pair.differences[name])),
      ]),
      html("dt", null, "McNemar's exact test"),
      html(
        "dd",
        null,
        `p = ${pValue(pair.mcnemar_p)}: `,
        chance ? "such a difference comes by chance too" : "more than chance",
      ),
    ),
  );
}

function seedsView(seeds) {
  return html(
    "section",
    { class: "card pair-card" },
    html("h2", null, `${seeds.runs} runs of one system`),
    html(
      "dl",
      { class: "differences" },
      Object.entries(MEASURES).flatMap(([name, [title]]) => {
        const spread = seeds.scores[name];
        return [
          html("dt", null, title),
          html(
            "dd",
            null,
            `mean ${percent(spread.mean, 1)}, deviation ${percent(spread.deviation, 1)}, ` +
              `from ${percent(spread.least, 1)} to ${percent(spread.most, 1)}`,
          ),
        ];
      }),
      html("dt", null, "Union"),
      html(
        "dd",
        null,
        `${seeds.solved_by_some} of ${seeds.items} solved by some run, ${seeds.solved_by_every} by every run`,
      ),
    ),
  );
}

function notes() {
  return run.notes.length === 0
    ? null
    : html(
        "details",
        { class: "configuration" },
        html("summary", null, counted(run.notes.length, "note")),
        html(
          "ul",
          null,
          run.notes.map(note => html("li", null, note)),
        ),
      );
}

// ---- the table ----

const FILTERS = [
  ["All", () => true],
  ["They differ", task => agreement(task) === "some"],
  ...systems.map((system, s) => [
    `Only ${system.name}`,
    task => systems.every((_, other) => solved(task, other) === (other === s)),
  ]),
  ["All solve", task => agreement(task) === "all"],
  ["None solves", task => agreement(task) === "none"],
];

const view = { filter: FILTERS[0], text: "", shown: run.tasks };

function hashOf(task) {
  return `#task=${encodeURIComponent(task.id)}`;
}

function mark(task, s) {
  const right = solved(task, s);
  const words =
    task.outputs === 1 || right
      ? right
        ? "Solved"
        : "Wrong"
      : `${task.right[s]} of ${task.outputs}`;
  return badge(right ? "solved" : "wrong", words);
}

function row(task) {
  return html(
    "tr",
    { click: () => (location.hash = hashOf(task)) },
    html("td", { class: "id" }, html("a", { href: hashOf(task) }, task.id)),
    systems.map((system, s) =>
      html("td", { class: "verdict-cell", "data-label": system.name }, mark(task, s)),
    ),
  );
}

function taskTable() {
  const rows = new Map(run.tasks.map(task => [task, row(task)]));
  const body = html("tbody", null, ...rows.values());
  const nothing = html("p", { class: "nothing", hidden: true }, "No task is like that.");
  const chips = FILTERS.map(filter =>
    html(
      "button",
      {
        type: "button",
        class: "chip",
        "aria-pressed": String(filter === view.filter),
        click: event => {
          view.filter = filter;
          chips.forEach(chip => chip.setAttribute("aria-pressed", chip === event.currentTarget));
          update();
        },
      },
      filter[0],
      html("b", null, String(run.tasks.filter(filter[1]).length)),
    ),
  );
  const search = html("input", {
    type: "search",
    placeholder: "Find by id",
    "aria-label": "Find tasks by id",
    input: event => {
      view.text = event.target.value.trim().toLowerCase();
      update();
    },
  });

  function update() {
    view.shown = run.tasks.filter(
      task => view.filter[1](task) && task.id.toLowerCase().includes(view.text),
    );
    body.replaceChildren(...view.shown.map(task => rows.get(task)));
    nothing.hidden = view.shown.length > 0;
  }

  return [
    html("div", { class: "filters" }, search, chips),
    html(
      "div",
      { class: "card table compared" },
      html(
        "table",
        null,
        tableHead(["Task", ...systems.map(system => system.name)].map(name => [null, name])),
        body,
      ),
      nothing,
    ),
  ];
}

// ---- a task ----

/** The pixels that a grid may take, so that all grids of a task have cells of one size. */
function sideFor(task) {
  const grids = task.tests.flatMap(test =>
    [test.input, test.solution, ...test.answers.flatMap(answer => answer.attempts)].filter(
      index => index !== null,
    ),
  );
  const longest = index => Math.max(rowsOf(index).length, rowsOf(index)[0].length);
  const most = Math.max(1, ...grids.map(longest));
  return index => Math.min(LARGE, 190) * (longest(index) / most);
}

function shownGrid(title, index, kind, test, side, label, ...words) {
  const difference = title.startsWith("Attempt") ? compared(index, test.solution) : null;
  return figure(
    title,
    drawing(index, kind, {
      label,
      side: side(index),
      puzzle: test.input ?? undefined,
      wrong: difference?.cells,
    }),
    comparison(difference),
    ...words,
  );
}

function rankWords(answer) {
  if (answer.rank === null || answer.candidates === null) {
    return null;
  }
  const among = `of ${counted(answer.candidates, "candidate")}`;
  return html(
    "small",
    null,
    answer.rank === 0 ? `the solution is none ${among}` : `the solution is number ${answer.rank} ${among}`,
  );
}

function answersOf(task, kind, test, s, side) {
  const answer = test.answers[s];
  const figures = answer.attempts.map((index, a) =>
    index === null
      ? null
      : shownGrid(`Attempt ${a + 1}`, index, kind, test, side, `${systems[s].name}, attempt ${a + 1}`),
  );
  return html(
    "div",
    { class: "side" },
    html("h4", null, systems[s].name, " ", task.tests.length === 1 ? mark(task, s) : null),
    rankWords(answer),
    figures.some(one => one)
      ? html("div", { class: "strip" }, figures)
      : html("p", { class: "nothing" }, "No valid attempt."),
  );
}

function testView(task, kind, t, side) {
  const test = task.tests[t];
  const given = [
    test.input === null ? null : shownGrid("Input", test.input, kind, { input: null }, side, "input"),
    test.solution === null
      ? null
      : shownGrid("Solution", test.solution, kind, test, side, "solution"),
  ].filter(one => one);
  return html(
    "section",
    null,
    html("h3", null, task.tests.length === 1 ? "Test" : `Test ${t + 1}`),
    given.length ? html("div", { class: "strip" }, given) : null,
    html(
      "div",
      { class: "beside" },
      systems.map((_, s) => answersOf(task, kind, test, s, side)),
    ),
  );
}

function taskView(task) {
  const kind = run.kinds[task.kind];
  const side = sideFor(task);
  const demonstrations = task.demonstrations.map(([input, output], i) =>
    html(
      "div",
      { class: "pair" },
      drawing(input, kind, { label: `demonstration ${i + 1}, input`, side: 110, most: 20 }),
      html("span", { class: "arrow", "aria-hidden": "true" }, "→"),
      drawing(output, kind, { label: `demonstration ${i + 1}, output`, side: 110, most: 20 }),
    ),
  );
  return html(
    "div",
    { class: "task" },
    html(
      "p",
      { class: "verdict" },
      systems.map((system, s) => html("span", null, `${system.name}: `, mark(task, s))),
    ),
    demonstrations.length
      ? html(
          "section",
          null,
          html("h3", null, "Demonstrations"),
          html("div", { class: "pairs" }, demonstrations),
        )
      : null,
    task.tests.map((_, t) => testView(task, kind, t, side)),
  );
}

// ---- opening a task ----

function round(words, sign, disabled, click) {
  return html(
    "button",
    { type: "button", class: "round", "aria-label": words, title: words, disabled, click },
    sign,
  );
}

function open(task) {
  const place = view.shown.indexOf(task);
  const go = (words, sign, to) =>
    round(words, sign, place < 0 || !view.shown[to], () =>
      location.replace(hashOf(view.shown[to])),
    );
  dialog.replaceChildren(
    html(
      "div",
      { class: "bar" },
      html("h2", { id: "dialog-title", tabindex: -1 }, task.id),
      go("Previous task", "←", place - 1),
      go("Next task", "→", place + 1),
      round("Close", "✕", false, () => dialog.close()),
    ),
    taskView(task),
  );
  dialog.scrollTop = 0;
  if (!dialog.open) {
    dialog.showModal();
  }
  dialog.querySelector("h2").focus();
}

function follow() {
  const task = run.tasks.find(task => location.hash === hashOf(task));
  if (task) {
    open(task);
  } else if (dialog.open) {
    dialog.close();
  }
}

dialog.addEventListener("close", () =>
  history.replaceState(null, "", location.pathname + location.search),
);
dialog.addEventListener("click", event => {
  if (event.target === dialog) {
    dialog.close();
  }
});
dialog.addEventListener("keydown", event => {
  const button = { ArrowLeft: "Previous task", ArrowRight: "Next task" }[event.key];
  if (button) {
    dialog.querySelector(`[aria-label="${button}"]`).click();
  }
});

page.append(
  ...[
    head(),
    scores(),
    ...(run.seeds ? [seedsView(run.seeds)] : run.pairs.map(pairView)),
    notes(),
    ...taskTable(),
    html("footer", null, "Written by arc-hrm. Everything on this page is in this one file."),
  ].filter(part => part),
);
window.addEventListener("hashchange", follow);
follow();
