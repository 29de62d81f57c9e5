// Text of a picture: which characters it may hold, how wide it is, and where
// its lines break.
import { TWINS } from "../fonts/characters.mjs";
import widths from "../fonts/widths.mjs";

const advance = {};
for (const weight of ["regular", "bold"]) {
  advance[weight] = new Map();
  for (const table of [widths.signs, widths[weight]]) {
    for (const [width, chars] of Object.entries(table)) {
      for (const char of chars) advance[weight].set(char, Number(width));
    }
  }
}

/** Whether the picture's fonts have a glyph for this character. */
export const covered = (char) => advance.regular.has(char) && advance.bold.has(char);

/** The text in characters the fonts have: NFC, plain twins for some, and □ for
 *  what is not covered, so that nothing falls back to an unknown font or goes
 *  missing unseen. `lost` collects what became □. */
export function clean(text, lost) {
  let out = "";
  for (const char of String(text ?? "").normalize("NFC").toWellFormed()) {
    if (covered(char)) out += char;
    else if (char in TWINS) out += TWINS[char];
    else if (/^[\p{Cc}\p{Cf}\u{fe00}-\u{fe0f}]$/u.test(char)) continue; // never seen anyway
    else {
      const plain = char.normalize("NFKC");
      if (plain !== char && [...plain].every(covered)) out += plain;
      else {
        out += "□";
        lost?.add(char);
      }
    }
  }
  // A number and its sign stay together even where the sentence forgot to say so.
  return out.replace(/(\d) %/g, "$1\u00a0%");
}

/** The width in px of a text that was cleaned. */
export function wide(text, size, bold) {
  const table = advance[bold ? "bold" : "regular"];
  let sum = 0;
  for (const char of text) sum += table.get(char) ?? 1000;
  return (sum * size) / 1000;
}

/** For ECharts: the width of a text in a CSS font such as "bold 12px …". */
export function measureText(text, font) {
  const size = /(\d+(?:\.\d+)?)px/.exec(font ?? "");
  const bold = /\b(bold|bolder|[6-9]00)\b/.test(size ? font.slice(0, size.index) : "");
  // ECharts takes the width of 国 for the height of a line: one em.
  return { width: wide(String(text ?? "").normalize("NFC"), size ? Number(size[1]) : 12, bold) };
}

// Kerning can widen a pair a little, which the table does not know.
const SAFE = 0.99;

/** Breaks a word wider than the line: between the two dates of a period, or after
 *  / ~ - . _ ? & = where it can (an address), else after any letter. */
function pieces(word, fits) {
  const out = [];
  let rest = word;
  while (rest && !fits(rest)) {
    let end = 0;
    let good = 0;
    let dash = 0;
    let i = 0;
    for (const char of rest) {
      i += char.length;
      if (!fits(rest.slice(0, i))) break;
      end = i;
      if (/[/~\-._?&=]/.test(char)) good = i;
      if (char === "–") dash = i;
    }
    end = dash || good || end || [...rest][0].length;
    out.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest ? [...out, rest] : out;
}

const known = new Map(); // the layout asks for the same lines again and again

/** The lines of a cleaned text. Breaks at spaces, never at a no-break space. */
export function wrap(text, { size, bold, width }) {
  const key = `${size} ${bold ? 1 : 0} ${width} ${text}`;
  if (known.has(key)) return [...known.get(key)];
  const most = width * SAFE;
  const fits = (line) => wide(line, size, bold) <= most;
  const space = wide(" ", size, bold);
  const lines = [];
  let line = "";
  let used = 0;
  for (const word of text.split(/ +/).filter(Boolean)) {
    const needed = wide(word, size, bold);
    if (line ? used + space + needed <= most : needed <= most) {
      used += (line ? space : 0) + needed;
      line = line ? `${line} ${word}` : word;
      continue;
    }
    if (line) lines.push(line);
    const parts = pieces(word, fits);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1);
    used = wide(line, size, bold);
  }
  if (line) lines.push(line);
  if (known.size > 2000) known.clear();
  known.set(key, lines);
  return [...lines];
}

/** At most `most` lines; the last one ends in … when something was left out. */
export function clamp(lines, most, { size, bold, width }) {
  if (lines.length <= most) return { lines, cut: false };
  if (most <= 0) return { lines: [], cut: true };
  const kept = lines.slice(0, most);
  let last = kept[most - 1];
  while (last && wide(`${last}…`, size, bold) > width * SAFE) {
    const space = last.lastIndexOf(" ");
    last = space > last.length / 2 ? last.slice(0, space) : [...last].slice(0, -1).join("");
  }
  kept[most - 1] = `${last.replace(/[\s,;:.–—-]+$/, "")}…`;
  return { lines: kept, cut: true };
}

/** The same number of lines, as even as they can be: a headline with one word
 *  left over on its last line looks like a mistake. */
export function balance(text, style) {
  const lines = wrap(text, style);
  if (lines.length < 2) return lines;
  let low = style.width / 2;
  let high = style.width;
  while (high - low > 4) {
    const middle = (low + high) / 2;
    if (wrap(text, { ...style, width: middle }).length > lines.length) low = middle;
    else high = middle;
  }
  return wrap(text, { ...style, width: high });
}
