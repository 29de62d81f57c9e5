// Charts: a drawing before any script, a live chart in its place when somebody is about to use it.
import { BOTH, PAIR, expect, expectMap, open, panel, panels, settled, test } from "./site.mjs";

const frames = (page) => page.locator(".frame");
/** The drawing a reader sees in a frame, whichever it is. */
const visibleDrawing = (frame) => frame.locator("svg:visible");
const live = (frame) => frame.locator(".live svg");
const readout = (page, n = 0) => page.locator(".readout").nth(n);
/** A place on the line of a bar that has a line of 44 px, the first one on top. */
const onBar = (line, x = 300) => ({ position: { x, y: 8 + 44 * line + 22 } });

/** Adds up every layout shift from the first paint on. */
async function watchShifts(page) {
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const moved = entry.sources.map(({ node }) => node?.nodeName + "." + (node?.className ?? node?.parentElement?.className));
        window.shifts.push(`${entry.value.toFixed(4)} ${moved.join(", ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  // The observer is told of a frame's shifts after it: two frames later all are in.
  return () =>
    page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.shifts))))),
    );
}

test("the drawing is there before any script, with its title and description", async ({ reader }) => {
  const page = await reader({ javaScriptEnabled: false });
  for (const [address, words] of [
    ["so-sanh/", ["Hồ sơ thủ tục hành chính được nộp phí, lệ phí trực tuyến", "89,99"]],
    ["chi-so/dti/", ["Chỉ số chuyển đổi số cấp tỉnh (DTI)", "Hồ Chí Minh (cũ)"]],
    ["en/compare/", ["Public-service dossiers whose fees were paid online", "89.99%"]],
  ]) {
    await page.goto(address);
    const drawing = visibleDrawing(frames(page).first());
    await expect(drawing).toHaveCount(1);
    await expect(drawing.locator("title").first()).toHaveText(words[0]);
    await expect(drawing.locator("desc")).toContainText(words[1]);
    await expect(frames(page).first()).toHaveAttribute("aria-label", new RegExp(words[1].replace(/[.()]/g, "\\$&")));
    const box = await drawing.boundingBox();
    expect(box.width).toBeGreaterThan(500);
    expect(box.height).toBeGreaterThan(50);
  }
});

for (const [name, address, width] of [
  ["compare", "so-sanh/", 1280],
  ["an indicator", "chi-so/dti/", 1280],
  ["compare on a phone", "so-sanh/", 360],
]) {
  test(`the live chart takes over without moving anything: ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const shifts = await watchShifts(page);
    await open(page, address);
    for (const frame of await frames(page).all()) {
      // On the page: a driver may scroll to what it points at.
      const lies = () => frame.evaluate((it) => [it.getBoundingClientRect()].map(({ x, y, width, height }) => [x, y + scrollY, width, height].map((it) => it.toFixed(1)))[0]);
      await frame.scrollIntoViewIfNeeded();
      const before = await lies();
      const foot = await page.locator("footer").evaluate((it) => it.getBoundingClientRect().top + scrollY);
      await frame.hover({ position: { x: 20, y: 20 } });
      await expect(frame).toHaveClass(/is-live/);
      await expect(live(frame)).toBeVisible();
      expect(await lies()).toEqual(before);
      expect(await page.locator("footer").evaluate((it) => it.getBoundingClientRect().top + scrollY)).toBeCloseTo(foot, 1);
    }
    expect(await shifts()).toEqual([]);
  });
}

test("reading a chart on a phone moves nothing below it", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, "so-sanh/");
  await frames(page).first().focus();
  const height = async () => (await readout(page).boundingBox()).height;
  const before = await height();
  for (let n = 0; n < 2; n++) {
    await page.keyboard.press("ArrowDown");
    await expect(readout(page)).toContainText(/Đồng (Nai|Tháp): /);
    expect(await height()).toBe(before);
  }
});

