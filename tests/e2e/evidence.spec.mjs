// Every page of the built site, read as a document without running it: each figure carries its evidence within one
// step, nothing of two indicators is ranked, and every verdict has its sign. And a reader who wants to say that Đồng Nai
// leads Đồng Tháp.
import { BOTH, expect, open, settled, test } from "./site.mjs";
import { desk } from "./taken.mjs";

/** The faults of one document, found inside the browser. */
function faultsOf(html, path) {
  const doc = new DOMParser().parseFromString(html, "text/html");
  const faults = [];
  const counts = { cards: 0, rows: 0, details: 0, linked: 0 };
  const text = (node) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
  const fault = (what, node) => faults.push(`${path}: ${what}: “${text(node).slice(0, 90)}”`);
  const source = (href) => /\/(nguon|sources)\/[a-z0-9-]+\/$/.test(href ?? "");
  /** A card or an opened figure says definition, unit, period, how it was stated, and links to its source. */
  const says = (node) => {
    const list = node?.querySelector("dl.evidence");
    const terms = [...(list?.querySelectorAll("dt") ?? [])].map(text);
    const values = [...(list?.querySelectorAll("dd") ?? [])];
    const linked = [...(list?.querySelectorAll("a") ?? [])].some((a) => source(a.getAttribute("href")));
    return terms.length >= 5 && values.every((dd) => text(dd).length > 0) && linked;
  };
  // Buttons open a card that is there.
  for (const button of doc.querySelectorAll("button.figure, button[popovertarget]:not(.take button)")) {
    const card = doc.getElementById(button.getAttribute("popovertarget"));
    if (!card?.hasAttribute("popover") || !says(card)) fault("a figure opens no evidence", button);
    else counts.cards += 1;
  }
  for (const opened of doc.querySelectorAll("details.figure")) {
    if (!says(opened)) fault("a figure opens no evidence", opened);
    else counts.details += 1;
  }
  for (const link of doc.querySelectorAll("a.figure")) {
    if (!/\/(chi-so|indicators)\/[a-z0-9-]+\/(\?[a-z0-9=&~.%-]+)?$/i.test(link.getAttribute("href"))) fault("a figure leads nowhere", link);
    else counts.linked += 1;
  }
  // A row of a table says period and source, or stands on the page of its source under its definition.
  for (const table of doc.querySelectorAll("table[data-indicator], table[data-stated]")) {
    for (const row of table.querySelectorAll("tbody tr:not(.break)")) {
      counts.rows += 1;
      const stated = table.hasAttribute("data-stated");
      if (!text(row.querySelector("td.period"))) fault("a row without a period", row);
      if (!stated && ![...row.querySelectorAll("td.source a")].some((a) => source(a.getAttribute("href")))) fault("a row without a source", row);
      if (!stated && !row.querySelector("td.value button.figure")) fault("a row whose figure opens nothing", row);
      if (stated && !text(table.closest("section")?.querySelector("p.fine"))) fault("no definition above", row);
    }
  }
  for (const line of doc.querySelectorAll(".standing")) {
    if (!/\/(chi-so|indicators)\//.test(line.querySelector("a")?.getAttribute("href"))) fault("a standing leads nowhere", line);
  }
  // Nothing else on the page reads like a figure with its unit: what does, is marked or stands in explaining words.
  const explained =
    ".evidence, .card, details.figure, button.figure, a.figure, .repeated, table[data-indicator], table[data-stated], svg, .note, .definition, .standing, .strip, .legend, .reasons, .source section > p.fine, .set-aside, .targets, .sign, .explains, h1, h2, .subtitle, title, .pair, code, .changes li, .source h1, .source dl, .sources li, option, .vagueness, .to-copy, a[href*='/nguon/'], a[href*='/sources/'], a[href*='/chi-so/'], a[href*='/indicators/']";
  const walker = doc.createTreeWalker(doc.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (/\d[.,]\d+\s?(%|điểm|points)|\d\s?%/.test(node.data) && !node.parentElement.closest(explained)) fault("a figure without evidence", node.parentElement);
  }
  // A ranked table is about one indicator, one period.
  for (const table of doc.querySelectorAll("table[data-ranked]")) {
    const ranked = [...table.querySelectorAll("tbody tr:not(.break)")].filter((row) => text(row.querySelector("td.rank")));
    const periods = new Set(ranked.map((row) => text(row.querySelector("td.period"))));
    if (periods.size > 1) fault(`ranked across ${[...periods].join(", ")}`, table.querySelector("caption"));
    if (table.closest(".panel")?.querySelector(".sign.unequal")) fault("ranked, though not comparable", table.querySelector("caption"));
  }
  // Figures of one panel stand under one sign.
  for (const one of doc.querySelectorAll("section.panel")) {
    const places = new Set([...one.querySelectorAll("tbody tr:not(.break):not(.aside):not(.missing):not(.target) th a")].map((a) => a.getAttribute("href")));
    if (places.size > 1 && !one.querySelector(".sign .symbol")) fault("several places and no sign", one.querySelector("h2, .headline"));
  }
  return { faults, counts };
}

test("every figure of every page carries its evidence, in both languages", async ({ page, request }) => {
  test.setTimeout(240_000);
  const sum = { cards: 0, rows: 0, details: 0, linked: 0 };
  const catalog = await (await request.get("data/latest/catalog.json")).json();
  const paths = [];
  for (const [en, chapters] of [["", ["so-sanh", "chu-de", "chi-so", "tinh", "nguon", "phuong-phap", "gioi-thieu", "du-lieu", "thay-doi", "nhung"]], ["en/", ["compare", "themes", "indicators", "places", "sources", "method", "about", "data", "changes", "embed"]]]) {
    const [compare, themes, indicators, places, sources, ...single] = chapters;
    paths.push(en, ...[compare, sources, ...single].map((it) => `${en}${it}/`));
    paths.push(...catalog.themes.map((it) => `${en}${themes}/${it.id}/`), ...catalog.summaries.map((it) => `${en}${indicators}/${it.id}/`));
    paths.push(...catalog.places.map((it) => `${en}${places}/${it.id}/`), ...catalog.sources.map((it) => `${en}${sources}/${it.id}/`));
  }
  expect(paths.length).toBeGreaterThan(1000);
  const table = await desk(page);
  await table.evaluate(`globalThis.faultsOf = ${faultsOf}`);
  const faults = [];
  while (paths.length) {
    const some = paths.splice(0, 40);
    const texts = await Promise.all(some.map(async (path) => [await (await request.get(path)).text(), `/${path}`]));
    const found = await table.evaluate((texts) => texts.map(([text, path]) => globalThis.faultsOf(text, path)), texts);
    for (const one of found) {
      faults.push(...one.faults);
      for (const key of Object.keys(sum)) sum[key] += one.counts[key];
    }
  }
  expect(faults.slice(0, 40)).toEqual([]);
  // Nothing was overlooked: the counts are those of a site full of figures.
  expect(sum.cards).toBeGreaterThan(5_000);
  expect(sum.rows).toBeGreaterThan(5_000);
  expect(sum.details).toBeGreaterThan(1_000);
});

test("a figure in a headline opens its evidence by touch and by keyboard", BOTH, async ({ page }) => {
  await open(page, "chi-so/papi-internet/");
  const figure = page.locator(".headline button.figure").first();
  await figure.click();
  const card = page.locator(".card:popover-open");
  await expect(card).toBeVisible();
  await expect(card).toContainText("Định nghĩa");
  await expect(card.locator("dd a").first()).toHaveAttribute("href", /\/nguon\//);
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
  await figure.focus();
  await page.keyboard.press("Enter");
  await expect(card).toBeVisible();
  await card.getByRole("button", { name: "Đóng" }).click();
  await expect(card).toHaveCount(0);
});

test("without JavaScript a figure opens its evidence all the same", async ({ reader }) => {
  const page = await reader({ javaScriptEnabled: false });
  await page.goto("chi-so/dossiers-online/");
  await page.locator(".headline button.figure").first().click();
  await expect(page.locator(".card:popover-open")).toContainText("Cách nêu");
});

test("a chart's mark leads to its evidence", async ({ page }) => {
  await open(page, "chi-so/papi-internet/");
  const frame = page.locator(".frame").first();
  await frame.focus();
  await page.keyboard.press("ArrowDown");
  await page.locator(".readout").getByRole("button", { name: "Căn cứ" }).click();
  await expect(page.locator(".card:popover-open .stated-figure")).toContainText("Hà Nội: 2,9605 điểm");
});

test("who wants to say that Đồng Nai leads Đồng Tháp in broadband is stopped kindly", async ({ page }) => {
  await open(page, "so-sanh/?topic=broadband&places=dong-nai-cu~dong-thap-cu");
  await expect(page.locator(".results .sign").first()).toContainText("Không so sánh được");
  const can = page.locator(".can-say");
  await expect(can).toContainText("Có thể nói: ");
  await expect(can).toContainText(/Đồng Nai \(cũ\): 99\s% – Hộ gia đình nằm trong vùng phủ cáp quang/);
  await expect(can).toContainText(/Đồng Tháp \(cũ\): >\s83\s% – Hộ gia đình có Internet băng rộng cố định/);
  await expect(can).toContainText("Mỗi con số trên chỉ nói về nơi, cách đếm và thời điểm của nó.");
  await expect(page.locator("td.rank")).toHaveCount(0);
  // What can be compared instead is one touch away, with how far it reaches.
  await expect(page.locator(".nearest")).toContainText("61 tỉnh, thành, 2024");
  await page.locator(".nearest a").click();
  await expect(page.locator(".results .sign").first()).toContainText("Trong từng đoạn không có thay đổi");
  await expect(page.locator(".headline").first()).toContainText("Đồng Nai (cũ)");
});

test("the model case: 9,2 % against 50 %", async ({ page }) => {
  await open(page, "chi-so/dossiers-online/?view=target");
  const own = page.locator(".targets .target").filter({ hasText: "Đồng Nai (cũ)" }).first();
  await expect(own).toContainText(/đặt mục tiêu 50\s% đến hết 2022/);
  await expect(own).toContainText(/>\s9,2\s% \(quý III\/2022\), còn kém khoảng 40,8/);
  await expect(own).toContainText("Chưa rõ đạt hay không");
  await expect(own).toContainText(/Từ con số đó đến hạn \(3 tháng\), khi ấy cần khoảng 13,6.* mỗi tháng/);
  await expect(own.getByRole("link")).toHaveAttribute("href", /nguon\/baodongnai-2022-11-07\/$/);
  // The same on the province's page, before any script.
  await page.goto("tinh/dong-nai-cu/");
  await expect(page.locator(".targets").first()).toBeVisible();
});

test("two sources that disagree are both there, marked", async ({ page }) => {
  await open(page, "so-sanh/?indicator=mobile-stations-5g&places=gia-lai");
  await expect(page.locator(".results .sign").first()).toContainText("hai nguồn nêu hai con số khác nhau");
  const rows = page.locator("tbody tr");
  await expect(rows.locator("button.figure").filter({ hasText: "734" })).toHaveCount(1);
  await expect(rows.locator("button.figure").filter({ hasText: "167" })).toHaveCount(1);
});

test("the two lists of provinces are one switch apart", async ({ page }) => {
  await open(page, "chi-so/dti/");
  const eras = page.getByRole("navigation", { name: "Địa giới" });
  await expect(eras.locator("[aria-current]")).toContainText("63");
  await eras.getByRole("link", { name: /34/ }).click();
  await settled(page);
  await expect(page).toHaveURL(/chi-so\/dti-34\//);
  await expect(page.getByRole("navigation", { name: "Địa giới" }).locator("[aria-current]")).toContainText("34");
  await expect(page.locator(".headline").first()).toContainText("trong 34 tỉnh, thành");
  await open(page, "chi-so/papi-internet/");
  await expect(eras).toContainText("34 tỉnh, thành (từ 1/7/2025): chưa tìm thấy số liệu");
});

test("a map of all provinces on the compare page can change its list", async ({ page }) => {
  await open(page, "so-sanh/?indicator=fibre-households&places=ha-noi&view=map");
  const lists = page.getByRole("group", { name: "Địa giới" });
  await expect(lists.getByRole("button", { pressed: true })).toContainText("34");
  await expect(page.locator(".map a.tile")).toHaveCount(34);
  await lists.getByRole("button", { name: /63/ }).click();
  await expect(page).toHaveURL(/basis=63/);
  await expect(page.locator(".map a.tile")).toHaveCount(63);
  await open(page, "so-sanh/");
  await expect(lists).toBeHidden();
});

test("a break stands between the rows it parts", async ({ page }) => {
  await open(page, "so-sanh/?indicator=dti&places=da-nang-cu&view=line");
  const lines = page.locator("tbody tr");
  await expect(page.locator("tbody tr.break").first()).toContainText("2021");
  await expect(lines.first()).not.toHaveClass(/break/);
  await expect(page.locator("dl.notes")).toContainText("Mốc thay đổi");
});

test("the view as CSV says what the screen says", async ({ page }) => {
  await open(page, "so-sanh/?topic=smartphones&places=dong-nai-cu~dong-thap-cu");
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Số liệu", exact: true }).click();
  await page.getByRole("button", { name: "CSV", exact: true }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const { readFileSync } = await import("node:fs");
  const text = readFileSync(await download.path(), "utf8");
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const lines = text.trim().split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain("dong-nai-cu,Đồng Nai (cũ)");
  expect(lines[1]).toMatch(/,83\.5,percent,about,,E,/);
  expect(lines.slice(1).every((line) => line.includes(",no,"))).toBe(true);
});
