// One figure, nine outputs: the page in Vietnamese and in English, its table, CSV, JSON, workbook, picture, embed, and what
// search engines read. Of indicators of every sort, chosen by rule from what is published, they say the same verdict, period,
// list of provinces and hedge. What an output does not carry is not asked of it: the workbook and the block for search
// engines hold no verdict, the files no list of provinces but that of each place.
import { expect, test } from "./site.mjs";
import { ABOUT, FORMER, MISSING, QUALIFIERS, SIGNS, SORTS, everything, index, periodWords, plain, reasonOf } from "./outputs.mjs";

const LANGUAGES = ["vi", "en"];
/** Collects what does not agree, of every view; `tell(holds, output, words)` notes it where it does not hold. */
async function agree(request, page, ask) {
  const { views, era } = await everything(request, page);
  const faults = [];
  for (const view of views) {
    const tell = (holds, output, words) => holds || faults.push(`${view.id}, ${output}: ${words}`);
    // Of two lists what only one of them has, else both.
    const only = (one, other) => JSON.stringify(Array.isArray(one) && one.length > 3 ? one.filter((it) => !JSON.stringify(other ?? "").includes(JSON.stringify(it))).slice(0, 3) : (one ?? null));
    const same = (output, found, wanted) => tell(JSON.stringify(found) === JSON.stringify(wanted), output, `${only(found, wanted)}, not ${only(wanted, found)}`);
    ask(view, { tell, same, era, drawn: view.page.vi.rows.filter((it) => it.kind === "") });
  }
  expect(faults).toEqual([]);
}

/** The rows of the CSV that a row of a table may be. */
const inCsv = (view, row) =>
  view.csv.filter((it) => it.place === row.place && it.source === row.source && it.status === (row.marked ? "target" : "actual") && periodWords(it.period, "vi", true) === row.period);
const periodsOf = (rows) => [...new Set(rows.map((it) => it.whole))];
/** Every figure of a file in some of its fields, in an order that is the same for all files. */
const facts = (rows, ...fields) =>
  rows.map((row) => [["", null, undefined].includes(row.value) ? "–" : Number(row.value), ...["place", "source", "status", ...fields].map((it) => row[it] ?? "")].join(" | ")).sort();
/** The JSON leaves out what goes without saying. */
const whole = (it) => ({ status: "actual", qualifier: it.missing ? "" : "exact", flag: "A", ...it, period_inferred: it.period_inferred ? "yes" : "" });
/** The rows of a table that a picture shows, and where: a name, alone or behind a rank, on one line or on two. */
const shown = (view, lang) => {
  const long = { HCMC: "Ho Chi Minh City", "TP.HCM": "Hồ Chí Minh", "BR-VT": "Bà Rịa - Vũng Tàu" };
  const { texts } = view.picture[lang];
  const name = (text) => text.replace(/^(HCMC|TP\.HCM|BR-VT)/, (it) => long[it]);
  const rows = view.page[lang].rows.filter((it) => !/aside|missing/.test(it.kind));
  const found = (text, at) => rows.filter((row) => row.name === name(text)).map((row) => ({ row, at }));
  return texts.flatMap((text, at) => [...found(text.replace(/^\d+=?\s+/, ""), at), ...found(`${text} ${texts[at + 1]}`, at + 1)]);
};
/** A stretch of time as a sentence says it. */
const spoken = (whole, lang) => {
  const [from, to] = whole.split(" – ");
  if (!to) return whole;
  return lang === "vi" ? `từ ${from} đến ${to}` : `from ${from} to ${to}`;
};
/** Whether a period follows a text of a picture, on one line or on several. */
const follows = (texts, at, period) => {
  const lines = [1, 2, 3].map((n) => texts.slice(at + 1, at + 1 + n).join("").replace(/ /g, "").replace(/^(mụctiêu|target),?/, ""));
  return lines.includes(period.replace(/ /g, ""));
};

test.describe.configure({ mode: "default" });