test("by keyboard: each figure with place, period, how it was stated, and source", BOTH, async ({ page, baseURL }) => {
  await open(page, PAIR);
  const frame = frames(page).first();
  const idle = await readout(page).innerText();
  await frame.focus();
  await expect(frame).toHaveClass(/is-live/);
  await page.keyboard.press("ArrowDown");
  await expect(readout(page)).toHaveText("Đồng Nai (cũ): khoảng 83,5 % · quý III/2022 · nêu ước chừng (khoảng, gần) · Báo Đồng Nai, 7/11/2022 Căn cứ");
  await expect(readout(page).getByRole("link")).toHaveAttribute("href", /\/nguon\/baodongnai-2022-11-07\/$/);
  await page.keyboard.press("ArrowDown");
  await expect(readout(page)).toContainText("khoảng 86 %");
  await page.keyboard.press("Home");
  await expect(readout(page)).toContainText("83,5");
  await page.keyboard.press("End");
  await expect(readout(page)).toContainText("khoảng 86 %");
  await page.keyboard.press("ArrowUp");
  await expect(readout(page)).toContainText("83,5");
  await page.keyboard.press("Escape");
  await expect(readout(page)).toHaveText(idle);
  // Tab leaves the chart; the read-out's link is on the way.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await expect(readout(page).getByRole("link")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${baseURL}nguon/baodongnai-2022-11-07/`);
});

test("by keyboard through a ranking of 63", async ({ page }) => {
  await open(page, "chi-so/dti-rank/?time=2022");
  await frames(page).first().focus();
  await page.keyboard.press("Home");
  await expect(readout(page)).toContainText("Đà Nẵng (cũ): 1/63");
  await page.keyboard.press("ArrowDown");
  await expect(readout(page)).toContainText("2/63");
  await page.keyboard.press("End");
  await expect(readout(page)).toContainText("Bắc Kạn: 63/63");
  await page.keyboard.press("ArrowDown");
  await expect(readout(page)).toContainText("Bắc Kạn: 63/63");
});

test("by pointer: the bar under it is read out", async ({ page }) => {
  await open(page, PAIR);
  const frame = frames(page).first();
  await frame.hover(onBar(0));
  await expect(frame).toHaveClass(/is-live/);
  await frame.hover(onBar(1));
  await expect(readout(page)).toContainText("Đồng Nai (cũ): khoảng 86 % · 2023 (suy từ tài liệu)");
  await frame.hover(onBar(0));
  await expect(readout(page)).toContainText("Đồng Nai (cũ): khoảng 83,5 % · quý III/2022");
});

test("before the chart code and without the module: the drawing answers to pointer, finger and keys", BOTH, async ({ reader }) => {
  const page = await reader({ viewport: { width: 390, height: 800 }, hasTouch: true });
  await page.route(/\/assets\/(app|chart)\.|\/data\//, () => {});
  for (const [address, said] of [
    ["chi-so/dti/", ["Hồ Chí Minh (cũ): 0,8373 · hạng 1/63 · 2024 · nêu con số cụ thể · ", "Đà Nẵng (cũ): 0,8335", "Quảng Bình: 0,4946"]],
    ["en/indicators/dti/", ["Ho Chi Minh City (former): 0.8373 · rank 1/63 · 2024 · ", "Da Nang (former): 0.8335", "Quang Binh: 0.4946"]],
    ["nhung/dti/", ["Hồ Chí Minh (cũ): 0,8373 · hạng 1/63 · 2024 · ", "Đà Nẵng (cũ): 0,8335", "Quảng Bình: 0,4946"]],
  ]) {
    await page.goto(address);
    const frame = frames(page).first();
    const shown = visibleDrawing(frame);
    // Each bar of the drawing is a line of 24 px, the first one on top.
    const at = (line) => ({ position: { x: 150, y: 8 + 24 * line + 12 } });
    await expect(async () => {
      await frame.tap(at(0));
      await expect(readout(page)).toContainText(said[0], { timeout: 500 });
    }).toPass();
    await expect(shown.locator(".ring")).toHaveCount(1);
    await frame.hover(at(1));
    await expect(readout(page)).toContainText(said[1]);
    await frame.focus();
    await page.keyboard.press("End");
    await expect(readout(page)).toContainText(said[2]);
    await expect(readout(page).getByRole("link")).toHaveAttribute("href", /\/(nguon|en\/sources)\//);
    await page.keyboard.press("Escape");
    await expect(shown.locator(".ring")).toHaveCount(0);
    await expect(frame).not.toHaveClass(/is-live/);
  }
});

test("who saves data reads the drawing, and nothing is fetched for it", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page, PAIR);
  await frames(page).first().focus();
  await page.keyboard.press("Home");
  await expect(readout(page)).toContainText("83,5");
  expect(asked.filter((url) => /\/assets\/(chart|option)\./.test(url))).toEqual([]);
});

