// The page of a run.

const alone = run.of === 1 && run.tasks.length === 1;

const SCORES = {
  kaggle: ["Kaggle", "correct test outputs"],
  mean_task_fraction: ["ARC Prize", "mean task fraction"],
  tasks_all_right: ["All outputs right", "tasks"],
  exact: ["Exact", "attempt 1 is the solution"],
  cells: ["Cells", "of attempt 1, as in the solution"],
  valid: ["Valid", "attempt 1 keeps the rules"],
  optimal: ["Optimal", "valid, and no answer is better"],
};

// ---- the head of the page ----

function head() {
  const facts = [
    alone ? null : `${run.finished} of ${counted(run.of, "task")}`,
    run.tasks.some(task => task.seconds)
      ? `${duration(run.tasks.reduce((sum, task) => sum + (task.seconds ?? 0), 0))} of solving`
      : null,
    run.cost?.dollars ? `$${run.cost.dollars.toPrecision(3)} at ${run.cost.price}` : null,
    `seed ${run.seed}`,
    `arc-hrm ${run.version}`,
    new Date(run.written).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" }),
  ];
  return html(
    "header",
    null,
    brand(),
    html("h1", null, run.title),
    html(
      "p",
      { class: "facts" },
      facts.filter(fact => fact).map(fact => html("span", null, fact)),
    ),
    run.finished < run.of
      ? html(
          "p",
          { class: "facts" },
          "The run was not done when this page was written; load it again to see more.",
        )
      : null,
  );
}

/** pass@1 and so on: whether the right answer is missing or badly chosen. */
function ranksTile(ranks) {
  const found = ranks.found === undefined ? [] : [["found at all", ranks.found]];
  const passes = Object.entries(ranks).filter(([name]) => name !== "found");
  return html(
    "div",
    { class: "score card ranks" },
    html("dt", null, "The solution among the best"),
    html(
      "dd",
      { class: "passes" },
      [...passes, ...found].map(([name, share]) =>
        html("span", null, html("small", null, name), html("b", null, percent(share, 1))),
      ),
    ),
  );
}

function scoreTile(name, score) {
  if (name === "ranks") {
    return ranksTile(score);
  }
  const [title, words] = SCORES[name] ?? [name.replaceAll("_", " "), ""];
  const value = typeof score === "number" ? score : score.value;
  const whole = count => Number(count.toFixed(2)).toLocaleString("en");
  return html(
    "div",
    { class: "score card" },
    html("dt", null, title),
    html("dd", { class: "value" }, (100 * value).toFixed(1), html("small", null, " %")),
    html(
      "dd",
      { class: "count" },
      typeof score === "number" ? words : `${whole(score.count)} of ${whole(score.of)} · ${words}`,
    ),
  );
}

function scores() {
  const one = alone && run.tasks[0].outputs === 1;
  const known = Object.entries(one ? {} : (run.scores ?? {})).filter(([, score]) => score !== null);
  return known.length
    ? html(
        "dl",
        { class: "scores", "aria-label": "Scores" },
        known.map(([name, score]) => scoreTile(name, score)),
      )
    : null;
}

function countStates() {
  const counts = Object.fromEntries(Object.keys(STATES).map(state => [state, 0]));
  run.tasks.forEach(task => counts[task.state]++);
  return counts;
}

function outcomes() {
  const counts = Object.entries(countStates()).filter(([, count]) => count);
  const words = counts
    .map(([state, count]) => `${count} ${STATES[state].word.toLowerCase()}`)
    .join(", ");
  return html(
    "div",
    { class: "outcomes", role: "img", "aria-label": words },
    counts.map(([state, count]) =>
      html("span", {
        class: `fill-${state}`,
        style: `flex: ${count}`,
        title: `${count} ${STATES[state].word.toLowerCase()}`,
      }),
    ),
  );
}

/** Every value that is no object, by the names that lead to it. */
function leaves(object, path) {
  return Object.entries(object).flatMap(([name, value]) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? leaves(value, `${path}${name}.`)
      : [[path + name, Array.isArray(value) ? JSON.stringify(value) : value]],
  );
}

function configuration() {
  const entries = leaves(run.configuration, "").filter(([, value]) => value !== null);
  return html(
    "details",
    { class: "configuration" },
    html("summary", null, "How it was run"),
    html(
      "dl",
      null,
      entries.flatMap(([name, value]) => [html("dt", null, name), html("dd", null, String(value))]),
    ),
  );
}

// ---- the table ----

/** The address of a task within this page. */
function hashOf(task) {
  return `#task=${encodeURIComponent(task.id)}`;
}

