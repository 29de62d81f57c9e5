// The medians as tables, the promises beside them.
import { BUDGETS } from "./pages.mjs";

export const median = (numbers) => {
  const known = numbers.filter((it) => typeof it === "number" && Number.isFinite(it)).sort((a, b) => a - b);
  if (!known.length) return null;
  const half = known.length >> 1;
  return known.length % 2 ? known[half] : (known[half - 1] + known[half]) / 2;
};
const most = (numbers) => Math.max(0, ...numbers.filter((it) => typeof it === "number"));

const ms = (it) => (it === null || it === undefined ? "–" : `${Math.round(it)}`);
const seconds = (it) => (it === null || it === undefined ? "–" : (it / 1000).toFixed(2));
const bytes = (it) => (it === null || it === undefined ? "–" : `${Math.round(it)}`);
const shift = (it) => (it === null || it === undefined ? "–" : it.toFixed(4));
const ratio = (peer, ours) => (peer === null || ours === null || !ours ? "–" : `× ${(peer / ours).toFixed(2)}`);

/** A number with whether it keeps its promise. */
const judged = (text, value, budget) => (value === null || value === undefined || budget === undefined ? text : `${text} ${value <= budget ? "✓" : "✗"}`);

function table(title, head, rows) {
  const widths = head.map((_, n) => Math.max(...[head, ...rows].map((row) => [...String(row[n])].length)));
  const line = (row) => row.map((cell, n) => (n ? String(cell).padStart(widths[n]) : String(cell).padEnd(widths[n]))).join("  ");
  return [`\n${title}\n`, line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

/** All that moved in a visit without input: what the browser excuses as following an input was none of the reader's. */
const moved = ({ shifts }) => (shifts ?? []).reduce((sum, { value }) => sum + value, 0);

/**
 * The medians of a page's loading visits; of layout shift the worst of `every` visit, disturbed ones
 * too, since none is promised.
 */
export function loaded(runs, every) {
  const of = (key) => median(runs.map((it) => it[key]));
  const keys = ["fcp", "lcp", "chart", "chartTop", "live", "blocked", "bytesFcp", "bytesLcp", "bytesReadable", "bytesDocument", "bytes"];
  return { ...Object.fromEntries(keys.map((key) => [key, of(key)])), shift: most(every.map(moved)), runs: runs.length };
}

/** The same of visits that touch the chart. A visit without an answer is none of the numbers: it is counted. */
export function answered(runs, every) {
  return {
    chart: median(runs.map((it) => it.chart)),
    answered: median(runs.map((it) => it.answered)),
    alive: median(runs.map((it) => it.alive)),
    silent: runs.filter((it) => it.answered === null || it.answered === undefined).length,
    shift: most(every.map((it) => it.shift)),
    shiftInput: most(every.map((it) => it.shiftInput)),
    bytes: median(runs.map((it) => it.bytes)),
    runs: runs.length,
  };
}

/** The same of choices: for each the medians until the view and until its chart were painted. */
export function chosen(runs) {
  const names = [...new Set(runs.flatMap((it) => Object.keys(it.choices ?? {})))];
  return names.map((name) => {
    const all = runs.map((it) => it.choices?.[name]).filter(Boolean);
    const why = all.map((it) => it.why).filter(Boolean);
    const [view, whole, fetched] = ["view", "whole", "fetched"].map((key) => median(all.map((it) => it[key])));
    return { name, view, whole, fetched, failed: all.filter((it) => it.whole === null).length, why: why[0] };
  });
}

export function sizesTable(rows) {
  const cells = rows.map((it) => [it.name, judged(bytes(it.bytes), it.bytes, it.budget), it.budget ?? ""]);
  return table("Files, brotli bytes", ["file", "bytes", "promised"], cells);
}

export function loadTable(rows) {
  const cells = rows.map(({ page, it }) => {
    const budget = page.life === "embed" ? BUDGETS.embedReadable : BUDGETS.readable;
    return [
      page.id,
      bytes(it.bytesDocument),
      bytes(it.bytesFcp),
      judged(bytes(it.bytesReadable), it.bytesReadable, budget),
      bytes(it.bytes),
      ms(it.fcp),
      judged(ms(it.lcp), it.lcp, BUDGETS.lcp),
      page.bench ? judged(ms(it.chart), it.chart, BUDGETS.chart) : "no chart",
      ms(it.chartTop),
      judged(shift(it.shift), it.shift, BUDGETS.shift),
      ms(it.blocked),
      ["whole", "search", "builder"].includes(page.life) ? ms(it.live) : "none",
    ];
  });
  const head = ["page", "document", "until FCP", "until readable", "at rest", "FCP", "LCP", "chart", "chart at y", "shift", "blocked", "controls"];
  const promised = `bytes until readable ≤ ${BUDGETS.readable} (embeds ${BUDGETS.embedReadable}), LCP and chart ≤ ${BUDGETS.lcp} ms, shift 0`;
  return `${table(`Loading (bytes over the wire, heads of answers included; milliseconds from navigation). Promised: ${promised}`, head, cells)}
readable: when FCP, LCP and the chart are all there. chart at y: how far down the page it stands; a screen is 740 high.
at rest: all that is fetched for a reader who only reads. blocked: what long tasks take beyond 50 ms each, all of them until
the page rests. controls: from the first touch of the page until the module has taken over.`;
}

export function answerTable(rows, limit) {
  const cells = rows.map(({ id, it, ours }) => {
    const budget = ours ? Math.min(BUDGETS.answers, limit ?? Infinity) : undefined;
    return [
      id,
      ms(it.chart),
      judged(ms(it.answered), it.answered, budget),
      ours ? judged(ms(it.alive), it.alive, budget) : "",
      ours ? judged(shift(it.shift), it.shift, BUDGETS.shift) : shift(it.shift),
      ours ? judged(shift(it.shiftInput), it.shiftInput, BUDGETS.shift) : shift(it.shiftInput),
      bytes(it.bytes),
      it.silent ? `${it.silent} of ${it.runs}` : "",
    ];
  });
  const beside = limit ? ` and no later than the ECharts page's ${ms(limit)} ms` : "";
  const head = ["page", "chart there", "answers", "live chart", "shift", "shift after input", "bytes", "no answer"];
  const title = `The chart touched from the moment it is there, until it answers (ms from navigation). Promised: ≤ ${BUDGETS.answers} ms${beside}; shift 0 with the live chart in place`;
  return `${table(title, head, cells)}
answers: ours by the drawing that stands in the document. live chart: when ECharts has taken its place.`;
}

export function choiceTable(groups) {
  const cells = groups.flatMap(({ id, it, slowest }) => [
    ...it.map((one) => [
      `${id}: ${one.name}`,
      ms(one.view),
      judged(ms(one.whole), one.whole, BUDGETS.choice),
      one.fetched ?? "–",
      one.failed ? `${one.failed}${one.why ? `: ${one.why.slice(0, 70)}` : ""}` : "",
    ]),
    [`${id}: slowest input to next paint (Event Timing)`, "", ms(slowest), "", ""],
  ]);
  const head = ["choice", "view", "with chart", "fetched", "not measured"];
  return table(`Choices after the chart came to life (ms from input to the paint of the changed view). Promised: ≤ ${BUDGETS.choice} ms`, head, cells);
}

export function peerTable(ours, peers) {
  const columns = [
    ["bytes until chart", "bytesReadable", bytes],
    ["bytes at rest", "bytes", bytes],
    ["FCP", "fcp", seconds],
    ["LCP", "lcp", seconds],
    ["chart", "chart", seconds],
    ["blocked", "blocked", seconds],
    ["answers", "answered", seconds],
  ];
  const row = ({ name, it }) => [name, ...columns.map(([, key, show]) => show(it[key])), shift(it.shift)];
  const head = ["page", ...columns.map(([title]) => title), "shift"];
  const ratios = peers.map(({ name, it }) => [name, ...columns.map(([, key]) => ratio(it[key], ours.it[key])), ""]);
  return `${table("The same ranking of 63 provinces by others (bytes; seconds)", head, [ours, ...peers].map(row))}
${table("Peer / ours: above 1 we are lighter or sooner", head, ratios)}`;
}
