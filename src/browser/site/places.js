// Where the reader was on each page of the history: coming back shows that place again.

import { painted } from "../painted.js";

const seen = new Map();
/** The entry of the history one is at, and the one whose page is on screen: another one until that page has come. */
let key;
let shown;
let count = 0;

const fresh = () => `${Date.now().toString(36)}-${(count += 1)}`;
/** Writing to the history costs several milliseconds on a phone: what stands there already is not written again. */
function stamp(y) {
  const { state } = history;
  if (state?.key !== key || state.y !== y) history.replaceState({ key, y }, "");
}

/** What is still to be written to the history. */
let owed;

/** Writes it. */
export function settle() {
  const write = owed;
  owed = undefined;
  write?.();
}

/** Notes where the reader is on the page on screen. */
function note() {
  settle();
  seen.set(shown, scrollY);
  if (shown === key) stamp(scrollY);
}

/** From the first page that is swapped in, the places are ours to keep; in the state too, since a reload forgets the rest. */
let timer;
let listening = false;
function ours() {
  history.scrollRestoration = "manual";
  if (listening) return;
  listening = true;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(note, 200);
  };
  addEventListener("scroll", later, { passive: true });
}

/** Moves without the style's smooth scrolling. */
const to = (top) => scrollTo({ top, behavior: "instant" });

export function begin() {
  const { state } = history;
  key = shown = state?.key ?? fresh();
  if (!state?.key) return stamp(0);
  // One of our pages was loaded anew, or the reader came back from another site.
  if (history.scrollRestoration === "auto") return undefined;
  ours();
  const there = () => scrollY || restore();
  if (document.readyState === "complete") there();
  else addEventListener("load", there, { once: true });
  return undefined;
}

/** A new entry of the history, or the same one again. */
export function push(href, replace) {
  ours();
  note();
  if (!replace) key = fresh();
  history[replace ? "replaceState" : "pushState"]({ key, y: 0 }, "", href);
}

/**
 * A new entry for another view of the page, written once that is on screen: the two writes would hold it up for longer than
 * the making of it.
 */
export function pushLater(href) {
  settle();
  ours();
  const [before, y] = [key, scrollY];
  seen.set(shown, y);
  key = fresh();
  const [mine, was] = [key, shown];
  owed = () => {
    const { state } = history;
    if (was === before && (state?.key !== before || state.y !== y)) history.replaceState({ key: before, y }, "");
    history.pushState({ key: mine, y: 0 }, "", href);
  };
  void painted().then(settle);
}

/** The browser went to another entry; says whether that is one of ours, not a place on the same page just made. */
export function arrived(state) {
  owed = undefined;
  clearTimeout(timer);
  seen.set(shown, scrollY);
  const known = Boolean(state?.key);
  key = known ? state.key : fresh();
  if (!known) {
    // A place on the page on screen.
    shown = key;
    stamp(scrollY);
  }
  return known;
}

/** The page of this entry is on screen, at the place the one before was at. */
export const stay = () => void (shown = key);

/** Shows the place a reader left. */
export function restore() {
  shown = key;
  const top = seen.get(key) ?? history.state?.y ?? 0;
  to(top);
  // What the app draws a moment later may be what makes the page long enough.
  const mine = key;
  if (Math.abs(scrollY - top) > 1) requestAnimationFrame(() => requestAnimationFrame(() => mine === key && to(top)));
}

/** Shows the place an address names, else the top. */
export function show(hash) {
  shown = key;
  let place = null;
  try {
    place = document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    // No place has such a name.
  }
  if (place) place.scrollIntoView({ behavior: "instant" });
  else to(0);
}