/** The mean over the test inputs of the votes for attempt 1. */
function mainShare(task) {
  if (task.state === "waiting" || task.state === "failed" || task.tests.length === 0) {
    return null;
  }
  return task.tests.reduce((sum, test) => sum + test.attempts[0].share, 0) / task.tests.length;
}

const ORDER = Object.keys(STATES);

/** The columns: how a task sorts in them, and what their cells show. */
const COLUMNS = [
  { name: "Task", key: task => task.id, class: "id", cell: idCell },
  {
    name: "Result",
    key: task => ORDER.indexOf(task.state),
    cell: task => badge(task.state, STATES[task.state].word),
  },
  {
    name: "Outputs",
    key: task => (task.right === null ? -1 : task.right / task.outputs),
    class: "number",
    cell: outputsText,
  },
  {
    name: "Rank",
    about: "Where the solution stands among what was predicted",
    key: task => worstRank(task) ?? Infinity,
    class: "number",
    cell: rankText,
  },
  {
    name: "Share",
    about: "Share of the votes for attempt 1",
    key: task => mainShare(task) ?? -1,
    class: "number",
    cell: shareCell,
    falling: true,
  },
  {
    name: "Steps",
    key: task => task.steps ?? -1,
    class: "number",
    cell: task => task.steps?.toLocaleString("en") ?? "–",
  },
  {
    name: "Time",
    key: task => task.seconds ?? -1,
    class: "number",
    cell: task => (task.seconds === null ? "–" : duration(task.seconds)),
  },
  {
    name: "Wrong cells",
    about: "Cells in which the nearer attempt differs from the solution",
    key: task => (task.state === "wrong" ? (nearest(task) ?? Number.MAX_VALUE) : Infinity),
    class: "number",
    cell: task => (task.state === "wrong" ? (nearest(task) ?? "size") : "–"),
  },
  {
    name: "Loss",
    key: task => task.loss ?? Infinity,
    class: "number last",
    cell: task => small(task.loss),
  },
];

function idCell(task) {
  const kinds = Object.keys(run.kinds).length;
  return [
    html("a", { href: hashOf(task) }, task.id),
    kinds > 1 ? html("small", null, task.kind) : null,
  ];
}

function outputsText(task) {
  return task.right === null ? `${task.outputs}` : `${task.right} of ${task.outputs}`;
}

/** Of the test inputs, the last place of a solution: 0 is nowhere; null if it is not known. */
function worstRank(task) {
  const ranks = task.tests.map(test => test.rank);
  return ranks.length === 0 || ranks.includes(null)
    ? null
    : ranks.includes(0)
      ? Number.MAX_VALUE
      : Math.max(...ranks);
}

/** The wrong cells of the outputs that are not right; null where one has not even its size. */
function nearest(task) {
  const missed = task.tests.filter(test => !test.right).map(test => test.wrong_cells);
  return missed.includes(null) ? null : missed.reduce((sum, cells) => sum + cells, 0);
}

function rankText(task) {
  const rank = worstRank(task);
  return rank === null ? "–" : rank === Number.MAX_VALUE ? "not found" : String(rank);
}

function rankWords(test) {
  if (test.rank === null) {
    return null;
  }
  const among = `of ${counted(test.candidate_count, "candidate")}`;
  return html(
    "small",
    null,
    test.rank === 0
      ? `the solution is none ${among}`
      : `the solution is number ${test.rank} ${among}`,
  );
}

function shareCell(task) {
  const share = mainShare(task);
  return share === null
    ? "–"
    : html(
        "span",
        { class: "meter" },
        html("i", { style: `--share: ${(100 * share).toFixed(1)}%` }),
        html("span", null, percent(share)),
      );
}

/** Draws a picture only when it comes into sight. */
const whenSeen = new IntersectionObserver(
  entries => {
    for (const entry of entries.filter(entry => entry.isIntersecting)) {
      whenSeen.unobserve(entry.target);
      entry.target.draw();
    }
  },
  { rootMargin: "300px" },
);

function thumbnail(task) {
  const cell = html("td", { class: "picture", role: "cell" });
  const shown = task.tests[0]?.input ?? task.demonstrations[0][0];
  cell.draw = () =>
    cell.append(drawing(shown, run.kinds[task.kind], { label: "first test input", side: 44 }));
  whenSeen.observe(cell);
  return cell;
}

function row(task) {
  return html(
    "tr",
    {
      role: "row",
      click: event => {
        if (!event.target.closest("a") && !getSelection().toString()) {
          location.hash = hashOf(task);
        }
      },
    },
    thumbnail(task),
    COLUMNS.map(column =>
      html(
        "td",
        {
          role: "cell",
          class: column.class,
          "data-label": column.class?.startsWith("number") ? column.name : null,
        },
        column.cell(task),
      ),
    ),
  );
}

