// The drawing in the document: where its marks are (the build writes that on it), and which of them is pointed at.
import { marksOf } from "./rows.js";

/** So far from a mark a pointer may be, in CSS pixels. */
const REACH = 48;
const SVG = "http://www.w3.org/2000/svg";

/** The drawing that is seen: the build makes one for each width. */
const seen = (figure) => [...figure.querySelectorAll(".drawn > svg[data-at]")].find((it) => it.getClientRects().length);

/** Where a mark is in a drawing: [x, y] in its own units. */
function placeOf(svg, { series, datum }) {
  const found = svg.dataset.at.split(";")[series]?.split(" ")[datum];
  return found ? found.split(",").map(Number) : undefined;
}

/** The mark nearest to a point of the window: beside a bar its whole line counts. */
export function nearest(figure, clientX, clientY) {
  const svg = seen(figure);
  const matrix = svg?.getScreenCTM();
  if (!matrix) return undefined;
  const [x, y] = [(clientX - matrix.e) / matrix.a, (clientY - matrix.f) / matrix.d];
  let [best, least] = [undefined, REACH / matrix.a];
  for (const one of marksOf(figure)) {
    const place = placeOf(svg, one);
    if (!place) continue;
    const away = figure.dataset.kind === "bar" ? Math.abs(place[1] - y) : Math.hypot(place[0] - x, place[1] - y);
    if (away < least) [best, least] = [one, away];
  }
  return best;
}

/** Rings a mark and no other. */
export function mark(figure, found) {
  for (const ring of figure.querySelectorAll(".drawn .ring")) ring.remove();
  if (!found) return;
  for (const svg of figure.querySelectorAll(".drawn > svg[data-at]")) {
    const place = placeOf(svg, found);
    if (!place) continue;
    const ring = document.createElementNS(SVG, "circle");
    const given = { class: "ring", cx: place[0], cy: place[1], r: 9 };
    for (const [name, value] of Object.entries(given)) ring.setAttribute(name, value);
    svg.append(ring);
  }
}
