// The first screen, measured: every kind of page of a built site, and the same ranking by others, on an emulated cheap
// phone and slow 4G. How it is measured stands in README.md.
//
//   node bench/web.mjs DIST [--base /] [--runs 5] [--only word] [--json out.json] [--leptos FOLDER] [--many DIST]
//     [--patience 10]  minutes to wait in all for a quiet machine
//     [--from out.json]  takes up an earlier run of the same site: only what is missing of --runs is visited
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { PHONE, launch, slowed, speed } from "./web/browser.mjs";
import { embedHeight, host, largest, pages, places, sizes } from "./web/pages.mjs";
import { PEERS, makePeers } from "./web/peers.mjs";
import { answerTable, answered, choiceTable, chosen, loadTable, loaded, median, peerTable, sizesTable } from "./web/report.mjs";
import { quiet } from "./web/quiet.mjs";
import { serve } from "./web/server.mjs";
import { answer, choose, load, onCompare, onIndicator } from "./web/visits.mjs";

const RANKING = "dti";
/** Whose charts are touched: those the module operates. */
const TOUCHED = ["whole", "embed"];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    base: { type: "string", default: "/" },
    runs: { type: "string", default: "5" },
    only: { type: "string" },
    json: { type: "string" },
    leptos: { type: "string" },
    many: { type: "string" },
    from: { type: "string" },
    patience: { type: "string", default: "10" },
  },
});
const [dist] = positionals;
const runs = Number(options.runs);
if (!dist || !Number.isInteger(runs) || runs < (options.from ? 0 : 1)) {
  console.error("usage: node bench/web.mjs DIST [--base /] [--runs 5] [--only word] [--json out.json] [--leptos FOLDER] [--many DIST]");
  process.exit(2);
}

const closing = [];
const temporary = mkdtempSync(join(tmpdir(), "tinhso-bench-"));
closing.push(() => rmSync(temporary, { recursive: true }));

/** Every visit of one round: its name, and what is done. */
async function plan() {
  const wanted = (id) => !options.only || id.includes(options.only);
  const jobs = [];
  const job = (sort, id, what, work) => {
    const before = earlier.kept.find((it) => it.sort === sort && it.id === id)?.runs ?? [];
    if (wanted(id)) jobs.push({ sort, id, what, work, runs: before.filter((it) => !it.broken) });
  };

  const all = pages();
  const hosts = {};
  const site = await serve(dist, { base: options.base });
  closing.push(site.close);
  for (const { framed, path, locale } of all) {
    if (framed) hosts[`/${locale}/`] = host(site.home + path, embedHeight(dist, path), locale);
  }
  const elsewhere = await serve(temporary, { extra: hosts });
  closing.push(elsewhere.close);
  for (const page of all) {
    const url = page.framed ? `${elsewhere.home}${page.locale}/` : site.home + page.path;
    const framed = page.framed && site.home + page.path;
    job("load", page.id, page, () => load(phone, { ...page, url, framed }));
    if (TOUCHED.includes(page.life) && !page.framed) job("answer", page.id, page, () => answer(phone, { ...page, url }));
  }
  // Their libraries take half a minute to compress as small as ours.
  const peers = !PEERS.some(({ id }) => wanted(`peer ${id}`)) ? [] : makePeers(dist, join(temporary, "peers"), RANKING, options.leptos);
  const theirs = await serve(join(temporary, "peers"), { kept: (path) => !path.endsWith("/") && !path.endsWith(".html") });
  closing.push(theirs.close);
  for (const peer of peers) {
    const bench = { chart: "#chart", marks: 40, answered: peer.answered };
    const url = theirs.home + peer.path;
    job("load", `peer ${peer.id}`, peer, () => load(phone, { url, bench, locale: "vi" }));
    job("answer", `peer ${peer.id}`, peer, () => answer(phone, { url, bench }));
  }
  const choices = (home, name, { indicator, count, pair, sought }) => {
    const bench = all.find((it) => it.kind === "indicator").bench;
    const compare = `so-sanh/?indicator=${indicator}&places=${pair.join("~")}`;
    const [one, other] = [`indicator, ${count} places${name}`, `compare of ${count} places${name}`];
    job("choose", one, null, (processor) => choose(phone, { processor, url: `${home}chi-so/${indicator}/`, bench, steps: onIndicator(sought) }));
    job("choose", other, null, (processor) => choose(phone, { processor, url: home + compare, bench: { ...bench, marks: 4 }, steps: onCompare(sought) }));
  };
  choices(site.home, "", places(dist, RANKING));
  if (options.many) {
    const many = await serve(options.many, { base: options.base });
    closing.push(many.close);
    const record = largest(options.many);
    const page = { ...all.find((it) => it.id === "indicator vi"), id: `indicator, ${record.count} places (generated)` };
    job("load", page.id, page, () => load(phone, { ...page, url: `${many.home}chi-so/${record.indicator}/` }));
    choices(many.home, " (generated)", record);
  }
  return jobs;
}

