// What every test starts from: a browser that is watched, and a few words for what tests do again and again.
//
// A test fails on anything a reader's browser would complain of: errors and warnings on the console, uncaught errors,
// breaches of the content security policy, requests that fail, requests that leave the site's own folder. A test of a
// fault says beforehand which complaints belong to it: `watch.allow(/…/)`.
import { test as base, expect } from "@playwright/test";
import { limited, named } from "./engines/limits.mjs";
import { settled } from "./ready.mjs";

export { atRest, settled, use } from "./ready.mjs";

class Watch {
  #found = [];
  #allowed = [];

  /** `homes`: where requests may go; a test of embeds adds the host that shows them. */
  constructor(...homes) {
    this.homes = homes;
  }

  /** Complaints of this kind belong to the test. */
  allow(...patterns) {
    this.#allowed.push(...patterns);
  }

  note(complaint) {
    // Firefox asks for the icon of a page that names none, as an embed by itself, and is not allowed to.
    if (/(Content-Security-Policy|^console: policy: img-src).*\/favicon\.ico/.test(complaint)) return;
    // The first lines say what; the rest are stacks of a module without names.
    const short = named(complaint).split("\n").slice(0, 2).join(" ");
    if (!this.#found.includes(short)) this.#found.push(short);
  }

  /** What was complained of and not allowed. */
  get unexpected() {
    return this.#found.filter((one) => !this.#allowed.some((pattern) => pattern.test(one)));
  }

  /** Watches every page of a browser context. */
  async over(context) {
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    context.on("console", (message) => {
      const text = message.text();
      // A preload that waits for its turn on a busy machine is no fault.
      if (/was preloaded using link preload but not used within/.test(text)) return;
      // The test's own doing, see below.
      if (text.includes("Service Worker registration blocked by Playwright")) return;
      if (["error", "warning"].includes(message.type())) this.note(`console: ${text}`);
    });
    context.on("weberror", (error) => this.note(`error: ${error.error().stack ?? error.error()}`));
    context.on("request", (request) => {
      const url = request.url();
      if (!this.homes.some((home) => url.startsWith(home)) && !/^(data|blob|about):/.test(url)) this.note(`request elsewhere: ${url}`);
    });
    context.on("response", (response) => {
      if (response.status() >= 400) this.note(`answer ${response.status()}: ${response.url()}`);
    });
    context.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText ?? "";
      // The reader has gone to another page meanwhile; the site itself never aborts.
      if (!["net::ERR_ABORTED", "NS_BINDING_ABORTED"].includes(reason)) this.note(`failed: ${request.url()} ${reason}`);
    });
    return limited(context);
  }
}

export const test = base.extend({
  /** What a page asks for is seen on the network, but where reading offline is tried. */
  serviceWorkers: ["block", { option: true }],
  /** What the browser complains of during the test. */
  watch: async ({ baseURL }, use) => {
    const watch = new Watch(baseURL);
    await use(watch);
    expect(watch.unexpected, "the browser complains").toEqual([]);
  },
  context: async ({ context, watch }, use) => {
    await use(await watch.over(context));
  },
  /** Makes another reader: a browser context of its own, watched too. */
  reader: async ({ browser, contextOptions, baseURL, watch, viewport, locale }, use) => {
    const made = [];
    await use(async (options = {}) => {
      if (options.hasTouch) test.skip(browser.browserType().name() === "firefox", "Firefox cannot be told of a finger");
      const context = await browser.newContext({ ...contextOptions, baseURL, viewport, locale, ...options });
      made.push(context);
      await watch.over(context);
      return context.newPage();
    });
    for (const context of made) await context.close();
  },
});

export { expect };

/** A test that runs in both homes of the site: at the root of a host and in a folder. The others run at the root only. */
export const BOTH = { tag: "@both" };

/** Opens an address below the site's folder and waits for the module. */
export async function open(page, address) {
  const response = await page.goto(address);
  await settled(page);
  return response;
}

/** The part of the address in the bar that lies below the site's folder. */
export function below(page, baseURL) {
  expect(page.url().startsWith(baseURL), `${page.url()} lies in ${baseURL}`).toBe(true);
  return page.url().slice(baseURL.length);
}

/** Waits for the address in the bar, given below the site's folder. */
export async function expectAddress(page, baseURL, address) {
  await expect.poll(() => decodeURIComponent(below(page, baseURL))).toBe(address);
}

/** The panels of the view on screen, by the names of their indicators. */
export const panels = (page) => page.locator(".results .panel");
export const panelNames = (page) => page.locator(".results .panel h2");
/** The one panel of this indicator. */
export const panel = (page, name) => page.getByRole("region", { name, exact: true });

/** What the view shows, in words: enough to tell two views apart. */
export const summary = async (page) => ({
  panels: await page.locator(".results .panel .headline").allInnerTexts(),
  chips: await page.locator(".chip > span").allInnerTexts(),
  subject: await page.locator("form.query select").first().inputValue(),
  pressed: await page.locator(".views [aria-pressed=true]").allInnerTexts(),
  time: await page.locator("fieldset select").first().inputValue(),
});

/** The pair the site was made for: figures that look alike and are not, several of them for each place. */
export const PAIR = "so-sanh/?topic=smartphones&places=dong-nai-cu~dong-thap-cu";

/** One page of each kind, below the site's folder; `life` says what the module takes over. */
export const KINDS = [
  { kind: "home", vi: "./", en: "en/", life: "search" },
  { kind: "compare", vi: "so-sanh/", en: "en/compare/", life: "whole" },
  { kind: "theme", vi: "chu-de/broadband/", en: "en/themes/broadband/", life: "still" },
  { kind: "indicator", vi: "chi-so/dti/", en: "en/indicators/dti/", life: "whole" },
  { kind: "place", vi: "tinh/dong-nai-cu/", en: "en/places/dong-nai-cu/", life: "still" },
  { kind: "sources", vi: "nguon/", en: "en/sources/", life: "still" },
  { kind: "source", vi: "nguon/baodongnai-2022-11-07/", en: "en/sources/baodongnai-2022-11-07/", life: "still" },
  { kind: "data", vi: "du-lieu/", en: "en/data/", life: "still" },
  { kind: "changes", vi: "thay-doi/", en: "en/changes/", life: "still" },
  { kind: "embed guide", vi: "nhung/", en: "en/embed/", life: "builder" },
  { kind: "coverage", vi: "do-phu/", en: "en/coverage/", life: "still" },
  { kind: "method", vi: "phuong-phap/", en: "en/method/", life: "still" },
  { kind: "about", vi: "gioi-thieu/", en: "en/about/", life: "still" },
];

/** Opens a page of any kind and waits for what the module takes over of it. */
export async function visit(page, address, life) {
  const response = await page.goto(address);
  if (life !== "still") await settled(page);
  return response;
}

/** Tiles: places that lead somewhere, and the two archipelagos. */
export async function expectMap(map, count, folder) {
  await expect(map.locator("a.tile")).toHaveCount(count);
  await expect(map.locator(".archipelago")).toHaveCount(2);
  await expect(map.locator(".archipelago").filter({ hasText: /Hoàng Sa\s+\(Đà Nẵng/ })).toBeVisible();
  await expect(map.locator(".archipelago").filter({ hasText: /Trường Sa\s+\(Khánh Hòa/ })).toBeVisible();
  const links = await map.locator("a.tile").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  expect(new Set(links).size).toBe(count);
  for (const link of links) expect(link).toMatch(new RegExp(`/${folder}/[a-z0-9-]+/$`));
}
