// Reading back what a page hands out: files, clipboard, pictures. In our own few lines, so that a fault of the libraries
// that make them is not hidden by the same libraries reading them.
import { readFile } from "node:fs/promises";
import { inflateRawSync } from "node:zlib";
import { expect } from "./site.mjs";

/** An empty page beside those of the site, for reading what they gave: no policy of theirs forbids it anything. */
export const desk = (page) => page.context().newPage();

/** Reads something there, and is back at the page. */
export async function atDesk(page, work, given) {
  const table = await desk(page);
  const found = await table.evaluate(work, given);
  await table.close();
  await page.bringToFront();
  return found;
}

/** Clicks and waits for the file: its name and its bytes. */
export async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The rows of a CSV (RFC 4180), each a list of cells. */
export function csvRows(text) {
  const rows = [[]];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        if (at >= text.length) throw new Error("a quotation does not end");
        if (text[at] === '"') at += 1;
        cell += text[at];
      }
      at += 1;
    } else {
      while (at < text.length && !",\r\n".includes(text[at])) cell += text[at++];
    }
    rows.at(-1).push(cell);
    if (text[at] === ",") at += 1;
    else {
      if (text[at] === "\r") at += 1;
      if (text[at] === "\n") at += 1;
      if (at < text.length) rows.push([]);
    }
  }
  return rows;
}

/** The rows of a table under its head as objects. */
export function records([head, ...rows]) {
  return rows.map((row) => {
    expect(row.length, `as many cells as columns: ${row}`).toBe(head.length);
    return Object.fromEntries(head.map((name, n) => [name, row[n]]));
  });
}

/** The files of a zip archive, found by its central directory: name to bytes. */
export function unzipped(bytes) {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  expect(end, "the archive has an end record").toBeGreaterThanOrEqual(0);
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const local = bytes.readUInt32LE(at + 42);
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(begin, begin + size);
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), method === 0 ? data : inflateRawSync(data));
    at += 46 + name + extra + comment;
  }
  return files;
}

/** The sheets of a workbook: name to rows. A cell is a text, a number, or null where there is none. */
export async function sheets(page, bytes) {
  const files = unzipped(bytes);
  const text = (name) => files.get(name)?.toString("utf8") ?? null;
  const names = [...files.keys()].filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
  const given = {
    book: text("xl/workbook.xml"),
    links: text("xl/_rels/workbook.xml.rels"),
    strings: text("xl/sharedStrings.xml"),
    parts: Object.fromEntries(names.map((name) => [name, text(name)])),
  };
  // The browser has an XML parser, and it is strict.
  const read = await atDesk(page, ({ book, links, strings, parts }) => {
    const xml = (source) => {
      const doc = new DOMParser().parseFromString(source, "application/xml");
      if (doc.querySelector("parsererror")) throw new Error(`not XML: ${source.slice(0, 200)}`);
      return doc;
    };
    const all = (node, name) => [...node.getElementsByTagNameNS("*", name)];
    const shared = strings ? all(xml(strings), "si").map((it) => it.textContent) : [];
    const targets = Object.fromEntries(all(xml(links), "Relationship").map((it) => [it.getAttribute("Id"), it.getAttribute("Target")]));
    const column = (cell) => [...cell.getAttribute("r").replace(/\d/g, "")].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const value = (cell) => {
      const [kind, v] = [cell.getAttribute("t"), all(cell, "v")[0]?.textContent];
      if (kind === "inlineStr") return all(cell, "is")[0].textContent;
      if (v === undefined) return null;
      if (kind === "s") return shared[Number(v)];
      return kind === "str" ? v : Number(v);
    };
    const rows = (part) =>
      all(xml(part), "row").map((row) => {
        const cells = [];
        for (const cell of all(row, "c")) cells[column(cell)] = value(cell);
        return Array.from(cells, (it) => it ?? null);
      });
    return all(xml(book), "sheet").map((sheet) => {
      const link = [...sheet.attributes].find((it) => it.localName === "id").value;
      return [sheet.getAttribute("name"), rows(parts[`xl/${targets[link].replace(/^\/?(xl\/)?/, "")}`])];
    });
  }, given);
  return new Map(
    read.map(([name, rows]) => [name, rows.map((row) => [...row, ...Array(Math.max(0, rows[0].length - row.length)).fill(null)])]),
  );
}

/** What lies on the clipboard: kind to text. */
export const clipboard = (page) =>
  page.evaluate(async () => {
    const found = {};
    for (const item of await navigator.clipboard.read()) {
      for (const type of item.types) found[type] = await (await item.getType(type)).text();
    }
    return found;
  });

/** The figures of the table of a panel, as a reader sees them: rank, place, figure as a number or null, period. */
export const tableOnScreen = (panel) =>
  panel.locator("table tbody tr:not(.break)").evaluateAll((rows) =>
    rows.map((row) => {
      const words = (selector) => row.querySelector(selector)?.textContent.trim() ?? "";
      const figure = words("td.value button, td.value").replace(/^◇\s*/, "");
      // The Vietnamese table: full stops between thousands, a comma before decimals.
      const number = figure.match(/-?\d[\d.]*(,\d+)?/)?.[0].replaceAll(".", "").replace(",", ".");
      return {
        place: words("th a"),
        // A band of ranks is not a number: a file says it in words beside the figure.
        rank: words("td.rank").includes("–") ? "" : words("td.rank").replace(/[^\d].*$/, ""),
        value: row.classList.contains("missing") || number === undefined ? null : Number(number),
      };
    }),
  );

/** Pixels of a picture of this type, decoded by the page: its size, how many colours, and a rough copy to compare. */
export const pixels = (page, bytes, type, scale = 1) =>
  page.evaluate(
    async ([data, type, scale]) => {
      const image = new Image();
      image.src = `data:${type};base64,${data}`;
      await image.decode();
      const [width, height] = [image.naturalWidth * scale, image.naturalHeight * scale];
      const context = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d", { willReadFrequently: true });
      let colours = new Set();
      // Chromium may draw an SVG before its fonts are read.
      for (let turn = 0; turn < 10; turn += 1) {
        context.clearRect(0, 0, width, height);
        context.drawImage(image, 0, 0, width, height);
        if (type === "image/png") break;
        await new Promise((next) => setTimeout(next, 50));
      }
      const { data: all } = context.getImageData(0, 0, width, height);
      for (let at = 0; at < all.length; at += 4) colours.add((all[at] << 16) | (all[at + 1] << 8) | all[at + 2]);
      // One grey for each eight by eight pixels.
      const [across, down] = [Math.floor(width / 8), Math.floor(height / 8)];
      const rough = new Array(across * down).fill(0);
      for (let y = 0; y < down * 8; y += 1) {
        for (let x = 0; x < across * 8; x += 1) {
          const at = (y * width + x) * 4;
          rough[Math.floor(y / 8) * across + Math.floor(x / 8)] += (all[at] + all[at + 1] + all[at + 2]) / 192;
        }
      }
      return { width, height, colours: colours.size, rough };
    },
    [bytes.toString("base64"), type, scale],
  );

/** How far two rough copies are apart on average, of 255. */
export function meanDifference(one, other) {
  expect([one.width, one.height], "of one size").toEqual([other.width, other.height]);
  return one.rough.reduce((sum, it, n) => sum + Math.abs(it - other.rough[n]), 0) / one.rough.length;
}
