// A script that the browser had kept runs while its document is still on the way: what looks at the page waits for all of it.
export function whenParsed(act) {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", act, { once: true });
  else act();
}
