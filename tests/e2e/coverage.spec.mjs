// Who has published what, and what a province of today is told: by a citizen on a phone, a reporter, and somebody who sends a
// figure.
import { expect, test } from "./site.mjs";

test("each of the 34 answers on all four themes in a phone's first screen, in both languages", async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 360, height: 780 });
  const below = [];
  for (const home of ["", "en/"]) {
    await page.goto(home);
    const places = await page.locator(".era-34 a.tile").evaluateAll((tiles) => tiles.map((tile) => tile.href));
    expect(new Set(places).size).toBe(34);
    for (const place of new Set(places)) {
      await page.goto(place);
      const themes = page.locator(".answers > li");
      await expect(themes).toHaveCount(4);
      // The name of the theme, and its answer: a figure, or the words that none was found.
      const answers = await themes.evaluateAll((items) =>
        items.map((item) => {
          const first = item.querySelector(".answer, .empty");
          return { kind: item.dataset.kind, bottom: first.getBoundingClientRect().bottom, figure: Boolean(item.querySelector(".answer .number")) };
        }),
      );
      for (const { kind, bottom, figure } of answers) {
        if (bottom > 780) below.push(`${place} ${kind} ${bottom}`);
        if (kind !== "none") expect(figure, `${place} ${kind}`).toBe(true);
      }
    }
  }
  expect(below).toEqual([]);
});

test("Đồng Nai: what was found only before the merger stands under the name it was stated for, and its own sections do likewise", async ({ page }) => {
  await page.goto("tinh/dong-nai/");
  const phones = page.locator('.answers > li[data-kind="lands"]');
  await expect(phones).toContainText("Đồng Nai (cũ): khoảng 86 %");
  await expect(phones).toContainText("Bình Phước: chưa tìm thấy");
  await expect(page.locator("#smartphones")).toContainText("Đồng Nai (cũ)");
  await expect(page.locator("#e-payments .figures")).toContainText("89,99 %");
  await page.goto("en/places/dong-nai/");
  await expect(page.locator("body")).not.toContainText("Nobody");
  await expect(page.locator('.answers > li[data-kind="lands"]')).toContainText("None found since the merger");
});

test("paid online bands all 34 and says its caveat on the page, in the embed and in the file", async ({ page, request, baseURL }) => {
  for (const [address, caveat] of [
    ["chi-so/portal-paid-online/", "mỗi tỉnh một cơ cấu thủ tục"],
    ["en/indicators/portal-paid-online/", "each province has another mix of procedures"],
    ["nhung/portal-paid-online/", "mỗi tỉnh một cơ cấu thủ tục"],
  ]) {
    await page.goto(address);
    await expect(page.locator(".caveat").first()).toContainText(caveat);
    await expect(page.locator("main, #embed").first()).toContainText(/53[.,]66/);
    await expect(page.locator("main, #embed").first()).toContainText(/92[.,]02/);
  }
  await page.goto("chi-so/portal-paid-online/");
  const ranks = await page.locator("table[data-indicator] tbody td.rank, table[data-indicator] tbody td:first-child").allTextContents();
  expect(ranks.map((rank) => rank.trim())).toContain("1–7");
  expect(ranks.filter((rank) => /^\d+–\d+$/.test(rank.trim())).length).toBeGreaterThan(20);
  const csv = await (await request.get(`${baseURL}data/latest/indicators/portal-paid-online.csv`)).text();
  expect(csv.split("\r\n").filter((line) => line.includes("mỗi tỉnh một cơ cấu thủ tục"))).toHaveLength(34);
});

test("the DTI, the portal's index and who publishes are one step from home", async ({ page }) => {
  for (const name of ["Chỉ số DTI", "Bộ chỉ số 766"]) {
    await page.goto("");
    await page.locator(".rankings").getByRole("link", { name }).click();
    await expect(page.locator("h1")).toBeVisible();
    await expect(page.locator(".eras, .era, main").first()).toContainText("34 tỉnh, thành");
  }
  await page.goto("");
  await page.getByRole("navigation").getByRole("link", { name: "Ai công bố gì" }).click();
  await expect(page.locator("h1")).toHaveText("Ai công bố gì");
});