test("by finger: a bar that is touched is read out", async ({ reader }) => {
  const page = await reader({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  await open(page, PAIR);
  const frame = frames(page).first();
  await frame.tap(onBar(0, 200));
  await expect(frame).toHaveClass(/is-live/);
  await frame.tap(onBar(1, 200));
  await expect(readout(page)).toContainText("khoảng 86 %");
});

test("the live chart says what the drawing said", async ({ page }) => {
  await open(page, "so-sanh/");
  for (const frame of await frames(page).all()) {
    const texts = (svg) => svg.locator("text").allInnerTexts();
    const drawn = await texts(visibleDrawing(frame));
    await frame.focus();
    await expect(frame).toHaveClass(/is-live/);
    expect((await texts(live(frame))).sort()).toEqual(drawn.sort());
  }
});

test("labels of a chart do not overlap", async ({ page }) => {
  await open(page, PAIR);
  for (const state of ["drawn", "live"]) {
    const frame = frames(page).first();
    if (state === "live") {
      await frame.focus();
      await expect(frame).toHaveClass(/is-live/);
    }
    const baselines = await visibleDrawing(frame)
      .locator("text")
      .evaluateAll((all) =>
        all
          .filter((one) => /Đồng|quý|2023/.test(one.textContent))
          .map((one) => one.getBoundingClientRect())
          .map((box) => (box.top + box.bottom) / 2)
          .sort((a, b) => a - b),
      );
    expect(baselines).toHaveLength(4);
    // 13 px letters need about as much from line to line.
    for (let n = 1; n < 4; n++) expect(baselines[n] - baselines[n - 1], state).toBeGreaterThan(11);
  }
});

test("after every choice the charts are drawn and answer", BOTH, async ({ page }) => {
  await open(page, PAIR);
  const allDrawn = async () => {
    await expect(frames(page).first()).toBeVisible();
    for (const frame of await frames(page).all()) {
      await expect(visibleDrawing(frame)).toHaveCount(1);
      expect((await frame.boundingBox()).height).toBeGreaterThan(40);
    }
  };
  const subject = page.getByLabel("Nhóm chỉ số hoặc chỉ số");
  await allDrawn();
  await subject.selectOption("topic:broadband");
  const connected = panel(page, "Hộ gia đình có Internet băng rộng cố định");
  await expect(connected).toBeVisible();
  await allDrawn();
  await connected.locator(".frame").hover({ position: { x: 200, y: 30 } });
  await connected.locator(".frame").focus();
  await page.keyboard.press("Home");
  await expect(connected.locator(".readout")).toContainText("79,5 %");
  await page.getByRole("button", { name: "Bỏ Đồng Nai (cũ)" }).click();
  await expect(panels(page)).toHaveCount(1);
  await allDrawn();
  await frames(page).first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(readout(page)).toContainText("79,5 %");
});

test("back at the default view its charts are drawn again", async ({ page }) => {
  await open(page, "so-sanh/");
  await page.getByLabel("Nhóm chỉ số hoặc chỉ số").selectOption("topic:decision-766");
  await expect(panel(page, "Điểm phục vụ người dân, doanh nghiệp (766)")).toBeVisible();
  await page.goBack();
  await expect(panel(page, "Hồ sơ thủ tục hành chính được nộp phí, lệ phí trực tuyến")).toBeVisible();
  for (const frame of await frames(page).all()) {
    await expect(visibleDrawing(frame)).toHaveCount(1);
    expect((await frame.boundingBox()).height).toBeGreaterThan(40);
  }
});

test("an indicator: another period, then the chart again", async ({ page }) => {
  await open(page, "chi-so/dti/");
  await page.getByRole("link", { name: "2022", exact: true }).click();
  await expect(page.locator(".headline")).toContainText("2022");
  await expect(visibleDrawing(frames(page).first())).toHaveCount(1);
  await frames(page).first().hover({ position: { x: 200, y: 100 } });
  await frames(page).first().focus();
  await page.keyboard.press("Home");
  await expect(readout(page)).toContainText("2022");
});

test("a view asked for by address has its charts before the chart code is there, as high as they will be", async ({ page }) => {
  let release;
  const held = new Promise((done) => (release = done));
  await page.route(/\/assets\/chart\./, async (route) => {
    await held;
    await route.continue();
  });
  await open(page, "so-sanh/?topic=broadband&places=dong-nai-cu~dong-thap-cu");
  await expect(panel(page, "Hộ gia đình có Internet băng rộng cố định")).toBeVisible();
  const heights = () => frames(page).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  const before = await heights();
  for (const frame of await frames(page).all()) {
    await expect(visibleDrawing(frame)).toHaveCount(1);
    await frame.focus();
  }
  release();
  for (const frame of await frames(page).all()) await expect(live(frame)).toBeVisible();
  expect(before).toEqual(await heights());
});

test("the map of an indicator: 63 tiles, Hoàng Sa and Trường Sa, levels written out", async ({ page, baseURL }) => {
  await open(page, "chi-so/dti/?view=map");
  const map = page.locator(".tile-map");
  await expectMap(map, 63, "tinh");
  const hanoi = map.getByRole("link", { name: /^Hà Nội: 0,\d+$/ });
  await expect(hanoi).toBeVisible();
  await expect(page.locator(".map .legend li")).toHaveCount(6);
  await expect(page.locator(".map .legend li").last()).toHaveText("chưa tìm thấy số liệu");
  await open(page, "chi-so/dti-34/?view=map");
  await expectMap(map, 34, "tinh");
  await map.getByRole("link", { name: /^Huế: / }).click();
  await expect(page).toHaveURL(`${baseURL}tinh/hue/`);
});

/** What a chart's marks and words are painted with. */
const paint = (frame) =>
  frame.locator("svg:visible").evaluate((svg) => {
    const colour = (selector) => [...new Set([...svg.querySelectorAll(selector)].map((one) => getComputedStyle(one).fill))].filter((it) => it !== "none").sort();
    return { marks: colour("path"), words: colour("text") };
  });

test("charts follow light and dark", async ({ page }) => {
  const frame = frames(page).first();
  const seen = {};
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await open(page, "so-sanh/");
    const drawn = await paint(frame);
    await frame.focus();
    await expect(frame).toHaveClass(/is-live/);
    seen[colorScheme] = await paint(frame);
    expect(seen[colorScheme], "the live chart has the drawing's colours").toEqual(drawn);
  }
  expect(seen.dark.marks).not.toEqual(seen.light.marks);
  expect(seen.dark.words).not.toEqual(seen.light.words);
});

test("a live chart follows when evening comes", async ({ page }) => {
  const frame = frames(page).first();
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, "so-sanh/");
  await frame.focus();
  await expect(frame).toHaveClass(/is-live/);
  const light = await paint(frame);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => paint(frame)).not.toEqual(light);
  const dark = await paint(frame);
  expect(dark.words).not.toEqual(light.words);
  expect(dark.marks).not.toEqual(light.marks);
});

test("a live chart fits when the window changes", async ({ page }) => {
  await open(page, "so-sanh/");
  const frame = frames(page).first();
  await frame.focus();
  await expect(frame).toHaveClass(/is-live/);
  await page.setViewportSize({ width: 400, height: 800 });
  await expect.poll(async () => (await live(frame).boundingBox()).width).toBeLessThanOrEqual(400);
  await settled(page);
  expect(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth)).toBe(true);
});
