// What is handed out: the page of downloads, the versions, the list of changes, the feeds, and what search engines read.
import { createHash } from "node:crypto";
import { expect, test } from "./site.mjs";
import { desk } from "./taken.mjs";

/** The path of one of our own addresses below the site's folder; they begin with the origin the build was given. */
const below = (href, baseURL) => {
  const { pathname } = new URL(href, baseURL);
  const folder = new URL(baseURL).pathname;
  expect(pathname.startsWith(folder), `${href} lies below ${folder}`).toBe(true);
  return pathname.slice(folder.length);
};

const jsonOf = async (request, path) => {
  const response = await request.get(path);
  expect(response.status(), path).toBe(200);
  return response.json();
};

test("everything the page of downloads offers is there, as long as it says @both", async ({ page, request, baseURL }) => {
  for (const home of ["du-lieu/", "en/data/"]) {
    await page.goto(home);
    const hrefs = await page.locator("main a").evaluateAll((links) => links.map((it) => it.getAttribute("href")));
    const files = hrefs.filter((it) => it.includes("/data/") && !it.endsWith("/data/"));
    expect(files.length).toBeGreaterThan(15);
    for (const href of files) expect((await request.get(below(href, baseURL))).status(), href).toBe(200);
    // The size beside a file is the file's.
    const row = page.locator("tr", { has: page.getByRole("link", { name: "observations.csv" }) });
    const said = await row.locator("td").last().innerText();
    const bytes = (await (await request.get("data/latest/observations.csv")).body()).length;
    expect(said.replace(/\s/g, " ")).toBe(`${Math.floor(bytes / 1000)} kB`);
  }
});

test("a published version stays: its files have the checksums they were published with, and latest is the newest", async ({ request }) => {
  const { latest, versions } = await jsonOf(request, "data/versions.json");
  expect(versions.map((it) => it.version)).toContain("2026.11.0");
  expect(versions[0].version).toBe(latest);
  for (const { path } of versions) {
    const sums = await (await request.get(`data/${path}SHA256SUMS`)).text();
    for (const name of ["observations.csv", "catalog.json", "tinh-so.xlsx", "changes.json", "indicators/dti.json"]) {
      const [, sum] = sums.match(new RegExp(`^([0-9a-f]{64})  ${name.replace(".", "\\.")}$`, "m"));
      const body = await (await request.get(`data/${path}${name}`)).body();
      expect(createHash("sha256").update(body).digest("hex"), path + name).toBe(sum);
    }
  }
  const bytes = async (path) => (await request.get(path)).text();
  expect(await bytes("data/latest/SHA256SUMS")).toBe(await bytes(`data/v/${latest}/SHA256SUMS`));
});

test("the page of changes says what each version changed, and why", async ({ page, request }) => {
  const { versions } = await jsonOf(request, "data/versions.json");
  await page.goto("thay-doi/");
  for (const { version, path } of versions) {
    const { changes, previous } = await jsonOf(request, `data/${path}changes.json`);
    const section = page.locator(`section[id="${version}"]`);
    await expect(section.getByRole("heading")).toContainText(version);
    const figures = changes.filter((it) => it.table === "observations" && it.kind === "added").length;
    if (figures > 0) await expect(section).toContainText(`Thêm ${figures.toLocaleString("vi")} số liệu`);
    if (!previous) await expect(section).toContainText("Bản đầu tiên");
    for (const one of changes.filter((it) => it.kind === "corrected")) await expect(section).toContainText(one.reason.vi);
  }
  await page.goto("en/changes/");
  await expect(page.locator('section[id="2026.11.1"]')).toContainText("The first version spoke of hamlets");
});

