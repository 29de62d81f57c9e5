// Which characters a picture's fonts hold, and what stands in for others.

const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join("");

/** In Be Vietnam Pro, regular and bold: ASCII, Latin-1, Vietnamese, and the
 *  punctuation and signs our messages use. */
export const LETTERS =
  range(0x20, 0x7e) +
  range(0xa0, 0xac) + range(0xae, 0xff) + // without the soft hyphen
  "ĂăĐđĨĩŨũƠơƯư" +
  range(0x1ea0, 0x1ef9) +
  "–—‘’‚“”„†‡•…‰‹›₫−≈≠≤≥";

/** In Noto Sans Math, the same for both weights. */
export const SIGNS = "←↑→↓≡◇◆□○●";

/** What is written for a character that the fonts lack and that has a plain
 *  twin. Anything else not covered shows as □, so that a reader sees a gap. */
export const TWINS = {
  "\u202f": "\u00a0", // narrow no-break space
  "\u2007": "\u00a0", // figure space
  "\u2009": " ", // thin space
  "\u200b": "", // zero-width space
  "\u200d": "",
  "\u2060": "",
  "\ufeff": "",
  "\u00ad": "", // soft hyphen
  "\u2010": "-",
  "\u2011": "-", // no-break hyphen
  "\u2012": "–",
  "\u2015": "—",
  "\u2032": "'",
  "\u2033": '"',
  "\t": " ",
  "\n": " ",
  "\r": " ",
};
