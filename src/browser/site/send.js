// The form for a figure somebody wants to send: checks what is written and makes the rows of data/sources.csv and
// data/observations.csv. Nothing is sent from here; the text is copied, or taken along to a new issue of the repository.
import { copy } from "./coverage.js";

/** Faults by their line in the form's words (`send_words` in src/ui/pages/coverage.rs). */
const [PLACE, INDICATOR, PERIOD, FORMER, ENDED, VALUE, TITLE, PUBLISHED, URL_, LISTS] = Array(10).keys();
const MERGER = "2025-07-01";
const ONE_PERIOD = String.raw`\d{4}(?:-(?:H[12]|Q[1-4]|(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?))?`;
const IS_PERIOD = new RegExp(`^${ONE_PERIOD}(?:/${ONE_PERIOD})?$`);
const IS_DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

const QUARTERS = { 1: 1, 2: 2, 3: 3, 4: 4, i: 1, ii: 2, iii: 3, iv: 4 };

/** A period or date as the tables write it, of what people write: 15/11/2025, 11/2025, quý III/2025, Q3 2025. */
export function period(text) {
  const plain = text.trim();
  const two = (number) => number.padStart(2, "0");
  const day = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(plain);
  if (day) return `${day[3]}-${two(day[2])}-${two(day[1])}`;
  const month = /^(?:tháng\s*)?(\d{1,2})[/.](\d{4})$/i.exec(plain);
  if (month) return `${month[2]}-${two(month[1])}`;
  const quarter = /^(?:quý|q)\s*([1-4]|i{1,3}|iv)\s*[/ ]\s*(\d{4})$/i.exec(plain);
  return quarter ? `${quarter[2]}-Q${QUARTERS[quarter[1].toLowerCase()]}` : plain;
}

/** The last day of a period, as text that sorts. */
function lastDay(period) {
  const end = period.split("/").at(-1);
  const part = end.slice(5);
  const month = { H1: "06", H2: "12", Q1: "03", Q2: "06", Q3: "09", Q4: "12" }[part];
  return `${end.slice(0, 4)}-${month ?? (part.slice(0, 2) || "12")}-${part.slice(3) || "31"}`;
}

/** The first day of a period, as text that sorts. */
function firstDay(period) {
  const begin = period.split("/")[0];
  const part = begin.slice(5);
  const month = { H1: "01", H2: "07", Q1: "01", Q2: "04", Q3: "07", Q4: "10" }[part];
  return `${begin.slice(0, 4)}-${month ?? (part.slice(0, 2) || "01")}-${part.slice(3) || "01"}`;
}

/** A figure as the tables write it: a decimal point, no thousands signs. Nothing where its meaning is not certain. */
export function figure(text) {
  const plain = text.trim();
  if (/^-?\d+(?:[.,]\d+)?$/.test(plain) && !/^-?\d{1,3}[.,]\d{3}$/.test(plain)) return plain.replace(",", ".");
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain) && /(?:\.\d{3}){2}|,/.test(plain)) return plain.replaceAll(".", "").replace(",", ".");
  return undefined;
}

