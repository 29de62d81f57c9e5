// From page to page without loading anew: what a reader has and hears is the same as if the browser had gone there.
import { BOTH, below, expect, settled, test } from "./site.mjs";

/** Marks the document, and waits until the script that goes from page to page is there. */
async function begin(page, address) {
  await page.goto(address, { waitUntil: "load" });
  await page.evaluate(() => (globalThis.mark = true));
}
const unloaded = (page) => page.evaluate(() => globalThis.mark === true);
const h1 = (page) => page.locator("h1");
const scroll = (page) => page.evaluate(() => Math.round(scrollY));
/** What of a head is a page's own. */
const head = (page) =>
  page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    own: [...document.head.querySelectorAll("meta[name=description], meta[property], link[rel=canonical], link[rel=alternate], script[type='application/ld+json']")]
      .map((one) => one.outerHTML.trim())
      .sort(),
    attributes: document.documentElement
      .getAttributeNames()
      .filter((name) => !["data-live", "data-pending"].includes(name))
      .map((name) => `${name}=${document.documentElement.getAttribute(name)}`)
      .sort(),
    skip: document.querySelector(".skip").textContent,
    notice: document.getElementById("notice").dataset.blocked,
  }));

test("a link leads to the next page without a reload, and leaves the same page as a load", BOTH, async ({ page, baseURL, reader }) => {
  await begin(page, "gioi-thieu/");
  const other = await reader();
  // Every sort of page that the module leaves alone, and back to the language one reads in.
  for (const address of ["nguon/", "nguon/baodongnai-2022-11-07/", "en/sources/baodongnai-2022-11-07/", "tinh/dong-nai-cu/"]) {
    await test.step(address, async () => {
      await page.evaluate((to) => {
        const link = Object.assign(document.createElement("a"), { href: to, textContent: "next" });
        document.querySelector("main").prepend(link);
        link.click();
      }, new URL(address, baseURL).href);
      await expect.poll(() => below(page, baseURL)).toBe(address);
      await other.goto(address);
      await expect(h1(page)).toHaveText(await h1(other).innerText());
      expect(await head(page)).toEqual(await head(other));
      expect(await page.locator("#app").innerText()).toBe(await other.locator("#app").innerText());
      // The other reader has come to the front.
      await page.bringToFront();
      await expect(page.locator("main")).toBeFocused();
      await expect(page.locator("[aria-live=polite].hidden").last()).toHaveText(await other.title());
    });
  }
  expect(await unloaded(page)).toBe(true);
});

test("back is at once, at the place one left; forward too", async ({ page, baseURL, watch }) => {
  // The browser asks for the icon of the page on its own.
  watch.allow(/favicon\.svg|^console: .*ERR_INTERNET_DISCONNECTED/);
  await begin(page, "nguon/");
  const link = page.locator("main a[href*='/nguon/']:visible").last();
  await link.hover();
  const place = await scroll(page);
  expect(place).toBeGreaterThan(300);
  await link.click();
  await expect(page).not.toHaveURL(/nguon\/$/);
  const there = page.url();
  await expect.poll(() => scroll(page)).toBe(0);
  await page.goBack();
  await expect(page).toHaveURL(`${baseURL}nguon/`);
  await expect.poll(() => scroll(page)).toBe(place);
  await page.reload();
  await expect.poll(() => scroll(page)).toBe(place);
  await page.evaluate(() => (globalThis.mark = true));
  await page.goForward();
  await expect(page).toHaveURL(there);
  await page.goBack();
  await expect.poll(() => scroll(page)).toBe(place);
  // What was open needs no network.
  await page.context().setOffline(true);
  await page.goForward();
  await expect(page).toHaveURL(there);
  await expect(page.locator("main dl.facts")).toBeVisible();
  await expect.poll(() => scroll(page)).toBe(0);
  await page.goBack();
  await expect.poll(() => scroll(page)).toBe(place);
  expect(await unloaded(page)).toBe(true);
});

