// What the worker reads off requests and documents; nothing here touches a cache or the network.
import { below, isEmbed, isImmutable, isPage } from "../site/links.js";

/**
 * What a request is to the worker: a "document", a "file" that never changes, or nothing that concerns it.
 * `origin`, `base`: the site's own.
 */
export function kindOf({ method, url, mode, headers, referrer }, origin, base) {
  const { pathname, origin: from } = new URL(url);
  const inside = from === origin ? below(pathname, base) : undefined;
  if (method !== "GET" || inside === undefined || isEmbed(inside) || headers.has("range")) return undefined;
  // What an embed asks for is its own matter, as far as that can be seen here.
  if (referrer?.startsWith(origin) && isEmbed(below(new URL(referrer).pathname, base) ?? "")) return undefined;
  if (mode === "navigate") return isPage(inside) || isPage(`${inside}/`) && !/\.[^/]*$/.test(inside) ? "document" : undefined;
  if (isImmutable(inside)) return "file";
  return isPage(inside) && headers.get("accept")?.startsWith("text/html") ? "document" : undefined;
}

/** Whether a navigation is to an embed: what its client asks for later does not concern the worker either. */
export const opensEmbed = ({ mode, url }, base) => mode === "navigate" && isEmbed(below(new URL(url).pathname, base) ?? "");

/** The address a document is kept under: its folder, whatever was asked of it. */
export function addressOf(url) {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}${pathname.endsWith("/") ? "" : "/"}`;
}

const unescape = (text) =>
  text.replace(/&(lt|gt|quot|amp|#39);/g, (_, name) => ({ lt: "<", gt: ">", quot: '"', amp: "&", "#39": "'" })[name]);
export const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * What a document says of itself: title, language, build, data version, whether the module comes to it, the assets it
 * names, and the files to hold for it from the start (`first`), so that it works at once when opened offline.
 */
export function read(text, base) {
  const head = text.slice(0, Math.max(0, text.indexOf("</head>")));
  const html = /<html[^>]*>/.exec(head)?.[0] ?? "";
  const said = (name) => new RegExp(`\\s${name}="([^"]*)"`).exec(html)?.[1] ?? "";
  const assets = [...new Set([...head.matchAll(/"([^"\s]*\/assets\/[\w.-]+)"/g)].map((it) => it[1]))];
  const fonts = said("data-fonts").split(" ");
  const scripts = [...head.matchAll(/<script[^>]* src="([^"]*)"/g)].map((it) => it[1]);
  const files = [...said("data-files").split(" "), ...said("data-figures").split(" ")];
  // Charts are drawn where views can be chosen.
  const live = said("data-app") ? [said("data-app"), said("data-module"), ...(said("data-tools") ? [said("data-chart")] : [])] : [];
  // What its charts begin with.
  const options = [...text.matchAll(/ data-option="([^"]*)"/g)].map((it) => it[1]);
  const own = (list) => [...new Set(list)].filter((path) => path.startsWith(base));
  return {
    title: unescape(/<title>([^<]*)<\/title>/.exec(head)?.[1] ?? ""),
    lang: said("lang"),
    build: said("data-build"),
    live: said("data-app") !== "",
    version: said("data-version"),
    assets: own([...assets, ...fonts, ...options, ...files.filter((path) => path.includes("/assets/"))]),
    first: own([...scripts, ...live, ...files, ...options]),
  };
}

/** The day as the site writes it. */
export function day(iso, lang) {
  const date = new Date(iso);
  if (lang !== "en") return `${date.getDate()}/${date.getMonth() + 1}/${date.getFullYear()}`;
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}

/** A kept document with the mark that says so, above everything else. */
export function marked(text, { saved, lang }, sentence, retry) {
  const said = escape(sentence.replace("{}", day(saved, lang)));
  // Without an address of its own the link leads to the page that is open.
  const line = `<p id="saved" role="status">${said} <a href="">${escape(retry)}</a></p>`;
  const app = '<div id="app"';
  return text.replace("<html", `<html data-saved="${saved}"`).replace(app, `${line}\n${app}`);
}

/**
 * What is to go: `documents` as [{ url, saved, version, assets }], `files` as paths, the oldest first.
 * `always`: addresses of documents that stay, `named`: paths of files that stay.
 */
export function surplus(documents, files, { base, always, named, most, mostData }) {
  const byAge = [...documents].sort((a, b) => (a.saved < b.saved ? 1 : -1));
  const stay = byAge.filter((it, at) => at < most || always.includes(it.url));
  const wanted = new Set([...named, ...stay.flatMap((it) => it.assets)]);
  const versions = new Set(stay.map((it) => it.version));
  const data = files.filter((path) => path.startsWith(`${base}data/v/`) && versions.has(path.slice(base.length).split("/")[2]));
  for (const path of data.slice(-mostData)) wanted.add(path);
  return {
    documents: documents.filter((it) => !stay.includes(it)).map((it) => it.url),
    files: files.filter((path) => !wanted.has(path)),
  };
}

/** The page in the place of one that is neither kept nor to be had: what happened, what can be read, another try. */
export function offlinePage({ words, style, styleHash, lang, pages }) {
  const name = (title) => escape(title.replace(` · ${words.site}`, ""));
  const list = pages.map(({ url, title }) => `<li><a href="${escape(new URL(url).pathname)}">${name(title)}</a></li>`).join("\n");
  const kept = list && `<h2>${escape(words.kept)}</h2>\n<ul>\n${list}\n</ul>`;
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(words.title)} · ${escape(words.site)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escape(words.title)}</h1>
<p>${escape(words.text)}</p>
<p><a class="retry" href="">${escape(words.retry)}</a></p>
${kept}
</main>
</body>
</html>
`;
}