/** A cell of a CSV row; nothing a spreadsheet would run as a formula. */
function cell(text) {
  const safe = /^[=+\-@＝＋－＠]/.test(text) && !/^-?\d/.test(text) ? `“${text}”` : text;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** An id of plain letters for a document: publisher and date. */
function slug(text) {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/** What is wrong with the fields, and the rows they make. */
export function rows(fields, places, indicators) {
  const faults = [];
  const text = (name) => (fields[name] ?? "").normalize("NFC").trim();
  const named = (list, name) => list.find((it) => it.id === name || it.names.includes(name));
  const place = named(places, text("place"));
  const indicator = named(indicators, text("indicator"));
  const fresh = /^(?:mới|new):\s*(.+)$/iu.exec(text("indicator"))?.[1];
  const [when, published, value] = [period(text("period")), period(text("published")), figure(text("value"))];
  if (!place) faults.push(PLACE);
  if (!indicator && !fresh) faults.push(INDICATOR);
  if (!IS_PERIOD.test(when)) faults.push(PERIOD);
  else if (place?.from && lastDay(when) < MERGER && fields.status === "actual") faults.push(FORMER);
  else if (place?.to && firstDay(when) >= MERGER && fields.status === "actual") faults.push(ENDED);
  if (value === undefined) faults.push(VALUE);
  if (!text("title")) faults.push(TITLE);
  if (published && !IS_DATE.test(published)) faults.push(PUBLISHED);
  if (text("url") && !/^https?:\/\/\S+$/.test(text("url"))) faults.push(URL_);
  if (faults.length > 0) return { faults, text: "" };
  const source = slug(`${text("publisher") || text("title").split(" ").slice(0, 4).join(" ")} ${published}`).slice(0, 60).replace(/-$/, "");
  const row = (cells) => cells.map(cell).join(",");
  const lines = [
    "sources.csv",
    row([source, text("title"), text("publisher"), "", published, "", text("url"), "press", "", "", "", "", ""]),
    "",
    "observations.csv",
    row([place.id, indicator?.id ?? slug(fresh), when, "", fields.status, value, fields.qualifier, "", source, "", ""]),
  ];
  if (fresh) lines.push("", "indicators.csv", `${slug(fresh)}: ${fresh}`);
  return { faults, text: lines.join("\n") };
}

/** The lists of the index: places with their eras, and indicators, by id and names. */
async function lists(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(address);
  const { places, summaries } = await response.json();
  const both = (it) => [it.name.vi, it.name.en];
  return {
    places: places.map((it) => ({ id: it.id, names: both(it), from: it.valid_from, to: it.valid_to })),
    indicators: summaries.map((it) => ({ id: it.id, names: both(it) })),
  };
}

/** Makes the form of the page on screen work, if it has one. */
export function look() {
  const form = document.querySelector("form.send");
  if (!form) return;
  form.hidden = false;
  const [faults, output] = [form.querySelector(".faults"), form.querySelector("textarea")];
  const words = faults.dataset.words.split("\n");
  const language = document.documentElement.lang === "en" ? 1 : 0;
  let known;
  const say = (which) => faults.replaceChildren(...which.map((n) => Object.assign(document.createElement("li"), { textContent: words[n] })));
  const fill = (id, list) => {
    const options = list.map((it) => Object.assign(document.createElement("option"), { value: it.names[language] }));
    form.querySelector(`#send-${id}`).replaceChildren(...options);
  };
  const load = () =>
    (known ??= lists(form.dataset.index).then(
      (all) => {
        fill("place", all.places);
        fill("indicator", all.indicators);
        return all;
      },
      () => {
        known = undefined;
        say([LISTS]);
      },
    ));
  form.addEventListener("focusin", load, { once: true });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", async () => {
    const all = await load();
    if (!all) return;
    const made = rows(Object.fromEntries(new FormData(form)), all.places, all.indicators);
    // What was not reached yet is not called wrong.
    const begun = [...form.querySelectorAll("input")].every((input) => input.value || ["publisher", "published", "url"].includes(input.name));
    say(begun ? made.faults : []);
    output.value = made.text;
    for (const part of form.querySelectorAll(".result")) part.hidden = !made.text;
    const issue = form.querySelector(".issue");
    if (issue) issue.href = `${form.dataset.repository.replace(/\/$/, "")}/issues/new?${new URLSearchParams({ title: `${form.elements.place.value}: ${form.elements.indicator.value}`, body: `\`\`\`\n${made.text}\n\`\`\`` })}`;
  });
  form.querySelector("[data-copy-result]").addEventListener("click", ({ currentTarget }) => {
    copy(currentTarget, output.value).catch(() => output.select());
  });
}
