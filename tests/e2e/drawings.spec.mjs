// Drawings are ours, live charts ECharts': both have every word and every mark at the same place.
import { render } from "../../chart/render.mjs";
import { expect, open, test } from "./site.mjs";

const frames = (page) => page.locator(".frame");
/** The drawing a reader sees in a frame, whichever it is. */
const visibleDrawing = (frame) => frame.locator("svg:visible");
const live = (frame) => frame.locator(".live svg");
const readout = (page) => page.locator(".readout").first();

/** What a drawing says and where: its texts by their baselines' middle or end, its marks by the places it names, series by series. */
function drawnAt(svg) {
  const numbers = (text) => text.split(",").map(Number);
  const marks = /data-at="([^"]*)"/.exec(svg)[1].split(";").map((series) => (series ? series.split(" ").map(numbers) : []));
  const texts = [...svg.matchAll(/<text [^>]*?x="([-\d.]+)" y="([-\d.]+)"[^>]*>([^<]*)</g)].map(([, x, y, words]) => [words, Number(x), Number(y)]);
  return { marks, texts: texts.sort((a, b) => a[2] - b[2] || a[1] - b[1]) };
}

test("all bars lie where ECharts would draw them: words and marks, to the pixel", async ({ request, baseURL }) => {
  test.setTimeout(180_000);
  // Names of one line and of two, hollow bars and targets, rankings, ranks as dots, counts without a scale, bars to the left.
  const { summaries } = await (await request.get("data/latest/index.json")).json();
  const pages = ["so-sanh/", "en/compare/", "nhung/dti/", ...summaries.flatMap(({ id }) => [`chi-so/${id}/`, `en/indicators/${id}/`])];
  let compared = 0;
  // One at a time: the server of the tests has few connections, and other tests need theirs.
  for (const page of pages) {
    const html = await (await request.get(page)).text();
    for (const [figure, file] of html.matchAll(/<figure class="chart"[^>]*data-option="([^"]*)"[\s\S]*?<\/figure>/g)) {
      const option = await (await request.get(new URL(file, baseURL).href)).json();
      for (const [svg, width, height] of figure.matchAll(/<svg width="(\d+)" height="(\d+)"[^>]*data-at[\s\S]*?<\/svg>/g)) {
        const ours = drawnAt(svg);
        const theirs = drawnAt(render({ id: "a", width: Number(width), height: Number(height), option, title: "a" }));
        expect(ours.texts.map(([words]) => words), page).toEqual(theirs.texts.map(([words]) => words));
        const apart = (a, b) => Math.max(...a.flatMap((one, n) => one.map((it, m) => (typeof it === "number" ? Math.abs(it - b[n][m]) : 0))));
        expect(apart(ours.texts, theirs.texts), `words of ${page} at ${width}`).toBeLessThan(0.3);
        expect(ours.marks.map((it) => it.length), page).toEqual(theirs.marks.map((it) => it.length));
        expect(apart(ours.marks.flat(), theirs.marks.flat()), `marks of ${page} at ${width}`).toBeLessThanOrEqual(1);
        compared += 1;
      }
    }
  }
  expect(compared).toBeGreaterThan(2 * summaries.length);
});