test("every sort of indicator is among those that are read", async ({ request, page }) => {
  const { views } = await everything(request, page);
  expect(views.length).toBeGreaterThanOrEqual(30);
  for (const sort of Object.keys(SORTS)) expect(views.filter((it) => it.sorts.includes(sort)).length, sort).toBeGreaterThan(0);
});

test("nine outputs give one verdict, for the same reasons", ({ request, page }) =>
  agree(request, page, (view, { tell, same, era, drawn }) => {
    const { indicator, comparability } = view.json;
    const { sign } = view.page.vi;
    // One reason stands in the sentence alone.
    const told = ({ symbol, sentence, reasons }) =>
      reasons.length > 0 || symbol === "=" ? reasons.map((it) => it.words) : [sentence.replace(/^[^:]*: /, "").replace(/\.$/, "")];
    const ids = (lang, sign) => [...new Set(told(sign).map((it) => reasonOf(it, indicator, lang)))];
    for (const lang of LANGUAGES) {
      const own = view.page[lang].sign;
      same(`the embed (${lang})`, view.embed[lang].sign, own);
      const { texts, all } = view.picture[lang];
      same(`the picture (${lang})`, texts.filter((it) => SIGNS.some(({ sign }) => sign === it)), sign ? [sign.symbol] : []);
      same(`the page (${lang})`, own?.symbol, sign?.symbol);
      if (!own) continue;
      same(`the page (${lang})`, ids(lang, own), ids("vi", sign));
      same(`the page (${lang})`, own.sentence.split(/[:.]/)[0], SIGNS.find((it) => it.sign === sign.symbol)[lang]);
      // A small picture gives the gravest reason alone.
      const gravest = own.reasons.find((it) => it.symbol === own.symbol);
      // Without the documents and places that only illustrate it.
      const brief = (words) => words.replace(/, (như|such as) .*$/, "");
      const head = own.sentence.split(":")[0];
      const sentence = gravest ? `${head}: ${brief(gravest.words)}` : `${head}: `;
      tell(all.includes(sentence), `the picture (${lang})`, `does not say “${sentence}”`);
      if (gravest) tell(own.sentence.includes(gravest.words), `the page (${lang})`, `gives another reason than “${gravest.words}”`);
      // What the measurement says of itself stands in the workbook, and beside the figures.
      const caveat = view.noted[`caveat_${lang}`]?.replace(/\.$/, "").slice(1);
      if (caveat && drawn.length > 1) tell(view.page[lang].words.includes(caveat), `the workbook (${lang})`, `has a caveat that the page has not: ${caveat}`);
    }
    const reasons = sign ? ids("vi", sign) : [];
    const units = new Set(drawn.map((it) => it.place)).size;
    if (sign && units > 1) {
      for (const [holds, id] of [[view.noted.rankable === "no", "not-for-ranking"], [view.noted.rankable === "quarters", "groups-only"], [view.noted.comparable === "no", "counted-apart"]]) {
        same("the workbook", holds, reasons.includes(id));
      }
    }
    // The JSON speaks of each period and list, the CSV of each figure among those of its period.
    for (const one of comparability) {
      const verdict = { sign: one.sign, reasons: one.reasons ?? [] };
      const units = view.csv.filter((it) => it.period === one.period && it.status === "actual" && it.value !== "" && era.get(it.place) !== "area");
      const of = units.filter((it) => [String(one.basis), "both"].includes(era.get(it.place)));
      const verdicts = [...new Set(of.map((it) => JSON.stringify({ sign: SIGNS.find(({ csv }) => csv === it.comparable).sign, reasons: it.reasons.split(" ").filter(Boolean) })))];
      if (of.length === units.length) tell(verdicts.includes(JSON.stringify(verdict)), `the CSV of ${one.period}`, `${verdicts}, but the JSON of ${one.basis} ${JSON.stringify(verdict)}`);
      else tell(verdicts.some((it) => verdict.reasons.every((id) => JSON.parse(it).reasons.includes(id))), `the CSV of ${one.period}`, `${verdicts} lacks a reason of the JSON: ${verdict.reasons}`);
      const here = drawn.filter((it) => it.whole === periodWords(one.period, "vi"));
      if (String(one.basis) !== view.page.vi.list || here.length !== one.figures || here.length < 2) continue;
      if (here.length < drawn.length) {
        tell(verdict.reasons.every((id) => reasons.includes(id)), "the JSON", `${one.period}: ${verdict.reasons}, but the page ${reasons}`);
        continue;
      }
      same("the JSON", verdict, { sign: sign.symbol, reasons });
      // Quarters are no ranks, though the table begins with the highest.
      if (!reasons.includes("groups-only")) same("the JSON", one.ranked ?? false, view.page.vi.ranked);
      for (const lang of of.length === units.length ? LANGUAGES : []) {
        const words = told(view.page[lang].sign).slice(0, 3);
        const row = of.find((it) => it.place === drawn[0].place && it.source === drawn[0].source);
        tell(words.every((it) => plain(row[`reasons_${lang}`]).includes(it)), `the CSV (${lang})`, `“${row[`reasons_${lang}`]}”, but the page “${words.join("; ")}”`);
      }
    }
    const [one, more] = periodsOf(drawn);
    const over = comparability.find((it) => String(it.basis) === view.page.vi.list && periodWords(it.period, "vi") === one && it.figures === drawn.length);
    tell(over || more || units < 2, "the JSON", `has no verdict over the ${drawn.length} figures of ${one}`);
    same("the workbook", facts(view.book, "period", "after_break"), facts(view.csv, "period", "after_break"));
  }));