test("a place on a page: from elsewhere and on the page itself", async ({ page, baseURL }) => {
  await begin(page, "gioi-thieu/");
  await page.evaluate((to) => {
    const link = Object.assign(document.createElement("a"), { href: to });
    document.querySelector("main").prepend(link);
    link.click();
  }, `${baseURL}phuong-phap/#main`);
  await expect(page).toHaveURL(/phuong-phap\/#main$/);
  const top = () => page.locator("#main").evaluate((one) => Math.round(one.getBoundingClientRect().top));
  expect(await top()).toBe(0);
  await page.locator(".skip").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  expect(await unloaded(page)).toBe(true);
});

test("what a reader is about to open is fetched ahead, once; not where data is dear", async ({ page, reader }) => {
  const asked = (one, address) => {
    const found = [];
    one.on("request", (request) => request.url().endsWith(address) && found.push(request.url()));
    return found;
  };
  await begin(page, "gioi-thieu/");
  const ahead = asked(page, "/nguon/");
  const link = page.getByRole("banner").getByRole("link", { name: "Nguồn" });
  await link.hover();
  await expect.poll(() => ahead.length).toBe(1);
  await link.click();
  await expect(page).toHaveURL(/nguon\/$/);
  expect(ahead.length).toBe(1);
  expect(await unloaded(page)).toBe(true);

  const frugal = await reader();
  await frugal.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await begin(frugal, "gioi-thieu/");
  const none = asked(frugal, "/nguon/");
  await frugal.getByRole("banner").getByRole("link", { name: "Nguồn" }).hover();
  // Long after it would have been.
  await frugal.waitForTimeout(300);
  expect(none).toEqual([]);
});

test("clicks that ask for another tab, files and embeds are the browser's own", async ({ page, context, baseURL }) => {
  await begin(page, "gioi-thieu/");
  const opened = context.waitForEvent("page");
  await page.getByRole("banner").getByRole("link", { name: "Nguồn" }).click({ modifiers: ["ControlOrMeta"] });
  await expect(await opened).toHaveURL(`${baseURL}nguon/`);
  await expect(page).toHaveURL(`${baseURL}gioi-thieu/`);
  expect(await unloaded(page)).toBe(true);
  await page.evaluate((to) => {
    const link = Object.assign(document.createElement("a"), { href: to });
    document.body.append(link);
    setTimeout(() => link.click());
  }, `${baseURL}nhung/dti/`);
  await expect(page.locator("#embed")).toBeVisible();
  expect(await unloaded(page)).toBe(false);
});

test("whatever is wrong with the next page, the browser goes there itself", async ({ page, baseURL, watch }) => {
  watch.allow(/./);
  const faults = {
    "an error": (route) => route.fulfill({ status: 500, contentType: "text/html", body: "<p>500</p>" }),
    "no connection": (route) => route.abort(),
    "no page": (route) => route.fulfill({ contentType: "text/plain", body: "text" }),
    "another build": async (route) => {
      const body = (await (await route.fetch()).text()).replace(/data-build="[^"]*"/, 'data-build="other"');
      await route.fulfill({ contentType: "text/html; charset=utf-8", body });
    },
    "half a page": (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>half" }),
  };
  for (const [name, fault] of Object.entries(faults)) {
    await test.step(name, async () => {
      await begin(page, "gioi-thieu/");
      // Only what a script asks for is at fault.
      await page.route(/\/nguon\/$/, (route) => (route.request().isNavigationRequest() ? route.continue() : fault(route)));
      await page.getByRole("banner").getByRole("link", { name: "Nguồn" }).click();
      await expect(page).toHaveURL(`${baseURL}nguon/`);
      await expect(h1(page)).toHaveText("Nguồn");
      expect(await unloaded(page)).toBe(false);
      await page.unroute(/\/nguon\/$/);
    });
  }
});

test("of two links in a row the later one is shown, however slow the first", async ({ page, baseURL }) => {
  await begin(page, "gioi-thieu/");
  let release;
  const held = new Promise((done) => (release = done));
  await page.route(/\/nguon\/$/, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await page.getByRole("banner").getByRole("link", { name: "Nguồn" }).click();
  await expect(page.locator("html[data-busy]")).toBeAttached();
  await page.getByRole("banner").getByRole("link", { name: "Ai công bố gì" }).click();
  await expect(page).toHaveURL(`${baseURL}do-phu/`);
  release();
  await expect(page.locator("html:not([data-busy])")).toBeAttached();
  await expect(page).toHaveURL(`${baseURL}do-phu/`);
  expect(await unloaded(page)).toBe(true);
  await page.goBack();
  await expect(page).toHaveURL(`${baseURL}gioi-thieu/`);
});

/** In the module's place: writes down what it is told. */
const STUB = `
  globalThis.told = [];
  const tell = (name, detail) => told.push([name, detail ? detail.path + detail.query : location.pathname + location.search].join(" "));
  for (const name of ["view", "leave", "page"]) {
    document.addEventListener("tinhso:" + name, (event) => {
      tell(name, event.detail);
      if (name === "view" && globalThis.takes) event.preventDefault();
    });
  }
  tell("start");
`;

test("the module is told what happens, and asks for what it wants", async ({ page, baseURL }) => {
  const scripts = [];
  await page.route(/\/assets\/app\.\w+\.js$/, (route) => {
    scripts.push(route.request().url());
    return route.fulfill({ contentType: "text/javascript", body: STUB });
  });
  const folder = new URL(baseURL).pathname;
  const told = () => page.evaluate(() => globalThis.told?.splice(0).map((line) => line));
  const becomes = async (...lines) => {
    const found = [];
    await expect.poll(async () => (found.push(...((await told()) ?? [])), found.length)).toBeGreaterThanOrEqual(lines.length);
    expect(found).toEqual(lines.map((line) => line.replace(" /", ` ${folder}`)));
  };
  const go = (href, stay) =>
    page.evaluate((detail) => document.dispatchEvent(new CustomEvent("tinhso:go", { cancelable: true, detail })), { href, stay });
  const asked = [];
  page.on("request", (request) => request.resourceType() === "fetch" && request.url().endsWith("/") && asked.push(request.url()));

  // The script comes with the first page that it has something to do on.
  await begin(page, "gioi-thieu/");
  expect(await told()).toBe(undefined);
  expect(await go(`${folder}so-sanh/?topic=broadband`, false)).toBe(false);
  await expect(page).toHaveURL(`${baseURL}so-sanh/?topic=broadband`);
  // The default view is held back for the one that was asked for.
  await expect(page.locator("html[data-pending]")).toBeAttached();
  await becomes("start /so-sanh/?topic=broadband");

  // Another view of the same page is the module's, at the place one is at if that was asked for.
  await page.evaluate(() => {
    globalThis.takes = true;
    document.documentElement.removeAttribute("data-pending");
    scrollTo({ top: 300, behavior: "instant" });
  });
  asked.length = 0;
  await go("?topic=e-payments", true);
  await expect(page).toHaveURL(`${baseURL}so-sanh/?topic=e-payments`);
  expect(await scroll(page)).toBe(300);
  await go("?topic=e-payments&view=table", false);
  expect(await scroll(page)).toBe(0);
  // The entry in the history follows the view.
  await expect(page).toHaveURL(`${baseURL}so-sanh/?topic=e-payments&view=table`);
  await page.goBack();
  await becomes(
    "view /so-sanh/?topic=e-payments",
    "view /so-sanh/?topic=e-payments&view=table",
    "view /so-sanh/?topic=e-payments",
  );
  await expect.poll(() => scroll(page)).toBe(300);
  expect(asked, "views are no documents").toEqual([]);

  // What it does not take is the page anew, for it to begin with.
  await page.evaluate(() => (globalThis.takes = false));
  await go("?topic=smartphones", true);
  // It is asked once more when the document has come: it may be there by then.
  const asks = "view /so-sanh/?topic=smartphones";
  await becomes(asks, asks, "leave /so-sanh/?topic=smartphones", "page /so-sanh/?topic=smartphones");
  await go(`${folder}chi-so/dti/`, false);
  await becomes("leave /chi-so/dti/", "page /chi-so/dti/");
  expect(scripts.length).toBe(1);
  expect(await unloaded(page)).toBe(true);

  // A broken module ends with its page.
  await page.evaluate(() => (document.documentElement.dataset.broken = ""));
  await page.getByRole("banner").getByRole("link", { name: "Nguồn" }).click();
  await expect(page).toHaveURL(`${baseURL}nguon/`);
  expect(await unloaded(page)).toBe(false);
});

test("a long session stays light", async ({ page, baseURL }) => {
  test.slow();
  // Fading takes its time, and is the browser's own.
  await page.emulateMedia({ reducedMotion: "reduce" });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  const look = async () => {
    await cdp.send("HeapProfiler.collectGarbage");
    const { metrics } = await cdp.send("Performance.getMetrics");
    const of = (name) => metrics.find((it) => it.name === name).value;
    return { listeners: of("JSEventListeners"), nodes: of("Nodes"), heap: of("JSHeapUsedSize") / 1e6 };
  };
  /** The page left last may be held by what it still had to do: two looks in a row are to see the same. */
  const measure = async () => {
    let seen = await look();
    for (let before; before?.nodes !== seen.nodes || before.listeners !== seen.listeners; ) {
      await page.waitForTimeout(500);
      [before, seen] = [seen, await look()];
    }
    return seen;
  };
  /** Goes through pages and views `times` times, as a reader would who is in a hurry. */
  const round = (times) =>
    page.evaluate(
      async ([base, times]) => {
        const go = (href) => document.dispatchEvent(new CustomEvent("tinhso:go", { cancelable: true, detail: { href, stay: false } }));
        const html = document.documentElement;
        const rest = async () => {
          const until = performance.now() + 10_000;
          const ready = () => !("busy" in html.dataset) && ("live" in html.dataset || !("app" in html.dataset));
          do await new Promise((done) => setTimeout(done, 5));
          while (!ready() && performance.now() < until);
          if (!ready()) throw new Error(`${location.href} never came to rest`);
        };
        for (let n = 0; n < times; n += 1) {
          for (const path of ["", "chi-so/dti/", "tinh/ha-noi/", "en/places/ha-noi/", "so-sanh/"]) {
            const there = new Promise((done) => document.addEventListener("tinhso:page", done, { once: true }));
            go(base + path);
            await there;
            await rest();
          }
          for (let m = 0; m < 20; m += 1) {
            go(`${base}so-sanh/?topic=${["broadband", "smartphones"][m % 2]}&view=${["table", "bar"][(m >> 1) % 2]}`);
            await rest();
          }
        }
        // Where nothing is live and nothing on its way, whatever is left was left behind.
        const there = new Promise((done) => document.addEventListener("tinhso:page", done, { once: true }));
        go(`${base}gioi-thieu/`);
        await there;
        await rest();
      },
      [new URL(baseURL).pathname, times],
    );
  await begin(page, "nguon/");
  await round(2);
  const early = await measure();
  // With what came before: more than 50 pages and 200 views.
  await round(8);
  const late = await measure();
  expect(await unloaded(page)).toBe(true);
  const seen = JSON.stringify({ early, late });
  expect(late.listeners, seen).toBeLessThanOrEqual(early.listeners);
  expect(late.nodes, seen).toBeLessThanOrEqual(early.nodes + 50);
  expect(late.heap, seen).toBeLessThanOrEqual(early.heap * 1.25 + 2);
});
