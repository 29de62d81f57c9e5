// Turns the virtual SVG tree that ECharts draws into a small, CSP-safe string.
// See chart/README.md for what is done and why.
import { readFileSync } from "node:fs";

const colours = JSON.parse(readFileSync(new URL("colours.json", import.meta.url), "utf8"));

const round = (value, places) => {
  const power = 10 ** places;
  const rounded = Math.round(value * power) / power;
  if (!Number.isFinite(rounded)) throw new Error(`not a finite number: ${value}`);
  return rounded === 0 ? 0 : rounded; // never -0
};

/** Numbers without a leading zero: 0.5 -> .5 */
const show = (value) => String(value).replace(/^(-?)0\./, "$1.");

/** Numbers in a row, with a separator only where one is needed. */
const row = (values) => {
  let out = "";
  for (const text of values.map(show)) {
    out += out === "" || text[0] === "-" ? text : " " + text;
  }
  return out;
};

export function escapeText(text) {
  return text
    .normalize("NFC")
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}

const escapeAttribute = (text) => escapeText(text).replace(/"/g, "&quot;");

// ---------------------------------------------------------------- paths

const arity = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7, Z: 0 };

/** A path as absolute commands: [["M", x, y], ["L", x, y], …]. */
function parsePath(d) {
  const tokens = d.match(/[a-zA-Z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? [];
  const out = [];
  let x = 0;
  let y = 0;
  let startX = 0;
  let startY = 0;
  for (let i = 0; i < tokens.length; ) {
    const name = tokens[i++];
    const upper = name.toUpperCase();
    const count = arity[upper];
    if (count === undefined) throw new Error(`unknown path command ${name}`);
    const n = tokens.slice(i, i + count).map(Number);
    if (n.length < count || n.some(Number.isNaN)) throw new Error(`broken path: ${d}`);
    i += count;
    const [dx, dy] = name === upper ? [0, 0] : [x, y];
    if (upper === "Z") {
      out.push(["Z"]);
      [x, y] = [startX, startY];
      continue;
    }
    if (upper === "H") n.push(y), (n[0] += dx);
    else if (upper === "V") n.unshift(x), (n[1] += dy);
    else for (let k = upper === "A" ? 5 : 0; k < count; k += 2) (n[k] += dx), (n[k + 1] += dy);
    [x, y] = n.slice(-2);
    if (upper === "M") [startX, startY] = [x, y];
    out.push([upper === "H" || upper === "V" ? "L" : upper, ...n]);
  }
  return out;
}

/** Moves and scales absolute commands. */
function place(commands, [sx, sy, tx, ty]) {
  return commands.map(([name, ...n]) => {
    if (name === "A") {
      return [name, n[0] * sx, n[1] * sy, n[2], n[3], n[4], n[5] * sx + tx, n[6] * sy + ty];
    }
    return [name, ...n.map((value, k) => (k % 2 ? value * sy + ty : value * sx + tx))];
  });
}

/** A whole circle drawn as arcs, as {cx, cy, r}. */
function asCircle(commands) {
  const [m, a, b, ...rest] = commands;
  if (m?.[0] !== "M" || a?.[0] !== "A" || rest.some(([name]) => name !== "Z")) return undefined;
  const near = (p, q) => Math.abs(p - q) < 0.01;
  if (!near(a[1], a[2]) || a[4] !== 1) return undefined;
  const end = b?.[0] === "A" ? b : a;
  if (!near(end[6], m[1]) || !near(end[7], m[2])) return undefined;
  return { cx: m[1] - a[1], cy: m[2], r: a[1] };
}

/** Rounded, relative, shortest path text. */
function showPath(commands) {
  let out = "";
  let last = "";
  let x = 0;
  let y = 0;
  let startX = 0;
  let startY = 0;
  const add = (name, values) => {
    // A command letter that repeats may be left out.
    let text = row(values);
    if (name === last && text !== "") out += (text[0] === "-" ? "" : " ") + text;
    else out += name + text;
    last = name;
  };
  for (const [name, ...raw] of commands) {
    if (name === "Z") {
      out += "z";
      last = "z";
      [x, y] = [startX, startY];
      continue;
    }
    const n = raw.map((value, k) => round(value, name === "A" && k < 5 ? 2 : 1));
    const [nx, ny] = n.slice(-2);
    const rel = (value, from) => round(value - from, 1);
    if (name === "M") {
      last = "";
      add("M", [nx, ny]);
      last = "M";
      [startX, startY] = [nx, ny];
    } else if (name === "L") {
      if (nx === x && ny === y) continue;
      if (ny === y) add("h", [rel(nx, x)]);
      else if (nx === x) add("v", [rel(ny, y)]);
      else add("l", [rel(nx, x), rel(ny, y)]);
    } else if (name === "A") {
      add("a", [...n.slice(0, 5), rel(nx, x), rel(ny, y)]);
    } else {
      add(name.toLowerCase(), n.map((value, k) => rel(value, k % 2 ? y : x)));
    }
    [x, y] = [nx, ny];
  }
  return out;
}

/** Leaves out the side of a closed rectangle that closing draws anyway. */
function dropClosingSide(commands) {
  return commands.filter(([name, nx, ny], i) => {
    if (name !== "L" || commands[i + 1]?.[0] !== "Z") return true;
    const start = commands.slice(0, i).findLast((command) => command[0] === "M");
    return Math.abs(nx - start[1]) > 1e-3 || Math.abs(ny - start[2]) > 1e-3;
  });
}

/** A box that holds every point of the commands (arcs taken whole). */
function bounds(commands) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const grow = (x, y) => {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  };
  for (const [name, ...n] of commands) {
    if (name === "A") {
      grow(n[5] - 2 * n[0], n[6] - 2 * n[1]);
      grow(n[5] + 2 * n[0], n[6] + 2 * n[1]);
    } else for (let k = 0; k < n.length; k += 2) grow(n[k], n[k + 1]);
  }
  return box;
}

// ---------------------------------------------------------------- elements

// Presentation attributes, inherited through <g>, in the order written.
const inherited = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-opacity",
  "stroke-width",
  "stroke-dasharray",
  "stroke-dashoffset",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-miterlimit",
  "paint-order",
  "font-size",
  "font-weight",
  "font-style",
  "text-anchor",
];
const defaults = {
  "fill-opacity": "1",
  "stroke-opacity": "1",
  "stroke-width": "1",
  "stroke-dashoffset": "0",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "stroke-miterlimit": "4",
  "paint-order": "fill",
  "font-weight": "400",
  "font-style": "normal",
  "text-anchor": "start",
};
const lengths = new Set(["fill-opacity", "stroke-opacity", "stroke-width", "font-size"]);
// Written by ECharts for its own client or of no effect here.
const ignored = /^(ecmeta_.*|dominant-baseline|pointer-events|xml:space|style|d|points|x|y|width|height|id|cx|cy|r|transform)$/;

