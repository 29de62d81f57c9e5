// The page of who has published what: sorts the matrix, marks the reader's own province, and copies the sentence. Filters need
// no script.

import { remembered } from "./own.js";

/** The rows in another order; equal ones keep theirs. */
function sort(table, by) {
  const body = table.tBodies[0];
  const theme = /^t(\d)$/.exec(by)?.[1];
  const key = {
    known: (row) => -row.dataset.known,
    newest: (row) => -row.dataset.newest,
    name: (row) => +row.dataset.name,
    region: (row) => +(row.dataset.region ?? "r9").slice(1),
  }[by] ?? ((row) => +row.querySelectorAll("td.by-theme")[theme].dataset.k);
  const rows = [...body.rows].map((row) => [key(row), row]);
  body.append(...rows.sort((a, b) => a[0] - b[0]).map(([, row]) => row));
}

/** Puts a text on the clipboard, and says so on the button that asked for it. */
export async function copy(button, text) {
  const before = button.textContent;
  await navigator.clipboard.writeText(text);
  button.textContent = button.dataset.done;
  setTimeout(() => (button.textContent = before), 2000);
}

/** Makes the controls of the page on screen work, if it is this one. */
export function look() {
  const page = document.querySelector(".coverage");
  if (!page) return;
  // The province a reader opened last is marked, by an id of letters, digits and hyphens alone.
  const own = remembered();
  if (own) page.querySelector(`tr[data-place="${own}"]`)?.classList.add("mine");
  const choice = page.querySelector(".sort");
  choice.hidden = false;
  choice.querySelector("select").addEventListener("change", ({ target }) => sort(page.querySelector(".matrix"), target.value));
  const button = page.querySelector("[data-copy-text]");
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", () => copy(button, button.dataset.copyText).catch(() => (button.hidden = true)));
}
