// The page's side of reading offline: has the worker begin, and tells it which pages were visited.
import { scriptAddress } from "./trusted.js";

const html = document.documentElement;
let worker;

/** Begins once the page has nothing else to do. A build without a worker leaves its documents without the mark. */
export function begin(visit) {
  const address = html.dataset.worker;
  if (!address || !navigator.serviceWorker) return;
  const idle = window.requestIdleCallback ?? setTimeout;
  const start = () =>
    idle(async () => {
      try {
        await navigator.serviceWorker.register(scriptAddress(address), { scope: html.dataset.base, updateViaCache: "none" });
        worker = (await navigator.serviceWorker.ready).active;
        visit();
      } catch {
        // Private windows and full disks have none: pages are read from the network as ever.
      }
    });
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}

/** A page was opened; its text, if it came through here and is not itself a kept copy. */
export const visited = (path, text) => (navigator.serviceWorker?.controller ?? worker)?.postMessage({ visited: path, text });
