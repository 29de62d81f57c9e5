// Every page that can be reached, fetched without a browser: no dead link, and a whole head on each.
import { expect, test } from "./site.mjs";

const attribute = (tag, name) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1].replaceAll("&amp;", "&");
// A “>” inside quotes does not end a tag.
const tags = (html, name) => html.match(new RegExp(`<(?:${name})\\b(?:"[^"]*"|[^">])*>`, "g")) ?? [];

/** Faults of one document's head. */
function headFaults(html, path) {
  const faults = [];
  const count = (found, n, what) => found.length === n || faults.push(`${found.length} × ${what}`);
  const links = tags(html, "link");
  const titled = [...html.matchAll(/<title>([^<]*)<\/title>/g)].slice(0, 1);
  if (!titled[0]?.[1].includes("Tỉnh Số")) faults.push(`title “${titled[0]?.[1]}”`);
  const description = tags(html, "meta").filter((it) => attribute(it, "name") === "description");
  count(description, 1, "description");
  if (!(attribute(description[0] ?? "", "content")?.length >= 10)) faults.push("short description");
  count(tags(html, "h1"), 1, "h1");
  const language = attribute(tags(html, "html")[0], "lang");
  if (language !== (/^\/(?:mot\/thu-muc\/)?en\//.test(path) ? "en" : "vi")) faults.push(`lang ${language}`);
  const canonical = links.filter((it) => attribute(it, "rel") === "canonical").map((it) => attribute(it, "href"));
  count(canonical, 1, "canonical");
  const alternate = new Map(
    links.filter((it) => attribute(it, "rel") === "alternate").map((it) => [attribute(it, "hreflang"), attribute(it, "href")]),
  );
  for (const name of ["vi", "en", "x-default"]) if (!alternate.has(name)) faults.push(`no hreflang ${name}`);
  if (alternate.get("x-default") !== alternate.get("vi")) faults.push("x-default is not the Vietnamese page");
  if (alternate.get(language) !== canonical[0]) faults.push("canonical is not the page's own hreflang");
  if (!canonical[0]?.endsWith(path)) faults.push(`canonical ${canonical[0]}`);
  return { faults, alternate };
}

test("from / and /en/ to every page", async ({ request, baseURL }) => {
  test.setTimeout(90_000);
  const { origin, pathname: folder } = new URL(baseURL);
  const seen = new Set([folder, `${folder}en/`]);
  const queue = [...seen];
  const faults = [];
  const pages = new Map();
  const titles = new Map();
  const look = async (path) => {
    const response = await request.get(origin + path, { maxRedirects: 0 });
    if (response.status() !== 200) return faults.push(`${path} answers ${response.status()}`);
    if (!response.headers()["content-type"]?.startsWith("text/html")) return undefined;
    const html = await response.text();
    const { faults: own, alternate } = headFaults(html, path);
    faults.push(...own.map((fault) => `${path}: ${fault}`));
    pages.set(path, alternate);
    const title = /<title>([^<]*)/.exec(html)[1];
    titles.set(title, [...(titles.get(title) ?? []), path]);
    for (const tag of tags(html, "a|link|script|img|use|image")) {
      const href = attribute(tag, "href") ?? attribute(tag, "src");
      if (href === undefined) continue;
      if (/^(https?:|mailto:|#|data:)/.test(href)) continue;
      const url = new URL(href, origin + path);
      if (/\/\//.test(url.pathname) || href.includes("undefined") || href === "") faults.push(`${path} links to “${href}”`);
      if (!href.startsWith(folder)) faults.push(`${path} links out of the folder: “${href}”`);
      if (url.origin === origin && !seen.has(url.pathname)) {
        seen.add(url.pathname);
        queue.push(url.pathname);
      }
    }
    return undefined;
  };
  while (queue.length) await Promise.all(queue.splice(0, 8).map(look));
  expect(faults.slice(0, 30)).toEqual([]);
  // Both languages have the same pages, and each names its twin, which names it.
  const path = (href) => new URL(href, origin).pathname;
  for (const [own, alternate] of pages) {
    const twin = path(alternate.get(own.startsWith(`${folder}en/`) ? "vi" : "en"));
    expect(pages.has(twin), `${own} has a twin`).toBe(true);
  }
  expect(pages.size).toBeGreaterThan(480);
  // Two pages of one title cannot be told apart in a list of tabs. Languages may share one, documents have their own.
  const own = (paths) => paths.filter((it) => !it.startsWith(`${folder}en/`) && !it.startsWith(`${folder}nguon/`));
  const shared = [...titles].filter(([, paths]) => own(paths).length > 1);
  expect(Object.fromEntries(shared)).toEqual({});
});

test("open data: what is published is there and says its version", async ({ request, page }) => {
  await page.goto("./");
  const version = await page.locator("html").getAttribute("data-version");
  const json = async (path) => {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
    return response.json();
  };
  for (const path of ["data/latest/catalog.json", `data/v/${version}/index.json`, `data/v/${version}/indicators/dti.json`, `data/v/${version}/places/dong-nai-cu.json`, `data/v/${version}/sources/baodongnai-2022-11-07.json`]) {
    expect(JSON.stringify(await json(path)), path).toContain(version);
  }
  await json("data/versions.json");
  for (const name of ["catalog", "index", "indicator", "place", "source", "changes", "versions"]) await json(`data/schema/${name}.schema.json`);
  expect((await request.get("data/latest/observations.csv")).status()).toBe(200);
});
