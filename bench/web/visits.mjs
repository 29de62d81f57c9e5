// The three sorts of visits: one that only loads, one that touches the chart as soon as it is to be seen, and one that
// makes choices once everything is there.
import { atRest, visit } from "./browser.mjs";

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/** What the observer in the page noted, without its promises. */
const noted = (frame) =>
  frame.evaluate(() => {
    const { fcp, lcp, lcpIs, shifts, long, live, chart, chartTop, answered, alive, missing, events } = window.bench;
    return { fcp, lcp, lcpIs, shifts, long, live, chart, chartTop, answered, alive, missing, events };
  });

const shifted = (shifts, input) => sum(shifts.filter((it) => it.input === input).map((it) => it.value));

/** A visit that only loads: paints, bytes, shifts, the processor's work. */
export function load(browser, { url, bench, framed, life, locale }) {
  const own = framed ? new URL(framed).origin : undefined;
  const counted = own ? (address) => address.startsWith(own) : undefined;
  return visit(browser, url, { bench, counted, locale: locale === "en" ? "en-GB" : "vi-VN" }, async ({ page, session, wire }) => {
    let frame = page.mainFrame();
    if (framed) frame = await (await page.waitForSelector("iframe")).contentFrame();
    const rested = await atRest(page, wire);
    const it = await noted(frame);
    const read = wire.until(Infinity);
    if (["whole", "search", "builder"].includes(life)) {
      // The module comes at the first sign of a reader. A page that never comes to life is told by the missing number.
      const touched = await page.evaluate(() => performance.now());
      await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: 4, y: 300 }] });
      await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
      await page.waitForSelector("html[data-live]", { state: "attached", timeout: 30_000 }).catch(() => {});
      await atRest(page, wire);
      const { live, shifts } = await noted(frame);
      it.live = live === null ? null : live - touched;
      it.shifts = shifts;
    }
    const readable = Math.max(it.fcp ?? 0, it.lcp ?? 0, it.chart ?? 0);
    return {
      fcp: it.fcp,
      lcp: it.lcp,
      lcpIs: it.lcpIs,
      chart: it.chart,
      chartTop: it.chartTop,
      live: it.live,
      shift: shifted(it.shifts, false),
      shifts: it.shifts,
      blocked: sum(it.long.map(([, long]) => long - 50)),
      bytesFcp: it.fcp === null ? null : wire.until(it.fcp),
      bytesLcp: it.lcp === null ? null : wire.until(it.lcp),
      bytesReadable: wire.until(readable),
      bytesDocument: wire.files[0]?.bytes,
      bytes: read,
      files: wire.files,
      rested,
      missing: it.missing,
    };
  });
}

/** Scrolls the chart into sight and answers with the part of it that is. */
const inSight = (page, selector) =>
  page.evaluate((selector) => {
    const seen = [...document.querySelectorAll(selector)].find((it) => it.getBoundingClientRect().height > 40);
    if (!seen) return undefined;
    const box = () => seen.getBoundingClientRect();
    if (box().top < 0 || box().top > innerHeight / 2) scrollBy({ top: box().top - 80, behavior: "instant" });
    const { left, top, width, bottom } = box();
    return { left, top: Math.max(top, 0), width, bottom: Math.min(bottom, innerHeight) };
  }, selector);

/** Touches the chart again and again, with a finger and a mouse in turn, each time a little lower, until `done` says so. */
async function touch(session, box, done) {
  const end = Date.now() + 30_000;
  for (let n = 0; Date.now() < end; n++) {
    if (await done()) return true;
    const x = Math.round(box.left + box.width * 0.5);
    const y = Math.round(box.top + 40 + ((n * 7) % Math.max(20, box.bottom - box.top - 80)));
    if (n % 2 === 0) {
      await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
      await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    } else {
      await session.send("Input.dispatchMouseEvent", { type: "mouseMoved", x: x - 6, y });
      await session.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y });
    }
    await pause(50);
  }
  return false;
}

