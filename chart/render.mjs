// What ECharts would draw, as static SVG: the drawings of the site (src/figure/drawn/) are held against it by the tests.
// Whatever ECharts warns of (an unknown series type, a deprecated key) is a failure.
import { readFileSync } from "node:fs";
import { measuring } from "./measure.js";
import { serialise } from "./svg.mjs";

// ECharts checks options only outside production; set before it is loaded.
process.env.NODE_ENV = "development";
const { init, setPlatformAPI, withDefaults } = await import("./echarts.js");

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const colours = read("colours.json");

/** The width of a text in px, for a CSS font such as "bold 12px sans-serif". */
export const measureText = measuring(read("widths.json"));
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
