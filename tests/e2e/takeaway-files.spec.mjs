// The files a reader takes away, read back: the figures are those on screen, a missing one is an empty cell, pictures say
// what they show. The sheets they are found in: takeaway.spec.mjs.
import { PAIR, expect, open, panels, test } from "./site.mjs";
import { atDesk, clipboard, csvRows, desk, downloaded, meanDifference, pixels, records, sheets, tableOnScreen } from "./taken.mjs";

const take = (page) => page.locator("section.take");
const opener = (page, name) => take(page).locator("> p.buttons").getByRole("button", { name, exact: true });
const latest = async (request) => (await (await request.get("data/versions.json")).json()).latest;

/** One indicator with places chosen, one whose ranks are bands, two definitions side by side, and figures withheld. */
const VIEWS = ["chi-so/dti/?places=dong-nai-cu", "so-sanh/", PAIR, "chi-so/papi-internet/?time=2024"];
const MAP = "chi-so/dti/?places=dong-nai-cu&view=map";

/** Saves a file of a kind from the sheet of this name. */
async function saved(page, sheet, kind) {
  const box = page.locator(sheet === "Ảnh" ? "#take-picture" : "#take-data");
  if (!(await box.isVisible())) await opener(page, sheet).click();
  const file = await downloaded(page, box.locator(`[data-take=${kind}]`));
  await expect(box.locator(".said")).toHaveText("Đã lưu tệp.");
  return file;
}

/** Every table on screen as rows of place, rank and value. */
async function onScreen(page) {
  const all = [];
  for (const panel of await panels(page).all()) all.push(...(await tableOnScreen(panel)));
  expect(all.length).toBeGreaterThan(0);
  return all;
}

/** The same from the rows of a file; numbers come as text from a CSV. */
const told = (rows) =>
  rows.map((row) => ({
    place: row.place_vi,
    rank: row.rank === null ? "" : String(row.rank),
    value: row.value === "" || row.value === null ? null : Number(row.value),
  }));

for (const address of VIEWS) {
  test(`CSV, JSON and XLSX of a view hold the figures on screen: ${address}`, async ({ page, request }) => {
    const version = await latest(request);
    await open(page, address);
    const screen = await onScreen(page);
    const id = await page.locator("table[data-indicator]").first().getAttribute("data-indicator");

    const csv = await saved(page, "Số liệu", "csv");
    expect(csv.name).toBe(`tinh-so-${id}-${version}.csv`);
    expect([...csv.bytes.subarray(0, 3)], "a byte order mark").toEqual([0xef, 0xbb, 0xbf]);
    const rows = records(csvRows(csv.bytes.toString("utf8").slice(1)));
    expect(told(rows)).toEqual(screen);
    for (const row of rows) {
      expect(row.place && row.indicator && row.period && row.source && row.source_title, `${row.place}`).toBeTruthy();
      expect(row.missing === "", "a figure, or the reason why there is none").toBe(row.value !== "");
    }

    const json = await saved(page, "Số liệu", "json");
    expect(json.name).toBe(`tinh-so-${id}-${version}.json`);
    const file = JSON.parse(json.bytes.toString("utf8"));
    expect(told(file.figures)).toEqual(screen);
    expect(file.version).toBe(version);
    expect(file.address).toContain(address);
    for (const row of file.figures) expect(row.value === null || typeof row.value === "number").toBe(true);

    const xlsx = await saved(page, "Số liệu", "xlsx");
    expect(xlsx.name).toBe(`tinh-so-${id}-${version}.xlsx`);
    const book = await sheets(page, xlsx.bytes);
    expect([...book.keys()]).toEqual(["so-lieu", "ma", "ve-tep-nay"]);
    const [head, ...cells] = book.get("so-lieu");
    expect(told(records([head, ...cells]))).toEqual(screen);
    // Cell by cell the same as the CSV.
    const text = (cell) => (cell === null ? "" : String(cell).replaceAll("\r\n", "\n"));
    expect([head, ...cells].map((row) => row.map(text))).toEqual(csvRows(csv.bytes.toString("utf8").slice(1)));
    expect(Object.fromEntries(book.get("ve-tep-nay").slice(1))).toMatchObject({ version, address: file.address, licence: file.licence });
  });
}

