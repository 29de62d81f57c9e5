// The smallest marks of a picture: lines of text, a rule, the site's mark.
import { escapeAttribute, escapeText } from "../svg.mjs";
import { light } from "./light.mjs";
import { wide } from "./text.mjs";

export const n = (value) => {
  if (!Number.isFinite(value)) throw new Error(`not a finite number: ${value}`);
  return String(Math.round(value * 10) / 10);
};

/** One line of text; `y` is its baseline. */
export function write(x, y, text, { size, bold, fill = light["c-ink"], anchor }) {
  return (
    `<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}"` +
    (bold ? ' font-weight="700"' : "") +
    (anchor ? ` text-anchor="${anchor}"` : "") +
    ` fill="${escapeAttribute(fill)}">${escapeText(text)}</text>`
  );
}

/** Where the baseline lies in a line `leading` high: half the height of a
 *  capital under its middle. */
export const baseline = (size, leading) => leading / 2 + 0.35 * size;

/** A column of lines as a block that knows its size: {kind, height, width,
 *  at(x, y)}. `at` gives the markup and the box it fills. */
export function column(kind, lines, style) {
  const leading = style.leading ?? style.size * 1.35;
  const width = Math.max(0, ...lines.map((line) => wide(line, style.size, style.bold)));
  return {
    kind,
    width,
    height: lines.length * leading,
    at: (x, y) => ({
      kind, x, y, width, height: lines.length * leading, lines,
      svg: lines.map((line, i) => write(x, y + i * leading + baseline(style.size, leading), line, style)).join(""),
    }),
  };
}

export const rule = (x1, y1, x2, y2, colour = light["c-rule"]) =>
  `<path d="M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}" stroke="${colour}" stroke-width="1" fill="none"/>`;

/** The site's mark, an S of squares with one accented, `height` px high. */
export function mark(x, y, height) {
  const k = height / 15;
  const squares = [[4, 0], [8, 0], [0, 4], [4, 4], [8, 8], [4, 12], [0, 12]];
  const square = ([col, row]) => `M${n(x + col * k)} ${n(y + row * k)}h${n(3 * k)}v${n(3 * k)}h${n(-3 * k)}z`;
  return (
    `<path fill="${light["c-1"]}" d="${squares.map(square).join("")}"/>` +
    `<path fill="${light["c-mine"]}" d="${square([4, 8])}"/>`
  );
}
