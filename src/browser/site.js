// Goes from page to page without loading the document anew: every page is a whole document, so the next one is fetched
// and put in the place of the one on screen. Whatever is not quite as expected is left to the browser, as any link is.
//
// With the app it speaks through events on the document. To it: `tinhso:view` (another view of the page on screen, with
// { path, query }, since the address bar may still have to follow; it calls preventDefault if it shows it), `tinhso:leave`
// (the page is about to go), `tinhso:page` (another one is there). From it: `tinhso:go` with { href, stay }, stay meaning
// the scroll position.
import { begin as beginCharts } from "./charts.js";
import { sayBlocked } from "./notice.js";
import { whenParsed } from "./parsed.js";
import * as kept from "./site/kept.js";
import { look as lookAtCoverage } from "./site/coverage.js";
import { look as lookAtSend } from "./site/send.js";
import { begin as beginEras } from "./site/eras.js";
import { begin as beginMaps } from "./site/map.js";
import { look as lookForOwn } from "./site/own.js";
import { isPlain, pageOf } from "./site/links.js";
import { Memory, isSaved } from "./site/memory.js";
import * as places from "./site/places.js";
import { atFirstSign, beforeUse, fillLists, keepAsked } from "./site/reader.js";
import { filesOf, fits, parse, preload, swap } from "./site/swap.js";

const html = document.documentElement;
const memory = new Memory(load);
/** The document on screen, and the view of it. */
let { pathname: path, search: query } = location;
/** Counts the ways taken; only the latest arrives. */
let turn = 0;
/** Whether the app's script was asked for, and how often it failed to come. */
let app = false;
let failures = 0;
/** How long, in milliseconds, the module may take to answer before it is said that it does not. */
const PATIENCE = 25000;
let watch;

/** Says where one is now to those who do not see it. */
const voice = document.createElement("p");
voice.className = "hidden";
voice.ariaLive = "polite";

async function load(path, { again, ahead, signal }) {
  // What was open before is shown as it was, if the browser still has it.
  const cache = again ? "force-cache" : "default";
  const headers = { accept: "text/html" };
  const response = await fetch(path, { cache, headers, signal, priority: ahead ? "low" : "high" });
  const html = /^text\/html/.test(response.headers.get("content-type"));
  if (!response.ok || response.redirected || !html) throw new Error(path);
  return response.text();
}

const tell = (name, detail) => document.dispatchEvent(new CustomEvent(`tinhso:${name}`, { cancelable: true, detail }));
const busy = (now) => html.toggleAttribute("data-busy", now);

/** The browser takes over. */
const leave = (url, back) => (back ? location.reload() : location.assign(url));

/** The module has not come, whether it failed or hangs. */
function blocked(detail) {
  html.removeAttribute("data-pending");
  busy(false);
  sayBlocked(detail);
}

function startApp() {
  clearTimeout(watch);
  const address = html.dataset.app;
  if (!address) return;
  watch = setTimeout(() => "live" in html.dataset || "broken" in html.dataset || blocked(""), PATIENCE);
  if (app) return;
  app = true;
  preload(html.dataset.files);
  // All views of an indicator are in one file; another view of a comparison needs other files than the default one.
  const { figures = "" } = html.dataset;
  if ("pending" in html.dataset && !figures.includes(" ")) preload(figures);
  // A script that failed stays failed under its address: another try asks under another one.
  import(failures ? `${address}?${failures}` : address).catch((error) => {
    app = false;
    failures += 1;
    clearTimeout(watch);
    whenParsed(() => blocked(error.message));
  });
}

/** Brings the reader to the place on a page that its address or its entry in the history names. */
function place(url, { back, stay }) {
  if (back) places.restore();
  else if (stay) places.stay();
  else places.show(url.hash);
}

/** Shows a document in the place of the one on screen. */
function show(next, url, { back, stay }) {
  [path, query] = [url.pathname, url.search];
  const change = () => {
    tell("leave");
    // Once, and before there is anything to say: what comes with its words is not read out.
    if (!voice.isConnected) document.body.append(voice);
    swap(next, url.search);
    place(url, { back, stay });
    if (!back && !stay) document.getElementById("main")?.focus({ preventScroll: true });
    tell("page");
    fillLists();
    startApp();
    voice.textContent = document.title;
  };
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (!document.startViewTransition || calm || stay || document.hidden) return change();
  const fade = document.startViewTransition(change);
  fade.updateCallbackDone.catch(() => location.reload());
  // One that is cut short by the next has done its part.
  fade.ready.catch(() => {});
  fade.finished.catch(() => {});
}

