// Numbers and path data of an SVG, read and written as short as they can be.

export const round = (value, places) => {
  const power = 10 ** places;
  const rounded = Math.round(value * power) / power;
  if (!Number.isFinite(rounded)) throw new Error(`not a finite number: ${value}`);
  return rounded === 0 ? 0 : rounded; // never -0
};

/** Numbers without a leading zero: 0.5 -> .5 */
export const show = (value) => String(value).replace(/^(-?)0\./, "$1.");

/** Numbers in a row, with a separator only where one is needed. */
export const row = (values) => {
  let out = "";
  for (const text of values.map(show)) {
    out += out === "" || text[0] === "-" ? text : " " + text;
  }
  return out;
};

const arity = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, A: 7, Z: 0 };

/** A path as absolute commands: [["M", x, y], ["L", x, y], …]. */
export function parsePath(d) {
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
export function place(commands, [sx, sy, tx, ty]) {
  return commands.map(([name, ...n]) => {
    if (name === "A") {
      return [name, n[0] * sx, n[1] * sy, n[2], n[3], n[4], n[5] * sx + tx, n[6] * sy + ty];
    }
    return [name, ...n.map((value, k) => (k % 2 ? value * sy + ty : value * sx + tx))];
  });
}

/** A whole circle drawn as arcs, as {cx, cy, r}. */
export function asCircle(commands) {
  const [m, a, b, ...rest] = commands;
  if (m?.[0] !== "M" || a?.[0] !== "A" || rest.some(([name]) => name !== "Z")) return undefined;
  const near = (p, q) => Math.abs(p - q) < 0.01;
  if (!near(a[1], a[2]) || a[4] !== 1) return undefined;
  const end = b?.[0] === "A" ? b : a;
  if (!near(end[6], m[1]) || !near(end[7], m[2])) return undefined;
  return { cx: m[1] - a[1], cy: m[2], r: a[1] };
}

/** Rounded, relative, shortest path text. */
export function showPath(commands) {
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
export function dropClosingSide(commands) {
  return commands.filter(([name, nx, ny], i) => {
    if (name !== "L" || commands[i + 1]?.[0] !== "Z") return true;
    const start = commands.slice(0, i).findLast((command) => command[0] === "M");
    return Math.abs(nx - start[1]) > 1e-3 || Math.abs(ny - start[2]) > 1e-3;
  });
}

/** A box that holds every point of the commands (arcs taken whole). */
export function bounds(commands) {
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

export function isRect(commands) {
  const [x0, y0, x1, y1] = bounds(commands);
  return commands.every(
    ([name, x, y]) =>
      name === "Z" ||
      ((name === "M" || name === "L") && (x === x0 || x === x1) && (y === y0 || y === y1)),
  );
}
