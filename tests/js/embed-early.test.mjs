// What an embed reads from its query before it is painted: only words it knows, and never twice in a circle.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EARLY, frame } from "./frame.mjs";

const OTHER = "/en/embed/dti/";
const early = (query, more = {}) => frame(`/nhung/dti/${query}`, { dataset: { other: OTHER }, ...more }).run(EARLY);

/** The marks that the style looks at. */
const marks = ({ html }) => {
  const { theme, bg, title, pending } = html.dataset;
  return { theme, bg, title, pending };
};
const NONE = { theme: undefined, bg: undefined, title: undefined, pending: undefined };

test("known words become marks", async () => {
  assert.deepEqual(marks(await early("?theme=dark&bg=transparent&title=0")), { ...NONE, theme: "dark", bg: "transparent", title: "0" });
  assert.deepEqual(marks(await early("?theme=light")), { ...NONE, theme: "light" });
  assert.deepEqual(marks(await early("?theme=auto")), { ...NONE, theme: "auto" });
});

test("anything else leaves the embed as it is", async () => {
  for (const query of [
    "",
    "?",
    "?theme=",
    "?theme=DARK&bg=red&title=1",
    "?theme=dark%22%3E%3Cscript%3E",
    "?theme=__proto__&constructor=1&__proto__[theme]=dark",
    "?%E0%A4%A=%&&&===&?theme=dark",
    "?places=&time=&view&basis=",
    `?x=${"a".repeat(100_000)}`,
  ]) {
    const it = await early(query);
    assert.deepEqual(marks(it), NONE, query.slice(0, 60));
    assert.deepEqual(it.went, []);
  }
});

test("a view of its own holds the default figures back", async () => {
  for (const query of ["?places=dong-nai-cu", "?theme=dark&time=2022", "?view=table", "?basis=34", "?pl%61ces=ha-noi"]) {
    assert.equal((await early(query)).html.dataset.pending, "", query);
  }
});

test("the other language keeps the rest of the query and the fragment", async () => {
  const it = await early("?places=dong-nai-cu~ha-noi&lang=en&theme=dark#?secret=abc");
  assert.deepEqual(it.went, [`${OTHER}?places=dong-nai-cu~ha-noi&theme=dark#?secret=abc`]);
  assert.equal(it.html.style.visibility, "hidden");
  assert.deepEqual((await early("?lang=en")).went, [OTHER]);
  assert.deepEqual((await early("?lang=vi")).went, []);
  assert.deepEqual((await early("?lang=fr")).went, []);
  assert.deepEqual((await early("?lang=en", { dataset: {} })).went, []);
});

test("no query leads in a circle, whatever the two documents say of each other", async () => {
  const languages = { "/nhung/dti/": "vi", "/en/embed/dti/": "en", "/self/": "vi" };
  const others = { "/nhung/dti/": "/en/embed/dti/", "/en/embed/dti/": "/nhung/dti/", "/self/": "/self/" };
  const queries = ["?lang=en", "?lang=vi", "?lang=en&lang=vi", "?lang=vi&lang=en", "?l%61ng=en", "?lang=en&l%61ng=vi&lang=en", "?a=1&lang=en&b=2"];
  for (const path of Object.keys(languages)) {
    for (const query of queries) {
      let [address, steps] = [path + query, 0];
      for (;;) {
        const { pathname } = new URL(address, "https://tinhso.example");
        const it = await frame(address, { lang: languages[pathname], dataset: { other: others[pathname] } }).run(EARLY);
        if (!it.went.length) break;
        [address] = it.went;
        assert.ok(++steps <= 1, `${path}${query} goes on to ${address}`);
      }
    }
  }
});

test("a browser without what it needs shows the static embed", async () => {
  const it = frame("/nhung/dti/?theme=dark");
  it.window.URLSearchParams = undefined;
  await it.run(EARLY);
  assert.deepEqual(marks(it), NONE);
});