/** "font-size:12px;font-family:…" or "font:bold 12px …" as attributes. The
 *  family is left to the page's CSS. */
function fontAttributes(style) {
  const out = {};
  for (const [, key, value] of style.matchAll(/([a-z-]+)\s*:\s*([^;]*)/g)) {
    if (key === "font-size") out["font-size"] = String(parseFloat(value));
    else if (key === "font-weight" || key === "font-style") out[key] = value.trim();
    else if (key === "font") {
      const size = /(\d+(?:\.\d+)?)px/.exec(value);
      if (size) out["font-size"] = size[1];
      const words = size ? value.slice(0, size.index).split(/\s+/) : [];
      for (const word of words) {
        if (/^(bold|bolder|lighter|\d+)$/.test(word)) out["font-weight"] = word;
        if (/^(italic|oblique)$/.test(word)) out["font-style"] = word;
      }
    } else if (key !== "font-family") throw new Error(`unexpected style ${key}`);
  }
  if (out["font-weight"] === "normal") delete out["font-weight"];
  if (out["font-weight"] === "bold") out["font-weight"] = "700";
  return out;
}

function presentation(attrs) {
  const out = {};
  for (const name of Object.keys(attrs)) {
    if (attrs[name] == null || attrs[name] === false) continue;
    if (inherited.includes(name)) out[name] = String(attrs[name]);
    else if (!ignored.test(name) && name !== "clip-path") {
      throw new Error(`unexpected SVG attribute ${name}`);
    }
  }
  if (attrs.style) Object.assign(out, fontAttributes(attrs.style));
  for (const name of ["fill", "stroke"]) {
    if (out[name] === "transparent") out[name] = "none";
    if (out[name]?.startsWith("url(")) throw new Error("gradients and patterns are not supported");
  }
  for (const name of lengths) if (name in out) out[name] = show(round(Number(out[name]), 2));
  if ("stroke-dasharray" in out) {
    out["stroke-dasharray"] = out["stroke-dasharray"]
      .split(/[\s,]+/)
      .map((value) => show(round(Number(value), 1)))
      .join(" ");
    if (/^(none|[0 ]*)$/.test(out["stroke-dasharray"])) delete out["stroke-dasharray"];
  }
  if (out.stroke === undefined || out.stroke === "none" || out["stroke-width"] === "0") {
    for (const name of inherited) {
      if (name.startsWith("stroke") || name === "paint-order") delete out[name];
    }
  }
  if (out.fill === "none") delete out["fill-opacity"];
  if (/^(#000|#000000|black)$/.test(out.fill)) delete out.fill;
  for (const name of Object.keys(out)) if (out[name] === defaults[name]) delete out[name];
  return out;
}

const invisible = (look) =>
  (look.fill === "none" || look["fill-opacity"] === "0") &&
  (look.stroke === undefined || look["stroke-opacity"] === "0");

/** [a, b, c, d, e, f] of "translate(…)" or "matrix(…)". */
function matrix(transform) {
  if (!transform) return [1, 0, 0, 1, 0, 0];
  const n = (transform.match(/-?[\d.]+(?:e[-+]?\d+)?/g) ?? []).map(Number);
  if (transform.startsWith("translate(")) return [1, 0, 0, 1, n[0], n[1] ?? 0];
  if (transform.startsWith("matrix(") && n.length === 6) return n;
  throw new Error(`unexpected transform ${transform}`);
}

function showTransform([a, b, c, d, e, f]) {
  const at = e || f ? `translate(${row([round(e, 1), round(f, 1)])})` : "";
  const rotation = Math.abs(a - d) < 1e-3 && Math.abs(b + c) < 1e-3;
  if (rotation && Math.abs(a * a + b * b - 1) < 1e-3) {
    return `${at}rotate(${show(round((Math.atan2(b, a) * 180) / Math.PI, 1))})`;
  }
  return `matrix(${row([a, b, c, d].map((n) => round(n, 2)).concat(round(e, 1), round(f, 1)))})`;
}

/** One drawn element as {tag, look, own, text?, commands?}, or null if nothing
 *  of it would show. */
function element(node) {
  const { tag, attrs } = node;
  const look = presentation(attrs);
  if (invisible(look)) return null;
  const m = matrix(attrs.transform);

  if (tag === "text") {
    const own = {};
    const x = Number(attrs.x ?? 0);
    // ECharts gives the middle of the line. Half the height of a capital below
    // it is the baseline; WebKit does not inherit dominant-baseline from <g>.
    const y = Number(attrs.y ?? 0) + 0.35 * Number(look["font-size"] ?? 12);
    if (m[0] === 1 && m[1] === 0 && m[2] === 0 && m[3] === 1) {
      own.x = show(round(x + m[4], 1));
      own.y = show(round(y + m[5], 1));
    } else {
      if (x) own.x = show(round(x, 1));
      if (y) own.y = show(round(y, 1));
      own.transform = showTransform(m);
    }
    return node.text?.trim() ? { tag, look, own, text: node.text } : null;
  }

  let commands;
  if (tag === "path") commands = parsePath(attrs.d ?? "");
  else if (tag === "polyline" || tag === "polygon") {
    const n = attrs.points.split(/[\s,]+/).filter(Boolean).map(Number);
    commands = [];
    for (let k = 0; k < n.length; k += 2) commands.push([k ? "L" : "M", n[k], n[k + 1]]);
    if (tag === "polygon") commands.push(["Z"]);
  } else if (tag === "rect") {
    const [x, y, w, h] = ["x", "y", "width", "height"].map((name) => Number(attrs[name] ?? 0));
    commands = parsePath(`M${x} ${y}h${w}v${h}h${-w}Z`);
  } else if (tag === "circle") {
    const [cx, cy, r] = ["cx", "cy", "r"].map((name) => Number(attrs[name] ?? 0));
    commands = parsePath(`M${cx + r} ${cy}A${r} ${r} 0 1 1 ${cx - r} ${cy}A${r} ${r} 0 1 1 ${cx + r} ${cy}Z`);
  } else throw new Error(`unsupported SVG element <${tag}>`);
  if (commands.length < 2) return null;

  // Bake the transform in, unless it turns the shape or would squash a stroke.
  const own = {};
  const uniform = Math.abs(m[0] - m[3]) < 1e-4 && m[0] > 0;
  if (m[1] === 0 && m[2] === 0 && m[0] > 0 && m[3] > 0 && (uniform || !look.stroke)) {
    commands = place(commands, [m[0], m[3], m[4], m[5]]);
    if (look.stroke && m[0] !== 1) {
      const width = show(round(Number(attrs["stroke-width"] ?? 1) * m[0], 2));
      if (width === "1") delete look["stroke-width"];
      else look["stroke-width"] = width;
    }
  } else own.transform = showTransform(m);

  const circle = own.transform ? undefined : asCircle(commands);
  if (circle) {
    own.cx = show(round(circle.cx, 1));
    own.cy = show(round(circle.cy, 1));
    own.r = show(round(circle.r, 1));
    return { tag: "circle", look, own, commands };
  }
  return { tag: "path", look, own, commands: dropClosingSide(commands) };
}

const isLine = (item) =>
  item.tag === "path" &&
  !item.own.transform &&
  item.commands.every(([name], i) => name === (i % 2 ? "L" : "M"));

const signature = (item) => JSON.stringify(inherited.map((name) => item.look[name] ?? null));

/** Straight lines that look the same and follow one another become one path
 *  (a grid, the ticks of an axis). */
function joinLines(items) {
  const out = [];
  for (const item of items) {
    const before = out.at(-1);
    if (
      before && !before.items && !item.items && isLine(before) && isLine(item) &&
      item.look["stroke-opacity"] === undefined &&
      signature(before) === signature(item)
    ) {
      before.commands = [...before.commands, ...item.commands];
    } else out.push(item);
  }
  return out;
}

// ---------------------------------------------------------------- writing

function showLook(look) {
  const classes = [];
  let out = "";
  for (const name of inherited) {
    const value = look[name];
    if (value === undefined) continue;
    const named = name === "fill" || name === "stroke" ? colours[value.toLowerCase()] : undefined;
    if (named) classes.push(`${name[0]}-${named.slice(2)}`);
    else out += ` ${name}="${escapeAttribute(value)}"`;
  }
  return (classes.length ? ` class="${classes.join(" ")}"` : "") + out;
}

function showItem(item, look) {
  let out = `<${item.tag}${showLook(look)}`;
  for (const name of Object.keys(item.own)) out += ` ${name}="${escapeAttribute(item.own[name])}"`;
  if (item.tag === "path") out += ` d="${showPath(item.commands)}"`;
  return item.text === undefined ? out + "/>" : `${out}>${escapeText(item.text)}</${item.tag}>`;
}

function showItems(items) {
  let out = "";
  for (let i = 0; i < items.length; ) {
    if (items[i].items) {
      out += `<g clip-path="url(#${items[i].clip})">${showItems(items[i].items)}</g>`;
      i++;
      continue;
    }
    // Elements in a row that look the same share one <g>.
    const look = signature(items[i]);
    let end = i + 1;
    while (end < items.length && !items[end].items && signature(items[end]) === look) end++;
    const written = showLook(items[i].look);
    if (end - i > 1 && written !== "") {
      out += `<g${written}>${items.slice(i, end).map((item) => showItem(item, {})).join("")}</g>`;
    } else {
      for (; i < end; i++) out += showItem(items[i], items[i].look);
    }
    i = end;
  }
  return out;
}

/** An id prefix that is safe in an attribute and differs where the ids do. */
function prefix(id) {
  let out = "c";
  for (const char of id) {
    out += /[A-Za-z0-9]/.test(char) ? char : char === "-" ? "-" : `_${char.codePointAt(0).toString(16)}_`;
  }
  return out;
}

export function serialise(root, { id, width, height, title, desc }) {
  const clips = new Map(); // ECharts' clip id -> {commands, box, id once used}
  for (const node of root.children) {
    if (node.tag !== "defs") continue;
    for (const def of node.children) {
      if (def.tag !== "clipPath") throw new Error(`unsupported SVG definition <${def.tag}>`);
      const [shape] = def.children;
      const drawn = element({ ...shape, attrs: { ...shape.attrs, fill: "#000", stroke: undefined } });
      if (drawn) clips.set(def.attrs.id, { commands: drawn.commands, rect: isRect(drawn.commands) });
    }
  }

  let definitions = "";
  let used = 0;
  const collect = (nodes) => {
    const out = [];
    for (const node of nodes ?? []) {
      if (node.tag === "defs") continue;
      if (node.tag === "g") {
        const items = collect(node.children);
        const name = /^url\(#(.+)\)$/.exec(node.attrs["clip-path"] ?? "")?.[1];
        const clip = name === undefined ? undefined : clips.get(name);
        if (!clip || fits(items, clip)) out.push(...items);
        else if (items.length) {
          if (!clip.id) {
            clip.id = `${prefix(id)}-${++used}`;
            definitions += `<clipPath id="${clip.id}"><path d="${showPath(clip.commands)}"/></clipPath>`;
          }
          out.push({ clip: clip.id, items: joinLines(items) });
        }
        continue;
      }
      const item = element(node);
      if (item) out.push(item);
    }
    return out;
  };
  const body = showItems(joinLines(collect(root.children)));

  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${show(width)}" height="${show(height)}"` +
    ` viewBox="0 0 ${show(width)} ${show(height)}" preserveAspectRatio="xMinYMin meet" role="img">` +
    `<title>${escapeText(title)}</title>` +
    (desc ? `<desc>${escapeText(desc)}</desc>` : "") +
    (definitions ? `<defs>${definitions}</defs>` : "") +
    body +
    "</svg>"
  );
}

function isRect(commands) {
  const [x0, y0, x1, y1] = bounds(commands);
  return commands.every(
    ([name, x, y]) =>
      name === "Z" ||
      ((name === "M" || name === "L") && (x === x0 || x === x1) && (y === y0 || y === y1)),
  );
}

/** Whether a rectangular clip would cut nothing off. */
function fits(items, clip) {
  if (!clip.rect) return false;
  const [x0, y0, x1, y1] = bounds(clip.commands);
  return items.every((item) => {
    if (item.items || !item.commands || item.own.transform) return false;
    const box = bounds(item.commands);
    const half = item.look.stroke ? Number(item.look["stroke-width"] ?? 1) / 2 : 0;
    return (
      box[0] >= x0 - half - 0.1 && box[1] >= y0 - half - 0.1 &&
      box[2] <= x1 + half + 0.1 && box[3] <= y1 + half + 0.1
    );
  });
}
