// Where the reader was on each page of the history: coming back shows that place again.

const seen = new Map();
let key;
let count = 0;

const fresh = () => `${Date.now().toString(36)}-${(count += 1)}`;
const stamp = (y) => history.replaceState({ key, y }, "");

/** Moves without the style's smooth scrolling. */
const to = (top) => scrollTo({ top, behavior: "instant" });

export function begin() {
  const state = history.state;
  key = state?.key ?? fresh();
  if (!state?.key) stamp(0);
  history.scrollRestoration = "manual";
  // A reload, or coming back from another site, is the browser's own matter.
  addEventListener("pagehide", () => {
    stamp(scrollY);
    history.scrollRestoration = "auto";
  });
  addEventListener("pageshow", () => (history.scrollRestoration = "manual"));
}

/** A new entry of the history, or the same one again. */
export function push(href, replace) {
  seen.set(key, scrollY);
  stamp(scrollY);
  if (!replace) key = fresh();
  history[replace ? "replaceState" : "pushState"]({ key, y: 0 }, "", href);
}

/** The browser went to another entry; says whether that is one of ours, not a place on the same page just made. */
export function arrived(state) {
  seen.set(key, scrollY);
  const known = Boolean(state?.key);
  key = known ? state.key : fresh();
  if (!known) stamp(scrollY);
  return known;
}

/** Shows the place a reader left. */
export function restore() {
  const top = seen.get(key) ?? history.state?.y ?? 0;
  to(top);
  // What the app draws a moment later may be what makes the page long enough.
  const mine = key;
  if (Math.abs(scrollY - top) > 1) requestAnimationFrame(() => requestAnimationFrame(() => mine === key && to(top)));
}

/** Shows the place an address names, else the top. */
export function show(hash) {
  let place = null;
  try {
    place = document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    // No place has such a name.
  }
  if (place) place.scrollIntoView({ behavior: "instant" });
  else to(0);
}
