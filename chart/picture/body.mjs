// The drawings of a picture: how large each comes out in the room it is given,
// and several panels side by side or one under another.
import { drawing } from "../svg.mjs";
import { light, literal, signColour } from "./light.mjs";
import { drawList, listIn } from "./list.mjs";
import { drawMap, legend, mapIn } from "./map.mjs";
import { column, n, rule, write } from "./marks.mjs";
import { clamp, measureText, wide, wrap } from "./text.mjs";

const GUTTER = 44; // between panels, with the line that parts them
const TALLEST = 460; // px of a map in a picture as tall as it needs

const LEAST = 40; // px of the longest bar, if it were as long as the axis

/** The axis that has a name for each row, if there is one. */
const rowAxis = (option) => [option.yAxis].flat().find((axis) => axis?.type === "category");

/** The width that rows of bars need in letters `factor` as large: names, labels
 *  and a bar; 0 for other charts. */
function needs(option, factor) {
  const axis = rowAxis(option);
  if (!axis) return 0;
  const size = (axis.axisLabel?.fontSize ?? 12) * factor;
  const names = (axis.data ?? []).flatMap((it) => String(it?.value ?? it).split("\n"));
  const { left = 0, right = 0 } = option.grid ?? {};
  return Math.max(0, ...names.map((name) => wide(name, size))) + left + right * Math.max(1, factor) + 11 + LEAST;
}

/** A chart's option for a height `ratio` of the wanted one. Rows of bars come
 *  closer together, so their bars and names shrink with them; letters grow only
 *  as far as the width allows. */
function squeezed(option, ratio, width) {
  if (!rowAxis(option) || Math.abs(ratio - 1) < 0.02) return option;
  const larger = [1.15, 1.1, 1.05].find((it) => it <= ratio && needs(option, it) <= width) ?? 1;
  const soft = ratio < 1 ? Math.max(0.75, ratio * 1.1) : larger;
  const { grid } = option;
  // Larger labels need more room at their end.
  if (soft > 1 && typeof grid?.right === "number") option = { ...option, grid: { ...grid, right: Math.ceil(grid.right * soft) } };
  const factor = { barWidth: ratio, symbolSize: soft, fontSize: soft };
  const walk = (value, key) => {
    if (typeof value === "number" && factor[key]) return Math.round(value * Math.min(1.3, factor[key]) * 10) / 10;
    if (Array.isArray(value)) return value.map((it) => walk(it, ""));
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, walk(it, name)]));
    }
    return value;
  };
  return walk(option, "");
}

/** In the pictures' font; and a narrow axis of numbers leaves labels out rather
 *  than writing one over another. */
function dressed(option) {
  const axis = (one) => (one?.type === "value" ? { ...one, axisLabel: { hideOverlap: true, ...one.axisLabel } } : one);
  const each = (axes) => (Array.isArray(axes) ? axes.map(axis) : axis(axes));
  return {
    ...option,
    // ECharts would keep a quarter of the width for the plot, and write labels past the edge.
    ...(rowAxis(option) && option.grid && { grid: { ...option.grid, outerBoundsClampWidth: LEAST } }),
    ...(option.xAxis && { xAxis: each(option.xAxis) }),
    ...(option.yAxis && { yAxis: each(option.yAxis) }),
    textStyle: { ...option.textStyle, fontFamily: '"Be Vietnam Pro"' },
  };
}

function chartIn(it, width, room, least, ctx) {
  if (room < it.height * least || room < 40) return null;
  const height = Number.isFinite(room) ? Math.min(room, it.height * 1.35) : it.height;
  if (width < 400 && needs(it.option, Math.min(1, height / it.height)) > width) return null;
  return {
    height,
    area: width * height,
    at: (x, y) => {
      const option = dressed(squeezed(it.option, height / it.height, width));
      const tree = ctx.draw(option, width, height, measureText);
      const { definitions, body } = drawing(tree, { id: ctx.name(), paint: literal });
      const defs = definitions ? `<defs>${definitions}</defs>` : "";
      return [{ kind: "chart", x, y, width, height, svg: `<g transform="translate(${n(x)} ${n(y)})">${defs}${body}</g>` }];
    },
  };
}

/** The map with its legend beside or below, whichever leaves it larger. */
function mapAndLegend(it, width, room, ctx) {
  const most = Number.isFinite(room) ? room : TALLEST;
  let best = null;
  for (const beside of [true, false]) {
    const words = legend(it, beside ? Math.min(190, width * 0.42) : width, !beside, ctx.hatch);
    if (!words && beside) continue;
    const map = beside
      ? words.height <= most && mapIn(it, width - words.width - 28, most)
      : mapIn(it, width, most - (words ? words.height + 10 : 0));
    if (!map || (best && best.map.cell >= map.cell)) continue;
    const full = beside ? map.width + 28 + words.width : map.width;
    best = {
      map,
      height: beside ? Math.max(map.height, words.height) : map.height + (words ? words.height + 10 : 0),
      area: map.width * map.height,
      at: (x, y) => {
        const left = x + (width - full) / 2;
        const boxes = [drawMap(it, map, left, y, ctx.hatch)];
        if (beside) boxes.push(words.at(left + map.width + 28, y + Math.max(0, (map.height - words.height) / 2)));
        else if (words) boxes.push(words.at(x + (width - words.width) / 2, y + map.height + 10));
        return boxes;
      },
    };
  }
  return best;
}

