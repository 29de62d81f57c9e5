// WebKit, as GTK has it, driven by its own WebDriver without a library in between: the ways that a reader takes most, and an
// embed in a sandbox. It stands in for Safari, which runs on no machine of ours.
//   xvfb-run -a node tests/e2e/engines/webkit.mjs http://localhost:4301/ [MiniBrowser]
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:http";

const [home, browser] = process.argv.slice(2);
const PORT = 4471;
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

const driver = spawn("WebKitWebDriver", [`--port=${PORT}`], { stdio: "ignore" });
process.on("exit", () => driver.kill());

async function call(method, path, body) {
  const response = await fetch(`http://127.0.0.1:${PORT}${path}`, {
    method,
    body: body && JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${path}: ${value?.error} ${value?.message}`);
  return value;
}

/** Asks again until it is so; what it was last, in the error. */
async function until(what, ask, seconds = 20) {
  let last;
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await new Promise((done) => setTimeout(done, 100))) {
    last = await ask().catch((error) => error.message);
    if (last === true) return;
  }
  throw new Error(`${what}: not within ${seconds} s (${JSON.stringify(last)})`);
}

await until("WebKitWebDriver answers", async () => (await call("GET", "/status")).ready);
const options = { args: ["--automation"], ...(browser ? { binary: browser } : {}) };
const { sessionId, capabilities } = await call("POST", "/session", {
  capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } },
});
const at = (path) => `/session/${sessionId}${path}`;
const go = (address) => call("POST", at("/url"), { url: new URL(address, home).href });
const run = (script, ...args) => call("POST", at("/execute/sync"), { script: `return (${script})(...arguments)`, args });
const find = async (selector) => (await call("POST", at("/element"), { using: "css selector", value: selector }))[ELEMENT];
const click = async (selector) => call("POST", at(`/element/${await find(selector)}/click`), {});
const type = async (selector, text) => call("POST", at(`/element/${await find(selector)}/value`), { text });
const is = (what, script, ...args) => until(what, () => run(script, ...args));
const text = (selector) => run((it) => document.querySelector(it)?.textContent ?? "", selector);
const live = () => is("the module answers", () => {
  const html = document.documentElement;
  html.dispatchEvent(new PointerEvent("pointermove", { bubbles: true }));
  const [live, pending, busy] = ["live", "pending", "busy"].map((name) => html.hasAttribute(`data-${name}`));
  if (live && !pending && !busy) return true;
  const files = performance.getEntriesByType("resource").map((it) => `${it.name.split("/").at(-1)} ${Math.round(it.startTime)}–${Math.round(it.responseEnd)}`);
  return { live, pending, busy, notice: document.getElementById("notice")?.innerText, files };
});

let passed = 0;
let failed = 0;
async function test(name, work) {
  try {
    await work();
    passed += 1;
    console.log(`  ✓ ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`  ✗ ${name}\n    ${error.message}`);
  }
}

const PAGES = ["./", "so-sanh/", "chu-de/broadband/", "chi-so/dti/", "tinh/dong-nai-cu/", "nguon/", "du-lieu/", "thay-doi/", "nhung/", "phuong-phap/", "gioi-thieu/", "en/", "en/compare/", "en/indicators/dti/"];
for (const page of PAGES) {
  await test(`opens: ${page}`, async () => {
    await go(page);
    await is("a heading, and the style", () => document.querySelector("h1").getBoundingClientRect().height > 10 && getComputedStyle(document.body).fontFamily !== "serif");
    assert.equal(await run(() => document.querySelector("#notice").hidden), true);
    assert.equal(await run(() => document.documentElement.scrollWidth <= innerWidth + 1), true, "nothing beside the page");
  });
}

await test("a view of its own is shown", async () => {
  await go("so-sanh/?topic=broadband&places=dong-nai-cu~dong-thap-cu");
  await live();
  assert.match(await text(".results"), /79,5/);
});

await test("a province is found without its marks, and leads to its page", async () => {
  await go("./");
  await live();
  await type("[role=combobox]", "dong nai");
  await is("an answer", () => /Đồng Nai/.test(document.querySelector("[role=option]")?.textContent ?? ""));
  await type("[role=combobox]", "\uE007");
  await is("its page", () => /\/tinh\/dong-nai/.test(location.pathname) && /Đồng Nai/.test(document.querySelector("h1").textContent));
});

await test("a choice is another view, and back is the one before", async () => {
  await go("so-sanh/");
  await live();
  const before = await run(() => document.querySelector(".results h2").textContent);
  await run(() => {
    const list = document.querySelector("form.query select");
    list.value = "topic:decision-766";
    list.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await is("the index", () => /topic=decision-766/.test(location.search) && /766/.test(document.querySelector(".results h2").textContent));
  await run(() => history.back());
  await is("the view before", (before) => document.querySelector(".results h2").textContent === before && location.search === "", before);
});

await test("a chart is read out by keyboard, and comes to life", async () => {
  await go("chi-so/dti/");
  await run(() => document.querySelector(".frame").focus());
  await is("the live chart", () => document.querySelector(".frame").classList.contains("is-live"));
  await run(() => document.querySelector(".frame").dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true })));
  await is("a figure read out", () => /\d/.test(document.querySelector(".readout")?.textContent ?? ""));
});

await test("another page is swapped in, with its heading focused on", async () => {
  await go("phuong-phap/");
  await run(() => (window.same = true));
  await click('header a[href$="/so-sanh/"]');
  await is("the page", () => location.pathname.endsWith("/so-sanh/") && document.querySelectorAll(".results .panel").length > 0);
});

await test("an embed in a sandbox says its height to a page of another origin, and shows what was asked for", async () => {
  // In a sandbox WebKit takes 'self' for nobody: what lets scripts in is the site's name, which is another one here.
  const site = createServer(async (request, response) => {
    const found = await fetch(new URL(request.url, home));
    const headers = Object.fromEntries([...found.headers].filter(([name]) => !/length|encoding|connection/.test(name)));
    response.writeHead(found.status, headers);
    const bytes = Buffer.from(await found.arrayBuffer());
    const html = /html/.test(headers["content-type"]);
    response.end(html ? bytes.toString().replaceAll(named, `http://localhost:${site.address().port}`) : bytes);
  });
  await new Promise((done) => site.listen(0, "localhost", done));
  const named = /rel="canonical" href="(https:\/\/[^/]*)/.exec(await (await fetch(new URL("nhung/dti/", home))).text())[1];
  const folder = new URL(home).pathname;
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>Báo</title><script>heard = []; addEventListener("message", ({ data }) => heard.push(data));</script>
      <iframe sandbox="allow-scripts" width="600" height="500" src="http://localhost:${site.address().port}${folder}nhung/dti/?places=dong-nai-cu"></iframe>`);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  await go(`http://127.0.0.1:${server.address().port}/`);
  await is("a height", () => window.heard.some((it) => it?.type === "tinhso:height" && it.height > 200));
  const frame = await call("POST", at("/element"), { using: "css selector", value: "iframe" });
  await call("POST", at("/frame"), { id: frame });
  await is("the province asked for", () => "live" in document.documentElement.dataset && /Đồng Nai/.test(document.querySelector("#embed").textContent));
  await call("POST", at("/frame"), { id: null });
  for (const one of [server, site]) {
    one.closeAllConnections();
    one.close();
  }
});

await call("DELETE", at(""));
console.log(`${capabilities.browserName} ${capabilities.browserVersion}: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
