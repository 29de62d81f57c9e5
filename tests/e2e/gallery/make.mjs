// The gallery: a picture of every part in every state, as readers of either language see it, in one page to be judged by
// eye. Not published. What looks otherwise than the last time stands beside what it was.
//
//   node tests/e2e/gallery/make.mjs FOLDER HOME [WORD]   only the scenes with this word in their names
//
// `cargo xtask gallery` builds and serves the site first.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import config from "../playwright.config.mjs";
import { SCENES, stage } from "./scenes.mjs";

const [folder, home, word = ""] = process.argv.slice(2);
if (!home) {
  console.error("usage: node tests/e2e/gallery/make.mjs FOLDER HOME [WORD]");
  process.exit(2);
}

/** Each scene is looked at like this: a phone, a tablet at night, a desk in English, and a phone with the reader's colours. */
const LOOKS = [
  { name: "vi-360", language: "vi", width: 360, scheme: "light" },
  { name: "vi-768-dark", language: "vi", width: 768, scheme: "dark" },
  { name: "en-1280", language: "en", width: 1280, scheme: "light" },
  { name: "vi-360-forced", language: "vi", width: 360, scheme: "dark", forced: true },
];
const AT_ONCE = 2;
const file = (id, look, kind = "") => `${id}.${look.name}${kind}.png`;

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(config.use.launchOptions);
const failed = [];
let changed = 0;
let done = 0;

async function picture(scene, look) {
  const path = join(folder, file(scene.id, look));
  const context = await browser.newContext({
    viewport: { width: look.width, height: 800 },
    locale: look.language === "vi" ? "vi-VN" : "en-GB",
    colorScheme: look.scheme,
    forcedColors: look.forced ? "active" : "none",
    reducedMotion: "reduce",
    serviceWorkers: "block",
    ...scene.reader,
  });
  try {
    const page = await context.newPage();
    const part = await stage(page, scene, look.language, home);
    // Panels further down are drawn once they come near: the window is as high as what is looked at.
    for (let n = 0; part && n < 2; n++) {
      const { y, height } = await part.evaluate((it) => ({ y: it.getBoundingClientRect().top + scrollY, height: it.scrollHeight }));
      await page.setViewportSize({ width: look.width, height: Math.min(Math.ceil(y + height + 100), 12_000) });
      await page.waitForTimeout(100);
    }
    const made = part ? await part.screenshot() : await page.screenshot();
    const before = join(folder, file(scene.id, look, ".before"));
    rmSync(before, { force: true });
    if (existsSync(path) && !readFileSync(path).equals(made)) {
      renameSync(path, before);
      changed += 1;
    }
    writeFileSync(path, made);
  } catch (error) {
    failed.push(`${scene.id}, ${look.name}: ${String(error).split("\n")[0]}`);
  } finally {
    await context.close();
  }
  done += 1;
  process.stderr.write(`\r${done} of ${jobs.length}`);
}

const jobs = SCENES.filter(({ id }) => id.includes(word)).flatMap((scene) => LOOKS.map((look) => [scene, look]));
const left = [...jobs];
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  for (let job = left.shift(); job; job = left.shift()) await picture(...job);
}));
process.stderr.write("\n");
await browser.close();

const there = new Set(readdirSync(folder));
const figure = (id, look) => {
  const [now, before] = [file(id, look), file(id, look, ".before")];
  if (!there.has(now)) return `<figure><figcaption>${look.name}: no picture</figcaption></figure>`;
  const image = (name, words) => `<figure><figcaption>${words}</figcaption><a href="${name}"><img loading="lazy" src="${name}" alt="${id}, ${words}"></a></figure>`;
  return there.has(before) ? image(before, `${look.name}, before`) + image(now, `${look.name}, changed`) : image(now, look.name);
};
const scene = ({ id, at }) => `<section id="${id}"><h2><a href="#${id}">${id}</a> <code>${at.vi.replaceAll("&", "&amp;")}</code></h2><div>${LOOKS.map((look) => figure(id, look)).join("")}</div></section>`;
writeFileSync(
  join(folder, "index.html"),
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title>
<style>body{font:16px/1.5 system-ui;margin:24px;background:#ddd;color:#111}section div{display:flex;gap:16px;overflow-x:auto;align-items:flex-start}figure{margin:0}figcaption{font-size:14px}img{display:block;max-height:900px}code{font-weight:400}</style>
<h1>Every part in every state</h1><p>${SCENES.map(({ id }) => `<a href="#${id}">${id}</a>`).join(" · ")}</p>${SCENES.map(scene).join("\n")}`,
);
console.log(`${jobs.length} pictures, ${changed} look otherwise than before: ${join(folder, "index.html")}`);
for (const one of failed) console.error(`not made: ${one}`);
process.exitCode = failed.length ? 1 : 0;
