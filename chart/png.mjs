// Writes a PNG with a palette. A picture is flat colour and the soft edges of
// letters, so 256 colours lose nothing an eye would find, and the file is a
// third of what a full-colour one is.
import { constants, crc32 as zlibCrc32, deflateSync } from "node:zlib";

const MOST = 256;

/** Fewer colours: the commonest as they are, each other one the nearest. */
function palette(counts) {
  const all = [...counts].sort((a, b) => b[1] - a[1]);
  if (all.length <= MOST) return all.map(([colour]) => colour);
  // Half the places for exact colours; the other half for cells of the colour
  // space that those leave out, so that a rare hue keeps an entry.
  const chosen = all.slice(0, MOST / 2).map(([colour]) => colour);
  const cells = new Map();
  for (const [colour, count] of all.slice(MOST / 2)) {
    const cell = colour & 0xf0f0f0;
    const it = cells.get(cell);
    if (it) it.count += count;
    else cells.set(cell, { colour, count }); // the commonest stands for its cell
  }
  const rest = [...cells.values()].sort((a, b) => b.count - a.count).slice(0, MOST / 2);
  return [...chosen, ...rest.map((it) => it.colour)];
}

const nearest = (colours, colour) => {
  const [r, g, b] = [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
  let best = 0;
  let least = Infinity;
  for (let i = 0; i < colours.length && least > 0; i++) {
    const it = colours[i];
    const distance = 2 * ((it & 255) - r) ** 2 + 4 * (((it >> 8) & 255) - g) ** 2 + 3 * (((it >> 16) & 255) - b) ** 2;
    if (distance < least) [best, least] = [i, distance];
  }
  return best;
};

let table;
function crc32(bytes) {
  if (zlibCrc32) return zlibCrc32(bytes);
  table ??= Int32Array.from({ length: 256 }, (_, i) => {
    for (let k = 0; k < 8; k++) i = i & 1 ? (i >>> 1) ^ 0xedb88320 : i >>> 1;
    return i;
  });
  let crc = -1;
  for (const byte of bytes) crc = (crc >>> 8) ^ table[(crc ^ byte) & 255];
  return ~crc >>> 0;
}

function chunk(name, data) {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(name, 4, "latin1");
  out.set(data, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

/** RGBA pixels of an opaque picture to the bytes of a PNG. */
export function encode(rgba, width, height) {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
  const counts = new Map();
  for (let i = 0; i < pixels.length; ) {
    const pixel = pixels[i];
    let end = i + 1;
    while (end < pixels.length && pixels[end] === pixel) end++; // mostly long runs of paper
    const colour = pixel & 0xffffff;
    counts.set(colour, (counts.get(colour) ?? 0) + end - i);
    i = end;
  }
  const colours = palette(counts);
  const index = new Map(colours.map((colour, i) => [colour, i]));
  const rows = Buffer.alloc((width + 1) * height); // each row starts with its filter: none
  for (let y = 0, i = 0; y < height; y++) {
    let at = y * (width + 1) + 1;
    let last = -1;
    let entry = 0;
    for (let x = 0; x < width; x++, i++) {
      const colour = pixels[i] & 0xffffff;
      if (colour !== last) {
        last = colour;
        entry = index.get(colour);
        if (entry === undefined) index.set(colour, (entry = nearest(colours, colour)));
      }
      rows[at++] = entry;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // eight bits, palette
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(colours.flatMap((it) => [it & 255, (it >> 8) & 255, (it >> 16) & 255]))),
    chunk("IDAT", deflateSync(rows, { level: 6, memLevel: 9, strategy: constants.Z_DEFAULT_STRATEGY })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