test("the matrix has a cell for each province and topic, each leads to what it speaks of, and the counts are its own", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("do-phu/");
  await expect(page.locator(".matrix tbody tr")).toHaveCount(34);
  const topics = await page.locator(".matrix thead tr:last-child .by-topic").count();
  const cells = page.locator(".matrix tbody td.by-topic a");
  await expect(cells).toHaveCount(34 * topics);
  await expect(page.locator(".matrix tbody td.by-topic").first()).toBeVisible();
  const said = await page.locator(".coverage .headline").textContent();
  const own = await page.locator(".shares .share li.k0").evaluateAll((items) => items.map((item) => parseInt(item.textContent, 10)));
  for (const count of own) expect(said).toMatch(RegExp(`\\b${count}\\b`));
  // A bar counts what its column shows.
  for (const [n, count] of own.entries()) {
    const first = await page.locator(".matrix tbody tr").evaluateAll((rows, n) => rows.filter((row) => row.querySelectorAll("td.by-theme")[n].classList.contains("k0")).length, n);
    expect(first).toBe(count);
  }
  const hrefs = await cells.evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href")))]);
  const pages = new Set(hrefs.map((href) => href.split("#")[0]));
  expect(pages.size).toBe(34);
  await page.goto(hrefs.find((href) => href.includes("dong-nai/#smartphones")));
  await expect(page.locator("#smartphones")).toBeInViewport();
});

test("without a script it is whole, and a region is chosen", async ({ reader }) => {
  const page = await reader({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });
  await page.goto("do-phu/");
  const rows = page.locator(".matrix tbody tr:visible");
  await expect(rows).toHaveCount(34);
  await page.locator(".filter label", { hasText: "Đông Nam Bộ" }).click();
  const left = await rows.count();
  expect(left).toBeGreaterThan(1);
  expect(left).toBeLessThan(34);
  await expect(page.locator(".sort")).toBeHidden();
  await expect(page.locator("form.send")).toBeHidden();
  await expect(page.locator("#send noscript p")).toBeVisible();
  // Themes fit a phone; the topics come when asked for.
  await expect(page.locator(".matrix td.by-topic").first()).toBeHidden();
  await page.getByLabel("theo từng mục của chủ đề").check();
  await expect(page.locator(".matrix td.by-topic").first()).toBeVisible();
});

test("sorted by name and by a theme", async ({ page }) => {
  await page.goto("do-phu/");
  const names = () => page.locator(".matrix tbody th").allTextContents();
  await page.locator(".sort select").selectOption("name");
  expect((await names()).slice(0, 2)).toEqual(["An Giang", "Bắc Ninh"]);
  await page.locator(".sort select").selectOption({ label: "Điện thoại thông minh" });
  const states = await page.locator(".matrix tbody tr").evaluateAll((rows) => rows.map((row) => Number(row.querySelectorAll("td.by-theme")[1].dataset.k)));
  expect(states).toEqual([...states].sort());
});

test("the province opened last is marked", async ({ page }) => {
  await page.goto("tinh/dong-nai/");
  await expect.poll(() => page.evaluate(() => localStorage.getItem("tinhso.place"))).toBe("dong-nai");
  await page.goto("do-phu/");
  await expect(page.locator(".matrix tr.mine th")).toHaveText("Đồng Nai");
});

test("a figure is made into rows that can be taken along, and a fault is named", async ({ page }) => {
  await page.goto("do-phu/#send");
  const form = page.locator("form.send");
  const fill = (name, text) => form.locator(`[name="${name}"]`).fill(text);
  await fill("place", "Đồng Nai");
  await fill("indicator", "Hộ gia đình dùng Internet cáp quang");
  await fill("period", "2023");
  await fill("value", "83,5");
  await fill("title", "Báo cáo năm");
  await expect(form.locator(".faults")).toContainText("thuộc về tỉnh cũ");
  await expect(form.locator("textarea")).toBeHidden();
  await fill("period", "2025-11");
  await expect(form.locator("textarea")).toHaveValue(/dong-nai,fibre-households,2025-11,,actual,83\.5,exact,,/);
  await expect(form.locator(".faults li")).toHaveCount(0);
  const issue = new URL(await form.locator(".issue").getAttribute("href"));
  expect(issue.origin + issue.pathname).toBe("https://repository.example/tinh-so/issues/new");
  expect(issue.searchParams.get("body")).toContain("dong-nai,fibre-households,2025-11");
});

test("every page says what was not found, and none that nobody published it", async ({ page }) => {
  await page.goto("en/places/dak-lak/");
  await expect(page.locator('.answers > li[data-kind="none"]')).toContainText("We found no figures on this theme.");
  await expect(page.locator('.answers > li[data-kind="none"]')).toContainText("Closest figure to this theme");
  await expect(page.locator("#smartphones .empty a")).toHaveAttribute("href", /coverage\/#send$/);
});
