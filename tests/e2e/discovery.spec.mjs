// What lets others find and keep the site: the map for search engines, robots, the web manifest; and the examples of the
// data page as a reader meets them. That they work is shown by `cargo xtask test --extended`.
import { BOTH, KINDS, expect, test } from "./site.mjs";

const unescape = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");

/** The entries of a sitemap: address, date, alternates. */
const entries = (xml, name) =>
  [...xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, "gs"))].map(([, inner]) => ({
    loc: unescape(/<loc>(.*?)<\/loc>/.exec(inner)[1]),
    date: /<lastmod>(.*?)<\/lastmod>/.exec(inner)?.[1],
    alternates: [...inner.matchAll(/<xhtml:link rel="alternate" hreflang="([^"]+)" href="([^"]+)"\/>/g)].map(([, language, href]) => [language, unescape(href)]),
  }));

/** Every address of the sitemap, whether it is one file or an index of several; `own` makes an address of this server's. */
async function sitemap(request, own) {
  const text = async (address) => {
    const response = await request.get(address);
    expect(response.status(), address).toBe(200);
    expect(response.headers()["content-type"]).toContain("application/xml");
    return response.text();
  };
  const first = await text("sitemap.xml");
  if (!first.includes("<sitemapindex")) return entries(first, "url");
  const files = await Promise.all(entries(first, "sitemap").map(({ loc }) => text(own(loc))));
  return files.flatMap((file) => entries(file, "url"));
}

