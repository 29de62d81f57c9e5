// Chromium as a cheap phone on slow 4G, a new one for every visit, and every byte that reaches it.
import { accessSync, constants, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pageFunctions } from "lighthouse/core/lib/page-functions.js";
import { chromium } from "playwright-core";

/** What is emulated; printed with the results. */
export const PHONE = { width: 360, height: 740, pixels: 2, processor: 4, down: 1.6e6, up: 750e3, latency: 150 };
const AGENT = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/#.0.0.0 Mobile Safari/537.36";
const observer = readFileSync(new URL("./observe.js", import.meta.url), "utf8");

/** The browser: named in TINHSO_CHROMIUM, or the first on the path. */
export function findChromium() {
  if (process.env.TINHSO_CHROMIUM) return process.env.TINHSO_CHROMIUM;
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not in this folder.
      }
    }
  }
  throw new Error("no Chromium on the PATH; name one in TINHSO_CHROMIUM");
}

/** Flags that keep the browser from doing anything of its own accord. */
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function launch() {
  return chromium.launch({
    executablePath: findChromium(),
    // A sandboxed frame in a process of its own would escape the emulation, which is set for the page's process.
    args: [...FLAGS, "--disable-features=IsolateSandboxedIframes,Translate,OptimizationHints,MediaRouter"],
  });
}

/**
 * How fast this machine is just now, by Lighthouse's BenchmarkIndex, which takes a second. A desk's computer has 1500 to
 * 2000, and a processor four times slower than that is a cheap phone's.
 */
export async function speed(browser) {
  const page = await browser.newPage();
  try {
    return await page.evaluate(`(${pageFunctions.computeBenchmarkIndex})()`);
  } finally {
    await page.close();
  }
}

/** The BenchmarkIndex of the least of a desk's computers: of that a phone's processor is said to be so many times slower. */
const DESK = 1500;

/**
 * How much slower this machine is to be made, which had that index just now, to be as slow as the phone: where it is no
 * desk's computer itself, by less. Never below 1: a machine slower than the phone measures a slower phone.
 */
export const slowed = (index) => PHONE.processor * Math.max(1 / PHONE.processor, Math.min(1, index / DESK));

/** Counts what comes over the wire for a page, by time. */
class Wire {
  #requests = new Map();
  /** Seconds of the browser's clock at which the document was asked for: in a frame, the frame's. */
  begun;
  pieces = [];
  failed = [];
  last = Date.now();

  constructor(session, counted) {
    const add = (at, bytes) => bytes > 0 && this.pieces.push([at, bytes]);
    session.on("Network.requestWillBeSent", ({ requestId, timestamp, request, redirectResponse }) => {
      if (/^(data|blob):/.test(request.url) || redirectResponse) return;
      if (counted(request.url)) this.begun ??= timestamp;
      this.#requests.set(requestId, { url: request.url, bytes: 0, counts: counted(request.url), sent: timestamp });
      this.last = Date.now();
    });
    session.on("Network.dataReceived", ({ requestId, timestamp, encodedDataLength }) => {
      const it = this.#requests.get(requestId);
      if (!it) return;
      it.bytes += encodedDataLength;
      if (it.counts) add(timestamp, encodedDataLength);
      this.last = Date.now();
    });
    session.on("Network.responseReceived", ({ requestId, response, timestamp }) => {
      const it = this.#requests.get(requestId);
      if (!it) return;
      if (response.status >= 400) this.failed.push(`${response.status} ${it.url}`);
      it.answered = timestamp;
    });
    session.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) => {
      const it = this.#requests.get(requestId);
      if (!it) return;
      // The head of the answer, and whatever was not told piece by piece.
      if (it.counts) add(it.answered ?? timestamp, encodedDataLength - it.bytes);
      it.bytes = encodedDataLength;
      it.done = timestamp;
      this.last = Date.now();
    });
    session.on("Network.loadingFailed", ({ requestId, errorText, timestamp, canceled }) => {
      const it = this.#requests.get(requestId);
      if (!it) return;
      it.done = timestamp;
      if (!canceled) this.failed.push(`${errorText} ${it.url}`);
      this.last = Date.now();
    });
  }

  get open() {
    return [...this.#requests.values()].filter((it) => it.done === undefined).length;
  }

  /** Bytes that came until so many milliseconds after the document was asked for. */
  until(milliseconds) {
    const end = this.begun + milliseconds / 1000;
    return this.pieces.reduce((sum, [at, bytes]) => sum + (at <= end ? bytes : 0), 0);
  }

  get files() {
    return [...this.#requests.values()]
      .filter((it) => it.counts)
      .map(({ url, bytes, sent, done }) => ({
        url,
        bytes,
        sent: Math.round((sent - this.begun) * 1000),
        done: done && Math.round((done - this.begun) * 1000),
      }));
  }
}

/**
 * Opens an address on the phone, cold, and hands page and wire to `work`. `bench` tells the observer where the chart is;
 * `counted` says which addresses are the page's own (all of them, or an embed's in its host's page); `processor` how much slower it is made.
 */
export async function visit(browser, url, { bench = {}, counted = () => true, locale = "vi-VN", processor = PHONE.processor }, work) {
  const context = await browser.newContext({
    viewport: { width: PHONE.width, height: PHONE.height },
    deviceScaleFactor: PHONE.pixels,
    isMobile: true,
    hasTouch: true,
    userAgent: AGENT.replace("#", browser.version().split(".")[0]),
    locale,
  });
  try {
    await context.addInitScript(`const BENCH = ${JSON.stringify({ chart: null, marks: 0, answered: "false", alive: "", ...bench })};\n${observer}`);
    const page = await context.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error).split("\n")[0]));
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: PHONE.latency,
      downloadThroughput: PHONE.down / 8,
      uploadThroughput: PHONE.up / 8,
    });
    await session.send("Emulation.setCPUThrottlingRate", { rate: processor });
    const wire = new Wire(session, counted);
    await page.goto(url, { waitUntil: "commit", timeout: 60_000 });
    const result = await work({ page, session, wire });
    return { ...result, errors, failed: wire.failed };
  } finally {
    await context.close();
  }
}

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Waits until the page rests: loaded, nothing asked for and no long task for a second (twenty seconds at most). */
export async function atRest(page, wire) {
  await page.waitForLoadState("load", { timeout: 60_000 });
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    const idle = await page.evaluate(() => {
      const last = window.bench.long.at(-1);
      return last ? performance.now() - (last[0] + last[1]) : performance.now();
    });
    if (!wire.open && Date.now() - wire.last > 1000 && idle > 1000) return true;
    await pause(100);
  }
  return false;
}