/** Goes to a page, or to another view of the page on screen. */
async function go(url, { back = false, stay = false } = {}) {
  const mine = (turn += 1);
  // After a module broke, the next page begins from nothing.
  if ("broken" in html.dataset) return leave(url, back);
  const same = url.pathname === path;
  if (same) {
    memory.rest();
    busy(false);
    places.settle();
    const again = url.search === query;
    if (!back && again) places.push(url.href, url.hash === location.hash);
    else if (!back) places.pushLater(url.href);
    query = url.search;
    // The same page: only the place on it is another.
    const shown = (back && again) || !tell("view", { path: url.pathname, query: url.search }) || again;
    if (!shown) places.settle();
    place(url, { back, stay });
    if (shown) return undefined;
  }
  busy(true);
  try {
    const text = await memory.want(url.pathname, back || same);
    if (mine !== turn) return undefined;
    // The module has come meanwhile, and shows it on the page that stands: nothing is taken from a reader's hands.
    if (same && !tell("view", { path: url.pathname, query: url.search })) return undefined;
    preload(filesOf(text));
    const next = parse(text);
    if (!fits(next)) return leave(url, back || same);
    if (!back && !same) places.push(url.href);
    show(next, url, { back, stay: stay || same });
    kept.visited(url.pathname, isSaved(text) ? undefined : text);
  } catch {
    if (mine === turn) leave(url, back || same);
  }
  return undefined;
}

/** The link around what an event happened to, if it leads to a page of the site. */
function leadsTo(event) {
  const link = event.target.closest?.("a[href]");
  const url = link && pageOf(link, location.href, html.dataset.base);
  return url && { link, url };
}

/** What a reader seems to want is fetched ahead; nothing where data is dear. */
let timer;
function ahead(event) {
  clearTimeout(timer);
  const found = !navigator.connection?.saveData && leadsTo(event);
  if (!found || found.url.pathname === path) return;
  const pressed = event.type === "pointerdown";
  // What fails is told when it is wanted.
  const fetchIt = () => memory.ahead(found.url.pathname)?.then((text) => pressed && preload(filesOf(text)), () => {});
  // The focus that comes with a press must not put it off.
  if (pressed) fetchIt();
  else timer = setTimeout(fetchIt, 65);
}

function begin() {
  document.addEventListener("click", (event) => {
    const found = isPlain(event) && leadsTo(event);
    if (!found) return;
    event.preventDefault();
    void go(found.url, { stay: found.link.hasAttribute("data-noscroll") });
  });

  document.addEventListener("tinhso:go", (event) => {
    event.preventDefault();
    void go(new URL(event.detail.href, location.href), { stay: event.detail.stay });
  });

  addEventListener("popstate", (event) => {
    const known = places.arrived(event.state);
    // A place on the page that is open: the browser is there already.
    if (!known && location.pathname === path && location.search === query) return;
    void go(new URL(location.href), { back: true });
  });

  // A page kept whole by the browser comes back as it was left.
  addEventListener("pageshow", (event) => event.persisted && busy(false));

  document.addEventListener("pointerover", (event) => event.pointerType === "mouse" && ahead(event));
  for (const name of ["pointerdown", "focusin"]) document.addEventListener(name, ahead);

  places.begin();
  kept.begin(() => kept.visited(path));
}

// pending.js waits for this word.
html.dataset.begun = "";
// On a line slow enough the module comes after it was given up.
document.addEventListener("tinhso:ready", () => {
  const notice = document.getElementById("notice");
  if (notice?.querySelector("[data-sentence]").textContent === notice?.dataset.blocked) notice.hidden = true;
});

// What is said at the bottom of the window covers what one may want to read.
document.addEventListener("click", (event) => {
  if (event.target.closest?.("#notice [data-close]")) document.getElementById("notice").hidden = true;
});

// In a frame that has no origin there is no history to hold: links are links.
if (self.origin !== "null") begin();
beginCharts();
beginMaps();
beginEras();
const looks = [lookForOwn, lookAtCoverage, lookAtSend];
for (const look of looks) {
  whenParsed(look);
  document.addEventListener("tinhso:page", look);
}

// Paper has no address bar.
addEventListener("beforeprint", () => (document.body.dataset.address = location.href));

// What is read comes first, and whoever only reads needs no module. A view that is not the document's is asked for at once.
if ("pending" in html.dataset) {
  whenParsed(fillLists);
  startApp();
} else atFirstSign(startApp);
beforeUse(() => whenParsed(fillLists));
keepAsked(() => "live" in html.dataset || !html.dataset.app, busy);
