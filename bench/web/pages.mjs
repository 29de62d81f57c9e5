// What is measured of the site: one page of each kind in both languages, with what it has and what it has promised.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** The promises, in bytes and milliseconds (layout shift: the sum). */
export const BUDGETS = {
  readable: 25_000,
  embedReadable: 15_000,
  lcp: 800,
  chart: 800,
  answers: 3500,
  shift: 0,
  module: 190_000,
  chartCode: 185_000,
  choice: 100,
};

/** Where our charts stand, and how to see that one has answered: its read-out names a figure instead of saying how. */
const CHART = { chart: ".chart .frame", marks: 4, answered: `document.querySelector(".readout strong")`, alive: `document.querySelector(".frame.is-live")` };
const RANKING = { ...CHART, marks: 40 };

/** `life`: what the module takes over, as `address::Page::life` says; `chart`: where there is one. */
const KINDS = [
  { kind: "home", vi: "", en: "en/", life: "search" },
  { kind: "compare", vi: "so-sanh/", en: "en/compare/", life: "whole", bench: CHART },
  { kind: "theme", vi: "chu-de/broadband/", en: "en/themes/broadband/", life: "still", bench: CHART },
  { kind: "indicator", vi: "chi-so/dti/", en: "en/indicators/dti/", life: "whole", bench: RANKING },
  { kind: "province", vi: "tinh/dong-nai-cu/", en: "en/places/dong-nai-cu/", life: "still" },
  { kind: "sources", vi: "nguon/", en: "en/sources/", life: "still" },
  { kind: "source", vi: "nguon/dongthap-2023-04-07/", en: "en/sources/dongthap-2023-04-07/", life: "still" },
  { kind: "data", vi: "du-lieu/", en: "en/data/", life: "still" },
  { kind: "changes", vi: "thay-doi/", en: "en/changes/", life: "still" },
  { kind: "method", vi: "phuong-phap/", en: "en/method/", life: "still" },
  { kind: "about", vi: "gioi-thieu/", en: "en/about/", life: "still" },
  { kind: "embed guide", vi: "nhung/", en: "en/embed/", life: "builder" },
  { kind: "embed", vi: "nhung/dti/", en: "en/embed/dti/", life: "embed", bench: CHART },
];

/** Every page to be loaded: of each kind in each language, and the embed in a frame as well. */
export function pages() {
  const of = (it, locale) => ({ ...it, locale, path: it[locale], id: `${it.kind} ${locale}` });
  const all = KINDS.flatMap((it) => [of(it, "vi"), of(it, "en")]);
  const framed = all.filter(({ life }) => life === "embed").map((it) => ({ ...it, framed: true, kind: "embed, framed", id: `embed, framed ${it.locale}` }));
  return [...all, ...framed];
}

/** The height that our own snippet states for an embed, so that the frame is as a reader of it would have it. */
export function embedHeight(dist, path) {
  const guide = path.replace(/^(en\/)?(?:nhung|embed)\//, (_, en) => (en ? "en/indicators/" : "chi-so/"));
  const file = join(dist, guide, "index.html");
  const found = existsSync(file) && readFileSync(file, "utf8").match(/&lt;iframe[^>]*?height=(?:&quot;|")(\d+)/);
  return found ? Number(found[1]) : 900;
}

/** A page of another site that shows an embed. */
export const host = (url, height, locale) => `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>A host of an embed</title>
<style>body { margin: 0 16px; font: 17px/1.5 system-ui, sans-serif }</style>
</head>
<body>
<iframe src="${url}" title="embed" width="100%" height="${height}" frameborder="0" loading="lazy"></iframe>
</body>
</html>
`;

const packed = (file) => (existsSync(`${file}.br`) ? statSync(`${file}.br`).size : undefined);

/** Compressed bytes of what the pages name; undefined where there is no compressed file. */
export function sizes(dist) {
  const page = readFileSync(join(dist, "chi-so/dti/index.html"), "utf8");
  const embed = existsSync(join(dist, "nhung/dti/index.html")) ? readFileSync(join(dist, "nhung/dti/index.html"), "utf8") : "";
  const base = page.match(/data-base="([^"]*)"/)?.[1] ?? "/";
  const file = (address) => address && join(dist, address.slice(base.length));
  // Every module: there may be one for each sort of page.
  const modules = readdirSync(join(dist, "assets")).filter((name) => name.endsWith(".wasm"));
  const rows = modules.map((name) => [`module ${name.split(".")[0]}`, join(dist, "assets", name), BUDGETS.module]);
  rows.push(["chart code", file(page.match(/data-chart="([^"]*)"/)?.[1]), BUDGETS.chartCode]);
  rows.push(["start script", file(page.match(/<script[^>]*type="?module"?[^>]*src="([^"]*)"/)?.[1])]);
  rows.push(["embed script", file(embed.match(/<script[^>]*src="([^"]*)"/)?.[1])]);
  rows.push(["pictures, workbooks", file(page.match(/data-tools="([^"]*)"/)?.[1])]);
  return rows.filter(([, path]) => path).map(([name, path, budget]) => ({ name, bytes: packed(path), budget }));
}

/** The indicator of a generated site that has the most places, with names of two of them and of a third to look for. */
export function largest(dist) {
  const folder = join(dist, "data/latest/indicators");
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  files.sort((a, b) => statSync(join(folder, b)).size - statSync(join(folder, a)).size);
  return places(dist, files[0].replace(/\.json$/, ""));
}

export function places(dist, indicator) {
  const read = (path) => JSON.parse(readFileSync(join(dist, "data/latest", path), "utf8"));
  const { observations } = read(`indicators/${indicator}.json`);
  const known = new Map(read("index.json").places.map((place) => [place.id, place.name.vi]));
  const latest = observations.filter((it) => it.status !== "target").map((it) => it.period).sort().at(-1);
  const ids = [...new Set(observations.filter((it) => it.period === latest).map((it) => it.place))].filter((it) => known.has(it));
  return { indicator, count: ids.length, pair: ids.slice(0, 2), sought: known.get(ids[Math.floor(ids.length / 3)]) };
}
