// The parts of ECharts the site uses, registered once. Shared by the live
// bundle (bundle.js), pictures and the tests (render.mjs), so that all draw
// the same option alike. Never add geo or map parts here.
import { init, setPlatformAPI, use } from "echarts/core";
import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, MarkAreaComponent, MarkLineComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  MarkLineComponent,
  MarkAreaComponent,
  SVGRenderer,
]);

/** The page's font stack for charts. */
const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

// What every chart shares unless its option says otherwise, in the sentinel
// colours of colours.json, so that nothing keeps a colour of ECharts' own.
const base = {
  animation: false,
  color: ["#12436d", "#28a197", "#801650", "#f46a25", "#3d3d3d", "#a285d1"],
  textStyle: { fontFamily: FONT, color: "#1b1f24" },
};
const axis = {
  axisLine: { lineStyle: { color: "#5c636b" } },
  axisTick: { lineStyle: { color: "#5c636b" } },
  axisLabel: { color: "#5c636b" },
  nameTextStyle: { color: "#5c636b" },
  splitLine: { lineStyle: { color: "#d9d6cf" } },
};

const isPlain = (value) => value && typeof value === "object" && !Array.isArray(value);

/** `given` over `fallback`, deeply; arrays are taken whole. */
function over(fallback, given) {
  if (given === undefined) return fallback;
  if (!isPlain(fallback) || !isPlain(given)) return given;
  const out = { ...fallback };
  for (const key of Object.keys(given)) out[key] = over(fallback[key], given[key]);
  return out;
}

/** A number the Vietnamese way: 1234.5 -> "1.234,5". */
function showNumber(value, group) {
  const [whole, part] = String(value).split(".");
  const grouped = group ? whole.replace(/\B(?=(\d{3})+$)/g, ".") : whole;
  return part === undefined ? grouped : `${grouped},${part}`;
}

/** Axis numbers. In axisLabel.formatter "{value}" stands for the number the
 *  Vietnamese way with thousands grouped, "{en}" for the English way, "{raw}"
 *  without groups (years). */
function withNumbers(one) {
  const type = one.type ?? (one.data ? "category" : "value");
  if (type !== "value" && type !== "log") return one;
  const pattern = one.axisLabel?.formatter ?? "{value}";
  const formatter = (value) =>
    pattern
      .replace("{value}", showNumber(value, true))
      .replace("{en}", String(value).replace(/\B(?=(\d{3})+(?:\.|$))/, ","))
      .replace("{raw}", showNumber(value, false));
  return { ...one, axisLabel: { ...one.axisLabel, formatter } };
}

/** The option with the defaults under it; `option` itself is left as it is. */
export function withDefaults(option) {
  const out = over(base, option);
  for (const key of ["xAxis", "yAxis"]) {
    const each = (one) => withNumbers(over(axis, one));
    if (Array.isArray(out[key])) out[key] = out[key].map(each);
    else if (out[key]) out[key] = each(out[key]);
  }
  // ECharts would fill a line's symbols with white.
  const drawn = (one) => (one?.type === "line" ? over({ symbol: "circle", emphasis: { scale: 1.8 } }, one) : one);
  if (Array.isArray(out.series)) out.series = out.series.map(drawn);
  else if (out.series) out.series = drawn(out.series);
  return out;
}

export { init, setPlatformAPI };
