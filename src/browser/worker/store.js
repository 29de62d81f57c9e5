// What is kept on the device: documents with what they say of themselves, and the files they name.
import { addressOf, read, surplus } from "./look.js";

const MOST_DOCUMENTS = 60;
const MOST_DATA = 400;

const { pathname: base } = new URL(registration.scope);
const { origin } = location;
const OPTIONS = { ignoreVary: true };
/** Several sites may live on one host: each takes care of its own. */
const open = (what) => caches.open(`tinhso ${base} ${what}`);
const documents = () => open("documents");
const files = () => open("files");

/** Does what fills the disk; if that is full, makes room and tries once more. What cannot be kept is not kept. */
async function fill(act, always) {
  try {
    await act();
  } catch (error) {
    if (error?.name !== "QuotaExceededError") return;
    await prune(always, 10).then(act).catch(() => {});
  }
}

const said = (response) => JSON.parse(response.headers.get("x-tinhso"));

/** Keeps a page's text. */
export async function keep(url, text, always) {
  const about = { ...read(text, base), saved: new Date().toISOString() };
  // A header holds ASCII only.
  const line = JSON.stringify(about).replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const headers = { "content-type": "text/html; charset=utf-8", "x-tinhso": line };
  await fill(async () => (await documents()).put(addressOf(url), new Response(text, { headers })), always);
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
export async function keepFile(url, response, always) {
  const page = response.headers.get("content-type")?.startsWith("text/html");
  if (response.status !== 200 || response.type !== "basic" || page) return;
  // Kept anew it stands last, as the newest.
  await fill(async () => (await files()).put(url.split("?")[0], response), always);
}

/** Fetches what a kept page names and is not there yet; where data is dear, only from what the browser itself holds. */
export async function complete(url, always) {
  const page = await kept(url);
  if (!page) return;
  const cache = navigator.connection?.saveData ? "only-if-cached" : "force-cache";
  for (const path of page.about.first) {
    const address = origin + path;
    if (await file(address)) continue;
    try {
      await keepFile(address, await fetch(address, { cache, mode: "same-origin" }), always);
    } catch {
      // It is fetched when it is used.
    }
  }
}

/** Takes away what no kept page needs. `always`: paths that stay. */
export async function prune(always, most = MOST_DOCUMENTS) {
  const [pages, stored] = await Promise.all([documents(), files()]);
  const names = (await stored.keys()).map((key) => new URL(key.url).pathname);
  const rules = { base, always: always.documents.map((path) => origin + path), named: always.files, most, mostData: MOST_DATA };
  const gone = surplus(await all(), names, rules);
  await Promise.all([
    ...gone.documents.map((url) => pages.delete(url)),
    ...gone.files.map((path) => stored.delete(origin + path)),
  ]);
}
