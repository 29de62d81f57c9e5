// Where everything in a picture stands. Text is squeezed step by step until
// what has to be in the picture fits; then the boxes are placed.
import { panelsIn } from "./body.mjs";
import { light, signColour } from "./light.mjs";
import { bayFor, drawMap, legend, mapIn } from "./map.mjs";
import { column, mark, rule, write } from "./marks.mjs";
import { balance, clamp, wide, wrap } from "./text.mjs";

const TOP = 18;
const BOTTOM = 13;
const ABOVE_FOOT = 11;
const MARK = 84; // room for the mark and the site's name in the foot
const SMALL = 400; // px of height under which caveats are one paragraph
const NARROW_LINES = 5; // of a headline that stands beside its drawing

const isSmall = (p) => p.height !== null && p.height < SMALL;
const stacked = (parts) => parts.reduce((sum, part) => sum + part.gap + part.block.height, 0);

/** Title, subtitle, headline and sign as blocks with the gap before each. */
function head(p, s, width) {
  const parts = [];
  let cut = false;
  const add = (kind, gap, lines, most, style) => {
    const kept = clamp(lines, most, style);
    cut ||= kept.cut;
    if (kept.lines.length) parts.push({ gap: parts.length ? gap : 0, block: column(kind, kept.lines, style) });
  };
  const limited = (most) => (p.height === null ? Infinity : most);
  const size = Math.min(16, s.size - 2);
  const title = { size, bold: true, fill: light["c-muted"], width, leading: size + 5 };
  const joined = isSmall(p) && !s.roomy && !p.subtitle && p.when && p.headline;
  if (!joined) add("title", 0, balance(p.title, title), limited(s.titleLines), title);
  // The unit may go where there is no room; when the figures are of may not.
  const about = [joined && p.title, s.subtitle && p.subtitle, p.when].filter(Boolean).join(" · ");
  if (about) {
    const style = { size: 13, fill: light["c-muted"], width, leading: 18 };
    add("subtitle", 1, balance(about, style), Infinity, style);
  }
  if (p.headline) {
    const style = { size: s.size, bold: true, width, leading: s.size * 1.28 };
    add("headline", 8, balance(p.headline, style), limited(s.headLines), style);
  }
  if (p.sign || p.because) {
    const style = { size: isSmall(p) ? 13 : 14, width: width - (p.sign ? 26 : 0), leading: isSmall(p) ? 18 : 20 };
    const kept = clamp(balance(p.because, style), limited(s.because), style);
    cut ||= kept.cut;
    const words = column("because", kept.lines.length ? kept.lines : [""], style);
    const at = (x, y) => {
      const box = words.at(x + (p.sign ? 26 : 0), y);
      if (!p.sign) return box;
      const sign = write(x, y + (isSmall(p) ? 16.5 : 17.5), p.sign, { size: 24, bold: true, fill: signColour[p.sign] });
      return { ...box, kind: "sign", x, width: box.width + 26, svg: sign + box.svg };
    };
    parts.push({ gap: 9, block: { ...words, kind: "sign", at } });
  }
  return { parts, cut, height: stacked(parts) };
}

/** The first `s.caveats` of the caveats, each of them whole. */
function caveats(p, s, width) {
  // Where there is little room one follows the other on the same line.
  const flow = isSmall(p) || (p.height !== null && s.flow);
  const style = { size: flow ? 11 : 12, fill: light["c-muted"], width, leading: flow ? 15 : 17 };
  const kept = p.caveats.slice(0, s.caveats);
  const lines = (flow ? [kept.join(" ")] : kept).flatMap((it) => wrap(it, style));
  const block = column("caveats", lines, style);
  return lines.length ? { parts: [{ gap: flow ? 8 : 10, block }], height: block.height + (flow ? 8 : 10) } : { parts: [], height: 0 };
}

/** Source, licence and address under a hairline, the mark at the right. The
 *  licence and the address are never shortened. */
