// Live charts: ECharts in the place of the drawing. In the next view a chart goes on, once its drawing is used: it is drawn
// again, not made again.
import { load } from "../load.js";

const html = document.documentElement;

/** The option that came with the view. */
const given = (figure) => figure.querySelector("script[type='application/json']")?.textContent;

const opened = () => new Promise((done) => document.addEventListener("tinhso:opened", done, { once: true }));

/**
 * What a chart begins with: it stands in a file that the document names, came with the view, or comes right after it.
 * Nothing where the figure is gone meanwhile.
 */
async function optionOf(figure) {
  const { option } = figure.dataset;
  if (option) {
    const response = await fetch(option);
    if (!response.ok) throw new Error(`${option}: ${response.status}`);
    return response.text();
  }
  while (figure.isConnected && !given(figure)) await opened();
  return given(figure);
}

/** One live chart. It has an element of its own, which stands in one frame after the other. */
class Live {
  constructor(code, figure) {
    this.code = code;
    this.own = document.createElement("div");
    this.stand(figure);
  }

  /** Takes the place of the drawing in a figure. */
  stand(figure) {
    this.figure = figure;
    const room = makeRoom(figure);
    room.replaceChildren(this.own);
    room.hidden = false;
    figure.querySelector(".frame").classList.add("is-live");
  }

  draw(option) {
    this.option = option;
    if (!this.handle) {
      this.handle = this.code.init(this.own, option);
      // What rests is not fitted.
      this.resizes = new ResizeObserver(() => this.stale || this.code.resize(this.handle));
      this.resizes.observe(this.own);
    } else {
      this.code.update(this.handle, option);
    }
    this.stale = false;
  }

  /** Of the view before, until it is drawn: never to be taken for this one's. */
  set stale(stale) {
    this.own.classList.toggle("is-stale", stale);
  }

  get stale() {
    return this.own.classList.contains("is-stale");
  }

  end() {
    this.resizes?.disconnect();
    if (this.handle) this.code.dispose(this.handle);
    this.own.remove();
    if (!this.figure.isConnected) return;
    this.figure.querySelector(".live").hidden = true;
    this.figure.querySelector(".frame").classList.remove("is-live");
  }
}

/** Nothing may move: the room is kept until the chart is there, and is as high as the drawing was. */
function makeRoom(figure) {
  const room = figure.querySelector(".live");
  const height = `${figure.dataset.height}px`;
  room.style.height = height;
  figure.querySelector(".frame").style.minHeight = height;
  return room;
}

const numberOf = (figure) => figure.dataset.number;

export class LiveCharts {
  #live = new Map();
  #coming = new WeakSet();
  #touched;
  #came;

  /** `touched(figure, series, datum)`: a mark is pointed at. `came(figure)`: a chart came to life. */
  constructor({ touched, came }) {
    this.#touched = touched;
    this.#came = came;
  }

  #of(figure) {
    const known = this.#live.get(numberOf(figure));
    return known?.figure === figure ? known : undefined;
  }

  /** A reader is about to use a chart: it comes to life, unless it has or is about to. */
  async wake(figure) {
    if (this.#of(figure) || this.#coming.has(figure)) return;
    this.#coming.add(figure);
    const problem = figure.querySelector(".problem");
    try {
      // In full: a script that an opaque origin has fetched without CORS has no address to begin from.
      const [code, option] = await Promise.all([load(new URL(html.dataset.chart, location.href).href), optionOf(figure)]);
      // Another view, or another page, may stand there by now.
      if (!figure.isConnected || this.#of(figure)) return;
      this.#stand(code, figure, option);
      problem.textContent = "";
      this.#came(figure);
    } catch {
      if (figure.isConnected) problem.textContent = problem.dataset.words;
    } finally {
      this.#coming.delete(figure);
    }
  }

  /** Draws a chart in the place of a figure's drawing: that of the view before goes on, or a new one begins. */
  #stand(code, figure, option) {
    const number = numberOf(figure);
    const known = this.#live.get(number);
    const one = known ?? new Live(code, figure);
    try {
      if (known) one.stand(figure);
      one.draw(option);
    } catch (error) {
      one.end();
      this.#live.delete(number);
      throw error;
    }
    if (known) return;
    this.#live.set(number, one);
    code.on(one.handle, (series, datum, kind) => kind !== "out" && datum >= 0 && this.#touched(one.figure, series, datum));
  }

  /** Another view was written, with drawings of its own: a live chart rests until the one in its place is used. */
  written() {
    for (const [number, one] of this.#live) {
      if (one.figure.isConnected) continue;
      one.stale = true;
      if (document.querySelector(`[data-pane] figure.chart[data-marks][data-number="${number}"]`)) continue;
      one.end();
      this.#live.delete(number);
    }
  }

  /** Points at a mark of a chart that is live and at no other; whether it is. */
  point(figure, found) {
    const one = this.#of(figure);
    if (!one) return false;
    if (found) one.code.highlight(one.handle, found.series, found.datum);
    else one.code.downplay(one.handle);
    return true;
  }

  /** Light and dark have changed places: charts take their colours from the page when they are drawn. */
  recolour() {
    for (const one of this.#live.values()) if (!one.stale) one.draw(one.option);
  }

  /** The page on screen is about to go. */
  leave() {
    for (const one of this.#live.values()) one.end();
    this.#live.clear();
  }
}
