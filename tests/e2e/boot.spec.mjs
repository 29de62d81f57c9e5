// Every kind of page opens, and the module comes to those it has something to do on.
import { network } from "./network.mjs";
import { BOTH, KINDS, atRest, expect, open, panelNames, settled, test, visit } from "./site.mjs";

for (const [language, other, details] of [["vi", "en", BOTH], ["en", "vi", {}]]) {
  test(`every kind of page opens (${language})`, details, async ({ page, baseURL }) => {
    let asked = [];
    page.on("request", (request) => asked.push(request.url()));
    for (const { kind, life, [language]: address, [other]: twin } of KINDS) {
      await test.step(kind, async () => {
        asked = [];
        const response = await visit(page, address, life);
        expect(response.status()).toBe(200);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await expect(page.locator("h1")).toHaveCount(1);
        await expect(page.locator("h1")).toBeVisible();
        await expect(page.getByRole("contentinfo")).toBeVisible();
        await expect(page.locator("#notice")).toBeHidden();
        expect(await page.locator("a.language").evaluate((one) => one.href)).toBe(new URL(twin, baseURL).href);
        if (life === "still") {
          // A block of data is no script that runs; the one there is goes from page to page.
          const scripts = page.locator("script:not([type=\"application/ld+json\"])");
          await expect(scripts).toHaveCount(1);
          await expect(scripts).toHaveAttribute("src", /\/assets\/site\.\w+\.js$/);
          const others = asked.filter((url) => /\.(js|wasm|json)$/.test(url) && !/\/site\.\w+\.js$/.test(url));
          expect(others, "a still page loads no module").toEqual([]);
          await expect(page.locator("html[data-live]")).toHaveCount(0);
        }
      });
    }
  });
}

test("what a page preloads is what its module asks for", BOTH, async ({ page }) => {
  for (const { kind, vi, life } of KINDS.filter((one) => one.life !== "still")) {
    await test.step(kind, async () => {
      const fetched = new Map();
      const count = (request) => fetched.set(request.url(), (fetched.get(request.url()) ?? 0) + 1);
      page.on("request", count);
      await visit(page, vi, life);
      page.off("request", count);
      const preloaded = await page.locator('link[rel="preload"]').evaluateAll((all) => all.map((one) => one.href));
      expect(preloaded.length).toBeGreaterThan(1);
      const files = [...fetched].filter(([url]) => /\.(wasm|json)$/.test(url));
      expect(Object.fromEntries(files)).toEqual(Object.fromEntries(preloaded.map((url) => [url, 1])));
    });
  }
});

// What the browser itself says of a document that answers 404.
const NOT_FOUND = [/^answer 404: /, /^console: Failed to load resource: the server responded with a status of 404/];

test("an unknown address answers 404 and helps on, at any depth", BOTH, async ({ page, request, watch }) => {
  watch.allow(...NOT_FOUND);
  for (const address of ["khong-co", "khong/co/trang/nay", "tinh/khong-co-tinh-nay/", "en/no/such/page/"]) {
    await test.step(address, async () => {
      const response = await page.goto(address);
      expect(response.status()).toBe(404);
      await settled(page);
      await expect(page.locator("h1")).toHaveText("Không có trang này");
      await expect(page.locator("main")).toContainText("No such page");
      await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
      const links = await page.locator("a[href]").evaluateAll((all) => all.map((one) => one.href.split("#")[0]));
      expect(links.length).toBeGreaterThan(8);
      for (const link of new Set(links)) {
        if (link !== page.url()) expect((await request.get(link)).status(), link).toBe(200);
      }
    });
  }
});

