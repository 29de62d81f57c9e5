// Puts another page's document in the place of the one on screen: what every page has its own of, and nothing else.
import { documentText } from "./trusted.js";

const html = document.documentElement;
let late;

/** What of the head is a page's own; policy, style, icons are the same on all. */
const OWN = [
  'meta[name="description"]',
  'meta[name="robots"]',
  "meta[property]",
  'link[rel="canonical"]',
  'link[rel="alternate"]',
  'script[type="application/ld+json"]',
].join();
const PRELOAD = 'link[rel="preload"]';

/** The one place where a text becomes a document; scripts in it never run. */
export const parse = (text) => new DOMParser().parseFromString(documentText(text), "text/html");

/** What a page's module will ask for, as its document says, and as its text does. */
const listed = (files) => (files ?? "").split(" ").filter(Boolean);
export const filesOf = (text) => /\sdata-files="([^"]*)"/.exec(text)?.[1];

/** Files asked for ahead of the module; it holds what it has read, so that none is asked for twice. */
const begun = new Set();

/** Starts the loading of files that the module will ask for. */
export function preload(files) {
  for (const href of listed(files)) {
    if (begun.has(href)) continue;
    begun.add(href);
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "" });
    link.setAttribute("href", href);
    document.head.append(link);
  }
}

/** Whether it is a page of the same build as the one on screen: same style, same policy, same figures. */
export const fits = (next) =>
  next.documentElement.dataset.build === html.dataset.build && next.getElementById("app") && next.getElementById("notice");

/** Swaps it in; `search` is the query of its address. */
export function swap(next, search) {
  for (const name of html.getAttributeNames()) html.removeAttribute(name);
  for (const { name, value } of next.documentElement.attributes) html.setAttribute(name, value);
  html.dataset.begun = "";
  // As pending.js does, which only the pages carry that need it: the default view is not shown for another.
  clearTimeout(late);
  const asks = /[?&](topic|indicator|places|time|view|basis)=./.test(search);
  if (asks && next.querySelector("head > script:not([src]):not([type])")) {
    html.dataset.pending = "";
    late = setTimeout(() => html.removeAttribute("data-pending"), 15000);
  }

  document.title = next.title;
  const kept = new Set(listed(html.dataset.files));
  for (const link of document.head.querySelectorAll(PRELOAD)) if (!kept.has(link.getAttribute("href"))) link.remove();
  for (const one of document.head.querySelectorAll(OWN)) one.remove();
  document.head.append(...next.head.querySelectorAll(OWN));

  // Where no script runs, as in the parser, they are read as elements; here they are a text that nobody sees.
  for (const one of next.querySelectorAll("noscript")) one.textContent = one.innerHTML;
  const app = document.getElementById("app");
  document.querySelector(".skip")?.replaceWith(next.querySelector(".skip") ?? "");
  document.getElementById("notice").replaceWith(next.getElementById("notice"));
  // What the worker says of a copy it had kept.
  document.getElementById("saved")?.remove();
  const saved = next.getElementById("saved");
  if (saved) app.before(saved);
  app.replaceChildren(...next.getElementById("app").childNodes);
}
