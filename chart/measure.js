// How wide ECharts takes a text to be, wherever it draws: by one table of widths, so that the live chart stands where the
// drawing stood. `src/text/widths.rs` reads the same table for the drawings.

/** From widths.json to (text, font) -> {width} in px, for a CSS font such as "12px sans-serif". No chart has bold text. */
export function measuring(widths) {
  const advance = new Map();
  for (const [width, chars] of Object.entries(widths)) {
    for (const char of chars) advance.set(char, Number(width));
  }
  return (text, font) => {
    const size = /(\d+(?:\.\d+)?)px/.exec(font ?? "");
    let sum = 0;
    for (const char of String(text ?? "").normalize("NFC")) {
      const known = advance.get(char);
      if (known !== undefined) sum += known;
      else if (/^\p{M}$/u.test(char)) sum += 0;
      // ECharts takes the width of 国 for the height of a line.
      else if (/^[\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]$/u.test(char)) sum += 1000;
      else sum += 560;
    }
    return { width: (sum * (size ? Number(size[1]) : 12)) / 1000 };
  };
}
