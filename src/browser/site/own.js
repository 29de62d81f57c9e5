// The province a reader opened last, kept in this browser alone so that the home page leads back to it: its name under the
// field, its tile accented, and a way to forget it. Nothing is guessed: without a province opened there is nothing.

const KEY = "tinhso.place";

/** The store a browser may refuse: private windows, frames, a reader's own settings. */
function stored(use) {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

/** The province noted, by its id; nothing where none was, or where this browser keeps nothing. */
export function remembered() {
  const id = stored((store) => store.getItem(KEY));
  return /^[a-z0-9-]+$/.test(id ?? "") ? id : undefined;
}

/** Looks at the page on screen: notes the province it is about, or shows on the home page which one was noted. */
export function look() {
  const unit = document.querySelector(".place[data-unit]")?.dataset.unit;
  if (unit) {
    stored((store) => store.setItem(KEY, unit));
    return;
  }
  const line = document.querySelector(".home .last");
  const id = line && remembered();
  if (!id) return;
  const tile = document.querySelector(`.maps a.tile[href$="/${id}/"]`);
  // A province that is on neither map has no page to lead to.
  if (!tile) return;
  tile.classList.add("chosen");
  const link = line.querySelector("a");
  link.href = tile.getAttribute("href");
  // A tile is called by its short name and its whole one.
  link.textContent = tile.title.split(", ").at(-1);
  line.querySelector("button").addEventListener(
    "click",
    () => {
      stored((store) => store.removeItem(KEY));
      tile.classList.remove("chosen");
      line.hidden = true;
      document.querySelector(".home .search input")?.focus({ preventScroll: true });
    },
    { once: true },
  );
  line.hidden = false;
}
