// Saves what a page hands out, as a reader would with this browser: CSV, XLSX, SVG and PNG of the view on screen.
//   node tests/takeaway/download.mjs chromium|firefox <program> <address of the page> <empty folder>
// Ends with 0 if all four are there.
import { existsSync, readdirSync, statSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { withFirefox } from "./firefox.mjs";

const KINDS = ["csv", "xlsx", "svg", "png"];
const PATIENCE = 120;
const [kind, program, address, given] = process.argv.slice(2);
if (!["chromium", "firefox"].includes(kind) || !given) {
  console.error("usage: node tests/takeaway/download.mjs chromium|firefox <program> <address> <folder>");
  process.exit(2);
}
const folder = resolve(given);

/** The module answers, and the view that the address asks for is on screen. */
const LIVE = "return document.documentElement.matches('[data-live]:not([data-pending]):not([data-busy])')";
const sheet = (kind) => (["svg", "png"].includes(kind) ? "take-picture" : "take-data");
/** As a click of the reader: the sheet is open, the button is in it. */
const press = (kind) => `
  const sheet = document.getElementById("${sheet(kind)}");
  if (!sheet.matches(":popover-open")) document.querySelector("[popovertarget=${sheet(kind)}]").click();
  const button = sheet.querySelector("[data-take=${kind}]");
  if (!button.checkVisibility({ visibilityProperty: true })) throw new Error("${kind} is not offered");
  button.click();`;
const said = (kind) => `return document.querySelector("#${sheet(kind)} .said").textContent`;

/** Asks again and again, a few times a second. */
async function until(what, ready) {
  for (let turn = 0; turn < PATIENCE * 5; turn += 1) {
    const found = await ready();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`${what}: still not after ${PATIENCE} s`);
}

/** The file with this ending, once it has all come. */
const arrived = (ending) => {
  const files = readdirSync(folder);
  const name = files.find((it) => it.endsWith(`.${ending}`));
  return name && !files.includes(`${name}.part`) && statSync(join(folder, name)).size > 0 ? name : undefined;
};

async function take({ open, run }, wait = arrived) {
  await open(address);
  await until("the page's module", () => run(LIVE));
  for (const kind of KINDS) {
    await run(press(kind));
    const name = await until(`${kind} (${await run(said(kind))})`, () => wait(kind));
    console.log(name);
  }
}

/** Playwright wants the whole path of a program. */
const found = (name) => (process.env.PATH ?? "").split(delimiter).map((it) => resolve(it, name)).find((it) => existsSync(it)) ?? name;

async function withChromium(work) {
  const { chromium } = await import("@playwright/test");
  const browser = await chromium.launch({ executablePath: found(program), args: ["--no-sandbox", "--disable-gpu", "--no-proxy-server"] });
  try {
    const page = await browser.newPage();
    const saved = new Map();
    page.on("download", async (download) => {
      const name = download.suggestedFilename();
      await download.saveAs(join(folder, name));
      saved.set(name.split(".").pop(), name);
    });
    const run = (script) => page.evaluate(`(() => { ${script} })()`);
    await work({ open: (url) => page.goto(url), run }, (kind) => saved.get(kind));
  } finally {
    await browser.close();
  }
}

await (kind === "firefox" ? withFirefox(program, folder, take) : withChromium(take));