/** Tasks that are told apart beside their states. */
const FITTED_BUT_WRONG = "fitted";
const fittedButWrong = task => task.state === "wrong" && task.fitted;

const view = { column: null, falling: false, text: "", state: null, shown: run.tasks };

function taskTable() {
  const rows = new Map(run.tasks.map(task => [task, row(task)]));
  const heads = COLUMNS.map(column =>
    html(
      "th",
      { role: "columnheader", scope: "col", class: column.class },
      html(
        "button",
        { type: "button", title: column.about, click: () => sortBy(column) },
        column.name,
      ),
    ),
  );
  const body = html("tbody", { role: "rowgroup" }, ...rows.values());
  const nothing = html("p", { class: "nothing", hidden: true }, "No task is like that.");
  const shown = html("p", { class: "shown", role: "status" });
  const search = html("input", {
    type: "search",
    placeholder: "Find by id",
    "aria-label": "Find tasks by id",
    input: event => {
      view.text = event.target.value.trim().toLowerCase();
      update();
    },
  });
  const fitted = run.tasks.filter(fittedButWrong).length;
  const counts = { ...countStates(), [FITTED_BUT_WRONG]: fitted };
  const states = ORDER.filter(state => counts[state] || state !== "waiting");
  const words = state =>
    state === FITTED_BUT_WRONG ? ["Fitted, but wrong"] : [glyph(state), STATES[state].word];
  const chips = [null, ...states, ...(fitted ? [FITTED_BUT_WRONG] : [])].map(state =>
    html(
      "button",
      {
        type: "button",
        class: "chip",
        "data-state": state ?? "all",
        "aria-pressed": String(state === null),
        click: event => {
          view.state = state;
          chips.forEach(chip => chip.setAttribute("aria-pressed", chip === event.currentTarget));
          update();
        },
      },
      state === null ? "All" : words(state),
      html("b", null, String(state === null ? run.tasks.length : counts[state])),
    ),
  );

  function sortBy(column) {
    view.falling = view.column === column ? !view.falling : column.falling === true;
    view.column = column;
    heads.forEach((head, i) => {
      if (COLUMNS[i] === column) {
        head.setAttribute("aria-sort", view.falling ? "descending" : "ascending");
      } else {
        head.removeAttribute("aria-sort");
      }
    });
    update();
  }

  function update() {
    const key = view.column?.key ?? (() => 0);
    const compare = (a, b) =>
      typeof a === "string" ? a.localeCompare(b, "en", { numeric: true }) : a - b;
    const sorted = run.tasks
      .slice()
      .sort((a, b) => compare(key(a), key(b)) * (view.falling ? -1 : 1));
    view.shown = sorted.filter(
      task =>
        task.id.toLowerCase().includes(view.text) &&
        (view.state === null ||
          task.state === view.state ||
          (view.state === FITTED_BUT_WRONG && fittedButWrong(task))),
    );
    body.replaceChildren(...view.shown.map(task => rows.get(task)));
    nothing.hidden = view.shown.length > 0;
    shown.textContent =
      view.shown.length === run.tasks.length
        ? ""
        : `${view.shown.length} of ${counted(run.tasks.length, "task")}`;
  }

  return [
    html("div", { class: "filters" }, search, chips, shown),
    html(
      "div",
      { class: "table card" },
      html(
        "table",
        { role: "table" },
        html("caption", { class: "sr" }, "Tasks; the buttons in the heading sort"),
        html(
          "thead",
          { role: "rowgroup" },
          html(
            "tr",
            { role: "row" },
            html(
              "th",
              { class: "picture", role: "columnheader" },
              html("span", { class: "sr" }, "Picture"),
            ),
            heads,
          ),
        ),
        body,
      ),
      nothing,
    ),
  ];
}

// ---- one task ----

const MANY_TESTS = 4;

/** Demonstrations shown at first: of a task, and of a set of puzzles, which all show the same. */
const FEW = 6;
const FEW_OF_A_SET = 2;

function taskView(task) {
  const kind = run.kinds[task.kind];
  const facts = [
    task.right === null
      ? counted(task.outputs, "test output")
      : `${outputsText(task)} outputs right`,
    task.steps === null ? null : counted(task.steps, "step"),
    task.seconds === null ? null : duration(task.seconds),
    task.loss === null ? null : `loss ${small(task.loss)}`,
    ...costWords(task.cost),
    `seed ${run.seed}`,
    kind.shared_rule ? task.kind : null,
  ];
  return html(
    "div",
    { class: "task" },
    html(
      "p",
      { class: "verdict" },
      badge(task.state, STATES[task.state].word),
      facts.filter(fact => fact).map(fact => html("span", null, fact)),
    ),
    task.error ? html("p", { class: "error" }, task.error) : null,
    demonstrations(task, kind),
    tests(task, kind),
    training(task),
  );
}

