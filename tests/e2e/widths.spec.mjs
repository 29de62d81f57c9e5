// From the narrowest phone to a desk: nothing is cut off, and what is operated can be hit.
import { KINDS, expect, open, settled, test, visit } from "./site.mjs";

const SIX = "ha-noi~hue~da-nang-cu~can-tho-cu~lai-chau~son-la";
const MORE = [
  { kind: "a line", vi: `so-sanh/?indicator=papi-internet&places=${SIX}&view=line`, life: "whole" },
  { kind: "a map", vi: "chi-so/dti/?view=map", life: "whole" },
  { kind: "a table", vi: "chi-so/papi-portal/?view=table", life: "whole" },
  { kind: "long notices", vi: `so-sanh/?topic=${"a".repeat(70)}&places=${"b".repeat(70)}~dong-nai-cu`, life: "whole" },
  { kind: "a source with a long address", vi: "nguon/dongnai-nq05-2023-09-08/", life: "still" },
];

/** Elements that reach over the right edge and are not inside something that scrolls or clips by itself. */
const tooWide = () => {
  const found = [];
  for (const one of document.querySelectorAll("body *")) {
    const box = one.getBoundingClientRect();
    if (box.width === 0 || box.right <= innerWidth + 0.5) continue;
    // What is folded away, and in Firefox what is further down, has the size that it last had.
    const contentVisibilityAuto = navigator.userAgent.includes("Firefox/");
    if (one.closest(".table-frame, pre, svg, .hidden, .skip") || !one.checkVisibility({ contentVisibilityAuto })) continue;
    found.push(`${one.tagName}.${one.className} ${Math.round(box.right)}`);
  }
  return { page: document.scrollingElement.scrollWidth, found: found.slice(0, 5) };
};

test("no page is wider than its window", async ({ page, reader }) => {
  test.setTimeout(60_000);
  const narrow = async (page, kind) => {
    for (const width of [1280, 360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      await expect.poll(() => page.evaluate(tooWide), `${kind} at ${width}`).toEqual({ page: width, found: [] });
    }
  };
  for (const { kind, life, vi } of [...KINDS, ...MORE]) {
    await test.step(kind, async () => {
      await visit(page, vi, life);
      if (kind === "a line") await expect(page.locator('.frame path[stroke-width="2.5"]:visible').first()).toBeVisible();
      await narrow(page, kind);
    });
  }
  // In English as the documents have it.
  const still = await reader({ javaScriptEnabled: false });
  for (const { kind, en } of KINDS) {
    await test.step(`${kind} in English`, async () => {
      await still.goto(en);
      await narrow(still, `${kind} in English`);
    });
  }
});

test("opened evidence and search answers fit a phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("tinh/dong-nai-cu/");
  const figures = page.locator("details.figure > summary").filter({ visible: true });
  for (const one of (await figures.all()).slice(0, 6)) await one.click();
  expect(await page.evaluate(tooWide)).toEqual({ page: 320, found: [] });
  await open(page, "so-sanh/");
  await page.getByRole("combobox", { name: "Thêm tỉnh, thành" }).fill("thanh");
  await expect(page.locator("[role=option]").first()).toBeVisible();
  expect(await page.evaluate(tooWide)).toEqual({ page: 320, found: [] });
});

// What a finger has to hit. Links inside sentences are not meant.
const CONTROLS = {
  "header links": "header.top a",
  "the query": "form.query select, form.query button, .search input",
  "kinds of chart and periods": ".views a, .views button",
  "the two maps": ".maps label",
  "tables": "details.table > summary",
  "earlier periods": "details.earlier > summary",
  "figures that open": "details.figure > summary",
  "all reasons": ".reasons > summary",
  "suggested places": ".chips a",
  "taking away": ".take .buttons button, .builder .to-copy button, .choices label",
};

test("controls are at least 44 px high", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const low = {};
  for (const [address, life] of [...KINDS.map((one) => [one.vi, one.life]), ["so-sanh/?topic=broadband&places=ha-noi", "whole"]]) {
    await visit(page, address, life);
    for (const [name, selector] of Object.entries(CONTROLS)) {
      const heights = await page
        .locator(selector)
        .evaluateAll((all) => all.filter((one) => one.getClientRects().length).map((one) => one.getBoundingClientRect().height));
      const least = Math.min(...heights);
      if (least < 43.9) low[name] = `${least.toFixed(1)} px on ${address}`;
    }
  }
  expect(low).toEqual({});
});

test("search answers are at least 44 px high, and a map tile 24 px", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, "./");
  const tiles = await page.locator(".era-34 a.tile").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
  expect(Math.min(...tiles)).toBeGreaterThanOrEqual(24);
  await page.getByRole("combobox").fill("h");
  await expect(page.locator("[role=option]")).toHaveCount(8);
  for (const option of await page.locator("[role=option]").all()) expect((await option.boundingBox()).height).toBeGreaterThanOrEqual(44);
});

test("text can be twice as large", async ({ page }) => {
  // The same as zooming a 1280 px window to 400 %.
  await page.setViewportSize({ width: 320, height: 256 });
  await open(page, "so-sanh/");
  await expect(page.getByRole("combobox", { name: "Thêm tỉnh, thành" })).toBeVisible();
  expect(await page.evaluate(tooWide)).toEqual({ page: 320, found: [] });
  await settled(page);
});

test("paper has chart, table, sources and the address, and no controls", async ({ page, baseURL }) => {
  for (const [address, closed] of [["chi-so/dti/", true], ["so-sanh/?topic=broadband&places=dong-nai-cu~dong-thap-cu", false], ["en/places/dong-nai-cu/", false]]) {
    await page.goto(address, { waitUntil: "load" });
    await expect(page.locator("html:not([data-pending]):not([data-busy])")).toBeAttached();
    if (closed) await expect(page.locator("table[data-indicator]").first()).toBeHidden();
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect(page.locator("h1")).toBeVisible();
    await expect(page.locator("header.top nav, header.top .language, .query, .controls, .take, .search, footer.bottom").filter({ visible: true })).toHaveCount(0);
    if (address.includes("places/")) {
      await expect(page.locator("table").first()).toBeVisible();
    } else {
      await expect(page.locator("figure.chart svg:visible").first()).toBeVisible();
      const table = page.locator("table[data-indicator]").first();
      await expect(table).toBeVisible();
      const source = table.locator("td.source a").first();
      const after = (locator) => locator.evaluate((it) => getComputedStyle(it, "::after").content);
      expect(await after(source)).toContain(await source.getAttribute("href"));
      expect(await after(page.locator("body"))).toBe(JSON.stringify(decodeURI(page.url())));
    }
    expect(page.url().startsWith(baseURL)).toBe(true);
    await page.emulateMedia({ media: "screen" });
  }
});
