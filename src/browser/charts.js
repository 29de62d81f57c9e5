// Charts in the reader's hands. The drawing that stands in the document answers at once, to pointer, finger and keys:
// what is pointed at is read out of the table beside it. The live chart comes in its place when it is there. None of it
// needs the module, so that it works before the module has come, without it, and in an embed. Every view has its drawings.
//
// The module says `tinhso:written` when it has written another view, `tinhso:opened` when the tables of that are there too,
// and hears `tinhso:live` when a chart came to life.
import { mark, nearest } from "./charts/drawn.js";
import { LiveCharts } from "./charts/live.js";
import { marksOf, next, readOut } from "./charts/rows.js";

/** Which mark of a chart is pointed at. */
const at = new WeakMap();

/** The chart around what an event happened to, if it answers to anything. */
function chartAt(event) {
  const frame = event.target.closest?.(".frame[tabindex]");
  const figure = frame?.closest("figure.chart[data-marks]");
  return figure && { figure, frame };
}

export function begin() {
  const live = new LiveCharts({
    touched: (figure, series, datum) => {
      const found = marksOf(figure).find((it) => it.series === series && it.datum === datum);
      if (found) point(figure, found);
    },
    came: (figure) => {
      point(figure, at.get(figure));
      document.dispatchEvent(new CustomEvent("tinhso:live"));
    },
  });

  /** Points at a mark and reads it out; without one, at nothing. */
  function point(figure, found) {
    const before = at.get(figure);
    at.set(figure, found);
    if (!live.point(figure, found)) mark(figure, found);
    if (before !== found && before?.row !== found?.row) readOut(figure, found?.row);
  }

  /** What the pointer is on, in the drawing; the live chart tells by itself. */
  function look(event) {
    const chart = chartAt(event);
    if (!chart || chart.frame.classList.contains("is-live")) return;
    const found = nearest(chart.figure, event.clientX, event.clientY);
    if (found) point(chart.figure, found);
  }

  const wake = (event) => {
    const chart = chartAt(event);
    // Where data is dear the drawing's own answers are enough.
    if (chart && !navigator.connection?.saveData) void live.wake(chart.figure);
  };

  // A finger that only scrolls past a chart asks for nothing; one that taps it does.
  document.addEventListener("pointerover", (event) => event.pointerType === "mouse" && wake(event), true);
  for (const name of ["click", "focusin"]) document.addEventListener(name, wake, true);
  document.addEventListener("pointermove", (event) => event.pointerType === "mouse" && look(event), { passive: true });
  document.addEventListener("click", look);

  document.addEventListener("keydown", (event) => {
    const chart = chartAt(event);
    const shortcut = event.isComposing || event.ctrlKey || event.metaKey || event.altKey;
    if (!chart || shortcut) return;
    const { figure } = chart;
    if (event.key === "Escape") {
      point(figure, undefined);
      return;
    }
    const found = next(figure, at.get(figure), event.key);
    if (!found) return;
    event.preventDefault();
    point(figure, found);
  });

  document.addEventListener("tinhso:leave", () => live.leave());
  document.addEventListener("tinhso:written", () => live.written());
  // What was pointed at before its table had come is read out now.
  document.addEventListener("tinhso:opened", () => {
    for (const figure of document.querySelectorAll("figure.chart[data-marks]")) {
      const found = at.get(figure);
      if (found) readOut(figure, found.row);
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => live.recolour());}
