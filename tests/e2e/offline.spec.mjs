// Reading offline: pages that were visited, comparisons of figures that were loaded, and never two builds mixed.
import { network } from "./network.mjs";
import { BOTH, expect, open, panel, settled, test as base } from "./site.mjs";

const test = base.extend({
  serviceWorkers: "allow",
  /** The site on a network that the test can take away. */
  net: async ({ baseURL, watch }, use) => {
    const net = await network(baseURL);
    watch.homes.push(net.url);
    await use(net);
    net.close();
  },
});

/** What a browser complains of when there is no network; what it says of the page in a page's place. */
const GONE = [/ERR_(EMPTY_RESPONSE|CONNECTION|FAILED)|NS_ERROR_NET_RESET/, /status of 503|answer 503/];
const saved = (page) => page.locator("#saved");
const h1 = (page) => page.locator("h1");
const TODAY = new RegExp(`^Bản lưu ngày \\d{1,2}/\\d{1,2}/\\d{4}, vì bạn đang ngoại tuyến\\. Thử lại$`);

/** Paths of what is kept. */
const keptPaths = (page) =>
  page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map((request) => new URL(request.url).pathname);
  });

/** Opens a page and waits until the worker holds it and what the pages for all need. */
async function visited(page, net, address) {
  await page.goto(net.url + address);
  const path = new URL(net.url + address).pathname;
  const needed = [(it) => it === path, (it) => /\/app\.\w+\.wasm$/.test(it), (it) => /\/chart\.\w+\.js$/.test(it)];
  await expect
    .poll(async () => {
      const kept = await keptPaths(page);
      return needed.every((one) => kept.some(one));
    })
    .toBe(true);
}

test("after one visit a page is there offline, and says that it was kept; back online the mark is gone", BOTH, async ({ page, net, watch }) => {
  watch.allow(...GONE);
  await visited(page, net, "tinh/dong-nai-cu/");
  await expect(saved(page)).toHaveCount(0);
  const words = await page.locator("main").innerText();
  net.state = "down";
  await page.reload();
  expect(await page.locator("main").innerText()).toBe(words);
  await expect(saved(page)).toHaveText(TODAY);
  await page.evaluate(() => scrollTo(0, 500));
  await expect(saved(page)).toBeInViewport({ ratio: 1 });
  // Home is kept for everybody, and its search answers. The mark comes along where a page is swapped in.
  await page.locator("header .brand").click();
  await expect(page).toHaveURL(net.url);
  await expect(saved(page)).toHaveText(TODAY);
  await page.goto(net.url);
  await settled(page);
  await page.getByRole("combobox").fill("dong nai");
  await expect(page.getByRole("option").first()).toContainText("Đồng Nai");
  net.state = "up";
  await page.locator("footer a, header a").filter({ hasText: "Giới thiệu" }).first().click();
  await expect(page).toHaveURL(`${net.url}gioi-thieu/`);
  await expect(saved(page)).toHaveCount(0);
  await page.goto(`${net.url}tinh/dong-nai-cu/`);
  await expect(h1(page)).toContainText("Đồng Nai");
  await expect(saved(page)).toHaveCount(0);
});

test("figures that were loaded are compared offline, with their chart", async ({ page, net, watch }) => {
  watch.allow(...GONE);
  const BROADBAND = "so-sanh/?topic=broadband&places=dong-nai-cu~dong-thap-cu";
  const connected = panel(page, "Hộ gia đình có Internet băng rộng cố định");
  await visited(page, net, "so-sanh/");
  await open(page, net.url + BROADBAND);
  await expect(connected).toContainText("79,5");
  net.state = "down";
  await open(page, net.url + BROADBAND);
  await expect(connected).toContainText("79,5");
  await expect(saved(page)).toHaveText(TODAY);
  await connected.locator(".frame").focus();
  await expect(connected.locator(".frame")).toHaveClass(/is-live/);
  await expect(page.locator("#notice")).toBeHidden();
});

test("a page that was never visited: what happened, what can be read, another try, in the reader's language", async ({ page, net, watch }) => {
  watch.allow(...GONE);
  await visited(page, net, "en/about/");
  net.state = "down";
  const response = await page.goto(`${net.url}en/places/dong-nai-cu/`);
  expect(response.status()).toBe(503);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(h1(page)).toHaveText("You are offline");
  await page.getByRole("listitem").getByRole("link", { name: /About/ }).click();
  await expect(page).toHaveURL(`${net.url}en/about/`);
  await expect(saved(page)).toContainText("because you are offline");
  await page.goto(`${net.url}en/places/dong-nai-cu/`);
  net.state = "up";
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(h1(page)).toContainText("Dong Nai");
  await expect(saved(page)).toHaveCount(0);
});

