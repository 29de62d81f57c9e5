// How wide ECharts takes a text to be, wherever it draws: by one table of widths, so that the live chart stands where the
// drawing stood. `src/text/widths.rs` reads the same table for the drawings that ECharts does not make.

/** From widths.json to (text, font) -> {width} in px, for a CSS font such as "bold 12px sans-serif". */
export function measuring(widths) {
  const advance = {};
  for (const weight of ["regular", "bold"]) {
    advance[weight] = new Map();
    for (const [width, chars] of Object.entries(widths[weight])) {
      for (const char of chars) advance[weight].set(char, Number(width));
    }
  }
  return (text, font) => {
    const size = /(\d+(?:\.\d+)?)px/.exec(font ?? "");
    const bold = /\b(bold|bolder|[6-9]00)\b/.test(size ? font.slice(0, size.index) : "");
    const table = advance[bold ? "bold" : "regular"];
    let sum = 0;
    for (const char of String(text ?? "").normalize("NFC")) {
      const known = table.get(char);
      if (known !== undefined) sum += known;
      else if (/^\p{M}$/u.test(char)) sum += 0;
      // ECharts takes the width of 国 for the height of a line.
      else if (/^[\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]$/u.test(char)) sum += 1000;
      else sum += 560;
    }
    return { width: (sum * (size ? Number(size[1]) : 12)) / 1000 };
  };
}
