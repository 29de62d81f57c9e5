// The tile map of a picture, with Hoàng Sa and Trường Sa always on it, as
// large as its room allows, and its legend.
import { light } from "./light.mjs";
import { column, n, write } from "./marks.mjs";
import { wide, wrap } from "./text.mjs";

const PART = 60 / 64; // of a cell that the tile fills; the rest is the gap
const SMALLEST = 9.5; // px of an island's name
const READABLE = 6.5; // px under which names on tiles are left out

/** How the map comes out with cells of this size. */
function extent(map, cell) {
  const tile = cell * PART;
  const size = Math.max(SMALLEST, (13 / 60) * tile);
  let right = map.columns * cell;
  let bottom = map.rows * cell;
  const islands = map.islands.map((island) => {
    const width = Math.max(...island.lines.map((line) => wide(line, size)), tile);
    const top = island.row * cell + tile + 2;
    const under = top + island.lines.length * size * 1.25;
    // Names wider than their square must not touch the coast beside them.
    const coast = map.tiles
      .filter((it) => it.row * cell < under && it.row * cell + tile > top && it.col < island.col)
      .map((it) => it.col * cell + tile + 3);
    const middle = Math.max(island.col * cell + tile / 2, Math.max(0, ...coast) + width / 2);
    right = Math.max(right, middle + width / 2 + 1);
    bottom = Math.max(bottom, under);
    return { ...island, middle, top };
  });
  return { cell, tile, size, width: right, height: bottom, islands };
}

/** The largest map that fits, or null if its tiles would be specks. */
export function mapIn(map, width, height) {
  const fits = (found) => found.width <= width && found.height <= height;
  let [low, high] = [11, Math.min(64, width / map.columns)];
  if (high < low || !fits(extent(map, low))) return null;
  while (high - low > 0.2) {
    const middle = (low + high) / 2;
    if (fits(extent(map, middle))) low = middle;
    else high = middle;
  }
  return extent(map, low);
}

const square = (x, y, size, look) =>
  `<path d="M${n(x)} ${n(y)}h${n(size)}v${n(size)}h${n(-size)}z" ${look}/>`;

const fill = (step, hatch) => {
  if (step === 9) return `fill="url(#${hatch})" stroke="${light["c-muted"]}" stroke-width=".8"`;
  if (step === 0) return `fill="none" stroke="${light["c-context"]}" stroke-width=".8"`;
  return `fill="${light[`step-${step}`]}"`;
};

/** The hatch of "no figure", once for each picture. */
export const hatching = (id) =>
  `<pattern id="${id}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
  `<path d="M0 0V5" stroke="${light["c-context"]}" stroke-width="2.2"/></pattern>`;

export function drawMap(map, found, x, y, hatch) {
  const { cell, tile, size, islands } = found;
  const named = (13 / 60) * tile;
  let svg = "";
  let above = "";
  for (const it of map.tiles) {
    const [left, top] = [x + it.col * cell, y + it.row * cell];
    svg += square(left, top, tile, fill(it.step, hatch));
    if (it.chosen) {
      above += square(left, top, tile, `fill="none" stroke="${light["c-mine"]}" stroke-width="${n(Math.max(1.6, tile / 15))}"`);
    }
    if (named >= READABLE) {
      const ink = it.step === 4 || it.step === 5 ? light["on-strong"] : light["on-step"];
      const first = top + tile / 2 - ((it.lines.length - 1) * named * 1.1) / 2 + 0.35 * named;
      it.lines.forEach((line, i) => {
        // A name too long for its tile is written smaller, not over the next.
        const fits = Math.min(named, (named * (tile - 1)) / wide(line, named));
        svg += write(left + tile / 2, first + i * named * 1.1, line, { size: fits, anchor: "middle", fill: ink });
      });
    }
  }
  for (const it of islands) {
    const [left, top] = [x + it.col * cell, y + it.row * cell];
    svg += square(left, top, tile, `fill="none" stroke="${light["c-1"]}" stroke-width="1" stroke-dasharray="3 2"`);
    const dots = [[14, 24], [30, 18], [44, 30], [22, 36], [38, 40]]
      .map(([dx, dy]) => `M${n(left + (dx * tile) / 60)} ${n(top + (dy * tile) / 60)}h.1`)
      .join("");
    svg += `<path d="${dots}" fill="none" stroke="${light["c-1"]}" stroke-width="${n(Math.max(1.6, tile / 12))}" stroke-linecap="round"/>`;
    it.lines.forEach((line, i) => {
      svg += write(x + it.middle, y + it.top + size + i * size * 1.25, line, { size, anchor: "middle" });
    });
  }
  return { kind: "map", x, y, width: found.width, height: found.height, svg: svg + above };
}

/** The legend as a block like those of marks.mjs: rows one under another in a
 *  column, or one after another where they may be as wide as they need. */
export function legend(map, width, across, hatch) {
  if (!map.legend.length) return null;
  const size = 12;
  const line = 18;
  const rows = [];
  let [left, top] = [0, 0];
  for (const { step, words } of map.legend) {
    const lines = wrap(words, { size, width: width - 20 });
    const needed = 20 + Math.max(...lines.map((it) => wide(it, size)));
    if (across && left > 0 && left + needed > width) [left, top] = [0, top + line];
    rows.push({ step, lines, left, top, needed });
    if (across) left += needed + 16;
    else top += lines.length * line;
  }
  const height = across ? top + line * Math.max(...rows.filter((it) => it.top === top).map((it) => it.lines.length)) : top;
  const full = Math.max(...rows.map((it) => it.left + it.needed));
  return {
    kind: "legend",
    width: full,
    height,
    at: (x, y) => ({
      kind: "legend", x, y, width: full, height,
      svg: rows
        .map((it) =>
          square(x + it.left, y + it.top + 2.5, 13, fill(it.step, hatch)) +
          column("words", it.lines, { size, leading: line }).at(x + it.left + 20, y + it.top).svg)
        .join(""),
    }),
  };
}

/** Where a legend fits west of the map's tiles with the least room added:
 *  {top, left, over}, `over` px to add at the map's left. */
export function bayFor(map, { cell, height }, words) {
  let best = null;
  for (let top = 0; top + words.height <= height; top += cell / 2) {
    const beside = map.tiles.filter(({ row }) => row * cell < top + words.height + 4 && (row + 1) * cell > top - 4);
    const free = Math.min(map.columns, ...beside.map(({ col }) => col)) * cell - 10;
    if (!best || free > best.free) best = { top, free };
  }
  const { top, free } = best ?? { top: 0, free: -10 };
  return { top, left: Math.max(0, free - words.width), over: Math.max(0, words.width - free) };
}
