// What each output of an indicator says, as plain facts, and the words of both languages for what files say in codes:
// written down here again, so that a slip in the code's own tables is seen. Used by outputs.spec.mjs.
import { csvRows, desk, unzipped } from "./taken.mjs";

/** The signs of the site beside the words of the CSV and of sentences. */
export const SIGNS = [
  { sign: "=", csv: "yes", vi: "So sánh được", en: "Comparable" },
  { sign: "≈", csv: "caution", vi: "Thận trọng", en: "With caution" },
  { sign: "≠", csv: "no", vi: "Không so sánh được", en: "Not comparable" },
];

/** How each reason is worded, in Vietnamese and in English. Two that quote the indicator's own caveat: `reasonOf`. */
const REASONS = {
  "own-reports": [/^lấy từ những báo cáo riêng/, /^from separate reports/],
  "periods-apart": [/ cách nhau \d+ tháng$/, / are \d+ months apart$/],
  vagueness: [/có con số chỉ là ước chừng/, /a figure is only approximate/],
  "open-ended": [/chỉ được nêu là dưới một mức/, /(only stated|only known) to be below a bound/],
  disputed: [/^con số của .* có chỗ mâu thuẫn$/, /^the figure of .* is disputed$/],
  "within-noise": [/^hơn kém nhau không quá .* thì chưa nói được nơi nào hơn/, /^a gap of .* or less tells nobody apart/],
  "not-for-ranking": [/^số này không dùng để xếp hạng/, /^these figures are not for ranking/],
  means: [/là trung bình cộng của các tỉnh, thành hợp thành/, /(is a mean|are means|unweighted means) of the provinces merged/],
  "worked-out": [/^hạng của .* do trang này suy ra/, /^the rank of .* was worked out by this site/],
  counts: [/^số đếm phụ thuộc số dân và diện tích/, /^counts depend on population and area/],
  "order-unknown": [/có kỳ do trang này suy ra và chồng lên kỳ khác/, /a period is inferred and overlaps another/],
  disagreement: [/hai nguồn nêu hai (con số|mục tiêu) khác nhau/, /two sources state different (figures|targets)/],
  "source-kind": [/^một bên lấy từ báo chí, bên kia từ/, /^one was read in the press, the other/],
  "different-reading": [/^số thay đổi theo ngày đọc/, /^the value changes with the day it is read/],
  "different-length": [/^đếm trong .* ngày và trong .* ngày$/, /^counted over .* days and over .* days$/],
  "other-edition": [/^số nơi được xếp hạng ở kỳ /, /are two editions that ranked different numbers of places$/],
  "method-break": [/^cách tính thay đổi từ /, /^the method changed as of /],
  era: [/(đã nhập vào|là địa giới của hai thời kỳ)/, /(became part of|are territories of two eras)/],
  "part-and-whole": [/ là một phần của /, / is a part of /],
};

/** How a figure was stated: in words, and by the sign before it. */
export const QUALIFIERS = {
  exact: { vi: "nêu con số cụ thể", en: "stated exactly", sign: ["", ""] },
  about: { vi: "nêu ước chừng (khoảng, gần)", en: "stated as about or nearly", sign: ["khoảng", "about"] },
  more_than: { vi: "nêu là hơn mức này", en: "stated as more than this", sign: [">", ">"] },
  at_least: { vi: "nêu là ít nhất mức này", en: "stated as at least this", sign: ["≥", "≥"] },
  at_most: { vi: "nêu là không quá mức này", en: "stated as at most this", sign: ["≤", "≤"] },
  less_than: { vi: "nêu là dưới mức này", en: "stated as less than this", sign: ["<", "<"] },
  estimate: { vi: "là con số ước tính", en: "an estimate", sign: ["~", "~"] },
  disputed: { vi: "có chỗ mâu thuẫn", en: "disputed", sign: ["?", "?"] },
  computed: { vi: "do trang này tính", en: "worked out by this site", sign: ["", ""] },
  read_off: { vi: "đọc theo thứ tự trong bảng, nguồn không in hạng", en: "read off the order of the table; the source prints no rank", sign: ["", ""] },
  mean: { vi: "trung bình cộng của các tỉnh, thành hợp thành, không theo số dân", en: "unweighted mean of the provinces it was formed from", sign: ["", ""] },
};
/** The reason for a gap, with its mark. */
export const MISSING = { suppressed: ["⊘ khảo sát không công bố điểm", "⊘ withheld by the survey"] };
/** The list that a picture and an embed name where it is not today's. */
export const FORMER = { vi: "63 tỉnh, thành trước 1/7/2025", en: "The 63 provinces before 1 July 2025" };
/** What a period has before it in a sentence where no document states it. */
export const ABOUT = { vi: "khoảng", en: "about" };

