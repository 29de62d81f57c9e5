// Makes chart/widths.json: the advance widths, in 1/1000 em, of the characters
// the charts may draw, read from a TrueType font's cmap and hmtx tables.
//
//   node chart/make-widths.mjs <regular.ttf> <bold.ttf> > chart/widths.json
//
// The committed table comes from Debian's fonts-noto-core:
//   node chart/make-widths.mjs \
//     /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf \
//     /usr/share/fonts/truetype/noto/NotoSans-Bold.ttf > chart/widths.json
//
// Noto Sans is about as wide as the widest fonts of the page's stack, so room
// reserved by it is seldom short. Kerning is left out.
import { readFileSync } from "node:fs";

const ranges = [
  [0x20, 0x7e], // ASCII
  [0xa0, 0xff], // Latin-1
  [0x100, 0x17f], // Latin Extended-A (Ă Đ Ĩ Ũ …)
  [0x1a0, 0x1a1], // Ơ ơ
  [0x1af, 0x1b0], // Ư ư
  [0x1ea0, 0x1ef9], // Vietnamese
  [0x2002, 0x200b], // spaces
  [0x2010, 0x2015], // hyphens and dashes
  [0x2018, 0x201e], // quotation marks
  [0x2020, 0x2022], // dagger, double dagger, bullet
  [0x2026, 0x2026], // ellipsis
  [0x202f, 0x202f], // narrow no-break space
  [0x2030, 0x2030], // per mille
  [0x2032, 0x2033], // primes
  [0x2039, 0x203a], // angle quotation marks
  [0x2070, 0x2089], // super- and subscript digits
  [0x20ab, 0x20ab], // đồng sign
  [0x2190, 0x2193], // arrows
  [0x2212, 0x2212], // minus
  [0x2248, 0x2248], // almost equal
  [0x2264, 0x2265], // less or equal, greater or equal
];

/** A function from code point to width in 1/1000 em, or undefined. */
function reader(path) {
  const file = readFileSync(path);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = {};
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    tables[file.toString("latin1", at, at + 4)] = view.getUint32(at + 8);
  }
  for (const name of ["head", "hhea", "hmtx", "cmap"]) {
    if (!(name in tables)) throw new Error(`${path}: no ${name} table`);
  }
  const unitsPerEm = view.getUint16(tables.head + 18);
  const longMetrics = view.getUint16(tables.hhea + 34);

  let sub;
  for (let i = 0; i < view.getUint16(tables.cmap + 2); i++) {
    const at = tables.cmap + view.getUint32(tables.cmap + 4 + 8 * i + 4);
    if (view.getUint16(at) === 4) sub = at;
  }
  if (sub === undefined) throw new Error(`${path}: no format 4 cmap`);
  const segX2 = view.getUint16(sub + 6);

  function glyph(code) {
    for (let i = 0; i < segX2; i += 2) {
      if (view.getUint16(sub + 14 + i) < code) continue;
      const starts = sub + 16 + segX2;
      const start = view.getUint16(starts + i);
      if (start > code) return 0;
      const delta = view.getUint16(starts + segX2 + i);
      const offsetAt = starts + 2 * segX2 + i;
      const offset = view.getUint16(offsetAt);
      if (offset === 0) return (code + delta) & 0xffff;
      const found = view.getUint16(offsetAt + offset + 2 * (code - start));
      return found === 0 ? 0 : (found + delta) & 0xffff;
    }
    return 0;
  }

  return (code) => {
    const id = glyph(code);
    if (id === 0) return undefined;
    const advance = view.getUint16(tables.hmtx + 4 * Math.min(id, longMetrics - 1));
    return Math.round((1000 * advance) / unitsPerEm);
  };
}

/** {width: "the characters of that width"}, which is smaller than one entry a
 *  character. */
function table(path) {
  const width = reader(path);
  const byWidth = {};
  for (const [first, last] of ranges) {
    for (let code = first; code <= last; code++) {
      const found = width(code);
      if (found !== undefined) {
        byWidth[found] = (byWidth[found] ?? "") + String.fromCodePoint(code);
      }
    }
  }
  return byWidth;
}

const [regular, bold] = process.argv.slice(2);
if (!regular || !bold) {
  console.error("usage: node chart/make-widths.mjs <regular.ttf> <bold.ttf>");
  process.exit(2);
}
// Spaces and other characters that do not show are written as escapes.
const json = JSON.stringify({ regular: table(regular), bold: table(bold) }, null, 1).replace(
  /[\u00a0\u00ad\u2000-\u200b\u202f]/g,
  (char) => "\\u" + char.charCodeAt(0).toString(16).padStart(4, "0"),
);
console.log(json);