test("a network that does not answer is not waited for where there is a copy", async ({ page, net, watch }) => {
  watch.allow(...GONE);
  await visited(page, net, "gioi-thieu/");
  net.state = "slow";
  await page.reload();
  await expect(saved(page)).toContainText("vì mạng đang chậm");
});

test("a second build over the first: kept pages go on with their own files, new visits get the new ones", BOTH, async ({ page, net, watch }) => {
  watch.allow(...GONE);
  const html = page.locator("html");
  await visited(page, net, "so-sanh/");
  await settled(page);
  const first = await html.evaluate((one) => ({ ...one.dataset }));
  // All that this build is made of is held, down to what makes another view.
  await expect.poll(async () => (await keptPaths(page)).some((path) => path.includes("/split_figures."))).toBe(true);
  net.build = "second";
  // Another page, in the new build; its worker takes over.
  await page.goto(`${net.url}en/`);
  await expect(html).not.toHaveAttribute("data-build", first.build);
  const second = await html.evaluate((one) => ({ ...one.dataset }));
  expect(second.version).toBe(net.later);
  expect(second.module).not.toBe(first.module);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => !it.installing && !it.waiting))).toBe(true);
  await expect.poll(async () => (await keptPaths(page)).includes(second.module)).toBe(true);
  expect(await keptPaths(page)).toContain(first.module);

  net.state = "down";
  net.asked = [];
  await open(page, `${net.url}so-sanh/?view=table`);
  const used = await html.evaluate((one) => ({ ...one.dataset }));
  const parts = ["build", "version", "module", "chart", "app"];
  const pick = (it) => Object.fromEntries(parts.map((name) => [name, it[name]]));
  expect(pick(used)).toEqual(pick(first));
  await expect(page.locator(".panel")).toContainText("89,99");
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map((one) => one.name));
  expect(loaded.filter((url) => url.includes(net.later) || url.includes(second.module))).toEqual([]);
  expect(loaded.filter((url) => url.includes(`/data/v/${net.version}/`)).length).toBeGreaterThan(0);

  await page.goto(`${net.url}en/`);
  await settled(page);
  await expect(html).toHaveAttribute("data-build", second.build);

  net.state = "up";
  await open(page, `${net.url}so-sanh/`);
  expect(pick(await html.evaluate((one) => ({ ...one.dataset })))).toEqual(pick(second));
  await expect(saved(page)).toHaveCount(0);
});

test("embeds and what they ask for are not the worker's", async ({ page, net, watch }) => {
  watch.allow(...GONE);
  await visited(page, net, "./");
  const answers = [];
  page.on("response", (response) => answers.push(response));
  await page.goto(`${net.url}nhung/dti/`);
  await page.locator("#embed .frame").first().hover();
  await expect(page.locator("#embed .frame").first()).toHaveClass(/is-live/);
  // The document, its script, the chart code and what the chart begins with.
  expect(answers.length).toBeGreaterThan(3);
  expect(answers.filter((response) => response.fromServiceWorker()).map((response) => response.url())).toEqual([]);
  net.state = "down";
  await expect(page.goto(`${net.url}nhung/dti/`)).rejects.toThrow(/ERR(OR)?_/);
});

test("a site built without a worker takes away the one that browsers have", async ({ page, net, watch }) => {
  watch.allow(...GONE);
  await visited(page, net, "gioi-thieu/");
  net.build = "without";
  await page.goto(`${net.url}nguon/`);
  await expect(h1(page)).toHaveText("Nguồn");
  const left = () => page.evaluate(async () => [...(await caches.keys()), ...(await navigator.serviceWorker.getRegistrations())]);
  await expect.poll(left).toEqual([]);
  // The page that was open goes on, and so does the next.
  await page.getByRole("banner").getByRole("link", { name: "Giới thiệu" }).or(page.getByRole("link", { name: "Giới thiệu" })).first().click();
  await expect(h1(page)).toBeVisible();
  await expect(page.locator("html")).not.toHaveAttribute("data-worker");
  expect(await left()).toEqual([]);
});
