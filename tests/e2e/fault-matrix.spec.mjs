// Every file that a page may ask for, with everything that may come in its place, on each kind of page that asks for it:
// what stands on the page stays readable, nothing waits for ever, what does not work is said in a sentence, and when the
// file is there again a reload leaves nothing of it. The outcomes are printed as a table.
import { expect, test } from "./site.mjs";

/** Files by what they are, and how their addresses end. */
const FILES = {
  "site script": /\/assets\/site\.\w+\.js$/,
  "start script": /\/assets\/app\.\w+\.js(\?\d+)?$/,
  module: /\/assets\/app\.\w+\.wasm$/,
  "module: panes": /\/assets\/split_figures\.\w+\.wasm$/,
  "module: builder": /\/assets\/split_builder\.\w+\.wasm$/,
  "chart code": /\/assets\/chart\.\w+\.js(\?\d+)?$/,
  "chart option": /\/assets\/option\.\w+\.json$/,
  index: /\/data\/v\/[^/]+\/index\.json(\?again)?$/,
  figures: /\/data\/v\/[^/]+\/indicators\/[^/]+\.json(\?again)?$/,
  "embed script": /\/assets\/embed\.\w+\.js$/,
  versions: /\/data\/versions\.json$/,
};

const CUT = async (route) => {
  const response = await route.fetch();
  const body = await response.body();
  await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
};