test("lines and what is written at their ends lie where ECharts would draw them, between two periods too", async ({ page }) => {
  const six = "dong-nai-cu~hue~ha-noi~ba-ria-vung-tau~da-nang-cu~ho-chi-minh-cu";
  const of = (indicator, views) => views.map((view) => `indicator=${indicator}&places=${six}&view=${view}`);
  // Points grow upwards, ranks downwards.
  for (const view of [...of("papi-internet", ["line", "slope", "slope&time=2018..2024", "multiples"]), ...of("dti-rank", ["line", "multiples"])]) {
    await open(page, `so-sanh/?${view}`);
    await expect(page.locator("figure.chart script[type='application/json']")).toHaveCount(1);
    const [figure, option] = await page.locator("figure.chart").evaluate((it) => [it.innerHTML, it.querySelector("script").textContent]);
    let compared = 0;
    for (const [svg, width, height] of figure.matchAll(/<svg[^>]*width="(\d+)" height="(\d+)"[^>]*data-at[\s\S]*?<\/svg>/g)) {
      const ours = drawnAt(svg);
      const theirs = drawnAt(render({ id: "a", width: Number(width), height: Number(height), option: JSON.parse(option), title: "a" }));
      expect(ours.texts.map(([words]) => words), view).toEqual(theirs.texts.map(([words]) => words));
      ours.texts.forEach(([, ...at], n) => at.forEach((it, m) => expect(Math.abs(it - theirs.texts[n][m + 1]), `${view} ${width}: ${ours.texts[n][0]}`).toBeLessThan(0.5)));
      // Of small multiples each place's own line: what lies behind it names no marks.
      const own = (drawn) => drawn.marks.filter((_, n) => ours.marks[n].length).flat();
      expect(own(ours).length).toBe(own(theirs).length);
      own(ours).forEach((at, n) => at.forEach((it, m) => expect(Math.abs(it - own(theirs)[n][m])).toBeLessThanOrEqual(1)));
      compared += 1;
    }
    expect(compared).toBe(2);
  }
});

test("the live chart stands where the drawing stood, and rests in the next view until it is used again", async ({ page }) => {
  // The frame is as wide as the narrow drawing here.
  await page.setViewportSize({ width: 360, height: 740 });
  const wordsAt = (svg) =>
    svg.locator("text").evaluateAll((all) => {
      const at = all.map((one) => [one.textContent, one.getBoundingClientRect()]);
      return at.map(([words, { left, right, top, bottom }]) => ({ words, x: (left + right) / 2, y: (top + bottom) / 2 + scrollY })).sort((a, b) => a.y - b.y || a.x - b.x);
    });
  const line = "so-sanh/?indicator=papi-internet&places=dong-nai-cu~dong-thap-cu&view=line";
  for (const address of ["so-sanh/", "chi-so/dti/", "chi-so/ebi-rank/", line]) {
    await open(page, address);
    const frame = frames(page).first();
    const drawn = await wordsAt(visibleDrawing(frame));
    await frame.focus();
    await expect(live(frame)).toBeVisible();
    const alive = await wordsAt(live(frame));
    expect(alive.map(({ words }) => words)).toEqual(drawn.map(({ words }) => words));
    for (const [n, { words, x, y }] of drawn.entries()) {
      expect(Math.abs(alive[n].x - x), `${words} of ${address}`).toBeLessThan(3);
      expect(Math.abs(alive[n].y - y), `${words} of ${address}`).toBeLessThan(3);
    }
  }
  await page.getByRole("button", { name: "Bỏ Đồng Tháp (cũ)" }).click();
  const frame = frames(page).first();
  await expect(page.locator(".chip")).toHaveCount(1);
  await expect(frame).not.toHaveClass(/is-live/);
  await expect(visibleDrawing(frame).locator('path[stroke-width="2.5"]')).toHaveCount(1);
  await frame.focus();
  await expect(frame).toHaveClass(/is-live/);
  await expect(live(frame).locator('path[stroke-width="2.5"]')).toHaveCount(1);
});

/** What a figure of a page says once it is whole: the words of its drawings, and the first cells of its table. */
const wholeFigure = (page) =>
  page.locator(".results").evaluate((results) => {
    const words = (selector) => [...results.querySelectorAll(selector)].map((one) => one.textContent).sort();
    return { wide: words(".drawn.wide text"), narrow: words(".drawn.narrow text"), rows: words("tbody th"), left: results.querySelectorAll("[data-rest]").length };
  });

