// A picture drawn by a third program, with the fonts that are committed here: what the browsers' pictures are held against.
//   node tests/takeaway/raster.mjs <picture.svg> <picture.png>
import { Resvg } from "@resvg/resvg-js";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const [from, to] = process.argv.slice(2);
const fonts = resolve(import.meta.dirname, "../../chart/fonts");
const fontFiles = ["regular", "bold", "signs"].map((name) => join(fonts, `${name}.ttf`));
const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: "Be Vietnam Pro" };
writeFileSync(to, new Resvg(readFileSync(from, "utf8"), { font, fitTo: { mode: "zoom", value: 2 } }).render().asPng());
