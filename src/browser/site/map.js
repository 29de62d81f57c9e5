// Tiles of a map by keyboard: one stop for the tab key, and arrows from a tile to the one beside it, as they lie on the map.
// Without this script every tile is a stop of its own.

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const centre = (tile) => {
  const { left, right, top, bottom } = tile.getBoundingClientRect();
  return [(left + right) / 2, (top + bottom) / 2];
};

/** The nearest tile that way; what lies straight ahead is nearer than what lies aside. */
function beside(tile, tiles, [dx, dy]) {
  const [x, y] = centre(tile);
  let [best, least] = [undefined, Infinity];
  for (const other of tiles) {
    const [ox, oy] = centre(other);
    const ahead = (ox - x) * dx + (oy - y) * dy;
    const aside = Math.abs((ox - x) * dy) + Math.abs((oy - y) * dx);
    if (ahead > 1 && ahead >= aside && ahead + 2 * aside < least) [best, least] = [other, ahead + 2 * aside];
  }
  return best;
}

export function begin() {
  // Whoever comes in finds one stop, where they are.
  document.addEventListener("focusin", ({ target }) => {
    const map = target.closest?.(".tile")?.closest(".tile-map");
    if (!map) return;
    for (const tile of map.querySelectorAll("a.tile")) tile.tabIndex = tile === target ? 0 : -1;
  });
  document.addEventListener("keydown", (event) => {
    const tile = event.target.closest?.("a.tile");
    if (!tile || event.altKey || event.ctrlKey || event.metaKey) return;
    const tiles = [...tile.closest(".tile-map").querySelectorAll("a.tile")];
    const ends = { Home: tiles[0], End: tiles.at(-1) };
    const to = ends[event.key] ?? (event.key in ARROWS ? beside(tile, tiles, ARROWS[event.key]) : undefined);
    if (!to && !(event.key in ARROWS)) return;
    // At the edge too: the page does not scroll away under the map.
    event.preventDefault();
    to?.focus();
  });
}
