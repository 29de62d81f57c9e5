// Checks a picture's description and cleans its texts, so that the composer
// can trust what it is given.
import { clean } from "./text.mjs";

const fail = (where, what) => {
  throw new Error(`${where} must be ${what}`);
};
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const list = (value, where) => (Array.isArray(value) ? value : fail(where, "a list"));
const one = (value, choices, where) =>
  choices.includes(value ?? null) ? (value ?? null) : fail(where, choices.map((it) => JSON.stringify(it)).join(" or "));
const number = (value, least, most, where) =>
  Number.isFinite(value) && value >= least && value <= most ? value : fail(where, `a number from ${least} to ${most}`);
const whole = (value, most, where) =>
  Number.isInteger(value) && value >= 0 && value <= most ? value : fail(where, `a whole number from 0 to ${most}`);

/** The picture with every text cleaned, or an error that names the field. */
export function checked(given, lost) {
  if (!isObject(given)) fail("the picture", "an object");
  const text = (value, where, needed) => {
    if (typeof value !== "string") fail(where, "a text");
    const out = clean(value, lost).trim();
    if (needed && !out) fail(where, "a text that is not empty");
    return out;
  };
  const texts = (value, where) => list(value, where).map((it, i) => text(it, `${where}[${i}]`));
  const maybe = (value, where) => (value == null ? null : text(value, where) || null);

  const drawing = (it, where) => {
    if (it == null) return null;
    if (!isObject(it)) fail(where, "an object or null");
    switch (it.kind) {
      case "chart":
        if (!isObject(it.option)) fail(`${where}.option`, "an object");
        return {
          kind: "chart",
          option: deepClean(it.option, lost),
          height: number(it.height, 40, 4000, `${where}.height`),
        };
      case "map": {
        const cell = (tile, at) => ({
          col: whole(tile?.col, it.columns - 1, `${at}.col`),
          row: whole(tile?.row, it.rows - 1, `${at}.row`),
          lines: texts(tile.lines, `${at}.lines`),
        });
        const step = (value, at) =>
          [0, 1, 2, 3, 4, 5, 9].includes(value) ? value : fail(at, "0 to 5, or 9");
        whole(it.columns, 60, `${where}.columns`);
        whole(it.rows, 60, `${where}.rows`);
        const islands = list(it.islands, `${where}.islands`).map((tile, i) => cell(tile, `${where}.islands[${i}]`));
        // A map of Vietnam without them is not one we publish.
        if (islands.length < 2) fail(`${where}.islands`, "both archipelagos, Hoàng Sa and Trường Sa");
        return {
          kind: "map",
          columns: it.columns,
          rows: it.rows,
          tiles: list(it.tiles, `${where}.tiles`).map((tile, i) => ({
            ...cell(tile, `${where}.tiles[${i}]`),
            step: step(tile.step, `${where}.tiles[${i}].step`),
            chosen: tile.chosen === true,
          })),
          islands,
          legend: list(it.legend, `${where}.legend`).map((row, i) => ({
            step: step(row?.step, `${where}.legend[${i}].step`),
            words: text(row?.words, `${where}.legend[${i}].words`, true),
          })),
        };
      }
      case "list":
        return {
          kind: "list",
          items: list(it.items, `${where}.items`).map((item, i) => ({
            name: text(item?.name, `${where}.items[${i}].name`, true),
            figure: text(item?.figure, `${where}.items[${i}].figure`, true),
            when: text(item?.when ?? "", `${where}.items[${i}].when`),
            note: text(item?.note ?? "", `${where}.items[${i}].note`),
          })),
        };
      default:
        return fail(`${where}.kind`, '"chart", "map" or "list"');
    }
  };

  const size = isObject(given.size) ? given.size : fail("size", "an object");
  return {
    id: given.id == null ? "picture" : typeof given.id === "string" && given.id ? given.id : fail("id", "a text"),
    lang: one(given.lang, ["vi", "en"], "lang"),
    width: number(size.width, 240, 2000, "size.width"),
    height: size.height == null ? null : number(size.height, 160, 4000, "size.height"),
    scale: number(size.scale ?? 2, 0.5, 4, "size.scale"),
    title: text(given.title, "title", true),
    subtitle: text(given.subtitle ?? "", "subtitle"),
    when: text(given.when ?? "", "when"),
    headline: text(given.headline ?? "", "headline"),
    sign: one(given.sign, ["=", "≈", "≠", null], "sign"),
    because: text(given.because ?? "", "because"),
    panels: list(given.panels, "panels").map((panel, i) => ({
      title: maybe(panel?.title, `panels[${i}].title`),
      headline: maybe(panel?.headline, `panels[${i}].headline`),
      drawing: drawing(panel?.drawing, `panels[${i}].drawing`),
    })),
    between: one(given.between, ["≠", "≈", null], "between"),
    caveats: texts(given.caveats ?? [], "caveats").filter(Boolean),
    source: text(given.source, "source", true),
    licence: text(given.licence, "licence", true),
    address: text(given.address, "address", true),
  };
}

/** A chart's option with its texts cleaned line by line. */
function deepClean(value, lost) {
  if (typeof value === "string") return value.split("\n").map((line) => clean(line, lost)).join("\n");
  if (Array.isArray(value)) return value.map((it) => deepClean(it, lost));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, deepClean(it, lost)]));
}
