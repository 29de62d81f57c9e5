// The script around an embed: what it tells the host, when it starts the app, and what it says if that fails.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EARLY, EMBED, frame } from "./frame.mjs";

const HOME = "https://tinhso.example/chi-so/dti/";
/** In full: an opaque origin has no address to begin from. */
const APP = "https://tinhso.example/assets/app.X.js";
const at = (address, more) => frame(address, more).run(EMBED);
const failing = async () => {
  throw new TypeError("Failed to fetch dynamically imported module");
};

test("the height goes out in every form a host may listen for", async () => {
  const it = await at("/nhung/dti/?theme=dark&childId=pym-0-x1#?secret=Abc123xyz0");
  const forms = (height) => [
    { type: "tinhso:height", v: 1, id: "dti", height },
    { sentinel: "amp", type: "embed-size", height },
    JSON.stringify({
      src: "https://tinhso.example/nhung/dti/?theme=dark&childId=pym-0-x1#?secret=Abc123xyz0",
      context: "iframe.resize",
      height,
    }),
    `pymxPYMxpym-0-x1xPYMxheightxPYMx${height}`,
    { message: "height", value: height, secret: "Abc123xyz0" },
  ];
  // Once when measured, once when everything has come: a host's script may have come between.
  assert.deepEqual(it.said(), [...forms(420), ...forms(420)]);
  // Never the document, which grows with its frame.
  assert.deepEqual(it.observed, [it.embed]);
  it.grow(500.2);
  assert.deepEqual(it.said(), forms(501));
  it.grow(500.7);
  it.grow(0);
  assert.deepEqual(it.said(), []);
});

test("only our own, AMP's and the JSON form without Pym and WordPress", async () => {
  const it = await at("/nhung/v/2026.11.1/dti/");
  assert.equal(it.said().length, 6);
});

test("nothing is sent outside a frame", async () => {
  assert.deepEqual((await at("/nhung/dti/#?secret=abc", { framed: false })).said(), []);
});

test("names in the address are taken only in their own form", async () => {
  const name = async (query, dataset) => (await at(`/nhung/dti/${query}`, { dataset })).said()[0].id;
  assert.equal(await name(""), "dti");
  assert.equal(await name("", { id: "smartphones" }), "smartphones");
  assert.equal(await name("?id=second", { id: "smartphones" }), "second");
  assert.equal(await name("?id=%3Cb%3E"), "dti");
  assert.equal(await name(`?id=${"a".repeat(65)}`), "dti");
  const pym = async (childId) => (await at(`/nhung/dti/?childId=${childId}`)).said().filter((it) => /^pym/.test(it)).length;
  assert.equal(await pym("pym-0-ab12c"), 2);
  for (const bad of ["", "a%20b", "axPYMxheightxPYMx9", "%3Cimg%3E", "a%0Ab", "a".repeat(129)]) assert.equal(await pym(bad), 0, bad);
  const wordpress = async (hash) => (await at(`/nhung/dti/${hash}`)).said().filter((it) => it.message).length;
  assert.equal(await wordpress("#?secret=abcDEF1234"), 2);
  assert.equal(await wordpress("?secret=abc"), 0);
  assert.equal(await wordpress(`#?secret=${"a".repeat(65)}`), 0);
});

test("a host that comes late hears the height when it asks", async () => {
  const it = await at("/nhung/dti/#?secret=abc");
  it.said();
  it.window.fire("message", { source: it.parent, data: { type: "tinhso:hello", v: 1 } });
  assert.equal(it.said().length, 4);
  it.window.fire("message", { source: it.parent, data: { message: "ready", secret: "abc" } });
  assert.equal(it.said().length, 4);
  it.window.fire("message", { source: it.parent, data: { message: "ready", secret: "other" } });
  it.window.fire("message", { source: {}, data: { type: "tinhso:hello", v: 1 } });
  for (const data of [null, undefined, 0, "hello", "tinhso:hello", []]) it.window.fire("message", { source: it.parent, data });
  assert.deepEqual(it.said(), []);
});

test("a low frame leaves things out only until the host has heard how high the whole is", async () => {
  const it = await at("/nhung/dti/");
  assert.equal(it.said()[0].height, 420);
  assert.equal("whole" in it.html.dataset, false);
  it.window.innerHeight = 420;
  it.window.fire("resize");
  assert.equal("whole" in it.html.dataset, true);
  assert.deepEqual(it.said(), []);
});

test("a frame that is hidden until it speaks does speak", async () => {
  const it = await at("/nhung/dti/#?secret=abc", { seen: false });
  assert.deepEqual(it.said().at(-1), { message: "height", value: 420, secret: "abc" });
});

test("WordPress may give its secret after the document has come", async () => {
  const it = await at("/nhung/dti/");
  it.said();
  it.window.location.hash = "#?secret=late000000";
  it.window.fire("hashchange");
  assert.deepEqual(it.said().at(-1), { message: "height", value: 420, secret: "late000000" });
});

