// Many readers at once, on a host that serves the site already: what real visits ask for, recorded from a browser, asked
// again by wrk as fast as the host answers. How to read it stands in README.md.
//
//   node bench/load.mjs ADDRESS [--seconds 20] [--connections 64,256,1024]
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launch } from "./web/browser.mjs";

/** Readers of a hundred, and what each does with one browser: pages one after the other, their charts touched or not. */
const READERS = [
  { of: 40, who: "a link: a province, then a comparison", pages: ["tinh/dong-nai-cu/", "so-sanh/?topic=broadband"], touches: true },
  { of: 20, who: "home, a theme, an indicator", pages: ["", "chu-de/broadband/", "chi-so/dti/"], touches: true },
  { of: 20, who: "an embed in somebody's article", pages: ["nhung/dti/"], touches: false },
  { of: 10, who: "a search engine's visitor: an indicator, and away", pages: ["en/indicators/dti/"], touches: false },
  { of: 5, who: "a reporter: an indicator, its document, the method", pages: ["chi-so/dti/", "nguon/dongthap-2023-04-07/", "phuong-phap/"], touches: true },
  { of: 5, who: "the same pages a second time", pages: ["", "chi-so/dti/", "", "chi-so/dti/"], touches: false },
];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: "string", default: "20" }, connections: { type: "string", default: "64,256,1024" } },
});
const [address] = positionals;
const seconds = Number(options.seconds);
const connections = options.connections.split(",").map(Number);
if (!address?.endsWith("/") || ![seconds, ...connections].every((it) => Number.isInteger(it) && it > 0)) {
  console.error("usage: node bench/load.mjs ADDRESS/ [--seconds 20] [--connections 64,256,1024]");
  process.exit(2);
}
if (spawnSync("wrk", ["-v"]).error) {
  console.error("wrk is not on the PATH (Debian: apt-get install wrk)");
  process.exit(2);
}

/** What one reader's browser asks of the host: path, and what it has already. */
async function asked(browser, { pages, touches }) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const requests = [];
  const tags = new Map();
  context.on("response", (it) => {
    // What the browser or its worker took from what they keep never reached the host.
    if (!it.url().startsWith(address) || it.fromServiceWorker()) return;
    const { pathname, search } = new URL(it.url());
    const path = pathname + search;
    // A page that is asked for again is asked whether it is still the same.
    requests.push({ path, has: tags.get(path) });
    tags.set(path, it.headers().etag);
  });
  const page = await context.newPage();
  for (const path of pages) {
    await page.goto(address + path, { waitUntil: "load" });
    await page.waitForTimeout(1000);
    if (touches) {
      await page.touchscreen.tap(4, 300);
      await page.mouse.wheel(0, 600);
      await page.waitForTimeout(2000);
    }
  }
  await context.close();
  return requests;
}

/** The script of wrk: the requests in an order that is the same each time, each thread from another place in it. */
function script(requests) {
  let state = 1;
  const random = (below) => (state = (state * 48271) % 2147483647) % below;
  const mixed = [...requests];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = random(at + 1);
    [mixed[at], mixed[other]] = [mixed[other], mixed[at]];
  }
  const text = JSON.stringify;
  const lines = mixed.map(({ path, has }) => `{${text(path)}, ${has ? text(has) : "nil"}},`);
  return `local asked = {
${lines.join("\n")}
}
local threads = 0
function setup(thread) thread:set("at", threads * ${Math.floor(mixed.length / 2)}); threads = threads + 1 end
local ready = {}
function init()
  for n, it in ipairs(asked) do
    ready[n] = wrk.format("GET", it[1], { ["Accept-Encoding"] = "gzip, deflate, br", ["If-None-Match"] = it[2] })
  end
end
function request() at = at % #ready + 1; return ready[at] end
function done(all, latency)
  local e = all.errors
  print(string.format('{"requests":%d,"bytes":%d,"us":%d,"p50":%d,"p99":%d,"refused":%d,"broken":%d}', all.requests, all.bytes,
    all.duration, latency:percentile(50), latency:percentile(99), e.status, e.connect + e.read + e.write + e.timeout))
end
`;
}

const browser = await launch();
const requests = [];
try {
  console.log("Of a hundred readers:");
  for (const reader of READERS) {
    const of = await asked(browser, reader);
    console.log(`  ${String(reader.of).padStart(3)}  ${reader.who}: ${of.length} requests each`);
    for (let n = 0; n < reader.of; n++) requests.push(...of);
  }
} finally {
  await browser.close();
}
const each = requests.length / 100;
console.log(`  ${each.toFixed(1)} requests a reader\n`);

const folder = mkdtempSync(join(tmpdir(), "tinhso-load-"));
try {
  const file = join(folder, "mix.lua");
  writeFileSync(file, script(requests));
  console.log("connections  requests/s  readers/s    MB/s  median ms   99 % ms  refused  broken");
  for (const at of connections) {
    const run = spawnSync("wrk", ["-t2", `-c${at}`, `-d${seconds}s`, "--timeout", "10s", "-s", file, address], { encoding: "utf8" });
    const line = run.stdout.split("\n").find((it) => it.startsWith("{"));
    if (!line) throw new Error(`wrk said nothing of ${at} connections:\n${run.stdout}${run.stderr}`);
    const { requests: count, bytes, us, p50, p99, refused, broken } = JSON.parse(line);
    const per = (amount) => (amount * 1e6) / us;
    const cells = [at, per(count).toFixed(0), (per(count) / each).toFixed(0), (per(bytes) / 1e6).toFixed(1), (p50 / 1000).toFixed(1), (p99 / 1000).toFixed(1), refused, broken];
    console.log(cells.map((it, n) => String(it).padStart([11, 11, 10, 7, 10, 9, 8, 7][n])).join(" "));
  }
} finally {
  rmSync(folder, { recursive: true });
}
