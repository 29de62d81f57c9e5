// How an embed behaves on a host's page: it comes alive when it is touched, never shows other places than those asked
// for, keeps nothing, and leaves wheel and keyboard to the page.
import { expect, inside, test } from "./hosts/host.mjs";

const ONE = "nhung/dti/";
const ASKED = `${ONE}?places=dong-nai-cu~dong-thap-cu`;
const APP = /\/assets\/app\.[^/]*\.js/;
const WASM = /\/assets\/app\.[^/]*\.wasm/;
const VERSIONS = /\/data\/versions\.json/;
/** What the browser itself says of answers that are no good. */
const BROWSER = [/^answer [45]\d\d: /, /^console: Failed to load resource/, /^failed: /, /^console: .*WebAssembly/];
const SANDBOX = { sandbox: "allow-scripts" };

/** What speaks of the figures: none of it may be seen while it is not what was asked for. */
const FIGURES = "#embed .headline, #embed figure, #embed .sign";

/** The module shows what the address asks for. */
const live = (frame) => expect(frame.locator("html")).toHaveAttribute("data-live", "");
/** The live chart stands in the place of the drawing. */
const alive = (frame) => expect(frame.locator(".frame").first()).toHaveClass(/is-live/);

for (const [name, attributes] of [["a plain frame", {}], ["a sandbox", SANDBOX]]) {
  test(`in ${name} a pointer brings the figure to life, and the module is not needed`, async ({ page, host }) => {
    const started = [];
    page.on("request", (request) => /\/(assets\/(app|chart|option)\.|data\/v\/)/.test(request.url()) && started.push(request.url()));
    await host.show(page, host.frame(ONE, attributes));
    const frame = await inside(page);
    await expect(frame.locator("figure")).toBeVisible();
    const before = await frame.locator(".headline").innerText();
    expect(started).toEqual([]);
    await frame.locator("figure .frame").first().hover();
    await alive(frame);
    expect(await frame.locator(".headline").innerText()).toBe(before);
    expect(started.map((url) => /(chart|option)\./.exec(url)?.[1] ?? url).sort()).toEqual(["chart", "option"]);
  });

  test(`in ${name} the places asked for are shown, and no others before or after`, async ({ page, host, reader }) => {
    const still = await reader({ javaScriptEnabled: false });
    await still.goto(host.site + ONE);
    const squeezed = (text) => text.replace(/\s+/g, " ").trim();
    const others = (await still.locator("#embed .headline, #embed figure").allTextContents()).map(squeezed);

    await page.addInitScript((selector) => {
      window.seen = [];
      const look = () => {
        for (const it of document.querySelectorAll(selector)) {
          const text = it.textContent.replace(/\s+/g, " ").trim();
          const visible = it.checkVisibility({ visibilityProperty: true, opacityProperty: true });
          if (visible && text && !seen.includes(text)) seen.push(text);
        }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, FIGURES);
    // The module comes when we say.
    let come;
    const waited = new Promise((done) => (come = done));
    await page.route(APP, async (route) => {
      await waited;
      await route.continue();
    });
    await host.show(page, host.frame(ASKED, attributes), { until: "domcontentloaded" });
    const frame = await inside(page);
    await frame.waitForLoadState("domcontentloaded");
    await frame.evaluate(async () => {
      for (let n = 0; n < 20; n += 1) await new Promise(requestAnimationFrame);
    });
    expect(await frame.evaluate(() => seen)).toEqual([]);
    // Our link leads to what was asked for.
    await expect(frame.locator("footer .home a")).toHaveAttribute("href", /places=dong-nai-cu~dong-thap-cu/);
    come();
    await live(frame);
    await expect(frame.locator(".headline")).toBeVisible();
    await expect(frame.locator("#embed")).toContainText("Đồng Nai");
    await expect(frame.locator("#embed")).toContainText("Đồng Tháp");
    const seen = await frame.evaluate(() => window.seen);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter((text) => others.includes(text))).toEqual([]);
  });
}

for (const [name, pattern, answer] of [
  ["the start script is missing", APP, (route) => route.fulfill({ status: 404, body: "", headers: { "access-control-allow-origin": "*" } })],
  ["the module is corrupt", WASM, (route) => route.fulfill({ status: 200, contentType: "application/wasm", body: "\0asm no", headers: { "access-control-allow-origin": "*" } })],
  ["the snapshots are unreachable", /\/data\/v\//, (route) => route.abort("internetdisconnected")],
]) {
  test(`${name}: a sentence and a link stand where the places asked for would`, async ({ page, host, watch }) => {
    watch.allow(...BROWSER);
    await page.route(pattern, answer);
    await host.show(page, host.frame(ASKED, SANDBOX));
    const frame = await inside(page);
    const notice = frame.locator("#notice");
    await expect(notice).toBeVisible();
    await expect(notice).toContainText(/\p{L}{3}.*\./u);
    for (const figure of await frame.locator(FIGURES).all()) await expect(figure).toBeHidden();
    const link = frame.getByRole("link").filter({ visible: true }).and(frame.locator('[href*="places=dong-nai-cu~dong-thap-cu"]'));
    await expect(link.first()).toBeVisible();
    await page.unroute(pattern);
    await notice.getByRole("button").click();
    await live(frame);
    await expect(frame.locator("#embed")).toContainText("Đồng Tháp");
    await expect(notice).toBeHidden();
  });
}

for (const [name, pattern] of [["the chart code", /\/assets\/chart\./], ["what the chart begins with", /\/assets\/option\./]]) {
  test(`${name} is missing: the drawing stays and answers`, async ({ page, host, watch }) => {
    watch.allow(...BROWSER, /^console: .*dynamically imported/);
    await page.route(pattern, (route) => route.fulfill({ status: 404, body: "", headers: { "access-control-allow-origin": "*" } }));
    await host.show(page, host.frame(ONE, SANDBOX));
    const frame = await inside(page);
    await frame.locator("figure .frame").first().focus();
    await expect(frame.getByText("Không tải được biểu đồ động")).toBeVisible();
    await page.keyboard.press("Home");
    await expect(frame.locator(".readout")).toContainText("Hồ Chí Minh (cũ): 0,8373");
    await expect(frame.locator("figure svg:visible").first()).toBeVisible();
    await expect(frame.locator(".headline")).toBeVisible();
  });
}

test("a finger brings it to life", async ({ reader, host }) => {
  const page = await reader({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  await host.show(page, host.frame(ONE, { width: 320 }));
  const frame = await inside(page);
  await frame.locator("figure .frame").first().tap();
  await alive(frame);
});

test("the keyboard passes through, and brings it to life on its way", async ({ page, host }) => {
  await host.show(page, host.frame(ONE));
  const frame = await inside(page);
  const at = () => page.evaluate(() => document.activeElement.id || document.activeElement.localName);
  await page.locator("#before").focus();
  const way = [];
  for (let n = 0; n < 200 && way.at(-1) !== "after"; n += 1) {
    await page.keyboard.press("Tab");
    way.push(await at());
  }
  // While the focus is on its way into the frame, nothing has it.
  expect([...new Set(way)].filter((name) => name !== "body")).toEqual(["iframe", "after"]);
  await alive(frame);
  await page.keyboard.press("Shift+Tab");
  await expect.poll(at).toBe("iframe");
});

test("the wheel scrolls the host's page, over a live embed too", async ({ page, host }) => {
  await host.show(page, host.frame(ONE, { height: 300 }), { tall: true, scripts: [`${host.site}nhung/tinhso.js`] });
  const frame = await inside(page);
  await frame.locator("figure").first().hover();
  await alive(frame);
  const y = () => page.evaluate(() => scrollY);
  const before = await y();
  await page.mouse.wheel(0, 200);
  await expect.poll(y).toBeGreaterThan(before);
});

test("nothing is kept in the reader's browser", async ({ page, host, context }) => {
  await host.show(page, host.frame(ASKED));
  const frame = await inside(page);
  await live(frame);
  const kept = await frame.evaluate(async () => {
    const looks = [
      () => localStorage.length,
      () => sessionStorage.length,
      () => document.cookie.length,
      async () => (await indexedDB.databases()).length,
      async () => (await caches.keys()).length,
      async () => (await navigator.serviceWorker.getRegistrations()).length,
    ];
    // A browser that keeps strangers' frames out of its storage says so by throwing.
    return Promise.all(looks.map(async (look) => { try { return await look(); } catch { return 0; } }));
  });
  expect(kept).toEqual([0, 0, 0, 0, 0, 0]);
  expect(await context.cookies()).toEqual([]);
  // The reader's way back is the host's: nothing was put into the history.
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
});

test("a pinned embed says when newer data are published, and not otherwise", async ({ page, host, request }) => {
  const list = await (await request.get("data/versions.json")).json();
  const pinned = `nhung/v/${list.latest}/dti/`;
  const newer = { ...list, latest: "2099.01.0", versions: [{ version: "2099.01.0", date: "2099-01-01", path: "v/2099.01.0/" }, ...list.versions] };
  const answered = () => page.waitForEvent("requestfinished", (it) => VERSIONS.test(it.url()));

  let answer = answered();
  await host.show(page, host.frame(pinned, SANDBOX));
  await answer;
  let frame = await inside(page);
  await expect(frame.locator("#newer")).toBeHidden();

  await page.route(VERSIONS, (route) => route.fulfill({ json: newer, headers: { "access-control-allow-origin": "*" } }));
  await host.show(page, host.frame(pinned, SANDBOX));
  frame = await inside(page);
  await expect(frame.locator("#newer")).toBeVisible();
  await expect(frame.locator("#newer").getByRole("link")).toHaveAttribute("href", /\S/);
});

test("without the list of versions a pinned embed is as it was", async ({ page, host, request, watch }) => {
  watch.allow(...BROWSER);
  const { latest } = await (await request.get("data/versions.json")).json();
  await page.route(VERSIONS, (route) => route.abort("internetdisconnected"));
  const failed = page.waitForEvent("requestfailed", (it) => VERSIONS.test(it.url()));
  await host.show(page, host.frame(`nhung/v/${latest}/dti/`));
  await failed;
  const frame = await inside(page);
  await expect(frame.locator("#newer")).toBeHidden();
  await expect(frame.locator("#notice")).toBeHidden();
  await expect(frame.locator(".headline")).toBeVisible();
});
