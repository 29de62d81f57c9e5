// Makes chart/widths.json: the advance widths, in 1/1000 em, of the characters
// the charts may draw, read from a TrueType font's cmap and hmtx tables.
//
//   node chart/make-widths.mjs <regular.ttf> > chart/widths.json
//
// The committed table comes from Debian's fonts-noto-core:
//   node chart/make-widths.mjs \
//     /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf > chart/widths.json
//
// Noto Sans is about as wide as the widest fonts of the page's stack, so room
// reserved by it is seldom short. Kerning is left out.
import { readFileSync } from "node:fs";
import { widthReader } from "./fonts/read-widths.mjs";

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

/** {width: "the characters of that width"}, which is smaller than one entry a
 *  character. */
function table(path) {
  const width = widthReader(readFileSync(path));
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

const [regular] = process.argv.slice(2);
if (!regular) {
  console.error("usage: node chart/make-widths.mjs <regular.ttf>");
  process.exit(2);
}
// Spaces and other characters that do not show are written as escapes.
const json = JSON.stringify(table(regular), null, 1).replace(
  /[\u00a0\u00ad\u2000-\u200b\u202f]/g,
  (char) => "\\u" + char.charCodeAt(0).toString(16).padStart(4, "0"),
);
console.log(json);