/** What a task took, beside its time. */
function costWords(cost) {
  return cost === null
    ? []
    : [
        `on ${cost.device}`,
        cost.processor_seconds === null ? null : `${duration(cost.processor_seconds)} of processor`,
        cost.peak_bytes === null ? null : `${(cost.peak_bytes / 2 ** 30).toFixed(2)} GiB at most`,
        cost.dollars === undefined ? null : `$${cost.dollars.toPrecision(2)}`,
      ];
}

/** The pixels for the longest side of the grids of a task. */
function sideFor(task) {
  const grids = [
    ...task.demonstrations.flat(),
    ...task.tests.flatMap(test => [test.input, test.solution ?? test.input]),
  ];
  const cells = Math.max(
    ...grids.map(index => Math.max(rowsOf(index).length, rowsOf(index)[0].length)),
  );
  return {
    cells,
    of: index => (LARGE * Math.max(rowsOf(index).length, rowsOf(index)[0].length)) / cells,
  };
}

function demonstrations(task, kind) {
  if (task.demonstrations.length === 0) {
    return null;
  }
  const side = sideFor(task);
  const pairs = html("div", { class: "pairs" });
  const show = count =>
    pairs.replaceChildren(
      ...task.demonstrations.slice(0, count).map(([input, output], i) =>
        html(
          "div",
          { class: "pair" },
          drawing(input, kind, {
            label: `demonstration ${i + 1}, input`,
            side: 0.8 * side.of(input),
            most: 27,
          }),
          html("span", { class: "arrow", "aria-hidden": "true" }, "→"),
          drawing(output, kind, {
            label: `demonstration ${i + 1}, output`,
            side: 0.8 * side.of(output),
            most: 27,
            puzzle: input,
          }),
        ),
      ),
    );
  const few = kind.shared_rule ? FEW_OF_A_SET : FEW;
  show(few);
  const more =
    task.demonstrations.length > few
      ? html(
          "p",
          { class: "pager" },
          html(
            "button",
            {
              type: "button",
              class: "chip",
              click: event => {
                show(Infinity);
                event.currentTarget.remove();
              },
            },
            `Show all ${task.demonstrations.length}`,
          ),
        )
      : null;
  const all = task.demonstration_count;
  return html(
    "section",
    null,
    html(
      "h3",
      null,
      all === 1 ? "Demonstration" : "Demonstrations",
      all > task.demonstrations.length
        ? html(
            "small",
            null,
            `the first ${task.demonstrations.length} of ${all.toLocaleString("en")}`,
          )
        : null,
    ),
    pairs,
    more,
  );
}

function tests(task, kind) {
  if (task.tests.length <= MANY_TESTS) {
    return task.tests.map((test, i) => testView(task, kind, i));
  }
  const place = html("div");
  const name = test => (test.right === null ? "" : test.right ? ", right" : ", wrong");
  const buttons = task.tests.map((test, i) =>
    html(
      "button",
      {
        type: "button",
        class: test.right === null ? "" : test.right ? "right" : "missed",
        "aria-label": `test ${i + 1}${name(test)}`,
        click: () => show(i),
      },
      String(i + 1),
    ),
  );
  let shown = 0;
  function show(i) {
    shown = i;
    buttons.forEach((button, b) => button.setAttribute("aria-pressed", b === i));
    place.replaceChildren(testView(task, kind, i));
  }
  const missed = task.tests.map((test, i) => (test.right === false ? i : -1)).filter(i => i >= 0);
  const step = (words, to) =>
    html("button", { type: "button", class: "chip", click: () => show(to()) }, words);
  const count = task.tests.length;
  show(0);
  return html(
    "section",
    null,
    html("h3", null, counted(count, "test input")),
    html("div", { class: "tests", role: "group", "aria-label": "Test inputs" }, buttons),
    html(
      "p",
      { class: "pager" },
      step("← Previous", () => (shown + count - 1) % count),
      step("Next →", () => (shown + 1) % count),
      missed.length ? step("Next wrong one", () => missed.find(i => i > shown) ?? missed[0]) : null,
    ),
    place,
  );
}