test("feeds are well-formed, name each entry once, and lead back to pages @both", async ({ page, request, baseURL }) => {
  const table = await desk(page);
  const read = async (path) => {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
    return table.evaluate((text) => {
      const doc = new DOMParser().parseFromString(text, "application/xml");
      const of = (one, name) => one.getElementsByTagNameNS("http://www.w3.org/2005/Atom", name);
      const entry = (it) => ({
        id: of(it, "id")[0].textContent,
        title: of(it, "title")[0].textContent,
        updated: of(it, "updated")[0].textContent,
        link: of(it, "link")[0].getAttribute("href"),
        content: of(it, "content")[0].textContent,
      });
      return {
        broken: doc.querySelector("parsererror")?.textContent ?? null,
        root: doc.documentElement.localName,
        id: doc.documentElement.querySelector(":scope > id").textContent,
        self: doc.documentElement.querySelector(':scope > link[rel="self"]').getAttribute("href"),
        entries: [...of(doc, "entry")].map(entry),
      };
    }, await response.text());
  };
  await page.goto("tinh/lao-cai-cu/");
  const named = await page.locator('link[type="application/atom+xml"]').getAttribute("href");
  expect(below(named, baseURL)).toBe("tinh/lao-cai-cu/feed.xml");
  const ids = new Set();
  for (const path of ["feed.xml", "en/feed.xml", "tinh/lao-cai-cu/feed.xml", "en/places/lao-cai-cu/feed.xml"]) {
    const feed = await read(path);
    expect(feed, path).toMatchObject({ broken: null, root: "feed" });
    expect(below(feed.self, baseURL)).toBe(path);
    expect(feed.entries.length, path).toBeGreaterThan(0);
    for (const one of feed.entries) {
      expect(one.updated).toMatch(/^\d{4}-\d\d-\d\dT/);
      expect((await request.get(below(one.link, baseURL))).status(), one.link).toBe(200);
      expect(one.content).toContain("<");
      ids.add(one.id);
    }
    ids.add(feed.id);
  }
  const feeds = await Promise.all(["feed.xml", "en/feed.xml", "tinh/lao-cai-cu/feed.xml", "en/places/lao-cai-cu/feed.xml"].map(read));
  expect(ids.size).toBe(feeds.reduce((sum, feed) => sum + 1 + feed.entries.length, 0));
});

test("search engines read what a page hands out @both", async ({ page, request, baseURL }) => {
  for (const [path, kind] of [["du-lieu/", "whole"], ["chi-so/papi-internet/", "one"], ["en/indicators/dti/", "one"]]) {
    await page.goto(path);
    const dataset = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent());
    expect(dataset["@type"]).toBe("Dataset");
    expect(dataset.description.length).toBeGreaterThan(50);
    // The figures are others’: no licence is claimed for them.
    expect(dataset.license).toBeUndefined();
    expect(dataset.usageInfo).toMatch(/^https?:/);
    for (const { contentUrl } of dataset.distribution) {
      expect((await request.get(below(contentUrl, baseURL))).status(), contentUrl).toBe(200);
    }
    if (kind === "one") {
      expect(dataset.variableMeasured.description.length).toBeGreaterThan(20);
      expect(dataset.isBasedOn.length).toBeGreaterThan(0);
      expect(dataset.temporalCoverage).toMatch(/^\d{4}\/\d{4}$/);
    }
  }
  const catalogue = await jsonOf(request, "data/catalog.jsonld");
  expect(catalogue["@type"]).toBe("dcat:Catalog");
});

test("a province's page answers for the four themes, beside its region and its size", async ({ page }) => {
  await page.goto("tinh/dong-nai-cu/");
  const answers = page.locator(".answers > li");
  await expect(answers).toHaveCount(4);
  await expect(answers.nth(0)).toContainText("thuộc nhóm cao nhất (nhóm gồm 16 trong 61 nơi)");
  await expect(answers.nth(1)).toContainText("khoảng 86 %".replace(" ", "\u00a0").replace(" %", "\u00a0%"));
  // The figure in a line opens its evidence in place.
  await answers.nth(1).locator("summary").click();
  await expect(answers.nth(1).locator("dl")).toContainText("Định nghĩa");
  const peers = page.locator("table.peers");
  await expect(peers).toContainText("Cùng vùng");
  await expect(peers.locator("tr", { hasText: "Bình Dương" })).toHaveCount(1);
  await peers.locator("tr", { hasText: "Bình Dương" }).locator("a.figure").first().click();
  await expect(page).toHaveURL(/chi-so\/papi-internet\/\?places=dong-nai-cu~binh-duong&time=2024/);
  await expect(page.locator("tr.chosen th")).toHaveText([/Bình Dương/, /Đồng Nai/]);
});

test("a province about which little is known says so", async ({ page }) => {
  await page.goto("tinh/lai-chau/");
  await expect(page.locator("#online-services .silent, #broadband .silent").first()).toContainText("Chúng tôi chưa tìm thấy số liệu về");
  await page.goto("en/places/hoa-binh/");
  await expect(page.locator(".answers > li")).toHaveCount(4);
});
