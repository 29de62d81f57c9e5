// Which links are swapped in as pages, and which documents are remembered for that.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isPlain, pageOf } from "../../src/browser/site/links.js";
import { Memory } from "../../src/browser/site/memory.js";

const HERE = "https://tinhso.example/so/tinh/ha-noi/?view=bar#top";
const link = (attributes) => ({
  getAttribute: (name) => attributes[name] ?? null,
  hasAttribute: (name) => name in attributes,
});
const leads = (href, more = {}) => pageOf(link({ href, ...more }), HERE, "/so/")?.href.replace("https://tinhso.example", "");

test("links to pages of the site are pages, in both languages", () => {
  for (const path of ["/so/", "/so/en/", "/so/chi-so/dti/", "/so/en/compare/?places=ha-noi~hue", "/so/nhung/", "/so/en/embed/"]) {
    assert.equal(leads(path), path);
  }
  assert.equal(leads("../hue/#dti"), "/so/tinh/hue/#dti");
  assert.equal(leads("?view=table"), "/so/tinh/ha-noi/?view=table");
  assert.equal(leads("https://tinhso.example/so/du-lieu/"), "/so/du-lieu/");
  assert.equal(leads("/so/du-lieu/", { target: "_self" }), "/so/du-lieu/");
});

test("everything else is left to the browser", () => {
  for (const path of [
    "/",
    "/khac/",
    "/so",
    "https://example.org/so/",
    "mailto:a@example.org",
    "javascript:alert(1)",
    "http://[",
    "/so/data/latest/tinh-so.xlsx",
    "/so/data/v/2026.11.1/",
    "/so/assets/app.js",
    "/so/pictures/a/",
    "/so/nhung/dti/",
    "/so/nhung/v/2026.11.1/dti/",
    "/so/en/embed/dti/",
    "/so/feed.xml",
    "/so/404.html",
    "/so/tinh/hue",
    "#main",
    "?view=bar#other",
  ]) {
    assert.equal(leads(path), undefined, path);
  }
  assert.equal(leads("/so/du-lieu/", { target: "_blank" }), undefined);
  assert.equal(leads("/so/du-lieu/", { download: "" }), undefined);
  assert.equal(pageOf(link({}), HERE, "/so/"), undefined);
});

test("a click that asks for another tab, window or download is not ours", () => {
  const plain = { defaultPrevented: false, button: 0, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
  assert.ok(isPlain(plain));
  for (const more of [{ button: 1 }, { altKey: true }, { ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { defaultPrevented: true }]) {
    assert.ok(!isPlain({ ...plain, ...more }), JSON.stringify(more));
  }
});

/** A memory over a network whose answers come when the test says so. */
function held(options) {
  const asked = [];
  const load = (path, { again, ahead, signal }) =>
    new Promise((resolve, reject) => {
      asked.push({ path, again, ahead, signal, come: (text = path) => resolve(text), fail: () => reject(new Error(path)) });
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  const memory = new Memory(load, options);
  return { memory, asked, paths: () => asked.map((it) => it.path) };
}

test("what was open is not fetched again, until it is old; back shows it at any age", async () => {
  let now = 0;
  const { memory, asked, paths } = held({ now: () => now });
  const first = memory.want("/a/");
  asked[0].come("text of a");
  assert.equal(await first, "text of a");
  assert.equal(await memory.want("/a/"), "text of a");
  now = 11 * 60 * 1000;
  assert.equal(await memory.want("/a/", true), "text of a");
  assert.deepEqual(paths(), ["/a/"]);
  void memory.want("/a/");
  assert.deepEqual(paths(), ["/a/", "/a/"]);
});

test("only the newest documents are held", async () => {
  const { memory, asked } = held({ most: 3 });
  for (const path of ["/1/", "/2/", "/3/", "/1/", "/4/"]) {
    const text = memory.want(path);
    asked.at(-1).come();
    await text;
  }
  assert.deepEqual(memory.paths, ["/3/", "/1/", "/4/"]);
});

test("of quick successive wishes only the last goes on", async () => {
  const { memory, asked } = held();
  const first = memory.want("/slow/");
  const second = memory.want("/quick/");
  await assert.rejects(first, { name: "AbortError" });
  asked[1].come();
  assert.equal(await second, "/quick/");
  assert.deepEqual(memory.paths, ["/quick/"]);
});

test("two at once are fetched ahead, and a wish takes what is on its way", async () => {
  const { memory, asked, paths } = held();
  void memory.ahead("/a/");
  void memory.ahead("/b/");
  assert.equal(memory.ahead("/c/"), undefined);
  assert.deepEqual(paths(), ["/a/", "/b/"]);
  const wanted = memory.want("/a/");
  asked[0].come("text of a");
  assert.equal(await wanted, "text of a");
  await Promise.resolve();
  void memory.ahead("/c/");
  assert.deepEqual(paths(), ["/a/", "/b/", "/c/"]);
  assert.equal(memory.ahead("/a/"), undefined);
});

test("what failed is asked for again", async () => {
  const { memory, asked } = held();
  const ahead = memory.ahead("/a/");
  asked[0].fail();
  await assert.rejects(ahead);
  const wanted = memory.want("/a/");
  asked[1].come();
  assert.equal(await wanted, "/a/");
});

test("a copy the worker had kept is not remembered", async () => {
  const { memory, asked } = held();
  const saved = memory.want("/a/");
  asked[0].come('<!doctype html>\n<html data-saved="2026-11-22T10:00:00.000Z" lang="vi">');
  await saved;
  assert.deepEqual(memory.paths, []);
});