test("a view comes in parts, and ends as whole as its document", async ({ page, browser, baseURL }) => {
  for (const [from, name] of [["time=2022", "Bảng"], ["time=2022&view=table", "2023"], ["time=2023", "2022"], ["view=table", "Thanh"]]) {
    await open(page, `chi-so/dti-rank/?${from}`);
    await page.locator(".controls").getByRole("link", { name, exact: true }).click();
    await expect(page.locator(".controls").getByRole("link", { name, exact: true })).toHaveAttribute("aria-current", "true");
    await expect(page.locator("[data-rest]")).toHaveCount(0);
    await expect(page.locator(".results table tbody th")).not.toHaveCount(0);
    const came = await wholeFigure(page);
    // The same address, opened by itself.
    const other = await browser.newPage();
    await open(other, page.url().slice(baseURL.length));
    await expect(other.locator("[data-rest]")).toHaveCount(0);
    await expect(other.locator(".results table tbody th")).toHaveCount(came.rows.length);
    expect(await wholeFigure(other)).toEqual(came);
    expect(came.rows.length).toBeGreaterThan(60);
    await other.close();
  }
});

test("whoever has scrolled down to the end of a ranking sees no hole in the next one", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, "chi-so/dti-rank/?time=2022");
  // Once by hand, so that the code of views is there.
  await page.locator(".controls").getByRole("link", { name: "2023", exact: true }).click();
  await expect(page.locator(".headline")).toContainText("2023");
  await expect(page.locator("[data-rest]")).toHaveCount(0);
  const seen = await page.evaluate(async () => {
    const bottom = () => document.querySelector(".frame").getBoundingClientRect().bottom;
    scrollBy({ top: bottom() - innerHeight, behavior: "instant" });
    [...document.querySelectorAll(".controls a")].find((it) => it.textContent === "2022").click();
    const before = document.querySelector(".frame");
    const began = performance.now();
    // Frame by frame, until the next view stands there: what is painted in its first frame.
    while (document.querySelector(".frame") === before || !document.querySelector(".frame")) {
      if (performance.now() - began > 5000) return "no other view came";
      await new Promise(requestAnimationFrame);
    }
    await new Promise((done) => setTimeout(done));
    const drawing = document.querySelector(".drawn.narrow");
    return { left: drawing.querySelectorAll("[data-rest]").length, words: drawing.querySelectorAll("text").length };
  });
  expect(seen).toEqual({ left: 0, words: expect.any(Number) });
  expect(seen.words).toBeGreaterThan(120);
});

test("a line stops where the method changed", async ({ page }) => {
  await open(page, "so-sanh/?indicator=papi-internet&places=dong-nai-cu~dong-thap-cu&view=line");
  const frame = frames(page).first();
  for (const state of ["drawn", "live"]) {
    if (state === "live") {
      await frame.focus();
      await expect(live(frame)).toBeVisible();
    }
    const drawing = visibleDrawing(frame);
    // On a phone there is no room for the words twice: the sign stands there, and what it means.
    await expect(drawing.locator("text", { hasText: "≠" })).toHaveCount(2);
    const lines = await drawing
      .locator('path[stroke-width="2.5"]')
      .evaluateAll((all) => all.map((one) => ({ d: one.getAttribute("d"), colour: getComputedStyle(one).stroke, dash: one.getAttribute("stroke-dasharray") })));
    expect(lines, state).toHaveLength(2);
    // 2018 alone, then 2019 and 2020, then the rest.
    for (const { d } of lines) expect(d.match(/M/g), d).toHaveLength(3);
    // Not by colour alone.
    expect(new Set(lines.map((one) => one.colour)).size).toBe(2);
    expect(new Set(lines.map((one) => one.dash)).size).toBe(2);
  }
  // Whose line is which is written at its end.
  for (const name of ["Đồng Nai", "Đồng Tháp"]) await expect(visibleDrawing(frame).locator("text", { hasText: name })).toHaveCount(1);
  await expect(page.locator(".legend li")).toHaveText(["≠ đổi cách tính"]);
  await expect(page.locator(".notes")).toContainText("Mốc thay đổi 2021");
  await frame.focus();
  await page.keyboard.press("End");
  await expect(readout(page)).toContainText("Đồng Tháp (cũ)");
  await expect(readout(page)).toContainText("2024");
});