test("nine outputs are of one time, and say where it is inferred", ({ request, page }) =>
  agree(request, page, (view, { tell, same, drawn }) => {
    const [one, more] = periodsOf(drawn);
    const inferred = drawn.length > 0 && drawn.every((it) => it.inferred);
    const of = (rows) => facts(rows, "period", "period_inferred");
    same("the JSON", of(view.json.observations.map(whole)), of(view.csv));
    same("the workbook", of(view.book), of(view.csv));
    for (const lang of LANGUAGES) {
      const [page, embed, picture] = [view.page[lang], view.embed[lang], view.picture[lang]];
      for (const [n, row] of page.rows.entries()) {
        const wanted = inCsv(view, view.page.vi.rows[n]).map((it) => [row.place, periodWords(it.period, lang), periodWords(it.period, lang, true), it.period_inferred === "yes"]);
        const found = [row.place, row.whole, row.period, row.inferred];
        tell(wanted.some((it) => JSON.stringify(it) === JSON.stringify(found)), `the table (${lang})`, `${found}; the CSV: ${wanted.join("; ") || "nothing"}`);
      }
      const times = (rows) => rows.map((it) => [it.place, it.period, it.whole, it.inferred, it.kind]);
      same(`the embed (${lang})`, times(embed.rows), times(page.rows));
      same(`the table (${lang})`, page.rows.map((it) => [it.place, it.inferred]), view.page.vi.rows.map((it) => [it.place, it.inferred]));
      // One time for all stands in the headline, in the picture and under the embed; else each place has its own.
      const words = drawn.length > 0 && page.rows[view.page.vi.rows.indexOf(drawn[0])];
      if (one && !more) {
        for (const [output, text] of [["the headline", page.headline], ["the block for search engines", page.ld.description], ["the embed", embed.headline]]) {
          const about = inferred ? [`${ABOUT[lang]} `, `${ABOUT[lang]} năm `] : [""];
          tell(about.some((it) => text.toLowerCase().includes(`${it}${spoken(words.whole, lang)}`.toLowerCase())), `${output} (${lang})`, `does not say ${inferred ? "about " : ""}${words.whole}: ${text}`);
        }
        tell([words.whole, words.period].some((it) => picture.all.includes(it)), `the picture (${lang})`, `does not say ${words.whole}`);
        if (page.time) same(`the page (${lang})`, page.time, words.period);
        const [, foot] = embed.foot[1].match(/^(?:Kỳ|Period) (.+?) · /) ?? [];
        if (foot || page.time) same(`the foot of the embed (${lang})`, foot, inferred ? `${ABOUT[lang]} ${words.whole}` : words.whole);
      } else {
        const places = shown(view, lang);
        tell(places.length > 0 || drawn.length === 0, `the picture (${lang})`, "shows no place of the table");
        for (const { row, at } of places) {
          const own = page.rows.filter((it) => it.place === row.place && !/aside|missing/.test(it.kind)).flatMap((it) => [it.period, `~${it.period}`]);
          // Where only targets are known, one time for all of them stands above.
          const above = picture.texts.flatMap((it) => it.split(" · ")).includes(row.whole) && periodsOf(places.map((it) => it.row)).length === 1;
          tell(above || own.some((it) => follows(picture.texts, at, it)), `the picture (${lang})`, `${row.name}: “${picture.texts[at + 1]}”, the table ${own.join("; ")}`);
        }
      }
      // From the first year of any result to the last.
      const years = view.csv.filter((it) => it.status === "actual" && it.value !== "").flatMap((it) => it.period.match(/\b\d{4}\b/g));
      const [from, to] = [years.toSorted()[0], years.toSorted().at(-1)];
      const coverage = from === to ? [from, from && `${from}/${to}`] : [`${from}/${to}`];
      tell(coverage.includes(page.ld.temporalCoverage), `the block for search engines (${lang})`, `${page.ld.temporalCoverage}, not ${coverage}`);
      tell(plain(page.ld.description).endsWith(page.headline), `the block for search engines (${lang})`, `not the headline: ${page.ld.description}`);
      same(`the embed (${lang})`, embed.headline, page.headline);
    }
  }));

