// What a reader takes away from a page: the view as a picture, as a workbook
// or as a table on the clipboard. Loaded when first asked for. Charts are drawn
// by `tree` of the chart bundle, handed in as `draw`, so that ECharts is loaded
// once and not a second time in here.
import writeWorkbook from "write-excel-file/universal";
import { compose, FAMILY } from "./picture.mjs";
import { wide } from "./picture/text.mjs";

const NAMES = ["regular", "bold", "signs"];

async function base64(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let text = "";
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

let fonts; // fetched once for a page
/** A picture's description (JSON text) to an SVG with its fonts inside.
 *  `fontUrls`: {regular, bold, signs}, addresses of the WOFF2 files. */
export async function pictureSvg(json, fontUrls, draw) {
  fonts ??= Promise.all(NAMES.map((name) => base64(fontUrls[name]))).catch((error) => {
    fonts = undefined; // so that asking again tries again
    throw error;
  });
  const data = await fonts;
  return compose(JSON.parse(json), {
    draw,
    fonts: Object.fromEntries(NAMES.map((name, i) => [name, data[i]])),
  }).svg;
}

// Words in each face whose width tells whether the browser really used it.
const PROBES = [
  { text: "Tỉnh Số mmmmmmmm iiii", weight: 400, bold: false },
  { text: "Tỉnh Số mmmmmmmm iiii", weight: 700, bold: true },
];
const PROBE = { size: 20, line: 40 };

/** The picture with the probes in a strip under it. */
function probed(svg, width, height) {
  const strip = PROBES.map(
    ({ text, weight }, i) =>
      `<text x="0" y="${height + i * PROBE.line + 28}" font-family="${FAMILY}" font-size="${PROBE.size}" font-weight="${weight}" fill="#000" font-kerning="none">${text}.</text>`,
  ).join("");
  const tall = height + PROBES.length * PROBE.line;
  return svg
    .replace(/ height="[^"]*" viewBox="[^"]*"/, ` height="${tall}" viewBox="0 0 ${width} ${tall}"`)
    .replace(/<\/svg>\s*$/, `${strip}</svg>`);
}

/** Where the ink of a probe ends, in px of the picture. */
function inkEnd(context, y, height, width, scale) {
  const { data } = context.getImageData(0, y, width, height);
  for (let x = width - 1; x >= 0; x--) {
    for (let row = 0; row < height; row++) {
      const at = (row * width + x) * 4;
      if (data[at + 3] > 60 && data[at] < 128) return (x + 1) / scale;
    }
  }
  return 0;
}

const load = (svg) =>
  new Promise((done, failed) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = () => failed(new Error("the picture could not be read"));
    // data: and not blob:, because the pages' policy allows data: alone.
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });

function canvas(width, height) {
  const element = document.createElement("canvas");
  [element.width, element.height] = [Math.round(width), Math.round(height)];
  return element;
}

/** An SVG of `pictureSvg` to a PNG, `scale` pixels for each of its own. Some
 *  browsers draw an SVG before its fonts are read; so words of known width are
 *  drawn with it, and it is drawn again until they come out right. */
export async function picturePng(svg, scale = 2) {
  const [, w, h] = /<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const [width, height] = [Number(w), Number(h)];
  if (!width || !height) throw new Error("not a picture of pictureSvg");
  const tall = height + PROBES.length * PROBE.line;
  const image = await load(probed(svg, width, height));
  await image.decode?.().catch(() => {});
  const draft = canvas(width * scale, tall * scale);
  const context = draft.getContext("2d", { willReadFrequently: true });
  const right = () =>
    PROBES.every(({ text, bold }, i) => {
      const top = Math.round((height + i * PROBE.line) * scale);
      const end = inkEnd(context, top, Math.floor(PROBE.line * scale), draft.width, scale);
      const full = wide(`${text}.`, PROBE.size, bold);
      // The full stop's own side bearing is a few units; a fallback is far off.
      return end > full - 3 && end < full + 1;
    });
  for (let turn = 0; ; turn++) {
    context.clearRect(0, 0, draft.width, draft.height);
    context.drawImage(image, 0, 0, draft.width, draft.height);
    if (right()) break;
    if (turn === 20) throw new Error("the browser did not draw the picture in its own font");
    await new Promise((next) => setTimeout(next, 50));
  }
  const final = canvas(width * scale, height * scale);
  final.getContext("2d").drawImage(draft, 0, 0);
  return new Promise((done, failed) =>
    final.toBlob((blob) => (blob ? done(blob) : failed(new Error("no PNG"))), "image/png"),
  );
}

/** {"sheets":[{"name","columns":[{"title","width","type"}],"rows":[[…]]}]} to an
 *  XLSX. Text stays text, whatever it begins with; numbers are numbers. */
export async function workbook(json) {
  const { sheets } = JSON.parse(json);
  return writeWorkbook(
    sheets.map(({ name, columns, rows }) => ({
      // Excel refuses these characters and more than 31 of any.
      sheet: [...name.replace(/[\\/?*[\]:]/g, " ")].slice(0, 31).join("").trim() || "1",
      stickyRowsCount: 1,
      columns: columns.map(({ width }) => ({ width })),
      data: [
        columns.map(({ title }) => ({ value: title, type: String, fontWeight: "bold" })),
        ...rows.map((row) =>
          row.map((value, i) => {
            if (value === null || value === undefined || value === "") return null;
            if (columns[i]?.type === "number" && typeof value === "number") return { value, type: Number };
            return { value: String(value), type: String };
          }),
        ),
      ],
    })),
  ).toBlob();
}

/** Puts a table on the clipboard as markup and as text; true if either is there
 *  now. */
export async function copyTable(html, text) {
  try {
    const item = new ClipboardItem({
      "text/html": new Blob([html], { type: "text/html" }),
      "text/plain": new Blob([text], { type: "text/plain" }),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    // No ClipboardItem here, or not allowed: the text alone may still be.
  }
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** A picture's description (JSON text) to a file of `kind` "svg" or "png".
 *  `fontUrls`: the three addresses with spaces between, in the order of NAMES;
 *  `chart`: the chart bundle. */
export async function picture(json, kind, fontUrls, chart) {
  const urls = fontUrls.split(" ");
  const svg = await pictureSvg(json, Object.fromEntries(NAMES.map((name, i) => [name, urls[i]])), chart.tree);
  if (kind === "png") return picturePng(svg, JSON.parse(json).size.scale);
  return new Blob([svg], { type: "image/svg+xml" });
}
