// What the service worker decides: which requests are its own, what a kept page needs, what may go.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, day, kindOf, marked, offlinePage, opensEmbed, read, surplus } from "../../src/browser/worker/look.js";

const ORIGIN = "https://tinhso.example";
const BASE = "/so/";
const request = (path, more = {}) => ({ method: "GET", url: ORIGIN + path, mode: "cors", headers: new Headers(), referrer: "", ...more });
const kind = (path, more) => kindOf(request(path, more), ORIGIN, BASE);
const NAVIGATE = { mode: "navigate" };
const HTML = { headers: new Headers({ accept: "text/html" }) };

test("pages and files that never change are its own, nothing else", () => {
  assert.equal(kind("/so/", NAVIGATE), "document");
  assert.equal(kind("/so/tinh/hue/?view=bar", NAVIGATE), "document");
  // A host sends such an address on; offline nobody does.
  assert.equal(kind("/so/tinh/hue", NAVIGATE), "document");
  assert.equal(kind("/so/nhung/", NAVIGATE), "document");
  assert.equal(kind("/so/tinh/hue/", HTML), "document");
  assert.equal(kind("/so/assets/app.0123.js"), "file");
  assert.equal(kind("/so/data/v/2026.11.1/index.json?again"), "file");

  assert.equal(kind("/so/tinh/hue/"), undefined);
  for (const path of ["/", "/khac/", "/so/data/latest/index.json", "/so/data/versions.json", "/so/sw.js", "/so/pictures/a.png", "/so/feed.xml"]) {
    assert.equal(kind(path), undefined, path);
    assert.equal(kind(path, NAVIGATE), undefined, path);
  }
  assert.equal(kind("/so/assets/app.0123.js", { method: "HEAD" }), undefined);
  assert.equal(kind("/so/assets/app.0123.js", { headers: new Headers({ range: "bytes=0-9" }) }), undefined);
  assert.equal(kindOf({ ...request(""), url: "https://example.org/so/assets/a.js" }, ORIGIN, BASE), undefined);
});

test("embeds and what they ask for are left alone", () => {
  for (const path of ["/so/nhung/dti/", "/so/nhung/v/2026.11.1/dti/?view=bar", "/so/en/embed/dti/"]) {
    assert.equal(kind(path, NAVIGATE), undefined, path);
    assert.ok(opensEmbed(request(path, NAVIGATE), BASE), path);
    assert.equal(kind("/so/data/v/2026.11.1/index.json", { referrer: ORIGIN + path }), undefined, path);
  }
  assert.ok(!opensEmbed(request("/so/nhung/", NAVIGATE), BASE));
  assert.equal(kind("/so/data/v/2026.11.1/index.json", { referrer: `${ORIGIN}/so/nhung/` }), "file");
});

test("a page has one address, whatever is asked of it", () => {
  assert.equal(addressOf(`${ORIGIN}/so/so-sanh/?topic=broadband#x`), `${ORIGIN}/so/so-sanh/`);
  assert.equal(addressOf(`${ORIGIN}/so/so-sanh`), `${ORIGIN}/so/so-sanh/`);
});

const document = ({ app = true, tools = true } = {}) => `<!doctype html>
<html lang="en" data-base="/so/" data-build="b1" data-version="2026.11.1" data-module="/so/assets/app.1.wasm" data-chart="/so/assets/chart.1.js"${app ? ' data-app="/so/assets/app.1.js" data-files="/so/assets/app.1.wasm /so/data/v/2026.11.1/index.json" data-figures="/so/data/v/2026.11.1/indicators/a.json"' : ""}${tools ? ' data-tools="/so/assets/take.1.js" data-fonts="/so/assets/bold.1.woff2 /so/assets/signs.1.woff2"' : ""}>
<head><title>A &amp; B · Tỉnh Số</title>
<script async fetchpriority="low" src="/so/assets/site.1.js"></script>
</head><body><div id="app"><a href="/so/assets/not-mine.js">x</a>${app ? '<figure data-number="0" data-option="/so/assets/option.1.json"></figure>' : ""}</div></body></html>`;