test("a figure that was withheld is an empty cell in every file, with the reason beside it", async ({ page }) => {
  await open(page, "chi-so/papi-internet/?time=2024");
  const csv = await saved(page, "Số liệu", "csv");
  const rows = records(csvRows(csv.bytes.toString("utf8").slice(1)));
  const without = rows.filter((row) => row.value === "");
  expect(without.map((row) => row.missing)).toContain("suppressed");
  expect(rows.filter((row) => row.value === "0")).toEqual([]);
  const book = await sheets(page, (await saved(page, "Số liệu", "xlsx")).bytes);
  const cells = records(book.get("so-lieu"));
  expect(cells.filter((row) => row.value === null).map((row) => row.place)).toEqual(without.map((row) => row.place));
  for (const row of cells) expect(row.value === null || typeof row.value === "number").toBe(true);
});

test("the whole indicator as XLSX is the whole indicator", async ({ page, request }) => {
  const version = await latest(request);
  await open(page, "chi-so/papi-internet/?places=dong-nai-cu");
  const xlsx = await saved(page, "Số liệu", "whole-xlsx");
  expect(xlsx.name).toBe(`tinh-so-papi-internet-${version}.xlsx`);
  const rows = records((await sheets(page, xlsx.bytes)).get("so-lieu"));
  const { observations } = await (await request.get(`data/v/${version}/indicators/papi-internet.json`)).json();
  const key = (it) => `${it.place} ${it.period} ${it.source}: ${it.value ?? "–"}`;
  expect(rows.map(key).sort()).toEqual(observations.map(key).sort());
  // The CSV beside it is a link that needs no script.
  const link = page.locator("#take-data").getByRole("link", { name: "CSV" });
  await expect(link).toHaveAttribute("download", "");
  expect(new URL(await link.evaluate((it) => it.href)).pathname).toContain(`/data/v/${version}/indicators/papi-internet.csv`);
});

test("a table is copied as a table and as text", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  for (const address of VIEWS) {
    await open(page, address);
    const screen = await onScreen(page);
    await opener(page, "Số liệu").click();
    await page.locator("[data-take=table]").click();
    await expect(page.locator("#take-data .said")).toHaveText("Đã sao chép.");
    const copied = await clipboard(page);
    expect(Object.keys(copied).sort()).toEqual(["text/html", "text/plain"]);
    const lines = copied["text/plain"].split(/\r?\n/).filter((it) => it.includes("\t"));
    const cells = await atDesk(page, (html) => {
      const doc = new DOMParser().parseFromString(html, "text/html");
      return [...doc.querySelectorAll("tr")].map((row) => [...row.cells].map((it) => it.textContent));
    }, copied["text/html"]);
    expect(cells).toEqual(lines.map((it) => it.split("\t")));
    const bodies = cells.filter((row) => !row.includes("Nguồn"));
    expect(bodies.length).toBe(screen.length);
    bodies.forEach((row, n) => expect(row.join(" ")).toContain(screen[n].place));
    for (const panel of await page.locator(".results .panel h2").allInnerTexts()) expect(copied["text/plain"]).toContain(panel);
  }
});

