// A list of named figures: a province's headline numbers, as rows or a grid.
import { light, signColour } from "./light.mjs";
import { column, rule } from "./marks.mjs";
import { balance, clamp, wide, wrap } from "./text.mjs";

const GAP = 24;

/** The list in so many columns at a size, or null if a figure would not fit. */
function arranged({ items }, width, cols, k, noteLines) {
  const cell = (width - GAP * (cols - 1)) / cols;
  const [small, note] = [13 * Math.max(k, 0.9), 11.5 * Math.max(k, 0.95)];
  const big = 24 * k;
  // One column: name and note left, figure right, as in a table. More: the
  // figure above its name.
  const beside = cols === 1;
  // A long unit may stand under its number.
  const lines = items.map((it) => {
    const whole = wide(it.figure, big, true) <= cell * (beside ? 0.5 : 1);
    return whole ? [it.figure] : wrap(it.figure.replace(/\u00a0(?=\p{L}{3})/gu, " "), { size: big, bold: true, width: cell * (beside ? 0.5 : 1) });
  });
  const figures = lines.flat().map((line) => wide(line, big, true));
  if (Math.max(0, ...figures) > cell * (beside ? 0.5 : 1) || lines.some((it) => it.length > 2)) return null;
  const words = beside ? cell - Math.max(0, ...figures) - 16 : cell;
  const blocks = items.map((it, i) => {
    // When a figure is of is never cut: what follows it is, or goes.
    const style = { size: note, width: words };
    const whole = wrap([it.when, it.note].filter(Boolean).join(" · "), style);
    const when = wrap(it.when, style);
    const clamped = clamp(whole, Math.max(noteLines, when.length), style);
    const kept = clamped.lines.join(" ").startsWith(when.join(" ")) ? clamped : { lines: when, cut: true };
    return {
      figure: column("figure", lines[i], { size: big, bold: true, fill: signColour[it.figure], leading: big * 1.25 }),
      name: column("name", balance(it.name, { size: small, bold: beside, width: words }), { size: small, bold: beside, leading: small * 1.35 }),
      note: column("note", kept.lines, { size: note, fill: light["c-muted"], leading: note * 1.35 }),
      cut: kept.cut,
    };
  });
  const pad = 7 * k;
  const heights = [];
  blocks.forEach((it, i) => {
    const text = it.name.height + it.note.height;
    const height = (beside ? Math.max(text, it.figure.height) : text + it.figure.height) + 2 * pad;
    const row = Math.floor(i / cols);
    heights[row] = Math.max(heights[row] ?? 0, height);
  });
  return { blocks, cell, cols, beside, heights, pad, height: heights.reduce((a, b) => a + b, 0), cut: blocks.some((it) => it.cut) };
}

/** The largest arrangement that fits, or null. `noteLines` says to how many
 *  lines each note may be cut, best first. */
export function listIn(list, width, height, noteLines) {
  if (!list.items.length) return null;
  const most = Math.min(list.items.length, Math.floor((width + GAP) / (110 + GAP)), 4);
  const choices = [...new Set([1, 2, most])].filter((it) => it <= Math.max(1, most));
  for (const notes of noteLines) {
    for (const k of [1.5, 1.3, 1.15, 1, 0.9, 0.8, 0.68]) {
      for (const cols of choices) {
        const found = arranged(list, width, cols, k, notes);
        // With no height given, a calm table.
        if (found && found.height <= height && (Number.isFinite(height) || k <= 1.15)) return { ...found, k };
      }
    }
  }
  return null;
}

export function drawList(found, x, y, width, spare = 0) {
  const more = spare / found.heights.length;
  let svg = "";
  let top = y;
  const boxes = [];
  found.heights.forEach((height, row) => {
    const full = height + more;
    if (row > 0 || found.beside) svg += rule(x, top, x + width, top);
    for (let col = 0; col < found.cols; col++) {
      const it = found.blocks[row * found.cols + col];
      if (!it) continue;
      const left = x + col * (found.cell + GAP);
      const text = it.name.height + it.note.height;
      if (found.beside) {
        const at = top + (full - text) / 2;
        boxes.push(it.name.at(left, at), it.note.at(left, at + it.name.height));
        boxes.push(it.figure.at(left + found.cell - it.figure.width, top + (full - it.figure.height) / 2));
      } else {
        // The figures of a row on one line.
        const at = top + (full - (height - 2 * found.pad)) / 2;
        boxes.push(it.figure.at(left, at), it.name.at(left, at + it.figure.height));
        boxes.push(it.note.at(left, at + it.figure.height + it.name.height));
      }
    }
    top += full;
  });
  return { kind: "list", x, y, width, height: top - y, svg: svg + boxes.map((it) => it.svg).join(""), boxes };
}