test("a page says what it needs", () => {
  const about = read(document(), BASE);
  assert.equal(about.title, "A & B · Tỉnh Số");
  assert.equal(about.lang, "en");
  assert.equal(about.version, "2026.11.1");
  assert.equal(about.build, "b1");
  assert.equal(about.live, true);
  const named = ["app.1.wasm", "chart.1.js", "app.1.js", "take.1.js", "site.1.js", "bold.1.woff2", "signs.1.woff2", "option.1.json"];
  assert.deepEqual(new Set(about.assets), new Set(named.map((name) => `/so/assets/${name}`)));
  assert.deepEqual(
    new Set(about.first),
    new Set([...["app.1.js", "site.1.js", "app.1.wasm", "chart.1.js", "option.1.json"].map((name) => `/so/assets/${name}`), ...["index.json", "indicators/a.json"].map((name) => `/so/data/v/2026.11.1/${name}`)]),
  );
  // Where no module comes, none is held.
  const still = read(document({ app: false, tools: false }), BASE);
  assert.deepEqual(still.first, ["/so/assets/site.1.js"]);
  assert.equal(still.live, false);
  assert.deepEqual(read("no document", BASE).first, []);
});

test("a kept page says so, and when it was kept, in its language", () => {
  assert.equal(day("2026-11-02T10:00:00", "vi"), "2/11/2026");
  assert.equal(day("2026-11-02T10:00:00", "en"), "2 November 2026");
  const saved = new Date(2026, 10, 22, 12).toISOString();
  const text = marked(document(), { saved, lang: "en" }, "Copy kept on {}, offline.", "Try again");
  assert.match(text, /<html data-saved="2026-11-2/);
  assert.match(text, /<body><p id="saved" role="status">Copy kept on 22 November 2026, offline\. <a href="">Try again<\/a><\/p>\n<div id="app">/);
});

const page = (name, saved, version = "2026.11.1") => ({ url: `${ORIGIN}/so/${name}/`, saved, version, assets: [`/so/assets/${name}.js`] });
const rules = { base: BASE, always: [], named: [], most: 2, mostData: 2 };

test("the oldest pages go, and the files that only they named", () => {
  const pages = [page("a", "2026-11-03"), page("b", "2026-11-01"), page("c", "2026-11-02")];
  const files = ["/so/assets/a.js", "/so/assets/b.js", "/so/assets/c.js", "/so/assets/left.js"];
  const gone = surplus(pages, files, rules);
  assert.deepEqual(gone.documents, [`${ORIGIN}/so/b/`]);
  assert.deepEqual(gone.files, ["/so/assets/b.js", "/so/assets/left.js"]);
  assert.deepEqual(surplus(pages, files, { ...rules, always: [`${ORIGIN}/so/b/`] }).documents, []);
  assert.deepEqual(surplus(pages, files, { ...rules, named: ["/so/assets/left.js"] }).files, ["/so/assets/b.js"]);
});

test("figures stay as long as a page of their version does, the newest of them", () => {
  const data = (version, name) => `/so/data/v/${version}/${name}.json`;
  const files = [data("2026.11.0", "a"), data("2026.11.1", "a"), data("2026.11.1", "b"), data("2026.11.1", "c")];
  const gone = surplus([page("a", "2026-11-03")], files, rules);
  assert.deepEqual(gone.files, [data("2026.11.0", "a"), data("2026.11.1", "a")]);
  const old = page("old", "2026-11-01", "2026.11.0");
  assert.deepEqual(surplus([page("a", "2026-11-03"), old], files, { ...rules, mostData: 9 }).files, []);
});

test("the page in the place of one that is not kept shows titles as text", () => {
  const words = { site: "Tỉnh Số", title: "Offline", text: "Not kept.", kept: "Kept", retry: "Again" };
  const common = { words, style: "p{}", styleHash: "sha256-x", lang: "en" };
  const html = offlinePage({ ...common, pages: [{ url: `${ORIGIN}/so/a/`, title: '<b>"A" & B</b> · Tỉnh Số' }] });
  assert.match(html, /<a href="\/so\/a\/">&#60;b&#62;&#34;A&#34; &#38; B&#60;\/b&#62;<\/a>/);
  assert.match(html, /style-src 'sha256-x'/);
  assert.doesNotMatch(offlinePage({ ...common, pages: [] }), /Kept|<ul>/);
});