test("a picture says of an inferred period that it is one, as the page does", ({ request, page }) =>
  agree(request, page, (view, { tell, drawn }) => {
    for (const lang of LANGUAGES) {
      const { texts, all } = view.picture[lang];
      const [one, more] = periodsOf(drawn);
      if (one && !more && drawn.every((it) => it.inferred)) {
        const { whole, period } = view.page[lang].rows[view.page.vi.rows.indexOf(drawn[0])];
        tell([whole, period].some((it) => all.toLowerCase().includes(`${ABOUT[lang]} ${it}`.toLowerCase())) || all.includes(`~${period}`), `the picture (${lang})`, `does not say ${ABOUT[lang]} ${whole}`);
      }
      for (const { row, at } of shown(view, lang)) {
        const stated = view.page[lang].rows.some((it) => it.place === row.place && it.period === row.period && !it.inferred);
        if (row.inferred && !stated) tell(!follows(texts, at, row.period), `the picture (${lang})`, `${row.name} “${row.period}”, the page says that it is inferred`);
      }
    }
  }));

test("nine outputs speak of one list of provinces, and tell former from present ones", ({ request, page }) =>
  agree(request, page, (view, { tell, same, era, drawn }) => {
    const { list } = view.page.vi;
    tell(["63", "34"].includes(list), "the page", `names no list: ${list}`);
    same("the JSON", facts(view.json.observations.map(whole)), facts(view.csv));
    same("the workbook", facts(view.book), facts(view.csv));
    const called = (rows) => [...new Set(rows.map((it) => `${it.place}: ${it.place_vi}, ${it.place_en}`))].sort();
    same("the workbook", called(view.book), called(view.csv));
    // Beside the list stand areas; where nobody on it has a figure, they are all there is.
    for (const row of drawn) tell([list, "both", "area"].includes(era.get(row.place)), "the table", `${row.name} on the list of ${list}`);
    const eras = view.page.vi.rows.filter((it) => /^(target)?$/.test(it.kind)).map((it) => era.get(it.place));
    const former = list === "63" && eras.includes("63") && !eras.includes("34");
    for (const lang of LANGUAGES) {
      const [page, embed, picture] = [view.page[lang], view.embed[lang], view.picture[lang]];
      same(`the page (${lang})`, page.list, list);
      same(`the embed (${lang})`, embed.subtitle.includes(FORMER[lang]), former);
      same(`the picture (${lang})`, picture.all.toLowerCase().includes(FORMER[lang].toLowerCase()), former);
      const names = (rows) => rows.map((it) => [it.place, it.name]);
      same(`the embed (${lang})`, names(embed.rows), names(page.rows));
      same(`the table (${lang})`, page.rows.map((it) => it.place), view.page.vi.rows.map((it) => it.place));
      const mark = lang === "vi" ? " (cũ)" : " (former)";
      for (const row of page.rows) {
        const known = view.csv.find((it) => it.place === row.place);
        same(`the table (${lang})`, row.name, known?.[`place_${lang}`]);
        if (row.name.endsWith(mark) && era.get(row.place) !== "area") same(`the table (${lang})`, [row.name, era.get(row.place)], [row.name, "63"]);
        same(`the CSV (${lang})`, [row.name, row.name.endsWith(mark)], [row.name, known?.place_vi.endsWith(" (cũ)")]);
      }
      // A picture writes a former name as today’s nowhere.
      const bare = picture.texts.map((it) => it.replace(/^\d+=?\s+/, ""));
      for (const row of drawn.length > 0 ? page.rows.filter((it) => it.name.endsWith(mark)) : []) {
        const without = row.name.slice(0, -mark.length);
        const alone = bare.some((it, n) => it === without && bare[n + 1] !== mark.trim());
        if (!page.rows.some((it) => it.name === without)) tell(!alone, `the picture (${lang})`, `“${without}” for ${row.name}`);
      }
    }
  }));