export const index = (lang) => (lang === "vi" ? 0 : 1);
export const plain = (text) => text.replace(/\s+/g, " ").trim();
const small = (text) => plain(text).replace(/\.$/, "").toLowerCase();

/** The id of a reason in words; `indicator` is that of the JSON. */
export function reasonOf(words, indicator, lang) {
  const caveat = indicator.caveat && small(indicator.caveat[lang]);
  if (caveat && small(words) === caveat && indicator.comparable === "no") return "counted-apart";
  if (caveat && small(words) === caveat && indicator.rankable === "quarters") return "groups-only";
  const found = Object.entries(REASONS).filter(([, words_of]) => words_of[index(lang)].test(words));
  return found.length === 1 ? found[0][0] : `of no one kind: ${words}`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");
/** A period of the files as a language writes it: whole, or as short as tables have it. */
export function periodWords(code, lang, short = false) {
  const one = (part) => {
    const [, y, half, quarter, month, day] = part.match(/^(\d{4})(?:-(?:H(\d)|Q(\d)|(\d\d)(?:-(\d\d))?))?$/);
    const [m, d] = [Number(month), Number(day)];
    if (half && lang === "vi") return short ? `nửa ${half === "1" ? "đầu" : "cuối"} ${y}` : `6 tháng ${half === "1" ? "đầu" : "cuối"} năm ${y}`;
    if (half) return `H${half} ${y}`;
    if (quarter) return lang === "vi" ? `quý ${["I", "II", "III", "IV"][quarter - 1]}/${y}` : `Q${quarter} ${y}`;
    if (!month) return y;
    if (lang === "vi") return day ? `${d}/${m}/${y}` : `${short ? "" : "tháng "}${m}/${y}`;
    return `${day ? `${d} ` : ""}${short ? MONTHS[m - 1].slice(0, 3) : MONTHS[m - 1]} ${y}`;
  };
  return code.split("/").map(one).join(short ? "–" : " – ");
}

/** Run in the browser: what a page of an indicator, or its embed, says. */
function ofDocument(html) {
  const doc = new DOMParser().parseFromString(html, "text/html");
  const text = (node) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
  // Without what stands in a part of it.
  const but = (node, selector) => {
    const copy = node?.cloneNode(true);
    for (const one of copy?.querySelectorAll(selector) ?? []) one.remove();
    return text(copy);
  };
  const last = (node) => node?.getAttribute("href").split("/").at(-2);
  const sign = doc.querySelector("main .sign");
  const rows = [...doc.querySelectorAll("main table[data-indicator] tbody tr:not(.break)")].map((row) => ({
    place: last(row.querySelector("th a")),
    name: text(row.querySelector("th a")),
    kind: row.className,
    figure: but(row.querySelector("td.value"), "span.fine").replace(/^◇ /, ""),
    marked: text(row.querySelector("td.value")).startsWith("◇"),
    period: but(row.querySelector("td.period"), "span.fine"),
    whole: row.querySelector("td.period").dataset.whole ?? but(row.querySelector("td.period"), "span.fine"),
    inferred: row.querySelector("td.period span.fine") !== null,
    stated: text(row.querySelector("td.stated")),
    source: last(row.querySelector("td.source a")),
  }));
  const ld = doc.querySelector('script[type="application/ld+json"]');
  return {
    lang: doc.documentElement.lang,
    sign: sign && {
      symbol: text(sign.querySelector("p .symbol")),
      sentence: text(sign.querySelector("p span:last-child")),
      reasons: [...sign.querySelectorAll("li")].map((it) => ({ symbol: text(it.querySelector(".symbol")), words: but(it, ".symbol") })),
    },
    headline: text(doc.querySelector("main .headline")),
    subtitle: text(doc.querySelector("main .subtitle")),
    list: text(doc.querySelector("nav.eras [aria-current]")).slice(0, 2),
    time: text(doc.querySelector('nav[aria-label="Thời gian"] [aria-current], nav[aria-label="Time"] [aria-current]')),
    ranked: doc.querySelector("main table[data-ranked]") !== null,
    foot: [...doc.querySelectorAll("main footer p")].map(text),
    words: text(doc.querySelector("main")),
    gaps: [...doc.querySelectorAll("main dl.notes > div")].map((it) => [text(it.querySelector("dt")), text(it.querySelector("dd"))]),
    rows,
    ld: ld && JSON.parse(ld.textContent),
  };
}

/** Run in the browser: the texts of a picture in their order. */
function ofPicture(svg) {
  const doc = new DOMParser().parseFromString(svg, "image/svg+xml");
  if (doc.querySelector("parsererror")) throw new Error(`no SVG: ${svg.slice(0, 200)}`);
  const texts = [...doc.querySelectorAll("text")].map((it) => it.textContent.replace(/\s+/g, " ").trim());
  return { lang: doc.documentElement.getAttribute("lang"), texts, all: texts.join(" ") };
}

const got = async (request, path) => {
  const response = await request.get(path);
  if (!response.ok()) throw new Error(`${response.status()}: ${path}`);
  return response;
};
/** The rows of a table under its head, as objects; of tens of thousands, so without an `expect` for each. */
const named = ([head, ...rows]) =>
  rows.map((row) => {
    if (row.length !== head.length) throw new Error(`${row.length} cells for ${head.length} columns: ${row}`);
    return Object.fromEntries(head.map((name, n) => [name, row[n]]));
  });
const table = async (request, path) => named(csvRows((await (await got(request, path)).text()).replace(/^\uFEFF/, "")));

/** The sheets of the workbook by name: what each cell holds, as text. */
function sheetsOf(bytes) {
  const files = unzipped(bytes);
  const text = (name) => files.get(name).toString("utf8");
  const read = (it) => it.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => ({ lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" })[name]);
  const words = (it) => read([...it.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map((one) => one[1]).join(""));
  const shared = [...text("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map((it) => words(it[1]));
  const column = (letters) => [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const rows = (part) =>
    [...part.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = ""]) => {
      const cells = [];
      for (const [, letters, kind, inner = ""] of row.matchAll(/<c r="([A-Z]+)\d+"(?: s="\d+")?(?: t="(\w+)")?(?:\/>|>(.*?)<\/c>)/gs)) {
        const value = inner.match(/<v>([^<]*)<\/v>/)?.[1] ?? "";
        cells[column(letters)] = kind === "s" ? shared[Number(value)] : kind === "inlineStr" ? words(inner) : read(value);
      }
      return Array.from(cells, (it) => it ?? "");
    });
  const links = Object.fromEntries([...text("xl/_rels/workbook.xml.rels").matchAll(/<Relationship Id="(\w+)"[^>]* Target="([^"]+)"/g)].map((it) => [it[1], it[2]]));
  const sheets = [...text("xl/workbook.xml").matchAll(/<sheet name="([^"]+)"[^>]* r:id="(\w+)"/g)];
  return (wanted) => {
    const [head, ...body] = rows(text(`xl/${links[sheets.find((it) => it[1] === wanted)[2]]}`));
    return named([head, ...body.map((row) => [...row, ...Array(head.length - row.length).fill("")])]);
  };
}

/** Everything that is said of an indicator; `at` is a page that reads. */
async function said(request, at, id) {
  const text = async (path) => (await got(request, path)).text();
  const paths = [`chi-so/${id}/`, `en/indicators/${id}/`, `nhung/${id}/`, `en/embed/${id}/`, ...["vi", "en"].map((it) => `pictures/${it}/indicators/${id}.svg`)];
  const [json, csv, ...texts] = await Promise.all([text(`data/latest/indicators/${id}.json`), table(request, `data/latest/indicators/${id}.csv`), ...paths.map(text)]);
  const read = await at.evaluate((texts) => texts.map((it) => (it.startsWith("<svg") ? globalThis.ofPicture(it) : globalThis.ofDocument(it))), texts);
  const file = JSON.parse(json);
  return {
    page: { vi: read[0], en: read[1] },
    embed: { vi: read[2], en: read[3] },
    picture: { vi: read[4], en: read[5] },
    json: { indicator: file.indicators[0], observations: file.observations, comparability: file.comparability ?? [] },
    csv,
  };
}

const most = (rows) => Math.max(0, ...Object.values(counted(rows.filter((it) => it.value !== ""), (it) => it.period)));
const counted = (rows, of) => rows.reduce((sum, row) => ({ ...sum, [of(row)]: (sum[of(row)] ?? 0) + 1 }), {});
const has = (rows, key, value) => rows.some((it) => it[key] === value);

/** Sorts of indicators by what the tables say: `i` the indicator, `rows` its figures, `eras` of its places; how many of each. */
export const SORTS = {
  rankings: [4, (i, rows) => ["rank", "index"].includes(i.kind) && most(rows) > 31],
  quarters: [3, (i) => i.rankable === "quarters"],
  "never ranked": [3, (i) => i.rankable === "no"],
  bands: [4, (i) => i.resolution !== ""],
  means: [3, (i, rows) => has(rows, "qualifier", "mean")],
  "separate reports": [4, (i, rows) => i.kind === "share" && new Set(rows.map((it) => it.source)).size > 5],
  counts: [3, (i, rows) => i.kind === "count" && new Set(rows.map((it) => it.place)).size > 2],
  "counted apart": [4, (i) => i.comparable === "no"],
  readings: [4, (i) => i.comparable === "same-reading"],
  editions: [1, (i) => i.comparable === "same-edition"],
  targets: [3, (i, rows) => rows.filter((it) => it.status === "target").length > 3],
  "targets alone": [2, (i, rows) => rows.every((it) => it.status === "target")],
  missing: [3, (i, rows) => rows.some((it) => it.missing !== "")],
  "both lists": [4, (i, rows, eras) => eras.has("63") && eras.has("34")],
  counterparts: [3, (i) => i.counterpart !== ""],
  "former list": [2, (i, rows, eras) => eras.has("63") && !eras.has("34") && most(rows) < 5],
  "inferred periods": [3, (i, rows) => has(rows, "period_inferred", "yes")],
  "one figure": [2, (i, rows) => rows.length === 1],
  ...Object.fromEntries(Object.keys(QUALIFIERS).filter((it) => !["exact", "mean"].includes(it)).map((it) => [`stated ${it}`, [2, (i, rows) => has(rows, "qualifier", it)]])),
};

let all;
/** Read once for all tests. */
export const everything = (request, page) => (all ??= gathered(request, page));
async function gathered(request, page) {
  const [places, units, indicators, figures] = await Promise.all(["places", "units", "indicators", "observations"].map((it) => table(request, `data/latest/${it}.csv`)));
  const of = Object.fromEntries(indicators.map((it) => [it.indicator, []]));
  for (const row of figures) of[row.indicator].push(row);
  for (const i of indicators) i.kind = units.find((it) => it.unit === i.unit).kind;
  const era = new Map(places.map((it) => [it.place, ["province", "city"].includes(it.kind) ? (it.valid_to ? "63" : it.valid_from ? "34" : "both") : "area"]));
  // Those with the most figures come first; each sort takes others than the sorts before it.
  const sorted = [...indicators].sort((a, b) => of[b.indicator].length - of[a.indicator].length || (a.indicator < b.indicator ? -1 : 1));
  const fitting = (i) => Object.keys(SORTS).filter((sort) => SORTS[sort][1](i, of[i.indicator], new Set(of[i.indicator].map((it) => era.get(it.place)))));
  const sorts = new Map(sorted.map((i) => [i.indicator, fitting(i)]));
  const chosen = new Set();
  for (const [sort, [count]] of Object.entries(SORTS)) {
    const rest = sorted.filter((i) => !chosen.has(i.indicator) && sorts.get(i.indicator).includes(sort));
    for (const i of rest.slice(0, count)) chosen.add(i.indicator);
  }
  const at = await desk(page);
  await at.evaluate(`Object.assign(globalThis, { ofDocument: ${ofDocument}, ofPicture: ${ofPicture} })`);
  const sheet = sheetsOf(await (await got(request, "data/latest/tinh-so.xlsx")).body());
  const book = {};
  for (const row of sheet("observations")) (book[row.indicator] ??= []).push(row);
  const noted = Object.fromEntries(sheet("indicators").map((row) => [row.indicator, row]));
  const views = [];
  for (const id of chosen) views.push({ id, sorts: sorts.get(id), ...(await said(request, at, id)), book: book[id], noted: noted[id] });
  return { views, era };
}
