// Which addresses are pages of the site: what is swapped in without a reload, and what the worker keeps.

/** The part of a path that lies below the site's folder, or nothing. */
export const below = (path, base) => (path.startsWith(base) ? path.slice(base.length) : undefined);

/** Whether a path below the base is an embed's, or something else that only its host's pages ask for. */
export const isEmbed = (inside) => /^(nhung|en\/embed)\/./.test(inside);

/** Whether a path below the base is a page's document: files have names, documents are folders. */
export const isPage = (inside) =>
  (inside === "" || inside.endsWith("/")) && !/^(data|assets|pictures|oembed)\//.test(inside) && !isEmbed(inside);

/** Whether a path below the base names a file that never changes under this name. */
export const isImmutable = (inside) => /^(assets\/|data\/v\/[^/]+\/).*[^/]$/.test(inside);

/** The address a link leads to, if that is a page of the site and the link asks for nothing but to go there. */
export function pageOf(link, here, base) {
  const href = link.getAttribute("href");
  const target = link.getAttribute("target");
  if (href === null || link.hasAttribute("download") || (target && target !== "_self")) return undefined;
  let url;
  try {
    url = new URL(href, here);
  } catch {
    return undefined;
  }
  const now = new URL(here);
  const inside = url.origin === now.origin ? below(url.pathname, base) : undefined;
  if (inside === undefined || !isPage(inside)) return undefined;
  // A place on the page that is open: the browser goes there itself.
  const onlyFragment = url.hash !== "" && url.pathname === now.pathname && url.search === now.search;
  return onlyFragment ? undefined : url;
}

/** Whether a click asks for nothing special: another tab, a window, a download. */
export const isPlain = (event) =>
  !(event.defaultPrevented || event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