function testView(task, kind, i) {
  const test = task.tests[i];
  const side = sideFor(task);
  const number = task.tests.length === 1 ? "Test" : `Test ${i + 1}`;
  const section = html("section");
  const figures = [
    figure(
      "Input",
      drawing(test.input, kind, { label: `${number}, input`, side: side.of(test.input) }),
      sizeOf(rowsOf(test.input)),
    ),
  ];
  let marked = false;
  test.attempts.forEach((attempt, a) => {
    const difference = compared(attempt.grid, test.solution);
    marked ||= difference !== null && difference.cells.length > 0;
    const label = `${number}, attempt ${a + 1}`;
    figures.push(
      figure(
        `Attempt ${a + 1}`,
        drawing(attempt.grid, kind, {
          label,
          side: Math.min(LARGE, side.of(attempt.grid)),
          puzzle: test.input,
          wrong: difference?.cells,
        }),
        comparison(difference),
        task.state === "failed"
          ? "a guess without the model"
          : `${percent(attempt.share)} of the votes`,
        attempt.program === "" ? null : `a program makes it: ${attempt.program}`,
        attempt.broken,
      ),
    );
  });
  if (test.solution !== null) {
    figures.push(
      figure(
        "Solution",
        drawing(test.solution, kind, {
          label: `${number}, solution`,
          side: side.of(test.solution),
          puzzle: test.input,
        }),
        sizeOf(rowsOf(test.solution)),
      ),
    );
  }
  const marks = marked
    ? html(
        "label",
        null,
        html("input", {
          type: "checkbox",
          checked: true,
          change: event => section.classList.toggle("unmarked", !event.target.checked),
        }),
        " cross out wrong cells",
      )
    : null;
  section.append(
    html(
      "h3",
      null,
      number,
      test.right === null
        ? null
        : badge(
            test.right ? "solved" : "wrong",
            test.right ? "one attempt is right" : "no attempt is right",
          ),
      rankWords(test),
      marks,
    ),
    html("div", { class: "strip" }, figures),
    ...test.attempts.map((attempt, a) => cellByCell(attempt, a, test, kind)).filter(part => part),
    ...[votes(task, test, kind), voters(test), pieces(task, kind, i), thinking(task, test, kind, i)].filter(
      part => part,
    ),
  );
  return section;
}

/** More wrong cells than these are counted, not listed. */
const CELLS_LISTED = 12;

function symbolOf(symbol, kind) {
  const colour = kind.look.colours[symbol];
  return html(
    "span",
    { class: "symbol" },
    colour ? html("i", { style: `background: ${colour}` }) : null,
    kind.letters[symbol] ?? String(symbol),
  );
}

/** What an attempt has in its wrong cells, and what belongs there. */
function cellByCell(attempt, a, test, kind) {
  const cells = compared(attempt.grid, test.solution)?.cells ?? [];
  if (cells.length === 0) {
    return null;
  }
  const [rows, right] = [rowsOf(attempt.grid), rowsOf(test.solution)];
  return html(
    "details",
    { open: cells.length <= CELLS_LISTED },
    html("summary", null, `Attempt ${a + 1}: ${counted(cells.length, "wrong cell")}`),
    html(
      "ul",
      { class: "cells" },
      cells
        .slice(0, CELLS_LISTED)
        .map(([r, c]) =>
          html(
            "li",
            null,
            `row ${r + 1}, column ${c + 1}: `,
            symbolOf(rows[r][c], kind),
            " instead of ",
            symbolOf(right[r][c], kind),
          ),
        ),
      cells.length > CELLS_LISTED ? html("li", null, `and ${cells.length - CELLS_LISTED} more`) : null,
    ),
  );
}

