// Draws charts to static SVG at build time.
//   node chart/render.mjs < jobs.ndjson > charts.ndjson
// Each line in:  {"id", "width", "height", "option", "title", "desc"}
// Each line out: {"id", "svg"}, in the same order.
// A job that fails is named on stderr, and the exit status is then 1. Whatever
// ECharts warns of (an unknown series type, a deprecated key) is a failure.
import { readFileSync, realpathSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { serialise } from "./svg.mjs";

// ECharts checks options only outside production; set before it is loaded.
process.env.NODE_ENV = "development";
const { init, setPlatformAPI, withDefaults } = await import("./echarts.js");

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const colours = read("colours.json");
const widths = read("widths.json");
const advance = {};
for (const weight of ["regular", "bold"]) {
  advance[weight] = new Map();
  for (const [width, chars] of Object.entries(widths[weight])) {
    for (const char of chars) advance[weight].set(char, Number(width));
  }
}

/** The width of a text in px, for a CSS font such as "bold 12px sans-serif". */
export function measureText(text, font) {
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
}
setPlatformAPI({ measureText });

/** Where each mark is, by series and datum: "x,y x,y;x,y", with nothing for a gap. A bar is where it ends. */
function marks(chart) {
  const of = (series) => {
    const data = series.getData();
    const points = data.getLayout("points");
    const at = (datum) => {
      const layout = data.getItemLayout(datum);
      if (layout?.width !== undefined) return [layout.x + Math.max(layout.width, 0), layout.y + layout.height / 2];
      return points ? [points[2 * datum], points[2 * datum + 1]] : layout;
    };
    return Array.from({ length: data.count() }, (_, datum) => {
      const place = at(datum);
      return place?.every(Number.isFinite) ? place.map(Math.round).join() : "";
    }).join(" ");
  };
  return chart.getModel().getSeries().map(of).join(";");
}

const isSize = (value) => Number.isFinite(value) && value > 0;

/** One job to one SVG string. Throws if anything about the job is wrong. */
export function render(job) {
  const { id, width, height, option, title, desc } = job;
  if (!isSize(width) || !isSize(height)) throw new Error("width and height must be above 0");
  if (!option || typeof option !== "object" || Array.isArray(option)) {
    throw new Error("option must be an object");
  }
  if (typeof title !== "string" || !title.trim()) throw new Error("title must not be empty");
  if (desc != null && typeof desc !== "string") throw new Error("desc must be a string");

  const said = [];
  const real = {};
  for (const level of ["log", "warn", "error"]) {
    real[level] = console[level];
    console[level] = (...words) => said.push(words.join(" "));
  }
  let chart;
  try {
    chart = init(null, null, { renderer: "svg", ssr: true, width, height, locale: "EN" });
    chart.setOption({ ...withDefaults(option), animation: false });
    const tree = chart.getZr().painter.renderToVNode({ willUpdate: false });
    if (said.length) throw new Error(said.join("; "));
    return serialise(tree, { id, width, height, title, desc, colours, at: marks(chart) });
  } finally {
    chart?.dispose();
    Object.assign(console, real);
  }
}

async function main() {
  const seen = new Set();
  let line = 0;
  let failed = false;
  const fail = (name, error) => {
    failed = true;
    process.stderr.write(`render.mjs: ${name}: ${error.message}\n`);
  };
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    line++;
    if (!text.trim()) continue;
    let job;
    try {
      job = JSON.parse(text);
    } catch (error) {
      fail(`line ${line}`, error);
      continue;
    }
    if (typeof job?.id !== "string" || !job.id) {
      fail(`line ${line}`, new Error("id must be a string"));
      continue;
    }
    const name = `chart ${JSON.stringify(job.id)}`;
    try {
      if (seen.has(job.id)) throw new Error("this id was used before");
      seen.add(job.id);
      const out = JSON.stringify({ id: job.id, svg: render(job) });
      if (!process.stdout.write(out + "\n")) {
        await new Promise((ready) => process.stdout.once("drain", ready));
      }
    } catch (error) {
      fail(name, error);
    }
  }
  if (failed) process.exitCode = 1;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