const begun = new Date();
const earlier = options.from ? JSON.parse(readFileSync(options.from, "utf8")) : { loads: [], kept: [] };
const loads = [...earlier.loads, loadavg()[0]];
const machine = quiet(Number(options.patience));
let phone = await launch();
const chromium = phone.version();
closing.unshift(() => phone.close());
try {
  const jobs = await plan();
  if (!jobs.length) throw new Error(`nothing is called “${options.only}”`);
  // Round by round, so that whatever disturbs the machine disturbs all alike.
  for (let round = 1; round <= runs; round++) {
    for (const [n, job] of jobs.entries()) {
      if (job.runs.length >= round) continue;
      process.stderr.write(`round ${round} of ${runs}, ${n + 1} of ${jobs.length}: ${job.sort} ${job.id} (load ${loadavg()[0].toFixed(1)})\n`);
      await machine.wait();
      if (!phone.isConnected()) phone = await launch();
      // A visit that fails, as when the browser was ended from outside, is told and not counted.
      const index = job.sort === "choose" ? await speed(phone) : undefined;
      const result = await machine.watch(() => job.work(index && slowed(index)).catch((error) => ({ broken: String(error).split("\n")[0] })));
      if (result.broken) process.stderr.write(`  not measured: ${result.broken}\n`);
      job.runs.push({ ...result, index, load: loadavg()[0] });
      // After each visit, so that a run that is broken off was not for nothing.
      keep(jobs);
    }
    loads.push(loadavg()[0]);
  }
  report(jobs);
} finally {
  for (const close of closing) await close();
}