/** Who voted for which candidate: a row for each view, a column for each stage. */
function voters(test) {
  if (test.voters.length === 0) {
    return null;
  }
  const members = test.voters.map(([number, share, ...views]) => ({ number, share, views }));
  const views = new Set(members.flatMap(member => member.views.map(([words]) => words)));
  const mark = ([candidate, count]) => {
    const right = candidate === test.solution_candidate;
    return html(
      "span",
      {
        class: `mark${right ? " right" : ""}`,
        title: candidate < 0 ? "no candidate" : `candidate ${candidate + 1}`,
      },
      `${candidate < 0 ? "–" : candidate + 1}${right ? " ✓" : ""}${count > 1 ? ` ×${count}` : ""}`,
    );
  };
  const marks = candidates => {
    const counts = new Map();
    candidates.forEach(candidate => counts.set(candidate, (counts.get(candidate) ?? 0) + 1));
    return Array.from(counts, mark);
  };
  return html(
    "div",
    null,
    html("h4", null, "Which candidate each view voted for"),
    html(
      "div",
      { class: "voters" },
      html(
        "table",
        null,
        tableHead([
          [null, "View"],
          ...members.map(({ number, share }) => [
            null,
            `Stage ${number}`,
            html("small", null, ` ${percent(share)}`),
          ]),
        ]),
        html(
          "tbody",
          null,
          Array.from(views, words =>
            html(
              "tr",
              null,
              html("th", { scope: "row" }, words),
              members.map(member =>
                html(
                  "td",
                  null,
                  member.views
                    .filter(([own]) => own === words)
                    .flatMap(([, ...candidates]) => marks(candidates)),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

function votes(task, test, kind) {
  if (test.candidates.length === 0) {
    return null;
  }
  const wrong = candidate => compared(candidate.grid, test.solution)?.cells ?? [];
  const names = (candidate, c) => {
    const attempt = test.attempts.findIndex(attempt => attempt.grid === candidate.grid);
    const cells = wrong(candidate).length;
    return [
      `${c + 1}`,
      attempt < 0 ? null : `attempt ${attempt + 1}`,
      candidate.grid === test.solution ? "✓ right" : null,
      cells ? counted(cells, "wrong cell") : null,
      candidate.share > 0 ? `confidence ${percent(candidate.confidence)}` : null,
      candidate.program === "" ? null : `program: ${candidate.program}`,
    ]
      .filter(word => word)
      .join(" · ");
  };
  const rest = 1 - test.candidates.reduce((sum, candidate) => sum + candidate.share, 0);
  const line = (picture, share, words) =>
    html(
      "li",
      null,
      picture,
      html(
        "span",
        null,
        html(
          "span",
          { class: "track", style: "display: block" },
          html("i", { style: `width: ${(100 * share).toFixed(1)}%` }),
        ),
        html("small", null, words),
      ),
      html("span", { class: "share" }, percent(share)),
    );
  return html(
    "div",
    null,
    html("h4", null, `Votes of ${counted(test.predictions, "prediction")}`),
    html(
      "ol",
      { class: "votes" },
      test.candidates.map((candidate, c) =>
        line(
          drawing(candidate.grid, kind, {
            label: `candidate ${c + 1}`,
            side: 42,
            puzzle: test.input,
            wrong: wrong(candidate),
          }),
          candidate.share,
          names(candidate, c),
        ),
      ),
      rest > 0.005 ? line(html("span"), rest, "others, and what was no rectangle") : null,
    ),
  );
}

/** What programs make of a test input and tells most about the output. */
function pieces(task, kind, i) {
  if (!task.pieces || task.pieces.length === 0) {
    return null;
  }
  return html(
    "div",
    null,
    html("h4", null, "What programs make of this input, which the model is shown beside it"),
    html(
      "div",
      { class: "strip" },
      task.pieces.map((piece, p) =>
        figure(
          `Channel ${p + 1}`,
          drawing(piece.tests[i], kind, { label: `channel ${p + 1}`, side: 84 }),
          piece.words,
        ),
      ),
    ),
  );
}

/** The cells that changed in a segment; null where that cannot be said. */
function changes(thoughts, s) {
  const before = s === 0 ? null : rowsOf(thoughts[s - 1].grid);
  const rows = rowsOf(thoughts[s].grid);
  return before && sameSize(before, rows) ? differences(before, rows) : null;
}

const MILLISECONDS_A_SEGMENT = 500;

/** The thinking on one board, to be stepped through and played. */
function player(thoughts, test, kind, side) {
  const board = html("div", { class: "board" });
  const caption = html("p", { class: "caption", "aria-live": "polite" });
  let at = 0;
  let timer = null;
  const stop = () => {
    clearInterval(timer);
    timer = null;
    play.textContent = "▶ Play";
  };
  const show = segment => {
    at = Math.max(0, Math.min(thoughts.length, segment));
    const thought = thoughts[at - 1];
    const changed = (at > 0 && changes(thoughts, at - 1)) || [];
    const words = [at === 0 ? "The puzzle" : `After segment ${at} of ${thoughts.length}`];
    if (at > 1) {
      words.push(`${counted(changed.length, "cell")} changed`);
    }
    if (thought?.broken) {
      const count = thought.broken.length;
      words.push(count ? `a rule is broken in ${counted(count, "cell")}` : "proved by the rules");
    }
    caption.textContent = words.join(" · ");
    board.replaceChildren(
      drawing(at === 0 ? test.input : thought.grid, kind, {
        label: words.join(", "),
        side,
        puzzle: at === 0 ? undefined : test.input,
        changed,
        broken: thought?.broken ?? [],
      }),
    );
    slider.value = at;
    back.disabled = at === 0;
    next.disabled = at === thoughts.length;
  };
  const step = by => () => {
    stop();
    show(at + by);
  };
  const tick = () => {
    if (!board.isConnected || at === thoughts.length) {
      stop();
    } else {
      show(at + 1);
    }
  };
  const button = (words, label, click) =>
    html("button", { type: "button", class: "chip", "aria-label": label, click }, words);
  const back = button("◀", "One segment back", step(-1));
  const next = button("▶|", "One segment on", step(1));
  const play = html(
    "button",
    {
      type: "button",
      class: "chip play",
      click: () => {
        if (timer) {
          stop();
          return;
        }
        show(at === thoughts.length ? 0 : at);
        timer = setInterval(tick, MILLISECONDS_A_SEGMENT);
        play.textContent = "❚❚ Pause";
      },
    },
    "▶ Play",
  );
  const slider = html("input", {
    type: "range",
    min: 0,
    max: thoughts.length,
    "aria-label": "Segment",
    input: () => {
      stop();
      show(Number(slider.value));
    },
  });
  show(thoughts.length);
  return html(
    "div",
    { class: "player" },
    board,
    caption,
    html("div", { class: "controls" }, back, play, next, slider),
    html(
      "p",
      { class: "key" },
      html("span", { class: "changed" }),
      " changed in this segment ",
      ...(thoughts.some(thought => thought.broken)
        ? [html("span", { class: "broken" }), " breaks a rule"]
        : []),
    ),
  );
}

/** More boards than these are shown only when they are asked for. */
const SEGMENTS_SHOWN = 8;

function thinking(task, test, kind, i) {
  const thoughts = task.thinking[i];
  if (!thoughts || thoughts.length === 0) {
    return null;
  }
  const side = sideFor(task);
  return html(
    "div",
    null,
    html("h4", null, "The model's thinking: its prediction after every segment"),
    player(thoughts, test, kind, 1.2 * Math.min(LARGE, side.of(test.input))),
    html(
      "details",
      { open: thoughts.length <= SEGMENTS_SHOWN },
      html("summary", null, counted(thoughts.length, "segment")),
      html(
        "ol",
        { class: "thinking" },
        thoughts.map((thought, s) => {
          const changed = changes(thoughts, s);
          const difference = compared(thought.grid, test.solution);
          return html(
            "li",
            null,
            figure(
              `Segment ${s + 1}`,
              drawing(thought.grid, kind, {
                label: `after segment ${s + 1}`,
                side: 0.7 * Math.min(LARGE, side.of(thought.grid)),
                most: 24,
                puzzle: test.input,
                wrong: difference?.cells,
              }),
              comparison(difference),
              changed === null ? null : `${counted(changed.length, "cell")} changed`,
              `halts with ${percent(thought.halting)}`,
            ),
          );
        }),
      ),
    ),
  );
}

// ---- the training curve ----

function training(task) {
  if (task.curve.length < 2) {
    return null;
  }
  const points = task.curve.map(([model, step, loss, exact]) => ({ model, step, loss, exact }));
  const models = new Set(points.map(point => point.model)).size;
  const losses = points.map(point => Math.max(point.loss ?? 0, 1e-7));
  const lowest = Math.floor(Math.log10(Math.min(...losses)));
  const highest = Math.max(lowest + 1, Math.ceil(Math.log10(Math.max(...losses))));
  const decades = Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i);
  const last = points[points.length - 1];
  return html(
    "section",
    null,
    html(
      "h3",
      null,
      "Training",
      models > 1 ? html("small", null, `${models} models, one after another`) : null,
    ),
    html(
      "div",
      { class: "charts" },
      chart({
        title: "Loss: cross entropy per cell, in nats",
        points,
        value: point => (Math.log10(Math.max(point.loss ?? 0, 1e-7)) - lowest) / (highest - lowest),
        words: point => small(point.loss),
        ticks: decades
          .filter((_, i) => i % Math.ceil(decades.length / 5) === 0)
          .map(power => ({
            at: (power - lowest) / (highest - lowest),
            text: power >= -3 ? String(Number(`1e${power}`)) : `1e${power}`,
          })),
        summary: `from ${small(points[0].loss)} to ${small(last.loss)} in ${last.step} steps`,
      }),
      chart({
        title: "Exact share: demonstrations without a wrong cell",
        points,
        value: point => point.exact,
        words: point => percent(point.exact),
        ticks: [0, 0.5, 1].map(at => ({ at, text: percent(at) })),
        summary: `from ${percent(points[0].exact)} to ${percent(last.exact)} in ${last.step} steps`,
      }),
    ),
  );
}

/** Marks on the axis of steps: a handful of round numbers. */
function roundSteps(most) {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const distance = Math.max(
    1,
    [1, 2, 5, 10].map(factor => factor * power).find(d => d >= rough),
  );
  return Array.from({ length: Math.floor(most / distance) + 1 }, (_, i) => i * distance);
}

function chart({ title, points, value, words, ticks, summary }) {
  const width = Math.min(460, document.documentElement.clientWidth - 34);
  const height = 190;
  const edge = { left: 46, right: 12, top: 12, bottom: 26 };
  const most = points[points.length - 1].step;
  const x = step => edge.left + (step / most) * (width - edge.left - edge.right);
  const y = share => edge.top + (1 - share) * (height - edge.top - edge.bottom);
  const models = grouped(points);
  const curves = Array.from(models.values(), own =>
    svg("path", {
      class: "curve",
      d: own
        .map(
          (point, i) => `${i ? "L" : "M"}${x(point.step).toFixed(1)} ${y(value(point)).toFixed(1)}`,
        )
        .join(""),
    }),
  );
  const starts = Array.from(models.values(), own => own[0].step)
    .slice(1)
    .map(step =>
      svg("path", {
        class: "model",
        d: `M${x(step).toFixed(1)} ${edge.top}V${height - edge.bottom}`,
      }),
    );
  const dot = svg("circle", { class: "dot", r: 4, visibility: "hidden" });
  const told = html("output", null, summary);
  const picture = svg(
    "svg",
    {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-label": `${title}, ${summary}`,
      pointermove: event => {
        const box = picture.getBoundingClientRect();
        const step =
          ((((event.clientX - box.left) * width) / box.width - edge.left) /
            (width - edge.left - edge.right)) *
          most;
        const near = points.reduce((best, point) =>
          Math.abs(point.step - step) < Math.abs(best.step - step) ? point : best,
        );
        dot.setAttribute("cx", x(near.step));
        dot.setAttribute("cy", y(value(near)));
        dot.setAttribute("visibility", "visible");
        told.replaceChildren(
          `step ${near.step.toLocaleString("en")}: `,
          html("b", null, words(near)),
          models.size > 1 ? `, model ${near.model}` : "",
        );
      },
      pointerleave: () => {
        dot.setAttribute("visibility", "hidden");
        told.textContent = summary;
      },
    },
    ticks
      .map(tick => [
        svg("path", { class: "axis", d: `M${edge.left} ${y(tick.at)}H${width - edge.right}` }),
        svg("text", { x: edge.left - 8, y: y(tick.at) + 4, "text-anchor": "end" }, tick.text),
      ])
      .flat(),
    roundSteps(most).map(step =>
      svg(
        "text",
        { x: x(step), y: height - 8, "text-anchor": step === 0 ? "start" : "middle" },
        step.toLocaleString("en"),
      ),
    ),
    starts,
    curves,
    dot,
  );
  return html("div", { class: "chart" }, html("h4", null, title), picture, told);
}

/** The points of each model. */
function grouped(points) {
  const models = new Map();
  points.forEach(point => models.set(point.model, [...(models.get(point.model) ?? []), point]));
  return models;
}

// ---- opening a task ----

let opened = null;

function open(task) {
  opened = task;
  const place = view.shown.indexOf(task);
  const go = (words, sign, to) =>
    html(
      "button",
      {
        type: "button",
        class: "round",
        "aria-label": words,
        title: words,
        disabled: place < 0 || !view.shown[to],
        click: () => location.replace(hashOf(view.shown[to])),
      },
      sign,
    );
  dialog.replaceChildren(
    html(
      "div",
      { class: "bar" },
      html("h2", { id: "dialog-title", tabindex: -1 }, task.id),
      go("Previous task", "←", place - 1),
      go("Next task", "→", place + 1),
      html(
        "button",
        {
          type: "button",
          class: "round",
          "aria-label": "Close",
          title: "Close",
          click: () => dialog.close(),
        },
        "✕",
      ),
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

// Comes late: another task may have been asked for by then.
dialog.addEventListener("close", () => {
  if (opened !== null && location.hash === hashOf(opened)) {
    history.replaceState(null, "", location.pathname + location.search);
  }
});

dialog.addEventListener("click", event => {
  if (event.target === dialog) {
    dialog.close();
  }
});

dialog.addEventListener("keydown", event => {
  const button = { ArrowLeft: "Previous task", ArrowRight: "Next task" }[event.key];
  if (button && !event.target.matches("input")) {
    dialog.querySelector(`[aria-label="${button}"]`).click();
  }
});

// ---- all of it ----

page.append(
  ...[
    head(),
    scores(),
    alone ? null : outcomes(),
    configuration(),
    ...(alone
      ? [
          html(
            "div",
            { class: "card alone" },
            run.tasks[0].id === run.title ? null : html("h2", null, run.tasks[0].id),
            taskView(run.tasks[0]),
          ),
        ]
      : taskTable()),
    html("footer", null, "Written by arc-hrm. Everything on this page is in this one file."),
  ].filter(part => part),
);

if (!alone) {
  window.addEventListener("hashchange", follow);
  follow();
}