function listFit(it, width, room, strict) {
  const found = listIn(it, width, room, strict ? [9] : [9, 4, 3, 2, 1, 0]);
  if (!found) return null;
  const spare = Number.isFinite(room) ? Math.min(room - found.height, found.height * 0.4) : 0;
  return {
    height: found.height + spare,
    area: width * found.height * found.k,
    at: (x, y) => {
      const drawn = drawList(found, x, y, width, spare);
      return [{ ...drawn, boxes: undefined }, ...drawn.boxes.map((box) => ({ ...box, svg: "", inside: "list" }))];
    },
  };
}

/** One drawing in a room, or null if it would not be fit to look at. */
export function fit(it, width, room, { least, strict }, ctx) {
  if (it.kind === "chart") return chartIn(it, width, room, least, ctx);
  if (it.kind === "map") return mapAndLegend(it, width, room, ctx);
  return listFit(it, width, room, strict);
}

const wanted = (it, width, ctx) => {
  if (!it) return 0;
  return it.kind === "chart" ? it.height : (fit(it, width, Infinity, { least: 1, strict: false }, ctx)?.height ?? 60);
};

/** All panels in a room: {height, area, at}, or null. */
export function panelsIn(panels, { width, room, least, strict, landscape, between, drawings }, ctx) {
  const shown = panels.filter((it) => it.title || it.headline || (it.drawing && drawings));
  if (!shown.length) return { height: 0, area: 0, at: () => [] };
  const cols = landscape ? Math.min(shown.length, 3) : 1;
  const cell = (width - GUTTER * (cols - 1)) / cols;
  const rows = [];
  shown.forEach((panel, i) => {
    const heads = [
      panel.title && { text: panel.title, style: { size: 13, bold: true, fill: light["c-muted"], width: cell }, most: 2 },
      panel.headline && { text: panel.headline, style: { size: 16, bold: true, width: cell, leading: 21 }, most: 3 },
    ].filter(Boolean).map(({ text, style, most }) => {
      const { lines } = clamp(wrap(text, style), Number.isFinite(room) ? most : Infinity, style);
      return column("panel", lines, style);
    });
    const head = heads.reduce((sum, it) => sum + it.height + 2, 0) + (heads.length && panel.drawing ? 6 : 0);
    const r = Math.floor(i / cols);
    rows[r] ??= { head: 0, want: 0, items: [] };
    rows[r].head = Math.max(rows[r].head, head);
    rows[r].items.push({ heads, drawing: drawings ? panel.drawing : null });
    rows[r].want = Math.max(rows[r].want, drawings ? wanted(panel.drawing, cell, ctx) : 0);
  });
  const fixed = rows.reduce((sum, row) => sum + row.head, 0) + GUTTER * (rows.length - 1);
  const want = rows.reduce((sum, row) => sum + row.want, 0);
  if (fixed > room) return null;
  let area = 0;
  for (const row of rows) {
    const share = Number.isFinite(room) ? ((room - fixed) * row.want) / (want || 1) : Infinity;
    row.drawn = 0;
    for (const item of row.items) {
      if (!item.drawing) continue;
      item.fit = fit(item.drawing, cell, share, { least, strict }, ctx);
      if (!item.fit) return null;
      row.drawn = Math.max(row.drawn, item.fit.height);
      area += item.fit.area;
    }
  }
  return {
    height: fixed + rows.reduce((sum, row) => sum + row.drawn, 0),
    area,
    at: (x, y) => {
      const boxes = [];
      let top = y;
      rows.forEach((row, r) => {
        const full = row.head + row.drawn;
        if (r > 0) {
          boxes.push(parting(x, top + GUTTER / 2, width, false, between));
          top += GUTTER;
        }
        row.items.forEach((item, c) => {
          const left = x + c * (cell + GUTTER);
          if (c > 0) boxes.push(parting(left - GUTTER / 2, top, full, true, between));
          let at = top;
          for (const head of item.heads) {
            boxes.push(head.at(left, at));
            at += head.height + 2;
          }
          if (item.fit) boxes.push(...item.fit.at(left, top + row.head));
        });
        top += full;
      });
      return boxes;
    },
  };
}

/** The line that parts two panels, with the sign on it. */
function parting(x, y, length, upright, sign) {
  const [x2, y2] = upright ? [x, y + length] : [x + length, y];
  let svg = rule(x, y, x2, y2, light["c-context"]);
  if (sign) {
    const [mx, my] = [(x + x2) / 2, (y + y2) / 2];
    svg += `<path d="M${n(mx - 16)} ${n(my - 16)}h32v32h-32z" fill="${light["c-paper"]}"/>`;
    svg += write(mx, my + 10, sign, { size: 28, bold: true, fill: signColour[sign], anchor: "middle" });
  }
  const half = sign ? 16 : 0.5;
  return upright
    ? { kind: "parting", x: x - half, y, width: 2 * half, height: length, svg }
    : { kind: "parting", x, y: y - half, width: length, height: 2 * half, svg };
}