/** What comes in a file's place. */
const FAULTS = {
  missing: (route) => route.fulfill({ status: 404, contentType: "text/html", body: "<!doctype html><title>404</title>" }),
  "500": (route) => route.fulfill({ status: 500, body: "" }),
  "503, then fine": (route, n) => (n === 1 ? route.fulfill({ status: 503, body: "" }) : route.continue()),
  unreachable: (route) => route.abort("connectionfailed"),
  "cut short": CUT,
  // A hotel's log-in page.
  "a page in its place": (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Wi-Fi</title>" }),
  corrupt: async (route) => {
    const response = await route.fetch();
    const body = Buffer.from(await response.body());
    for (let at = 0; at < body.length; at += 97) body[at] ^= 0x55;
    await route.fulfill({ response, body });
  },
  "another version": async (route) => {
    const response = await route.fetch();
    const text = (await response.text()).replaceAll(/"20\d\d\.\d+\.\d+"/g, '"2031.1.0"').replaceAll(/\/1"/g, '/9"');
    await route.fulfill({ response, body: text });
  },
  "never comes": () => {},
};

/** A pointer moves over the chart, wherever it was before. */
const over = async (page) => {
  for (const x of [100, 110]) await page.locator(".frame").first().hover({ position: { x, y: 40 } });
};

/** Pages, what is done there so that everything is asked for, which files that takes, and of which it is said that they are
 * missed; `reads` is what has to be there all the while. */
const PAGES = [
  { kind: "home", at: "./", does: (page) => page.getByRole("combobox").click(), files: ["site script", "start script", "module", "index"], tells: ["start script", "module", "index"], reads: ".themes article" },
  {
    kind: "compare, a view of its own",
    at: "so-sanh/?topic=broadband",
    files: ["site script", "start script", "module", "module: panes", "index", "figures"],
    tells: ["site script", "start script", "module", "module: panes", "index", "figures"],
    reads: ".results .headline",
  },
  {
    kind: "indicator, used",
    at: "chi-so/dti/",
    does: async (page) => {
      await over(page);
      await page.locator("h1").hover();
    },
    files: ["module: panes", "chart code", "chart option"],
    tells: ["chart code", "chart option"],
    reads: ".results .headline",
  },
  { kind: "embed guide", at: "nhung/", does: (page) => page.locator("h1").click(), files: ["module: builder", "index"], tells: ["module: builder", "index"], reads: "main p" },
  { kind: "place", at: "tinh/dong-nai-cu/", files: ["site script"], reads: "main h2" },
  { kind: "embed", at: "nhung/dti/", files: ["embed script", "chart code", "chart option"], tells: ["chart code", "chart option"], does: over, reads: "#embed .headline" },
  {
    kind: "embed, a view of its own",
    at: "nhung/dti/?places=dong-nai-cu~dong-thap-cu",
    files: ["embed script", "module", "figures"],
    tells: ["embed script", "module", "figures"],
    // Its default figures would be other places', and are not shown in their place.
    reads: "#app, #notice",
  },
];

/** Text files alone can be of another version. */
const applies = (fault, file) => fault !== "another version" || ["index", "figures"].includes(file);

const NEVER = "never comes";
/** A live chart that hangs is waited for by nobody: its drawing answers. */
const NEVER_OF = { "chart code": NEVER, "chart option": NEVER };

for (const { kind, at, does, files, tells = [], reads } of PAGES) {
  test(`what may be wrong with files: ${kind}`, async ({ reader, watch }) => {
    test.setTimeout(300_000);
    watch.allow(/./);
    const cells = files.flatMap((file) => Object.keys(FAULTS).filter((fault) => applies(fault, file)).map((fault) => ({ file, fault })));
    const faults = [];
    const table = new Map();
    let [survived, asked] = [0, 0];
    async function one({ file, fault }) {
      const page = await reader();
      const before = faults.length;
      const wrong = (what) => faults.push(`${file}, ${fault}: ${what}`);
      const errors = [];
      // A script of which half is missing is no script; and what Firefox says of a file is no error of ours.
      const theirs = /SyntaxError|missing \)|Unexpected|Invalid or|^(Error: )?(Loading module from|Cross-Origin Request Blocked)|favicon\.ico/;
      page.on("pageerror", (error) => theirs.test(String(error)) || errors.push(error.message));
      let n = 0;
      // Answers that are still under way when the page is closed are nobody's.
      await page.route(FILES[file], (route) => Promise.resolve(FAULTS[fault](route, (n += 1))).catch(() => {}));
      await page.goto(at, { waitUntil: "commit" });
      const main = page.locator(reads).first();
      await main.waitFor({ timeout: 20_000 }).catch(() => wrong("nothing to read"));
      // What is done before the script is there is no sign to it.
      if (!["site script", "embed script"].includes(file)) await page.locator("html[data-begun]").waitFor({ state: "attached", timeout: 20_000 }).catch(() => wrong("no script"));
      await does?.(page).catch((error) => wrong(`could not be used: ${error.message.split("\n")[0]}`));
      // Whatever hangs is given up after half a minute.
      const quiet = page.locator("html:not([data-pending]):not([data-busy])");
      const words = page.locator("#notice:not([hidden]), figure .problem:not(:empty)").first();
      const told = tells.includes(file) && fault !== "503, then fine" && fault !== NEVER_OF[file];
      const [end, name] = told ? [words, "says nothing"] : [quiet.or(words).first(), "still waits"];
      await end.waitFor({ state: told ? "visible" : "attached", timeout: 32_000 }).catch(() => wrong(`${name} after 32 s`));
      await page.locator("html:not([data-busy])").waitFor({ state: "attached", timeout: 20_000 }).catch(() => wrong("is busy for ever"));
      // So that what fails a moment later has failed.
      await page.waitForTimeout(300);
      if (!(await main.isVisible())) wrong("what was read is gone");
      const live = await page.locator("html[data-live]").count();
      for (const message of errors) wrong(`uncaught: ${message}`);
      table.set(`${file}|${fault}`, n === 0 ? "·" : (await words.count()) ? "said" : live ? "live" : "read");
      if (n > 0) asked += 1;
      // Back to order.
      await page.unroute(FILES[file]);
      if (fault === "missing") {
        await page.reload({ waitUntil: "commit" });
        await page.locator("html[data-begun]").waitFor({ state: "attached", timeout: 20_000 }).catch(() => wrong("no script again"));
        await does?.(page).catch((error) => wrong(`could not be used again: ${error.message.split("\n")[0]}`));
        const fine = at.includes("?") || does ? "html[data-live], .frame.is-live" : "html";
        await page.locator(fine).first().waitFor({ state: "attached", timeout: 20_000 }).catch(() => wrong("does not come to life again"));
        if (await page.locator("#notice:not([hidden])").count()) wrong("still says so after it works again");
      }
      await page.context().close();
      if (faults.length === before) survived += 1;
    }
    // Those that only wait do so beside the others.
    const [hanging, others] = [cells.filter(({ fault }) => fault === NEVER), cells.filter(({ fault }) => fault !== NEVER)];
    const next = others[Symbol.iterator]();
    const work = async () => {
      for (const cell of next) await one(cell);
    };
    await Promise.all([...hanging.map(one), work(), work()]);
    const head = Object.keys(FAULTS);
    const line = (words) => words.map((it, n) => String(it).padEnd(n ? 20 : 16)).join("");
    const rows = files.map((file) => line([file, ...head.map((fault) => table.get(`${file}|${fault}`) ?? "")]));
    console.log([`${kind}: ${survived} of ${cells.length} faults survived; ${asked} of files that were asked for`, line(["", ...head]), ...rows].join("\n"));
    expect(faults).toEqual([]);
    // A matrix of files that nobody asks for would say nothing.
    expect(asked).toBeGreaterThan(cells.length * 0.6);
  });
}