for (const address of [VIEWS[0], VIEWS[1], MAP]) {
  test(`a picture says what it shows, by itself: ${address}`, async ({ page, request }) => {
    const version = await latest(request);
    await open(page, address);
    const id = await page.locator("table[data-indicator]").first().getAttribute("data-indicator");
    const sign = await page.locator(".results .sign .symbol").first().innerText();
    const names = await page.locator(".results .panel h2").allInnerTexts();
    const title = names.length ? names : [await page.locator("h1").innerText()];

    const svg = await saved(page, "Ảnh", "svg");
    expect(svg.name).toBe(`tinh-so-${id}-${version}.svg`);
    const table = await desk(page);
    const read = await table.evaluate((text) => {
      const doc = new DOMParser().parseFromString(text, "image/svg+xml");
      const words = [...doc.querySelectorAll("text")].map((it) => it.textContent);
      return {
        broken: doc.querySelector("parsererror")?.textContent ?? null,
        words: words.join(" ").replace(/\s+/g, " "),
        pieces: words,
        title: doc.querySelector("title")?.textContent,
        width: Number(doc.documentElement.getAttribute("width")),
        height: Number(doc.documentElement.getAttribute("height")),
        fonts: doc.querySelector("style")?.textContent.match(/@font-face\{font-family:'[^']*'/g) ?? [],
        outside: [...doc.querySelectorAll("*")].flatMap((it) => [...it.attributes]).filter((it) => /href$|^src$/.test(it.name) && !it.value.startsWith("#")).length,
        scripts: doc.querySelectorAll("script, foreignObject").length,
      };
    }, svg.bytes.toString("utf8"));
    expect(read).toMatchObject({ broken: null, outside: 0, scripts: 0, width: 680 });
    expect(read.fonts.length, "its fonts are in it").toBe(3);
    for (const name of title) expect(read.title).toContain(name);
    expect(read.words).toContain(title[0].slice(0, 20));
    expect(read.words).toContain("Nguồn:");
    expect(read.words).toContain(`Bản dữ liệu ${version}`);
    expect(read.words).toMatch(/20\d\d/);
    expect(read.words.replaceAll(" ", "")).toContain(`/${address}`);
    expect(read.pieces.some((it) => it.trim().startsWith(sign)), `the sign ${sign}`).toBe(true);
    if (address === MAP) {
      expect(read.words).toContain("Hoàng Sa");
      expect(read.words).toContain("Trường Sa");
    }

    const png = await saved(page, "Ảnh", "png");
    expect(png.name).toBe(`tinh-so-${id}-${version}.png`);
    expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
    const [drawn, expected] = [await pixels(table, png.bytes, "image/png"), await pixels(table, svg.bytes, "image/svg+xml", 2)];
    expect([drawn.width, drawn.height]).toEqual([read.width * 2, read.height * 2]);
    expect(drawn.colours).toBeGreaterThan(20);
    expect(meanDifference(drawn, expected)).toBeLessThan(2);
  });
}

test("the picture is in the language of the page", async ({ page }) => {
  await open(page, "en/indicators/dti/?places=dong-nai-cu&view=map");
  await take(page).getByRole("button", { name: "Picture", exact: true }).click();
  const { bytes } = await downloaded(page, page.locator("#take-picture [data-take=svg]"));
  const svg = bytes.toString("utf8");
  for (const words of ["Source: ", "Data version ", "Hoang Sa", "Truong Sa", "/en/indicators/dti/?places=dong-nai-cu"]) expect(svg).toContain(words);
  expect(svg).not.toContain("Nguồn:");
});

test("a picture that cannot be made says so, and trying again works", async ({ page, watch }) => {
  watch.allow(/^answer 500: /, /^console: Failed to load resource/);
  await open(page, VIEWS[0]);
  await page.route(/\.woff2$/, (route) => route.fulfill({ status: 500, body: "" }));
  await opener(page, "Ảnh").click();
  const box = page.locator("#take-picture");
  await box.locator("[data-take=svg]").click();
  await expect(box.locator(".said")).toContainText(/\S/);
  await expect(box.locator(".said")).not.toHaveText(/Đang làm tệp…|Đã lưu tệp\./);
  await page.unroute(/\.woff2$/);
  expect((await downloaded(page, box.locator("[data-take=svg]"))).bytes.length).toBeGreaterThan(10_000);
});