test("the sitemap has every page, once, and nothing else", BOTH, async ({ request, baseURL }) => {
  test.setTimeout(120_000);
  const { origin: here, pathname: folder } = new URL(baseURL);
  const own = (address) => here + new URL(address).pathname;
  const all = await sitemap(request, own);
  const listed = new Set(all.map(({ loc }) => new URL(loc).pathname));
  expect(listed.size).toBe(all.length);
  expect(listed.size).toBeGreaterThan(480);
  const { versions } = await (await request.get("data/versions.json")).json();
  const linked = new Set([folder]);
  const faults = [];
  const look = async ({ loc, date, alternates }) => {
    const response = await request.get(own(loc), { maxRedirects: 0 });
    if (response.status() !== 200) return faults.push(`${loc} answers ${response.status()}`);
    const html = await response.text();
    const path = new URL(loc).pathname;
    if (!path.startsWith(folder)) faults.push(`${loc} lies outside the folder`);
    if (!html.includes(`<link rel="canonical" href="${loc}">`)) faults.push(`${loc} is not what the page calls itself`);
    if (!html.includes('<meta property="og:image" content="http')) faults.push(`${loc}: its link has no picture`);
    for (const [language, href] of alternates) {
      if (!html.includes(`hreflang="${language}" href="${href}"`)) faults.push(`${loc}: the page has another alternate for ${language}`);
      if (!listed.has(new URL(href).pathname)) faults.push(`${loc}: ${href} is not listed`);
    }
    if (alternates.map(([language]) => language).join() !== "vi,en,x-default") faults.push(`${loc}: alternates ${alternates}`);
    if (date !== undefined && date !== versions[0].date) faults.push(`${loc}: modified ${date}`);
    for (const [, href] of html.matchAll(/<a\b[^>]*?\shref="([^"#?]*)/g)) {
      if (href.startsWith(folder) && !/\.[a-z0-9]+$/i.test(href)) linked.add(href);
    }
    return undefined;
  };
  const queue = [...all];
  while (queue.length) await Promise.all(queue.splice(0, 8).map(look));
  expect(faults.slice(0, 20)).toEqual([]);
  // What a reader can reach is listed, unless it says itself that it is no page to be found.
  for (const path of [...linked].filter((it) => !listed.has(it) && !/\/(SHA256SUMS)$/.test(it))) {
    const response = await request.get(here + path);
    const html = response.headers()["content-type"].startsWith("text/html") ? await response.text() : "";
    const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
    const another = canonical !== undefined && new URL(canonical).pathname !== path;
    expect(another || /<meta name="robots" content="noindex/.test(html), `${path} is linked and not in the sitemap`).toBe(true);
  }
  expect([...listed].filter((it) => !linked.has(it)), "listed, and no page leads there").toEqual([]);
  expect([...listed].some((it) => it.includes("404"))).toBe(false);
});

test("robots may read everything and learn where the sitemap is", BOTH, async ({ request, baseURL }) => {
  const { origin: here, pathname: folder } = new URL(baseURL);
  const response = await request.get("robots.txt");
  expect(response.status()).toBe(200);
  expect(response.headers()["content-type"]).toContain("text/plain");
  const text = await response.text();
  const rules = text.split("\n").filter((line) => line && !line.startsWith("#"));
  expect(rules.slice(0, 2)).toEqual(["User-agent: *", "Allow: /"]);
  expect(rules).toHaveLength(3);
  const address = new URL(rules[2].replace(/^Sitemap: /, ""));
  expect(address.pathname).toBe(`${folder}sitemap.xml`);
  expect((await request.get(here + address.pathname)).status()).toBe(200);
  // In a folder nobody reads it: it says so to whoever puts it there.
  expect(/only at the root of a host/.test(text)).toBe(folder !== "/");
});

test("every page leads to the manifest, whose icons have the sizes it says", BOTH, async ({ page, request, baseURL }) => {
  const { origin: here, pathname: folder } = new URL(baseURL);
  for (const { kind, vi, en } of [...KINDS, { kind: "not found", vi: "404.html", en: "404.html" }]) {
    for (const address of [vi, en]) {
      const html = await (await request.get(address)).text();
      expect(html, kind).toContain(`<link rel="manifest" href="${folder}site.webmanifest">`);
      expect(html, kind).toContain(`<link rel="apple-touch-icon" href="${folder}icons/apple-touch-180.png">`);
    }
  }
  const response = await request.get("site.webmanifest");
  expect(response.headers()["content-type"]).toContain("application/manifest+json");
  const manifest = await response.json();
  expect(manifest).toMatchObject({ name: "Tỉnh Số", short_name: "Tỉnh Số", lang: "vi", id: folder, start_url: folder, scope: folder });
  // The browser itself reads it without a complaint, and the policy of the page lets it.
  await page.goto("gioi-thieu/");
  const session = await page.context().newCDPSession(page);
  const read = await session.send("Page.getAppManifest");
  expect(read.errors).toEqual([]);
  expect(read.url).toBe(`${baseURL}site.webmanifest`);
  const sizes = [];
  for (const { src, sizes: said, type, purpose } of [...manifest.icons, { src: `${folder}icons/apple-touch-180.png`, sizes: "180x180", type: "image/png", purpose: "apple" }]) {
    const icon = await request.get(here + src);
    expect(icon.status(), src).toBe(200);
    expect(icon.headers()["content-type"]).toBe(type);
    if (type !== "image/png") continue;
    // As the browser draws it.
    const drawn = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    expect(drawn, src).toBe(said);
    sizes.push(`${purpose} ${said}`);
  }
  expect(sizes).toEqual(["any 192x192", "any 512x512", "maskable 512x512", "apple 180x180"]);
  // The bar of a phone's browser takes the colour of the page.
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const [bar, paper] = await page.evaluate(() => {
      const metas = [...document.querySelectorAll('meta[name="theme-color"]')];
      const meta = metas.find((it) => matchMedia(it.media).matches);
      return [meta.content, getComputedStyle(document.documentElement).getPropertyValue("--c-paper").trim()];
    });
    expect(bar, colorScheme).toBe(paper);
  }
});

test("the examples of the data page fit a phone and scroll by keyboard", BOTH, async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const address of ["du-lieu/", "en/data/"]) {
    await page.goto(address);
    const canonical = await page.locator('link[rel="canonical"]').getAttribute("href");
    const root = canonical.slice(0, canonical.indexOf(new URL(baseURL).pathname, 8)) + new URL(baseURL).pathname;
    const examples = page.locator("pre[id^=example-]");
    expect(await examples.count()).toBe(7);
    for (const one of await examples.all()) await expect(one).toContainText(`${root}data/`);
    const python = page.locator("#example-python");
    await python.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => python.evaluate((it) => it.scrollLeft)).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBe(360);
  }
});
