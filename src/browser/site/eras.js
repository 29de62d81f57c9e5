// From one list of provinces to the other on the home page: tiles move between where a former province lay and the unit it
// became part of, so that one sees who joined whom. Nothing moves for whoever asked for calm.

const TIME = { duration: 200, easing: "ease-out" };

/** The unit of today that a tile stands for, or has become part of. */
const unit = (tile) => tile.dataset.now ?? tile.pathname.split("/").at(-2);

/** Where a tile lies on its map, in pixels; reckoned as `style/map.css` does, since one of two maps is never laid out. */
function spot(tile, width) {
  const number = (of, letter) => Number(RegExp(`(?:^| )${letter}(\\d+)`).exec(of.className)[1]);
  const unit = width / (number(tile.parentElement, "n") * 64 + 12);
  return { x: number(tile, "x") * 64 * unit, y: number(tile, "y") * 64 * unit, size: 60 * unit };
}

/** Moves an element, which lies at `at`, from one place to another. */
function move(element, at, from, to) {
  const as = ({ x, y, size }) => ({ transformOrigin: "0 0", transform: `translate(${x - at.x}px, ${y - at.y}px) scale(${size / at.size})` });
  return element.animate([as(from), as(to)], TIME);
}

/** A likeness of a tile on another map, for as long as it moves. */
function likeness(tile, at, map) {
  const made = document.createElement("span");
  made.className = "tile t1";
  made.ariaHidden = "true";
  made.textContent = tile.textContent;
  Object.assign(made.style, { position: "absolute", left: `${at.x}px`, top: `${at.y}px`, width: `${at.size}px`, height: `${at.size}px` });
  map.append(made);
  return made;
}

export function begin() {
  document.addEventListener("change", ({ target }) => {
    if (!target.matches?.(".maps input[name=era]") || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const map = (era) => target.parentElement.querySelector(`.era-${era} .tile-map`);
    const tiles = (era) => [...map(era).querySelectorAll("a.tile")];
    const back = target.id === "era-63";
    const width = map(back ? 63 : 34).clientWidth;
    const today = new Map(tiles(34).map((tile) => [unit(tile), tile]));
    for (const tile of tiles(63)) {
      const now = today.get(unit(tile));
      if (!now) continue;
      const [own, joined] = [spot(tile, width), spot(now, width)];
      if (back) {
        move(tile, own, joined, own);
      } else {
        const made = likeness(tile, own, map(34));
        move(made, own, own, joined).finished.finally(() => made.remove());
      }
    }
    if (!back) for (const tile of today.values()) tile.animate([{ opacity: 0 }, { opacity: 0, offset: 0.6 }, { opacity: 1 }], TIME);
  });
}
