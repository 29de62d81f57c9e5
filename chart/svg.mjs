// Turns the virtual SVG tree that ECharts draws into a small, CSP-safe string.
// See chart/README.md for what is done and why.
import {
  asCircle, bounds, dropClosingSide, isRect, parsePath, place, round, row, show, showPath,
} from "./svg-path.mjs";

export function escapeText(text) {
  return text
    .normalize("NFC")
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}

export const escapeAttribute = (text) => escapeText(text).replace(/"/g, "&quot;");

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

function showLook(look, paint) {
  const classes = [];
  let out = "";
  for (const name of inherited) {
    const value = look[name];
    if (value === undefined) continue;
    const painted = name === "fill" || name === "stroke" ? paint(value, name) : { value };
    if (painted.class) classes.push(painted.class);
    else out += ` ${name}="${escapeAttribute(painted.value)}"`;
  }
  return (classes.length ? ` class="${classes.join(" ")}"` : "") + out;
}

function showItem(item, look, paint) {
  let out = `<${item.tag}${showLook(look, paint)}`;
  for (const name of Object.keys(item.own)) out += ` ${name}="${escapeAttribute(item.own[name])}"`;
  if (item.tag === "path") out += ` d="${showPath(item.commands)}"`;
  return item.text === undefined ? out + "/>" : `${out}>${escapeText(item.text)}</${item.tag}>`;
}

function showItems(items, paint) {
  let out = "";
  for (let i = 0; i < items.length; ) {
    if (items[i].items) {
      out += `<g clip-path="url(#${items[i].clip})">${showItems(items[i].items, paint)}</g>`;
      i++;
      continue;
    }
    // Elements in a row that look the same share one <g>.
    const look = signature(items[i]);
    let end = i + 1;
    while (end < items.length && !items[end].items && signature(items[end]) === look) end++;
    const written = showLook(items[i].look, paint);
    if (end - i > 1 && written !== "") {
      out += `<g${written}>${items.slice(i, end).map((item) => showItem(item, {}, paint)).join("")}</g>`;
    } else {
      for (; i < end; i++) out += showItem(items[i], items[i].look, paint);
    }
    i = end;
  }
  return out;
}

/** An id prefix that is safe in an attribute and differs where the ids do. */
export function prefix(id) {
  let out = "c";
  for (const char of id) {
    out += /[A-Za-z0-9]/.test(char) ? char : char === "-" ? "-" : `_${char.codePointAt(0).toString(16)}_`;
  }
  return out;
}

/** How charts on pages are coloured: `colours` is colours.json, whose sentinels
 *  become classes that the page's CSS gives a colour in light and dark. */
export const byClass = (colours) => (value, name) => {
  const named = colours[value.toLowerCase()];
  return named ? { class: `${name[0]}-${named.slice(2)}` } : { value };
};

/** What ECharts drew as {definitions, body}, markup to stand inside an <svg> or
 *  a <g>. `paint(value, "fill" | "stroke")` gives {class} or {value}. */
export function drawing(root, { id, paint }) {
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
  const body = showItems(joinLines(collect(root.children)), paint);
  return { definitions, body };
}

/** A whole SVG document for a page. */
export function serialise(root, { id, width, height, title, desc, colours, at }) {
  const { definitions, body } = drawing(root, { id, paint: byClass(colours) });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${show(width)}" height="${show(height)}"` +
    ` viewBox="0 0 ${show(width)} ${show(height)}" preserveAspectRatio="xMinYMin meet" role="img"${at ? ` data-at="${at}"` : ""}>` +
    `<title>${escapeText(title)}</title>` +
    (desc ? `<desc>${escapeText(desc)}</desc>` : "") +
    (definitions ? `<defs>${definitions}</defs>` : "") +
    body +
    "</svg>"
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
