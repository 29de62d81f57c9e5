// Makes the PNG icons of the web manifest from the site's mark; run by hand when the mark changes, with a Chromium on
// the path: node tools/icons.mjs. Squares of the mark begin and end on whole pixels, so that nothing is blurred.
import { chromium } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";

/** Name, side, and the pixels of one unit of the mark, which is 11 units wide and 15 high: even, so that halves are whole. */
const ICONS = [
  ["icon-192", 192, 10],
  ["icon-512", 512, 26],
  // A launcher may cut a maskable icon to the circle of four fifths of its side: the corners of the mark lie within.
  ["maskable-512", 512, 20],
  // Opaque, and with no more than a margin: iOS rounds the corners itself.
  ["apple-touch-180", 180, 8],
];

const mark = readFileSync("public/favicon.svg", "utf8").match(/<path[^>]*>/g).join("");
const paper = /--c-paper: (#[0-9a-f]{6});/.exec(readFileSync("style/tokens.css", "utf8"))[1];
const browser = await chromium.launch({
  executablePath: execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim(),
  args: ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"],
});
mkdirSync("public/icons", { recursive: true });
for (const [name, side, unit] of ICONS) {
  const page = await browser.newPage({ viewport: { width: side, height: side }, deviceScaleFactor: 1 });
  // The favicon's squares stand half a unit below the top.
  const place = `translate(${(side - 11 * unit) / 2} ${(side - 15 * unit) / 2}) scale(${unit}) translate(0 -.5)`;
  await page.setContent(
    `<style>html,body{margin:0;background:${paper}}svg{display:block}</style>` +
      `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><g transform="${place}">${mark}</g></svg>`,
  );
  await page.screenshot({ path: `public/icons/${name}.png` });
  await page.close();
}
await browser.close();