function foot(p, width) {
  const style = { size: 11, fill: light["c-muted"], width: width - MARK, leading: 15 };
  const full = { ...style, width };
  const source = clamp(wrap(p.source, style), p.height === null ? Infinity : isSmall(p) ? 3 : 5, style).lines;
  // The licence goes on the last line of the source if it can, else below.
  const joined = `${source.at(-1)} · ${p.licence}`;
  const fits = wrap(joined, style).length === 1;
  if (fits) source[source.length - 1] = joined;
  const line = `${p.licence} · ${p.address}`;
  const licence = source.length < 2 ? style : full;
  const one = !fits && isSmall(p) && wrap(line, licence).length === 1;
  const below = one ? [line] : [...(fits ? [] : wrap(p.licence, licence)), ...wrap(p.address, full)];
  const blocks = [column("source", source, style), column("address", below, { ...full, fill: light["c-ink"] })];
  // A long address on the second line would run into the mark.
  const under = Math.max(blocks[0].height, wide(below[0], 11) > width - MARK ? 22 : 0);
  const height = 8 + Math.max(22, under + blocks[1].height);
  return {
    height,
    at: (x, y) => {
      const name = "Tỉnh Số";
      const left = x + width - wide(name, 13, true);
      const svg = mark(left - 19, y + 9, 16) + write(left, y + 21.5, name, { size: 13, bold: true });
      return [
        { kind: "line", x, y, width, height: 1, svg: rule(x, y, x + width, y, light["c-context"]) },
        blocks[0].at(x, y + 8),
        blocks[1].at(x, y + 8 + under),
        { kind: "mark", x: left - 19, y: y + 9, width: x + width - left + 19, height: 16, svg },
      ];
    },
  };
}

const place = (parts, x, y) => {
  const boxes = [];
  for (const { gap, block } of parts) {
    boxes.push(block.at(x, y + gap));
    y += gap + block.height;
  }
  return boxes;
};

/** Everything one under another. */
function stack(p, s, ctx) {
  const { margin, width } = ctx;
  const [top, small, end] = [head(p, s, width), caveats(p, s, width), foot(p, width)];
  if (s.strict && top.cut) return null;
  const rest = TOP + top.height + small.height + ABOVE_FOOT + end.height + BOTTOM;
  const gap = p.panels.length ? 14 : 0;
  const room = p.height === null ? Infinity : p.height - rest - gap;
  if (room < 0) return null;
  const landscape = p.height !== null && p.width > p.height * 1.2;
  const body = panelsIn(p.panels, { width, room, least: s.least, strict: s.strict, landscape, between: p.between, drawings: s.drawings }, ctx);
  if (!body) return null;
  const height = p.height ?? rest + gap + body.height;
  const spare = height - rest - gap - body.height;
  return {
    height, area: body.area,
    boxes: () => {
      // Room to spare goes around the drawing; with none, over the headline.
      const parts = top.parts.map((part) => ({ ...part }));
      let before = spare / 2;
      if (!body.height) {
        const at = parts.find(({ block }) => block.kind === "headline" || block.kind === "sign");
        if (at) at.gap += before;
      }
      const y = TOP + top.height + (body.height ? gap + before : 0);
      const foots = height - BOTTOM - end.height;
      return [
        ...place(parts, margin, TOP),
        ...body.at(margin, y),
        ...place(small.parts, margin, foots - ABOVE_FOOT - small.height),
        ...end.at(margin, foots),
      ];
    },
  };
}

/** Words left, the one drawing right: for maps, and for charts in a flat
 *  picture. A map is tall, so it stands beside the foot too. */
function side(p, s, ctx) {
  if (p.panels[0]?.drawing?.kind !== "map") {
    for (const share of s.roomy ? [1] : [1, 0.88, 0.8]) {
      const found = beside(p, s, ctx, share);
      if (found) return found;
    }
    return null;
  }
  // A somewhat smaller map rather than words left out.
  for (const share of [1, 0.92, 0.84, 0.76, 0.68]) {
    const found = beside(p, s, ctx, share);
    if (found) return found;
  }
  return null;
}

