// Reads advance widths out of a TrueType font's cmap and hmtx tables.

/** A function from code point to width in 1/1000 em, or undefined where the
 *  font has no glyph. `file` is the font as a Buffer. */
export function widthReader(file) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = {};
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    tables[file.toString("latin1", at, at + 4)] = view.getUint32(at + 8);
  }
  for (const name of ["head", "hhea", "hmtx", "cmap"]) {
    if (!(name in tables)) throw new Error(`the font has no ${name} table`);
  }
  const unitsPerEm = view.getUint16(tables.head + 18);
  const longMetrics = view.getUint16(tables.hhea + 34);

  let sub;
  for (let i = 0; i < view.getUint16(tables.cmap + 2); i++) {
    const at = tables.cmap + view.getUint32(tables.cmap + 4 + 8 * i + 4);
    if (view.getUint16(at) === 4) sub = at;
  }
  if (sub === undefined) throw new Error("the font has no format 4 cmap");
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