test("nine outputs hedge alike, and leave the same gaps", ({ request, page }) =>
  agree(request, page, (view, { tell, same }) => {
    const fields = ["qualifier", "missing", "flag"];
    same("the JSON", facts(view.json.observations.map(whole), ...fields), facts(view.csv, ...fields));
    same("the workbook", facts(view.book, ...fields), facts(view.csv, ...fields));
    for (const lang of LANGUAGES) {
      const [page, embed, picture] = [view.page[lang], view.embed[lang], view.picture[lang]];
      const hedges = (rows) => rows.map((it) => [it.place, it.figure, it.stated, it.marked, it.kind]);
      same(`the embed (${lang})`, hedges(embed.rows), hedges(page.rows));
      same(`the embed (${lang})`, embed.gaps, page.gaps);
      for (const [n, row] of page.rows.entries()) {
        const wanted = inCsv(view, view.page.vi.rows[n]).map((it) => (it.missing ? [MISSING[it.missing][index(lang)], "", true] : [QUALIFIERS[it.qualifier]?.sign[index(lang)], QUALIFIERS[it.qualifier]?.[lang], false]));
        const gap = row.kind === "missing";
        const found = [gap ? row.figure : (row.figure.match(/^(khoảng|about|[>≥≤<~?])(?= )/)?.[0] ?? ""), row.stated, gap];
        tell(wanted.some((it) => JSON.stringify(it) === JSON.stringify(found)), `the table (${lang})`, `${row.name} ${found}; the CSV: ${wanted.join("; ")}`);
      }
      // A figure that is drawn has its sign; what has no sign is said below.
      const places = shown(view, lang).map((it) => it.row);
      for (const row of places.filter((it) => it.figure.match(/^(khoảng|about|[>≥≤<~?]) /))) {
        const number = row.figure.replace(/^\S+ /, "");
        const others = page.rows.some((it) => it.figure === number);
        tell(others || !picture.texts.includes(number), `the picture (${lang})`, `${row.name} ${number} without its sign`);
      }
      for (const qualifier of ["computed", "mean", "read_off"]) {
        const words = QUALIFIERS[qualifier][lang];
        const told = picture.all.includes(words);
        if (places.some((it) => it.stated === words) && places.every((it) => it.stated === words)) tell(told, `the picture (${lang})`, `does not say “${words}”`);
        if (told) tell(page.rows.some((it) => it.stated === words), `the picture (${lang})`, `says “${words}”, of which the table knows nothing`);
      }
      const [first] = page.rows.filter((it) => it.kind === "");
      // Sentences round a survey's scores as drawings do.
      const survey = view.id.startsWith("papi-");
      if (first && page.headline.includes(first.name)) tell(page.headline.includes(first.figure) || page.ranked || survey, `the headline (${lang})`, `not ${first.figure}: ${page.headline}`);
    }
  }));