/** A visit that wants an answer of the chart as soon as it is to be seen. */
export function answer(browser, { url, bench }) {
  return visit(browser, url, { bench }, async ({ page, session, wire }) => {
    const there = await page.evaluate(() => Promise.race([window.bench.whenChart, new Promise((done) => setTimeout(done, 30_000))]));
    if (!there) return { answered: null };
    const box = await inSight(page, bench.chart);
    await page.evaluate(() => window.bench.watchAnswer());
    await touch(session, box, () => page.evaluate(() => window.bench.answered !== null));
    // What is drawn has answered; the live chart comes in its place.
    await atRest(page, wire);
    const it = await noted(page);
    return {
      chart: it.chart,
      answered: it.answered,
      alive: it.alive,
      shift: shifted(it.shifts, false),
      shiftInput: shifted(it.shifts, true),
      shifts: it.shifts,
      bytes: wire.until(Infinity),
    };
  });
}

/**
 * A visit that makes choices with the live chart there, and measures each: milliseconds from the input to the first
 * paint of the new view, and to the paint with its chart. `steps`: name, and what a reader does.
 */
export function choose(browser, { url, bench, steps, processor }) {
  return visit(browser, url, { bench, processor }, async ({ page, session, wire }) => {
    await page.evaluate(() => window.bench.whenChart);
    const box = await inSight(page, bench.chart);
    const live = await touch(session, box, () => page.evaluate(() => document.querySelector(".frame.is-live") !== null));
    await page.waitForSelector("html[data-live]", { state: "attached", timeout: 60_000 });
    await atRest(page, wire);
    await page.evaluate(() => (window.bench.events.length = 0));
    const choices = {};
    for (const { name, type, place, ready, act } of steps) {
      try {
        if (ready) await ready(page);
        await pause(300);
        const files = () => wire.files.filter(({ url }) => !url.includes("favicon")).length;
        const asked = files();
        await page.evaluate(([type, place]) => window.bench.watchChoice(type, place), [type, place]);
        await act(page);
        const result = await page.evaluate(() => Promise.race([window.bench.choice, new Promise((done) => setTimeout(done, 15_000))]));
        await atRest(page, wire);
        // What had to be fetched for it is part of the time. Chromium looks for the icon again at every new address.
        choices[name] = result ? { ...result, fetched: files() - asked } : { view: null, whole: null };
      } catch (error) {
        choices[name] = { view: null, whole: null, why: String(error).split("\n")[0] };
      }
    }
    const it = await noted(page);
    const shifts = { shift: shifted(it.shifts, false), shiftInput: shifted(it.shifts, true), shifts: it.shifts };
    return { live, choices, slowest: Math.max(0, ...it.events.map(([, long]) => long)), events: it.events, ...shifts };
  });
}

/** Taps an element as a finger does. */
const tap = (selector) => (page) => page.locator(selector).first().tap({ timeout: 10_000 });

/** Types into a search field until it offers something. */
const type = (field, text) => async (page) => {
  await page.locator(field).fill(text, { timeout: 10_000 });
  await page.locator(`${field}-list [role=option]`).first().waitFor({ timeout: 10_000 });
};

/** Choices on an indicator's page: a place pinned, another period, other ways of drawing. */
export const onIndicator = (sought) => [
  { name: "pin a place", type: "pointerdown", place: "#pin-list", ready: type("#pin", sought), act: tap("#pin-list [role=option]") },
  { name: "another period", type: "click", place: ".controls a", act: tap('.controls a[href*="time="]:not([aria-current])') },
  { name: "as a table", type: "click", place: ".controls a", act: tap('.controls a[href*="view=table"]') },
  { name: "as a map", type: "click", place: ".controls a", act: tap('.controls a[href*="view=map"]') },
  { name: "as bars again", type: "click", place: ".controls a", act: tap('.controls nav:has(a[href*="view=table"]) a') },
];

/** Choices on the compare page: a place more, another way of drawing, another period. */
export const onCompare = (sought) => [
  { name: "add a place", type: "pointerdown", place: "#add-place-list", ready: type("#add-place", sought), act: tap("#add-place-list [role=option]") },
  { name: "as a table", type: "click", place: ".views button", act: tap(".views button[aria-pressed=false]:visible >> nth=-1") },
  { name: "as bars again", type: "click", place: ".views button", act: tap(".views button[aria-pressed=false]:visible >> nth=0") },
  {
    name: "another period",
    type: "change",
    place: "select",
    // By keyboard, since a list that a finger opens is the system's: the newer neighbour, or the older one of the newest.
    act: async (page) => {
      const select = page.locator("fieldset select").first();
      await select.focus();
      const last = await select.evaluate((it) => it.selectedIndex === it.options.length - 1);
      await page.keyboard.press(last ? "ArrowUp" : "ArrowDown");
    },
  },
];
