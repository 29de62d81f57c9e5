// A chart's marks and the rows of the table that they stand for. What is read out is what the table says.

const cache = new WeakMap();

/**
 * The marks of a chart as { series, datum, row }, in the order in which keys walk them: along each line, or in the order
 * of the table.
 */
export function marksOf(figure) {
  let marks = cache.get(figure);
  if (!marks) {
    const series = figure.dataset.marks.split(";").map((data) => data.split(","));
    marks = series.flatMap((data, series) =>
      data.flatMap((row, datum) => (row === "" ? [] : { series, datum, row: Number(row) })),
    );
    if (figure.dataset.kind === "bar") marks.sort((a, b) => a.row - b.row);
    cache.set(figure, marks);
  }
  return marks;
}

/** The mark to which a key leads from the one pointed at; nothing where the key is not for a chart. */
export function next(figure, from, key) {
  const marks = marksOf(figure);
  const now = marks.indexOf(from);
  const last = marks.length - 1;
  switch (key) {
    case "ArrowDown":
    case "ArrowRight":
      return marks[Math.min(now + 1, last)];
    case "ArrowUp":
    case "ArrowLeft":
      return marks[now < 0 ? last : Math.max(now - 1, 0)];
    case "Home":
      return marks[0];
    case "End":
      return marks[last];
    default:
      return undefined;
  }
}

const element = (name, className, ...content) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
};

/** A row of the table as a sentence: place, figure, rank, period, how it was stated, source, and the card behind it. */
function sentence(figure, table, row, evidence) {
  const cell = (name) => row.querySelector(name);
  const value = cell("td.value").cloneNode(true);
  const target = value.querySelector(".fine")?.textContent.trim();
  const card = value.querySelector("button[popovertarget]")?.getAttribute("popovertarget");
  value.querySelector(".fine")?.remove();
  const said = value.textContent.replace("◇", "").trim();

  const parts = [element("strong", "", cell("th a").textContent), ": ", element("strong", "number", said)];
  const rank = cell("td.rank")?.textContent;
  if (rank && figure.dataset.ranked) {
    const name = table.querySelector("thead th").textContent.toLowerCase();
    parts.push(` · ${name} ${rank.replace("=", "")}/${figure.dataset.ranked}${rank.endsWith("=") ? " =" : ""}`);
  }
  const period = cell("td.period");
  const inferred = period.querySelector(".fine")?.textContent ?? "";
  const when = (period.dataset.whole ?? period.firstChild.textContent).trim();
  for (const words of [target, when + inferred, cell("td.stated").textContent]) if (words) parts.push(` · ${words}`);
  const source = cell("td.source a");
  if (source) parts.push(" · ", source.cloneNode(true));
  if (card && evidence) {
    const button = element("button", "figure", evidence);
    button.type = "button";
    button.setAttribute("popovertarget", card);
    parts.push(" ", button);
  }
  return parts;
}

const idle = new WeakMap();

/** Reads out a row of the table below the chart; without one, how to use the chart. */
export function readOut(figure, at) {
  const place = figure.querySelector(".readout");
  const table = figure.parentElement.querySelector("table[data-indicator]");
  if (!place || !table) return;
  if (!idle.has(figure)) idle.set(figure, [...place.childNodes]);
  const row = at === undefined ? undefined : table.querySelectorAll("tbody tr:not(.break)")[at];
  place.replaceChildren(...(row ? sentence(figure, table, row, place.dataset.evidence) : idle.get(figure)));
}
