// The same ranking of 63 provinces as others would publish it: ordinary pages by hand, each with one well-known library,
// and a plain Leptos page. They get what is to their advantage where it is a matter of taste: the figures stand in the
// document (but in the Leptos page, which fetches them as such pages do), the room for the chart is reserved, the text
// stands before the script, and no style or font is fetched.
import { buildSync } from "esbuild";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const bench = fileURLToPath(new URL("../", import.meta.url));
const DIV = '<div id="chart"></div>';
const ECHARTS = "echarts/dist/echarts.min.js";
// A read-out in HTML above everything else, with something in it and to be seen.
const ECHARTS_ANSWERED = `[...document.querySelectorAll("#chart > div")].some((it) => it.style.pointerEvents === "none" && it.style.visibility !== "hidden" && it.style.opacity !== "0" && it.textContent)`;

/** Each by its name: its file of code, where its library comes from, the chart's place, and how to see a tooltip. */
export const PEERS = [
  { id: "echarts", name: "ECharts, by hand", library: ECHARTS, answered: ECHARTS_ANSWERED },
  {
    id: "chartjs",
    name: "Chart.js, by hand",
    library: "chart.js/dist/chart.umd.min.js",
    place: '<div id="chart"><canvas></canvas></div>',
    answered: `Chart.getChart(document.querySelector("#chart canvas"))?.tooltip?.opacity > 0`,
  },
  {
    id: "vega",
    name: "Vega-Lite (vega-embed)",
    bundled: `import embed from "vega-embed"; globalThis.vegaEmbed = embed;`,
    place: '<div id="chart" style="width: 100%"></div>',
    answered: `document.querySelector("#vg-tooltip-element.visible")`,
  },
  {
    id: "plot",
    name: "Observable Plot",
    bundled: `import { barX, plot, ruleX } from "@observablehq/plot"; globalThis.Plot = { barX, plot, ruleX };`,
    answered: `document.querySelector("#chart [aria-label=tip] text")`,
  },
  {
    id: "plotly",
    name: "Plotly",
    library: "plotly.js-dist-min/plotly.min.js",
    answered: `document.querySelector("#chart .hoverlayer .hovertext")`,
  },
  { id: "leptos", name: "Leptos, charming, ECharts", library: ECHARTS, answered: ECHARTS_ANSWERED },
].map((peer) => ({ place: DIV, ...peer }));

/** The newest ranking of all places: what our page of this indicator shows. */
export function ranking(dist, indicator) {
  const read = (path) => JSON.parse(readFileSync(join(dist, "data/latest", path), "utf8"));
  const snapshot = read(`indicators/${indicator}.json`);
  const names = new Map(read("index.json").places.map((place) => [place.id, place.name.vi]));
  const figures = snapshot.observations.filter((it) => it.value !== undefined && it.status !== "target");
  const most = new Map();
  for (const { period, place } of figures) most.set(period, (most.get(period) ?? new Set()).add(place));
  const [period] = [...most].sort(([a, x], [b, y]) => y.size - x.size || (a < b ? 1 : -1))[0];
  const rows = [...most.get(period)].map((place) => {
    const { value } = figures.find((it) => it.place === place && it.period === period);
    return { name: names.get(place) ?? place, value };
  });
  rows.sort((a, b) => b.value - a.value);
  const source = figures.find((it) => it.period === period).source;
  const { publisher, title } = snapshot.sources.find((it) => it.id === source);
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    title: `${snapshot.indicators[0].name.vi}, ${period}`,
    sentence: `${rows.length} tỉnh, thành: ${first.name} đứng đầu với ${first.value}, ${last.name} đứng cuối với ${last.value}.`,
    source: `Nguồn: ${publisher}, ${title}`,
    rows,
  };
}

function write(folder, name, content) {
  mkdirSync(folder, { recursive: true });
  const bytes = Buffer.from(content);
  writeFileSync(join(folder, name), bytes);
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  const packed = brotliCompressSync(bytes, options);
  writeFileSync(join(folder, `${name}.br`), packed);
  return packed.length;
}

function library(peer) {
  if (peer.library) return readFileSync(join(bench, "node_modules", peer.library));
  const { outputFiles } = buildSync({
    stdin: { contents: peer.bundled, resolveDir: bench },
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0].contents;
}

/**
 * Writes the peers' pages below `folder`, compressed as ours are, and answers with those that could be made. `leptos` is
 * the folder of the bound Leptos peer, or nothing.
 */
export function makePeers(dist, folder, indicator, leptos) {
  const { rows, ...texts } = ranking(dist, indicator);
  const made = [];
  for (const peer of PEERS) {
    const own = join(folder, peer.id);
    const isLeptos = peer.id === "leptos";
    if (isLeptos && !leptos) continue;
    const template = readFileSync(join(bench, "peers", isLeptos ? "leptos.html" : "page.html"), "utf8");
    const fill = { ...texts, place: peer.place, data: JSON.stringify(rows) };
    if (!isLeptos) fill.code = readFileSync(join(bench, "peers", `${peer.id}.js`), "utf8").trim();
    const page = template.replace(/\{\{(\w+)\}\}/g, (_, key) => fill[key]);
    const sizes = { document: write(own, "index.html", page), library: write(own, "library.js", library(peer)) };
    if (isLeptos) {
      for (const name of ["leptos-peer.js", "leptos-peer_bg.wasm"]) {
        if (!existsSync(join(leptos, name))) throw new Error(`${leptos} has no ${name}: bind the Leptos peer first (bench/README.md)`);
        sizes[name] = write(own, name, readFileSync(join(leptos, name)));
      }
      // What wasm-bindgen puts beside the glue, if anything.
      const snippets = join(leptos, "snippets");
      if (existsSync(snippets)) throw new Error(`${dirname(snippets)} has snippets, which the peer's page does not carry`);
      sizes["data.json"] = write(own, "data.json", JSON.stringify({ ...texts, rows }));
    }
    made.push({ ...peer, path: `${peer.id}/`, sizes });
  }
  return made;
}

