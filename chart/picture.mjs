// One description of a picture to one complete SVG: title, headline, sign,
// drawings, caveats, source, licence and address all inside it. The same in
// Node, where it becomes a PNG, and in the browser. See chart/README.md.
import { checked } from "./picture/check.mjs";
import { layout } from "./picture/layout.mjs";
import { light } from "./picture/light.mjs";
import { hatching } from "./picture/map.mjs";
import { n } from "./picture/marks.mjs";
import { escapeAttribute, escapeText, prefix } from "./svg.mjs";

/** Raised when a picture would look different though its description is the
 *  same; part of the name a cached PNG has. */
export const VERSION = 2;

export const FAMILY = "'Be Vietnam Pro', 'Tinh So Signs', 'Noto Sans Math'";

/** The fonts as rules of a style sheet. `fonts` holds each WOFF2 in base64. */
function faces({ regular, bold, signs }) {
  const face = (family, weight, data) =>
    `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${data}) format('woff2')}`;
  return face("Be Vietnam Pro", 400, regular) + face("Be Vietnam Pro", 700, bold) + face("Tinh So Signs", "400 700", signs);
}

/** Composes a picture.
 *  - `draw(option, width, height, measureText)` gives ECharts' virtual tree of
 *    a chart (tree.js); handed in, so that the browser can use the chart
 *    bundle it has already loaded.
 *  - `fonts` {regular, bold, signs} in base64, or null to leave them out for a
 *    rasteriser that has the fonts itself.
 *  Gives {svg, width, height, scale, boxes, left, lost}: `boxes` are what was
 *  placed where, `left` what did not fit, `lost` characters no font has. */
export function compose(given, { draw, fonts = null }) {
  const lost = new Set();
  const p = checked(given, lost);
  const id = prefix(p.id);
  const margin = p.width < 400 ? 16 : 24;
  let charts = 0;
  const ctx = {
    margin,
    width: p.width - 2 * margin,
    hatch: `${id}-hatch`,
    name: () => `${p.id}-${++charts}`,
    draw: draw ?? (() => { throw new Error("no way to draw charts was handed in"); }),
  };
  const { boxes, left, height } = layout(p, ctx);
  const tall = Math.ceil(height);
  const body = boxes.map((box) => box.svg).join("");
  const hatched = body.includes(`#${ctx.hatch}`);
  const style = fonts ? `<style>${faces(fonts)}</style>` : "";
  const about = [p.subtitle, p.when].filter(Boolean).join(" · ");
  const title = about ? `${p.title} (${about})` : p.title;
  const desc = [p.headline, p.because && `${p.sign ?? ""} ${p.because}`.trim(), p.source].filter(Boolean).join(" — ");
  const dc = (name, text) => `<dc:${name}>${escapeText(text)}</dc:${name}>`;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(p.width)}" height="${n(tall)}" viewBox="0 0 ${n(p.width)} ${n(tall)}"` +
    ` role="img" lang="${p.lang}" font-family="${escapeAttribute(FAMILY)}">` +
    `<title>${escapeText(title)}</title><desc>${escapeText(desc)}</desc>` +
    `<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${dc("identifier", p.address)}${dc("rights", p.licence)}${dc("source", p.source)}</metadata>` +
    (style || hatched ? `<defs>${style}${hatched ? hatching(ctx.hatch) : ""}</defs>` : "") +
    `<path d="M0 0h${n(p.width)}v${n(tall)}h${n(-p.width)}z" fill="${light["c-paper"]}"/>` +
    body +
    "</svg>\n";
  return { svg, width: p.width, height: tall, scale: p.scale, boxes, left, lost: [...lost] };
}