function report(jobs) {
  // What moved once has moved: shifts count from every visit.
  const every = (job) => job.runs.filter((it) => !it.broken);
  // Visits that nobody disturbed, where there are at least three of them; else all there are.
  const good = (job) => {
    const all = every(job);
    const calm = all.filter((it) => !it.disturbed);
    return calm.length >= Math.min(3, all.length) ? calm : all;
  };
  const of = (sort) => jobs.filter((it) => it.sort === sort);
  const isPeer = (job) => job.id.startsWith("peer ");
  console.log(`${dist}, ${begun.toISOString().slice(0, 16)} UTC, ${Math.min(...jobs.map((it) => every(it).length))} runs of each or more, medians (of shift the worst). Chromium ${chromium}
${PHONE.width}×${PHONE.height} at ${PHONE.pixels}×, processor ${PHONE.processor}× slower, ${PHONE.down / 1e6} Mbit/s down, ${PHONE.up / 1e3} kbit/s up, ${PHONE.latency} ms; cold cache.
This machine: ${cpus().length} processors, ${cpus()[0]?.model ?? "unknown"}; its load, before and after each round: ${loads.map((it) => it.toFixed(1)).join(", ")}`);
  const files = sizes(dist);
  console.log(sizesTable(files));
  const ownLoads = of("load").filter((it) => !isPeer(it)).map((job) => ({ page: job.what, it: loaded(good(job), every(job)) }));
  if (ownLoads.length) console.log(loadTable(ownLoads));
  const answers = of("answer").map((job) => ({ id: job.id, it: answered(good(job), every(job)), ours: !isPeer(job) }));
  const echarts = answers.find(({ id }) => id === "peer echarts")?.it.answered;
  if (answers.length) console.log(answerTable(answers, echarts));
  const groups = of("choose").map((job) => ({ id: job.id, it: chosen(good(job)), slowest: median(good(job).map((it) => it.slowest)) }));
  if (groups.length) console.log(choiceTable(groups));
  const speeds = of("choose").flatMap((job) => good(job).map((it) => it.index)).filter(Boolean).sort((a, b) => a - b);
  if (speeds.length) {
    const rate = (index) => slowed(index).toFixed(1);
    console.log(`Speed of this machine before each of these visits (BenchmarkIndex; a desk's computer, which the promise has in mind, 1500 to 2000):
${Math.round(speeds[0])} to ${Math.round(speeds.at(-1))}, median ${Math.round(median(speeds))}; so its processor was made ${rate(speeds[0])} to ${rate(speeds.at(-1))} times slower in them, median ${rate(median(speeds))}`);
  }
  const whole = (id, name) => {
    const [loading, touching] = ["load", "answer"].map((sort) => jobs.find((it) => it.sort === sort && it.id === id));
    return loading && touching && { name, it: { ...loaded(good(loading), every(loading)), answered: answered(good(touching), every(touching)).answered } };
  };
  const ours = whole("indicator vi", "Tỉnh Số, the whole page");
  const peers = of("load").filter(isPeer).map((job) => whole(job.id, job.what.name));
  if (ours && peers.length) console.log(peerTable(ours, peers));
  complaints(jobs);
}

/** Every single measure. */
function keep(jobs) {
  if (!options.json) return;
  const kept = jobs.map(({ sort, id, runs }) => ({ sort, id, runs }));
  writeFileSync(options.json, JSON.stringify({ dist, begun, phone: PHONE, chromium, loads, files: sizes(dist), kept }, null, 1));
}

/** What was not measured, or went wrong on the way. */
function complaints(jobs) {
  const said = new Map();
  const say = (text) => said.set(text, (said.get(text) ?? 0) + 1);
  const visits = jobs.flatMap((it) => it.runs);
  const disturbed = visits.filter((it) => it.disturbed).length;
  if (disturbed) say(`${disturbed} of ${visits.length} visits were disturbed by other programs; they count only where fewer than three others are left`);
  const loud = jobs.filter((it) => it.runs.filter((run) => !run.disturbed && !run.broken).length < Math.min(3, it.runs.length));
  if (loud.length) say(`milliseconds not to be trusted: ${loud.map((it) => `${it.sort} ${it.id}`).join(", ")}`);
  if (!options.leptos) say("the Leptos peer was not given (--leptos)");
  if (!options.many) say("no generated site was given (--many): choices among 700 places are not measured");
  for (const { id, sort, what, runs } of jobs) {
    for (const it of runs) {
      if (it.broken) say(`${sort} ${id}: ${it.broken}`);
      for (const error of it.errors ?? []) say(`${id}: error on the page: ${error}`);
      for (const error of it.failed ?? []) say(`${id}: ${error.replace(/localhost:\d+/, "…")}`);
      for (const type of it.missing ?? []) say(`this browser does not observe “${type}”`);
      if (sort === "load" && what.life && !["still", "embed"].includes(what.life) && !it.broken && it.live === null) say(`${id}: its controls never came to life`);
      if (sort === "load" && it.rested === false) say(`${id}: did not come to rest in twenty seconds`);
      for (const { value, input, moved } of sort === "choose" ? [] : it.shifts ?? []) {
        if (value > 0) say(`${sort} ${id}: moved by ${value.toFixed(4)}${input ? " after input" : ""}: ${moved.join(", ")}`);
      }
    }
  }
  console.log(`\nNoted${said.size ? "" : ": nothing"}`);
  for (const [text, times] of said) console.log(`  ${text}${times > 1 ? ` (${times} times)` : ""}`);
}
