// Whose line is which in a picture's line chart: a stroke in the line's colour
// and dash, and a name, one after the other in as many rows as they need.
import { baseline, n, write } from "./marks.mjs";
import { light } from "./light.mjs";
import { wide } from "./text.mjs";

const SIZE = 12;
const LEADING = 18;
const STROKE = 20; // px of the stroke before a name
const GAP = 16; // between two of them
// As figure/option.rs draws the six lines.
const DASH = { 2: "6 4", 5: "6 4", 3: "2 3", 6: "2 3" };

/** A block like those of marks.mjs, or null without lines to tell apart. */
export function key(lines, width) {
  if (!lines.length) return null;
  const placed = [];
  let [x, row] = [0, 0];
  for (const { series, words } of lines) {
    const own = STROKE + 5 + wide(words, SIZE);
    if (x > 0 && x + own > width) [x, row] = [0, row + 1];
    placed.push({ series, words, x, row });
    x += own + GAP;
  }
  const height = (row + 1) * LEADING + 2;
  return {
    kind: "key",
    width,
    height,
    at: (left, top) => ({
      kind: "key", x: left, y: top, width, height, lines: lines.map(({ words }) => words),
      svg: placed
        .map(({ series, words, x: at, row: line }) => {
          const y = top + line * LEADING;
          const dash = DASH[series] ? ` stroke-dasharray="${DASH[series]}"` : "";
          return (
            `<path d="M${n(left + at)} ${n(y + LEADING / 2)}h${STROKE}" stroke="${light[`c-${series}`]}" stroke-width="2.5"${dash} fill="none"/>` +
            write(left + at + STROKE + 5, y + baseline(SIZE, LEADING), words, { size: SIZE })
          );
        })
        .join(""),
    }),
  };
}
