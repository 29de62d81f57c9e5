// The service worker: pages that were visited, and the comparison of figures that were loaded, can be read offline.
//
// Documents come from the network first; the kept copy stands in when that fails, or does not answer, and says so. Files
// that never change under their names come from what is kept. Each document names its own files, so that copies of two
// builds live side by side and are never mixed. Embeds are no matter of ours.
//
// The build puts `self.TINHSO` in front: its words in both languages, the pages it keeps for all, its own number and
// the files that belong to it.
import { isPage } from "./site/links.js";
import { addressOf, kindOf, marked, offlinePage, opensEmbed } from "./worker/look.js";
import { all, complete, file, keep, keepFile, kept, prune } from "./worker/store.js";

/** So long a kept page waits for the network. */
const PATIENCE = 4000;

const { origin } = location;
const { pathname: base } = new URL(registration.scope);
const settings = self.TINHSO;
const languageOf = (url) => (new URL(url).pathname.startsWith(`${base}en/`) ? "en" : "vi");
/** Clients that are embeds. */
const embeds = new Set();

const isHtml = (response) => response.headers.get("content-type")?.startsWith("text/html");

/** Fetches a page and keeps it, past what the browser holds of it. */
async function fetchAndKeep(url) {
  const response = await fetch(url, { cache: "no-cache", headers: { accept: "text/html" } });
  if (response.ok && !response.redirected && isHtml(response)) await keep(url, await response.text());
}

/**
 * Home and comparison in one language, unless the reader wants to spare data. A copy of an earlier build is whole, with
 * its files: it is not replaced (`anew`) before the new one's files can follow.
 */
async function keepShell(lang, anew) {
  if (navigator.connection?.saveData) return;
  const one = async (path) => {
    const url = origin + base + path;
    const page = await kept(url);
    if (!page || (anew && page.about.build !== settings.build)) await fetchAndKeep(url);
    if (anew) await complete(url);
  };
  await Promise.all(settings[lang].shell.map((path) => one(path).catch(() => {})));
}

addEventListener("install", (event) => {
  const begin = async () => {
    const pages = await clients.matchAll({ includeUncontrolled: true, type: "window" });
    const here = pages.find(({ url }) => url.startsWith(origin + base));
    await keepShell(here ? languageOf(here.url) : "vi", false);
  };
  event.waitUntil(Promise.all([begin(), skipWaiting()]));
});

addEventListener("activate", (event) => {
  const begin = async () => {
    // What a page is asked for ahead of this worker: where that fails, Firefox shows its own page of errors, whatever is
    // answered here. Earlier workers may have asked for it.
    const ahead = registration.navigationPreload;
    await (navigator.userAgent.includes("Firefox/") ? ahead?.disable() : ahead?.enable());
    await clients.claim();
    await prune();
  };
  event.waitUntil(begin());
});

/** A page was opened: it is kept, with what it needs; then the pages kept for all are completed. */
addEventListener("message", (event) => {
  const { visited, text } = event.data ?? {};
  if (typeof visited !== "string" || !visited.startsWith(base) || !isPage(visited.slice(base.length))) return;
  const url = origin + visited;
  const work = async () => {
    if (text) await keep(url, text);
    else if (!(await kept(url))) await fetchAndKeep(url);
    await complete(url);
    await keepShell(languageOf(url), true);
    await prune();
  };
  event.waitUntil(work().catch(() => {}));
});

/** The kept page with its mark; nothing if it is not kept. */
async function copy(url, why) {
  const page = await kept(url);
  if (!page) return undefined;
  const words = settings[page.about.lang] ?? settings.vi;
  const headers = { "content-type": "text/html; charset=utf-8" };
  return new Response(marked(await page.text(), page.about, words[why], words.retry), { headers });
}

async function offline(url) {
  const lang = languageOf(url);
  const pages = (await all()).filter((it) => it.lang === lang).sort((a, b) => (a.saved < b.saved ? 1 : -1));
  const { style, styleHash } = settings;
  const page = offlinePage({ words: settings[lang], style, styleHash, lang, pages });
  return new Response(page, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
}

function answerDocument(event) {
  const { request } = event;
  const navigates = request.mode === "navigate";
  const fresh = (async () => (navigates && (await event.preloadResponse)) || fetch(request))();
  const stored = (async () => {
    // A page that a script asked for may only be wanted ahead; it says when it was opened.
    if (!navigates) return;
    const response = await fresh;
    if (!response.ok || response.redirected || !isHtml(response)) return;
    await keep(request.url, await response.clone().text());
  })().catch(() => {});
  event.waitUntil(stored);
  const answer = async () => {
    let timer;
    const late = new Promise((done) => (timer = setTimeout(done, PATIENCE))).then(() => copy(request.url, "slow"));
    try {
      return (await Promise.race([fresh, late])) ?? (await fresh);
    } catch {
      return (await copy(request.url, "offline")) ?? offline(request.url);
    } finally {
      clearTimeout(timer);
    }
  };
  event.respondWith(answer());
}

async function answerFile(event) {
  const { request } = event;
  const { url } = request;
  // Asked for with a query it is asked for again, because something was wrong with it; a draft's figures change.
  const network = url.includes("?") || /\/data\/v\/[^/]*-draft\//.test(url);
  const known = await file(url);
  if (known && !network) return known;
  try {
    const response = await fetch(request);
    event.waitUntil(keepFile(url, response.clone()).catch(() => {}));
    return response;
  } catch (error) {
    if (known) return known;
    throw error;
  }
}

addEventListener("fetch", (event) => {
  const { request, clientId, resultingClientId } = event;
  if (opensEmbed(request, base)) {
    if (resultingClientId) embeds.add(resultingClientId);
    return;
  }
  if (embeds.has(clientId)) return;
  const kind = kindOf(request, origin, base);
  if (kind === "document") answerDocument(event);
  else if (kind === "file") event.respondWith(answerFile(event));
});
