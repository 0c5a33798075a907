"use strict";

// What the pages share: elements, numbers in words, grids.

// ---- what arc-hrm wrote into this page ----

const run = JSON.parse(document.getElementById("run").textContent);
const page = document.getElementById("page");
const dialog = document.getElementById("dialog");

const STATES = {
  solved: { glyph: "✓", word: "Solved" },
  wrong: { glyph: "✗", word: "Wrong" },
  failed: { glyph: "!", word: "Failed" },
  unknown: { glyph: "?", word: "Unknown" },
  waiting: { glyph: "…", word: "Not tried yet" },
};

// ---- elements ----

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") {
      node.addEventListener(name, value);
    } else if (value === true) {
      node.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, value);
    }
  }
  node.append(
    ...children.flat().filter(child => child !== null && child !== undefined && child !== ""),
  );
  return node;
}

/** An element; attributes that are functions listen, children that are strings become text. */
function html(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

function svg(name, attributes, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function glyph(state) {
  return html("span", { class: `glyph ${state}`, "aria-hidden": "true" }, STATES[state].glyph);
}

function badge(state, words) {
  return html("span", { class: `result ${state}` }, glyph(state), " ", words);
}

// ---- numbers in words ----

function percent(share, digits = 0) {
  return `${(100 * share).toFixed(digits)} %`;
}

function duration(seconds) {
  if (seconds < 9.95) {
    return `${seconds.toFixed(1)} s`;
  }
  const whole = Math.round(seconds);
  if (whole < 60) {
    return `${whole} s`;
  }
  return whole < 3600
    ? `${Math.floor(whole / 60)} min ${whole % 60} s`
    : `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

function counted(count, word) {
  return `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
}

/** A loss with two digits that say something. */
function small(value) {
  return value === null || value === undefined
    ? "–"
    : value === 0
      ? "0"
      : value >= 0.001
        ? value.toFixed(value >= 1 ? 2 : 4)
        : value.toExponential(1);
}

// ---- grids ----

const parsed = new Map();

/** A grid as rows of numbers; -1 is a cell outside. */
function rowsOf(index) {
  if (!parsed.has(index)) {
    const rows = run.grids[index]
      .split("/")
      .map(row => Array.from(row, cell => (cell === "." ? -1 : parseInt(cell, 36))));
    parsed.set(index, rows);
  }
  return parsed.get(index);
}

function sizeOf(rows) {
  return `${rows.length}×${rows[0].length}`;
}

function sameSize(one, other) {
  return one.length === other.length && one[0].length === other[0].length;
}

/** The cells in which two grids of one size differ, as [row, column]. */
function differences(rows, others) {
  return rows.flatMap((row, r) =>
    row.flatMap((cell, c) => (cell === others[r][c] ? [] : [[r, c]])),
  );
}

/** A path around the cells that are picked; those beside each other are one rectangle. */
function around(rows, picks) {
  let path = "";
  rows.forEach((row, r) => {
    for (let from = 0; from < row.length; from++) {
      let to = from;
      while (to < row.length && picks(row[to], r, to)) {
        to++;
      }
      if (to > from) {
        path += `M${from} ${r}h${to - from}v1H${from}z`;
        from = to;
      }
    }
  });
  return path;
}

/** The colours of cells; those without one of their own have that of the ground or the outside. */
function ground(rows, colours) {
  const all = Array.from(new Set(rows.flat()));
  const symbols = colours.ground ? all.filter(symbol => colours[symbol]) : all;
  return [
    colours.ground
      ? svg("rect", { width: rows[0].length, height: rows.length, fill: colours.ground })
      : null,
    ...symbols.map(symbol =>
      svg("path", {
        d: around(rows, cell => cell === symbol),
        fill: colours[symbol] ?? colours.outside,
        "shape-rendering": "crispEdges",
      }),
    ),
  ];
}

/** Every how many rows and columns there is a line, the edges among them. */
function lines(rows, down, across, stroke, width) {
  let path = "";
  for (let r = 0; r <= rows.length; r += down) {
    path += `M0 ${r}H${rows[0].length}`;
  }
  for (let c = 0; c <= rows[0].length; c += across) {
    path += `M${c} 0V${rows.length}`;
  }
  return svg("path", {
    d: path,
    fill: "none",
    stroke,
    "stroke-width": width,
    "vector-effect": "non-scaling-stroke",
  });
}

function letter(text, r, c, size, colour, weight) {
  return svg(
    "text",
    {
      x: c + 0.5,
      y: r + 0.5,
      "font-size": size,
      "font-family": "Helvetica, Arial, 'DejaVu Sans', sans-serif",
      "font-weight": weight,
      "text-anchor": "middle",
      "dominant-baseline": "central",
      fill: colour,
    },
    text,
  );
}

/** The line from cell to cell that a symbol makes, as the commands of a path. */
function wayOf(rows, { symbol, ends }) {
  const onPath = other => other === symbol || ends.includes(other);
  let way = "";
  rows.forEach((row, r) =>
    row.forEach((here, c) => {
      if (here === symbol) {
        way += `M${c + 0.5} ${r + 0.5}h0`;
      }
      for (const [down, right] of [
        [0, 1],
        [1, 0],
      ]) {
        const next = rows[r + down]?.[c + right];
        if ((here === symbol && onPath(next)) || (onPath(here) && next === symbol)) {
          way += `M${c + 0.5} ${r + 0.5}l${right} ${down}`;
        }
      }
    }),
  );
  return way;
}

/** A line from cell to cell; the cells that it ends in lie over it. */
function pathOf(rows, look) {
  const { path, colours } = look;
  return [
    svg("path", {
      d: wayOf(rows, path),
      fill: "none",
      stroke: colours[path.symbol],
      "stroke-width": 0.36,
      "stroke-linecap": "round",
    }),
    ...path.ends.map(end =>
      svg("path", { d: around(rows, symbol => symbol === end), fill: colours[end] }),
    ),
  ];
}

/** The letters of cells; those that an answer adds to its puzzle look lighter. */
function lettersOf(rows, kind, given) {
  const { colours, letters, letter_size: size } = kind.look;
  const written = symbol => letters.includes(symbol) || symbol >= kind.letters.length;
  return rows.flatMap((row, r) =>
    row.flatMap((symbol, c) =>
      written(symbol)
        ? [
            letter(
              kind.letters[symbol] ?? "?",
              r,
              c,
              size,
              given(r, c) ? colours.ink : (colours.filled ?? colours.ink),
              given(r, c) ? 700 : 400,
            ),
          ]
        : [],
    ),
  );
}

/** The shapes of a grid; puzzle is what it answers, if anything. */
function shapes(rows, kind, puzzle, cell) {
  const look = kind.look;
  const colours = look.colours;
  const isGiven = symbol => symbol !== undefined && symbol !== look.blank;
  const given = (r, c) => !puzzle || isGiven(puzzle[r]?.[c]);
  const { path, box_height: high, box_width: wide } = look;
  const under = symbol => (symbol === path?.symbol ? path.ground : symbol);
  const thick = high && cell < 5 ? 0.7 : 2;
  return [
    ...ground(
      rows.map(row => row.map(under)),
      colours,
    ),
    colours.given
      ? svg("path", {
          d: around(rows, (symbol, r, c) => puzzle && isGiven(symbol) && given(r, c)),
          fill: colours.given,
          "shape-rendering": "crispEdges",
        })
      : null,
    ...(path ? pathOf(rows, look) : []),
    look.cell_lines && cell >= 5 ? lines(rows, 1, 1, colours.lines, 1) : null,
    colours.boxes
      ? lines(rows, high || rows.length, wide || rows[0].length, colours.boxes, thick)
      : null,
    ...(look.letters.length === 0 || (path && cell < 5) ? [] : lettersOf(rows, kind, given)),
  ];
}

/**
 * Crosses on cells, black with a white rim: to be seen on any colour, and without seeing colours.
 * Where answers are letters, they stand beside them.
 */
function crosses(cells, kind, cell) {
  const beside = Boolean(kind.look.colours.filled);
  const [x, y, half] =
    beside
      ? [0.8, 0.2, 0.13]
      : [0.5, 0.5, Math.min(0.38, Math.max(0.24, 3 / cell))];
  const cross = cells
    .map(([r, c]) => {
      const [left, top, side] = [c + x - half, r + y - half, 2 * half];
      return `M${left} ${top}l${side} ${side}m0 ${-side}l${-side} ${side}`;
    })
    .join("");
  const box =
    beside
      ? cells.map(([r, c]) => `M${c + 0.1} ${r + 0.1}h.8v.8h-.8z`).join("")
      : "";
  const stroke = (d, colour, width, dash) =>
    svg("path", {
      d,
      fill: "none",
      stroke: colour,
      "stroke-width": width,
      "stroke-linecap": "round",
      "stroke-dasharray": dash,
    });
  return svg(
    "g",
    { class: "marks" },
    box && stroke(box, "#c1121f", 0.07, "0.16 0.16"),
    stroke(cross, "#ffffff", half * 0.95),
    stroke(cross, "#111111", half * 0.45),
  );
}

/** Rings in cells: a wider one where a rule is broken, a narrower one where the cell has changed. */
function rings(changed, broken) {
  const ring = (cells, inset, colour) =>
    svg("path", {
      d: cells
        .map(([r, c]) => {
          const side = 1 - 2 * inset;
          return `M${c + inset} ${r + inset}h${side}v${side}h${-side}z`;
        })
        .join(""),
      fill: "none",
      stroke: colour,
      "stroke-width": 0.09,
    });
  return svg(
    "g",
    { class: "rings" },
    ring(broken, 0.06, "#d1242f"),
    ring(changed, 0.18, "#8250df"),
  );
}

/**
 * A grid drawn as its kind wants it.
 *
 * @param index of the grid
 * @param options label for those who do not see it; side in pixels that it takes at most, and
 *     most pixels of a cell; puzzle that it answers; wrong cells to be crossed out; changed and
 *     broken ones to be ringed
 */
function drawing(
  index,
  kind,
  { label, side, most = 34, puzzle, wrong = [], changed = [], broken = [] },
) {
  const rows = rowsOf(index);
  const [height, width] = [rows.length, rows[0].length];
  const cell = Math.min(most, side / Math.max(height, width));
  const rim = 1.5 / cell;
  const name =
    `${label}, ${height} by ${width}` +
    (wrong.length ? `, ${counted(wrong.length, "wrong cell")}` : "");
  return svg(
    "svg",
    {
      class: "grid",
      role: "img",
      "aria-label": name,
      width: Math.round(cell * (width + 2 * rim)),
      height: Math.round(cell * (height + 2 * rim)),
      viewBox: `${-rim} ${-rim} ${width + 2 * rim} ${height + 2 * rim}`,
    },
    ...shapes(rows, kind, puzzle === undefined ? null : rowsOf(puzzle), cell),
    wrong.length ? crosses(wrong, kind, cell) : null,
    changed.length || broken.length ? rings(changed, broken) : null,
  );
}

/** The pixels that a grid of a task may take, so that small ones are not blown up beside large ones. */
const LARGE = 228;

// ---- pieces of a page ----

function brand() {
  return html(
    "div",
    { class: "brand" },
    svg(
      "svg",
      { viewBox: "0 0 3 3", "aria-hidden": "true" },
      svg("path", { d: "M0 0h3v3H0z", fill: "#2b2f36" }),
      svg("path", { d: "M0 0h1v1H0z", fill: "#0074d9" }),
      svg("path", { d: "M1 1h1v1H1z", fill: "#ffdc00" }),
      svg("path", { d: "M2 2h1v1H2z", fill: "#ff4136" }),
    ),
    `arc-hrm ${run.command}`,
  );
}

function compared(index, solution) {
  if (solution === null) {
    return null;
  }
  const [rows, right] = [rowsOf(index), rowsOf(solution)];
  return sameSize(rows, right)
    ? { cells: differences(rows, right) }
    : { size: `${sizeOf(rows)} instead of ${sizeOf(right)}`, cells: [] };
}

function comparison(difference) {
  if (difference === null) {
    return null;
  }
  if (difference.size) {
    return badge("wrong", difference.size);
  }
  return difference.cells.length
    ? badge("wrong", counted(difference.cells.length, "wrong cell"))
    : badge("solved", "right");
}

/** The head of a table: per column the attributes of its cell and what is in it. */
function tableHead(columns) {
  return html(
    "thead",
    null,
    html(
      "tr",
      null,
      columns.map(([attributes, ...words]) => html("th", { scope: "col", ...attributes }, ...words)),
    ),
  );
}

function figure(title, picture, ...words) {
  return html(
    "figure",
    null,
    picture,
    html(
      "figcaption",
      null,
      html("b", null, title),
      words.filter(word => word).map(word => html("span", null, word)),
    ),
  );
}