function beside(p, s, ctx, share) {
  const { margin, width } = ctx;
  const [panel] = p.panels;
  if (p.panels.length !== 1 || !panel.drawing || panel.drawing.kind === "list" || width < 430 || !s.drawings) return null;
  const isMap = panel.drawing.kind === "map";
  if (!isMap && p.height === null) return null;
  const flat = p.height !== null && p.width > p.height * 1.2;
  const tallest = isMap && flat; // down to the edge, past the foot
  const inside = (end) => p.height - TOP - (tallest ? 0 : ABOVE_FOOT + end.height) - BOTTOM;
  let end = foot(p, width);
  const map = isMap ? mapIn(panel.drawing, width * 0.5, p.height === null ? 640 : inside(end) * share) : null;
  if (isMap && !map) return null;
  // In a flat picture the legend stands in the bay west of the map's waist.
  const inBay = tallest ? legend(panel.drawing, 130, false, ctx.hatch) : null;
  const bay = inBay && bayFor(panel.drawing, map, inBay);
  const right = isMap ? map.width + (bay?.over ?? 0) : width * 0.52 * share;
  const left = width - right - 28;
  if (left < 180) return null;
  if (tallest) end = foot(p, left);
  const key = isMap && !tallest ? legend(panel.drawing, left, false, ctx.hatch) : null;
  // A narrow column breaks a headline into more lines before it is too long.
  const narrow = s.strict ? { ...s, headLines: NARROW_LINES, because: Math.max(s.because, 5) } : s;
  const top = head(p, narrow, left);
  const small = caveats(p, s, left);
  if (s.strict && top.cut) return null;
  const used = top.height + small.height + (key ? key.height + 12 : 0) + (tallest ? ABOVE_FOOT + end.height : 0);
  const room = p.height === null ? Infinity : inside(end);
  if (used > room) return null;
  const body = isMap ? null : panelsIn(p.panels, { width: right, room, least: Math.max(s.least, 0.8), strict: s.strict, drawings: true }, ctx);
  if (!isMap && !body) return null;
  const drawn = isMap ? map.height : body.height;
  const height = p.height ?? TOP + Math.max(used, drawn) + ABOVE_FOOT + end.height + BOTTOM;
  const foots = height - BOTTOM - end.height;
  const bottom = tallest ? height - BOTTOM : foots - ABOVE_FOOT;
  return {
    height, area: isMap ? map.width * map.height : body.area,
    boxes: () => {
      const at = TOP + (bottom - TOP - drawn) / 2;
      const x = margin + width - right;
      // The legend and the caveats stand at the bottom of their column.
      const y = foots - ABOVE_FOOT - small.height;
      return [
        ...place(top.parts, margin, TOP),
        ...(key ? [key.at(margin, y - key.height)] : []),
        ...place(small.parts, margin, y),
        ...(isMap ? [drawMap(panel.drawing, map, x + (bay?.over ?? 0), at, ctx.hatch)] : body.at(x, at)),
        ...(bay ? [inBay.at(x + (bay.over ? 0 : bay.left), at + bay.top)] : []),
        ...end.at(margin, foots),
      ];
    },
  };
}

/** Settings from the roomiest to the tightest. Sizes of the headline first,
 *  then the unit goes, then the last of the caveats, then text ends in …, and
 *  last of all the drawings go. When the figures are of always stays. */
function* settings(p) {
  const [head, because] = isSmall(p) ? [3, 3] : [4, 7];
  const base = { titleLines: 2, subtitle: true, caveats: Infinity, headLines: head, because, least: 1, drawings: true, strict: true };
  if (p.height === null) {
    yield { ...base, roomy: true, size: p.width < 480 ? 21 : 25, strict: false };
    return;
  }
  const drawn = p.panels.some((it) => it.drawing);
  const sizes = drawn ? (p.height >= p.width ? [34, 30, 27, 24, 22, 20] : [30, 27, 24, 22, 20]) : [46, 42, 38, 34, 30, 27, 24, 22, 20];
  for (const size of sizes) yield { ...base, roomy: true, size };
  for (const least of [0.85, 0.7, 0.6]) yield { ...base, roomy: true, size: 20, least };
  const tight = { ...base, size: 16, least: 0.6, titleLines: 3, headLines: head + 1, flow: true };
  // Smaller letters rather than words left out, and whole caveats rather than parts of them.
  for (let caveats = p.caveats.length; caveats >= 0; caveats--) {
    for (const subtitle of [true, false]) {
      for (const size of [20, 18, 16, 14]) yield { ...tight, caveats, size, subtitle };
    }
  }
  const cut = { ...tight, titleLines: 2, subtitle: false, strict: false };
  for (const caveats of [1, 0]) yield { ...cut, caveats, headLines: 3, because: 3 };
  for (const headLines of [3, 2]) yield { ...cut, caveats: 0, because: 2, headLines };
  for (let caveats = p.caveats.length; caveats >= 0; caveats--) {
    yield { ...cut, drawings: false, caveats, because: 2, headLines: 2 };
  }
  yield { ...cut, drawings: false, caveats: 0, titleLines: 1, because: 1, headLines: 1 };
}

/** The boxes of a checked picture, its height, and what had to go. Of the
 *  settings that leave every text whole, the one with the largest drawing for
 *  the size of its headline; of the others, the first that fits. */
export function layout(p, ctx) {
  let best = null;
  for (const s of settings(p)) {
    if (best && !s.roomy) break;
    for (const found of [stack(p, s, ctx), side(p, s, ctx)]) {
      const score = found && (found.area || 1) * s.size;
      if (found && !(best?.score >= score)) best = { ...found, s, score };
    }
  }
  // Tight settings: the loop above ends at the first of them that fits.
  if (!best) throw new Error(`its texts do not fit ${p.width} × ${p.height}`);
  const { s } = best;
  const left = [];
  if (!s.subtitle && p.subtitle) left.push("subtitle");
  if (s.caveats < p.caveats.length) left.push("caveats");
  if (!s.drawings && p.panels.some((it) => it.drawing)) left.push("drawings");
  return { height: best.height, boxes: best.boxes(), left };
}
