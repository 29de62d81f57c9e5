// Lighthouse over one page of each kind in both languages, as on a phone: the four scores, and what costs points.
//
//   node bench/lighthouse.mjs DIST [--base /] [--only word] [--json out.json]
import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { FLAGS, findChromium } from "./web/browser.mjs";
import { pages } from "./web/pages.mjs";
import { serve } from "./web/server.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { base: { type: "string", default: "/" }, only: { type: "string" }, json: { type: "string" } },
});
const [dist] = positionals;
if (!dist) {
  console.error("usage: node bench/lighthouse.mjs DIST [--base /] [--only word] [--json out.json]");
  process.exit(2);
}
/** Each category with the score from which nothing more is said: how fast a page is changes a little from run to run. */
const CATEGORIES = { performance: 99, accessibility: 100, "best-practices": 100, seo: 100 };

const all = pages().filter(({ framed, id }) => !framed && (!options.only || id.includes(options.only)));
const site = await serve(dist, { base: options.base });
const chrome = await chromeLauncher.launch({ chromePath: findChromium(), chromeFlags: [...FLAGS, "--headless=new"], logLevel: "error" });
const results = [];
try {
  for (const [n, page] of all.entries()) {
    process.stderr.write(`${n + 1} of ${all.length}: ${page.id}\n`);
    const flags = { port: chrome.port, logLevel: "error", onlyCategories: Object.keys(CATEGORIES) };
    const { lhr } = await lighthouse(site.home + page.path, flags);
    results.push({ id: page.id, ...judge(lhr) });
  }
} finally {
  chrome.kill();
  site.close();
}

/** The scores, and for each that is short the audits that count and are not full. */
function judge(lhr) {
  const scores = {};
  const costs = [];
  if (lhr.runtimeError) costs.push({ category: "all", audit: lhr.runtimeError.code, title: lhr.runtimeError.message, items: [] });
  for (const [category, enough] of Object.entries(CATEGORIES)) {
    const { score, auditRefs } = lhr.categories[category];
    scores[category] = score === null ? null : Math.round(score * 100);
    if (score === null || scores[category] >= enough) continue;
    for (const { id, weight } of auditRefs) {
      const audit = lhr.audits[id];
      if (!weight || audit.score === null || audit.score >= 0.995) continue;
      const items = (audit.details?.items ?? []).slice(0, 3).map((it) => it.node?.snippet ?? it.description ?? it.source?.url ?? it.url ?? it.href ?? "");
      costs.push({ category, audit: id, title: audit.title, shown: audit.displayValue ?? "", score: audit.score, items: items.filter((it) => typeof it === "string" && it) });
    }
  }
  return { scores, costs, lighthouse: lhr.lighthouseVersion, warnings: lhr.runWarnings };
}

console.log(`Lighthouse ${results[0]?.lighthouse ?? ""}, mobile, ${dist}\n`);
const names = Object.keys(CATEGORIES);
const widest = Math.max(...results.map(({ id }) => id.length));
console.log(["page".padEnd(widest), ...names].join("  "));
for (const { id, scores } of results) {
  console.log([id.padEnd(widest), ...names.map((name) => String(scores[name] ?? "–").padStart(name.length))].join("  "));
}
const costly = results.filter(({ costs }) => costs.length);
console.log(costly.length ? "\nWhat costs points" : "\nNothing costs points");
for (const { id, costs } of costly) {
  console.log(id);
  for (const { category, audit, title, shown, score, items } of costs) {
    console.log(`  ${category}: ${audit} (${score ?? "–"}) ${title} ${shown ?? ""}`);
    for (const item of items) console.log(`    ${item.replace(/\s+/g, " ").slice(0, 160)}`);
  }
}
const warned = new Set(results.flatMap(({ warnings }) => warnings));
for (const warning of warned) console.log(`warned: ${warning}`);
if (options.json) writeFileSync(options.json, JSON.stringify(results, null, 1));