test("the search of the not-found page leads to a province, at any depth", BOTH, async ({ page, baseURL, watch }) => {
  watch.allow(...NOT_FOUND);
  await page.goto("khong/co/trang/nay");
  await settled(page);
  await page.getByRole("combobox").fill("ha giang");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${baseURL}tinh/ha-giang/`);
  await expect(page.locator("h1")).toHaveText("Hà Giang");
});

test("the not-found page speaks one language, and its language link leads on", async ({ page, baseURL, watch }) => {
  watch.allow(...NOT_FOUND);
  await page.goto("en/no/such/page/");
  await settled(page);
  const vietnamese = (await page.locator("html").getAttribute("lang")) === "vi";
  await page.getByRole("combobox").fill("dong nai");
  await expect(page.getByRole("option").first()).toContainText(vietnamese ? "Đồng Nai" : "Dong Nai");
  await expect(page.locator("a.language")).not.toHaveAttribute("href", /404/);
  await page.locator("a.language").click();
  await expect(page).not.toHaveURL(/404\.html/);
  expect(page.url().startsWith(baseURL)).toBe(true);
});

test("the first key leads past the header", async ({ page }) => {
  await page.goto("gioi-thieu/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Tới nội dung chính" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
});

test("who only reads is sent no module; the first sign of a reader brings it", BOTH, async ({ page }) => {
  for (const { kind, vi, life } of KINDS.filter((one) => one.life !== "still")) {
    await test.step(kind, async () => {
      const asked = [];
      const note = (request) => asked.push(request.url());
      page.on("request", note);
      await page.goto(vi);
      await page.waitForLoadState("networkidle");
      page.off("request", note);
      expect(asked.filter((url) => /\.wasm$|\/app\.|\/data\/v\//.test(url))).toEqual([]);
      await page.mouse.move(100, 100);
      await expect(page.locator("html"), life).toHaveAttribute("data-live", "");
    });
  }
});

test("what is asked of a page before the module has come is done once it has", async ({ page, baseURL }) => {
  let release;
  const held = new Promise((done) => (release = done));
  await page.route(/\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("so-sanh/");
  const subject = page.getByLabel("Nhóm chỉ số hoặc chỉ số");
  await expect(subject).toHaveValue("indicator:portal-paid-online");
  // The list is whole as soon as anybody is about to use it.
  await subject.focus();
  expect(await subject.locator("option").count()).toBeGreaterThan(200);
  await expect(subject).toHaveValue("indicator:portal-paid-online");
  await subject.selectOption("topic:decision-766");
  await expect(page.locator("html")).toHaveAttribute("data-busy", "");
  release();
  await expect(page.locator(".panel h2").first()).toHaveText("Chỉ số phục vụ người dân, doanh nghiệp (766), 2026");
  await expect(page).toHaveURL(/topic=decision-766/);
  await atRest(page);
  // A word that was typed is looked for.
  await page.goto("./");
  await page.getByRole("combobox").fill("ha giang");
  await expect(page.getByRole("option").first()).toContainText("Hà Giang");
  await atRest(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${baseURL}tinh/ha-giang/`);
});

test("a choice made before the module has come is not taken out of a reader's hands by the document that was asked for", async ({ page }) => {
  await page.goto("chi-so/dti/", { waitUntil: "load" });
  let answer;
  const held = new Promise((done) => (answer = done));
  await page.route("**/chi-so/dti/", async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest("**/chi-so/dti/");
  await page.getByRole("link", { name: "2022", exact: true }).click();
  await asked;
  // The module comes before the document, and shows the view.
  await expect(page.locator(".headline")).toContainText("2022");
  await page.locator(".frame").first().focus();
  await page.keyboard.press("Home");
  await expect(page.locator(".readout").first()).toContainText("2022");
  const answered = page.waitForResponse("**/chi-so/dti/");
  answer();
  await (await answered).finished();
  await atRest(page);
  await expect(page.locator(".frame").first()).toBeFocused();
  await expect(page.locator(".readout").first()).toContainText("2022");
});

test("a link among the choices keeps the focus when its view has come", async ({ page }) => {
  await open(page, "chi-so/dti/");
  for (const name of ["2022", "Bảng"]) {
    await page.getByRole("link", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name, exact: true })).toHaveAttribute("aria-current", "true");
    await expect(page.getByRole("link", { name, exact: true })).toBeFocused();
  }
});

test("scripts and module that are there before the end of the document wait for it", async ({ page, watch, baseURL }) => {
  const net = await network(baseURL);
  watch.homes.push(net.url);
  net.state = "pieces";
  // Once more, when the browser has all of it but the document.
  for (const _ of ["cold", "kept"]) {
    await page.goto(`${net.url}so-sanh/?topic=e-payments`);
    await settled(page);
    await expect(page.locator("form.query select").first()).toHaveValue("topic:e-payments");
    await expect(panelNames(page).first()).toHaveText("Người dân có tài khoản thanh toán điện tử");
    await page.goto(`${net.url}tinh/hue/`);
    await page.goto(net.url);
    await expect(page.locator(".home .last a")).toHaveText(/Huế/);
    await page.locator(".home .last button").click();
    await page.goto(`${net.url}nhung/dti/?places=dong-nai-cu`);
    await expect(page.locator("html[data-live]")).toBeAttached();
    await expect(page.locator("#embed .headline").first()).toContainText("Đồng Nai");
  }
  net.close();
});
