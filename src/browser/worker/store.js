// What is kept on the device: documents with what they say of themselves, and the files they name.
import { addressOf, read, surplus } from "./look.js";

const MOST_DOCUMENTS = 60;
const MOST_DATA = 400;

const { pathname: base } = new URL(registration.scope);
const { origin } = location;
const settings = self.TINHSO;
/** Files of the worker's own build: all, and those that live pages need. Pages do not name the parts of the module. */
const own = settings.assets.map((path) => base + path);
const ownLive = settings.live.map((path) => base + path);
/** What stays however long it was not used: the pages kept for all. */
const always = [...settings.vi.shell, ...settings.en.shell].map((path) => origin + base + path);
const OPTIONS = { ignoreVary: true };
/** Several sites may live on one host: each takes care of its own. */
const open = (what) => caches.open(`tinhso ${base} ${what}`);
const documents = () => open("documents");
const files = () => open("files");

/** Does what fills the disk; if that is full, makes room and tries once more. What cannot be kept is not kept. */
async function fill(act) {
  try {
    await act();
  } catch (error) {
    if (error?.name !== "QuotaExceededError") return;
    await prune(10).then(act).catch(() => {});
  }
}

const said = (response) => JSON.parse(response.headers.get("x-tinhso"));

/** Keeps a page's text. */
export async function keep(url, text) {
  const about = { ...read(text, base), saved: new Date().toISOString() };
  // Later builds have other files: what belongs to this page is remembered with it.
  if (about.build === settings.build) about.assets = own;
  // A header holds ASCII only.
  const line = JSON.stringify(about).replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const headers = { "content-type": "text/html; charset=utf-8", "x-tinhso": line };
  await fill(async () => (await documents()).put(addressOf(url), new Response(text, { headers })));
}

/** A kept page: its text and what it said of itself. */
export async function kept(url) {
  const found = await (await documents()).match(addressOf(url), OPTIONS);
  return found && { about: said(found), text: () => found.text() };
}

/** All kept pages. */
export async function all() {
  const cache = await documents();
  const keys = await cache.keys();
  const found = await Promise.all(keys.map(async (key) => [key.url, await cache.match(key, OPTIONS)]));
  return found.filter(([, it]) => it).map(([url, it]) => ({ url, ...said(it) }));
}

/** A file, under its address without a query. */
export const file = async (url) => (await files()).match(url.split("?")[0], OPTIONS);

/** Keeps a file, if the answer is what a file's should be: some hosts answer with a page where there is nothing. */
export async function keepFile(url, response) {
  const page = response.headers.get("content-type")?.startsWith("text/html");
  if (response.status !== 200 || response.type !== "basic" || page) return;
  // Kept anew it stands last, as the newest.
  await fill(async () => (await files()).put(url.split("?")[0], response));
}

/** Fetches what a kept page names and is not there yet; where data is dear, only from what the browser itself holds. */
export async function complete(url) {
  const page = await kept(url);
  if (!page) return;
  const { first, live, build } = page.about;
  const cache = navigator.connection?.saveData ? "only-if-cached" : "force-cache";
  for (const path of new Set([...first, ...(live && build === settings.build ? ownLive : [])])) {
    const address = origin + path;
    if (await file(address)) continue;
    try {
      await keepFile(address, await fetch(address, { cache, mode: "same-origin", priority: "low" }));
    } catch {
      // It is fetched when it is used.
    }
  }
}

/** Takes away what no kept page needs. */
export async function prune(most = MOST_DOCUMENTS) {
  const [pages, stored] = await Promise.all([documents(), files()]);
  const names = (await stored.keys()).map((key) => new URL(key.url).pathname);
  const rules = { base, always, named: own, most, mostData: MOST_DATA };
  const gone = surplus(await all(), names, rules);
  await Promise.all([
    ...gone.documents.map((url) => pages.delete(url)),
    ...gone.files.map((path) => stored.delete(origin + path)),
  ]);
}
