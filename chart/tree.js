// One option to ECharts' virtual tree of a still drawing, the same in Node and
// in the browser. `measureText(text, font)` gives {width}: ECharts asks it for
// room, so both must hand in the same widths to get the same drawing.
import { platformApi } from "zrender/lib/core/platform.js";
import { init, setPlatformAPI, withDefaults } from "./echarts.js";

/** Texts in the pictures' font are measured by the pictures' table and all
 *  others as before, so that live charts on the same page keep their own. */
function teach(measureText) {
  if (platformApi.measureText.taught === measureText) return;
  const before = platformApi.measureText;
  const measure = (text, font) => (font?.includes("Be Vietnam Pro") ? measureText : before)(text, font);
  measure.taught = measureText;
  setPlatformAPI({ measureText: measure });
}

export function tree(option, width, height, measureText) {
  teach(measureText);
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height, locale: "EN" });
  try {
    chart.setOption({ ...withDefaults(option), animation: false });
    return chart.getZr().painter.renderToVNode({ willUpdate: false });
  } finally {
    chart.dispose();
  }
}