test("WordPress follows a link for us, and only one to our host that was plainly clicked", async () => {
  const click = async (address, { href = HOME, ...more } = {}) => {
    const it = await at(address);
    it.said();
    let prevented = false;
    const link = { href, host: new URL(href).host };
    it.document.fire("click", { button: 0, target: { closest: (it) => (it.startsWith("a") ? link : null) }, preventDefault: () => (prevented = true), ...more });
    return [it.said(), prevented];
  };
  assert.deepEqual(await click("/nhung/dti/#?secret=abc"), [[{ message: "link", value: HOME, secret: "abc" }], true]);
  assert.deepEqual(await click("/nhung/dti/"), [[], false]);
  assert.deepEqual(await click("/nhung/dti/#?secret=abc", { href: "https://elsewhere.example/" }), [[], false]);
  for (const held of [{ button: 1 }, { ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { defaultPrevented: true }]) {
    assert.deepEqual(await click("/nhung/dti/#?secret=abc", held), [[], false]);
  }
});

test("the app does not come for the default view", async () => {
  const it = await at("/nhung/dti/");
  assert.deepEqual(it.imported, []);
  assert.deepEqual(it.fetched, []);
});

test("a view of its own starts the app at once, and our link leads to that view", async () => {
  const it = frame("/nhung/dti/?theme=dark&places=dong-nai-cu~ha-noi&id=a&time=2022", { dataset: { home: HOME } });
  await it.run(EARLY);
  await it.run(EMBED);
  assert.deepEqual(it.imported, [APP]);
  assert.equal(it.link.href, `${HOME}?places=dong-nai-cu~ha-noi&time=2022`);
});

test("if the app cannot come, what was asked for is said to be missing, with a link to it; nothing else is shown", async () => {
  const it = frame("/nhung/dti/?places=ha-noi&theme=dark", { dataset: { home: HOME }, load: failing });
  await it.run(EARLY);
  await it.run(EMBED);
  assert.equal(it.notice.hidden, false);
  assert.equal(it.parts["[data-sentence]"].textContent, "Không hiện được.");
  const [line] = it.parts["[data-detail]"].foregoing;
  const [link] = line.children;
  assert.equal(link.href, `${HOME}?places=ha-noi`);
  assert.equal(link.textContent, "tinhso.example/chi-so/dti/");
  assert.equal(it.html.dataset.pending, "");
  it.parts.button.onclick();
  assert.deepEqual(it.went, ["reload"]);
});

test("what hangs is given up: a view of its own is said to be missing, the default one needs nothing", async () => {
  const hangs = () => new Promise(() => {});
  const asked = frame("/nhung/dti/?places=ha-noi", { load: hangs });
  await asked.run(EARLY);
  await asked.run(EMBED);
  assert.equal(asked.notice.hidden, true);
  asked.pass(30);
  assert.equal(asked.notice.hidden, false);
  const plain = await at("/nhung/dti/");
  plain.pass(30);
  assert.equal(plain.notice.hidden, true);
});

test("where the embed's script itself does not come, a view of its own is said to be missing", async () => {
  const asked = await frame("/nhung/dti/?places=ha-noi").run(EARLY);
  assert.equal(asked.notice.hidden, true);
  asked.window.fire("load");
  assert.equal(asked.notice.hidden, false);
  const plain = await frame("/nhung/dti/").run(EARLY);
  plain.window.fire("load");
  assert.equal(plain.notice.hidden, true);
});

test("a module that breaks says so only where it has shown nothing", async () => {
  const broken = { error: new WebAssembly.RuntimeError("unreachable") };
  const asked = frame("/nhung/dti/?places=ha-noi");
  await asked.run(EARLY);
  await asked.run(EMBED);
  asked.window.fire("error", { error: new Error("a stranger's") });
  assert.equal(asked.notice.hidden, true);
  asked.window.fire("error", broken);
  assert.equal(asked.notice.hidden, false);
  const plain = await at("/nhung/dti/");
  plain.window.fire("error", broken);
  assert.equal(plain.notice.hidden, true);
});

test("a pinned embed says when there are newer data", async () => {
  const list = (...versions) => ({ latest: versions[0], versions: versions.map((version) => ({ version })) });
  const newer = async (versions, dataset = { pinned: "" }) => {
    const it = await at("/nhung/v/2026.11.1/dti/", { dataset, versions });
    return [!it.newer.hidden, it.fetched];
  };
  const asked = ["/data/versions.json"];
  assert.deepEqual(await newer(list("2026.11.2", "2026.11.1")), [true, asked]);
  assert.deepEqual(await newer(list("2026.11.10", "2026.11.1")), [true, asked]);
  assert.deepEqual(await newer(list("2027.01.0", "2026.11.1")), [true, asked]);
  assert.deepEqual(await newer(list("2026.11.1", "2026.11.0")), [false, asked]);
  // A copy of the site that has not got the embed's version yet.
  assert.deepEqual(await newer(list("2026.11.0")), [false, asked]);
  for (const odd of [{}, { versions: [{}] }, { versions: null }, list("x.y"), undefined]) {
    assert.deepEqual(await newer(odd), [false, asked]);
  }
  assert.deepEqual(await newer(list("2026.11.2"), { pinned: "", base: "/mot/thu-muc/" }), [true, ["/mot/thu-muc/data/versions.json"]]);
  assert.deepEqual(await newer(list("2026.11.2"), {}), [false, []]);
});

test("on the way to the other language nothing is started", async () => {
  const it = frame("/nhung/dti/?lang=en&places=ha-noi", { dataset: { other: "/en/embed/dti/" } });
  await it.run(EARLY);
  await it.run(EMBED);
  assert.deepEqual([it.imported, it.said()], [[], []]);
});
