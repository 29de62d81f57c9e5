// Live charts in the browser. A handle is an ECharts instance, opaque to the
// caller. Every option is pure JSON; see chart/README.md.
import { init as createChart, setPlatformAPI, withDefaults } from "./echarts.js";
import { measuring } from "./measure.js";
import colours from "./colours.json";
import widths from "./widths.json";

// For take.js, which draws a still picture of the view with it.
export { tree } from "./tree.js";

// As in the drawings: the marks of a live chart lie where theirs lay.
setPlatformAPI({ measureText: measuring(widths) });

/** The sentinel colours and what the page's custom properties make of them. */
function palette() {
  const root = getComputedStyle(document.documentElement);
  const found = {};
  for (const hex in colours) {
    found[hex] = root.getPropertyValue("--" + colours[hex]).trim() || hex;
  }
  return found;
}

function recolour(value, found) {
  if (typeof value === "string") {
    return value[0] === "#" ? (found[value.toLowerCase()] ?? value) : value;
  }
  if (Array.isArray(value)) return value.map((item) => recolour(item, found));
  if (value && typeof value === "object") {
    const out = {};
    for (const key of Object.keys(value)) out[key] = recolour(value[key], found);
    return out;
  }
  return value;
}

/** Draws a new chart in `el`, which must have a size. Returns the handle. */
export function init(el, optionJson) {
  const handle = createChart(el, null, { renderer: "svg", locale: "EN" });
  update(handle, optionJson);
  return handle;
}

/** The room there is: that of the element around the chart's own, which may
 *  not be shown while it is drawn. */
function room(handle) {
  const { clientWidth: width, clientHeight: height } = handle.getDom().parentElement ?? handle.getDom();
  return { width, height, fits: width === handle.getWidth() && height === handle.getHeight() };
}

/** Replaces the whole option. Call again with the same JSON when the page's
 *  colour scheme changes. */
export function update(handle, optionJson) {
  const option = withDefaults(JSON.parse(optionJson));
  // Drawn once, whether or not it has another size now.
  const { fits, ...size } = room(handle);
  handle.setOption(recolour(option, palette()), { notMerge: true, lazyUpdate: !fits });
  if (!fits) handle.resize(size);
}

/** Fits the chart to its element's present size; one that fits is not drawn
 *  again. */
export function resize(handle) {
  const { fits, ...size } = room(handle);
  if (!fits) handle.resize(size);
}

export function dispose(handle) {
  if (!handle.isDisposed()) handle.dispose();
}

/** callback(seriesIndex, dataIndex, kind), kind "over" | "out" | "click".
 *  dataIndex is -1 where a series is hit and no one datum. */
export function on(handle, callback) {
  const listen = (type, kind) =>
    handle.on(type, (event) => {
      if (event.componentType === "series") {
        callback(event.seriesIndex ?? -1, event.dataIndex ?? -1, kind);
      }
    });
  listen("mouseover", "over");
  listen("mouseout", "out");
  listen("click", "click");
}

/** Highlights one datum and no other. */
export function highlight(handle, seriesIndex, dataIndex) {
  downplay(handle);
  handle.dispatchAction({ type: "highlight", seriesIndex, dataIndex });
}

/** Ends every highlight. */
export function downplay(handle) {
  const { series } = handle.getOption();
  handle.dispatchAction({ type: "downplay", seriesIndex: series.map((_, i) => i) });
}

/** The chart as it stands, as a standalone SVG document. */
export function toSvg(handle) {
  return handle.getZr().painter.renderToString({
    cssAnimation: false,
    cssEmphasis: false,
    useViewBox: true,
  });
}

