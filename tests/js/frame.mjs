// A browser window as far as the small scripts around an embed look at it; what they do to it is kept to be asserted.
import { buildSync } from "esbuild";
import { resolve } from "node:path";
import { createContext, runInContext } from "node:vm";

const root = resolve(import.meta.dirname, "../..");

/** Listeners, and a way to call them. */
class Target {
  listeners = {};

  addEventListener(kind, act) {
    (this.listeners[kind] ??= []).push(act);
  }

  fire(kind, event = {}) {
    for (const act of this.listeners[kind] ?? []) act(event);
  }
}

class Element extends Target {
  constructor(more = {}) {
    super();
    Object.assign(this, { dataset: {}, style: {}, hidden: false, textContent: "", ...more });
  }

  before(...more) {
    this.foregoing = more;
  }

  append(...more) {
    this.children = more;
  }

  removeAttribute(name) {
    delete this.dataset[name.replace("data-", "")];
  }
}

/** A frame with one embed in it, at an address; `document` says what its html element says of it; `seen`: whether the host shows it. */
export function frame(address, { dataset = {}, lang = "vi", framed = true, versions, load = async () => ({}), height = 420, seen = true } = {}) {
  const location = new URL(address, "https://tinhso.example");
  const went = [];
  const [messages, imported, fetched] = [[], [], []];
  const html = new Element({ lang, dataset: { base: "/", version: "2026.11.1", app: "/assets/app.X.js", ...dataset } });
  const figure = new Element();
  const link = new Element({ href: html.dataset.home ?? "" });
  const parts = { "[data-sentence]": new Element(), "[data-detail]": new Element(), button: new Element() };
  const notice = new Element({ hidden: true, dataset: { blocked: "Không hiện được." }, querySelector: (it) => parts[it] });
  const newer = new Element({ hidden: true });
  const embed = new Element({
    querySelector: () => figure,
    querySelectorAll: () => [link],
    // What is left out of a low frame makes it shorter.
    getBoundingClientRect: () => ({ bottom: "whole" in html.dataset ? height : Math.min(height, 280) }),
  });
  const document = Object.assign(new Target(), {
    documentElement: html,
    readyState: "complete",
    getElementById: (id) => ({ embed, notice, newer })[id] ?? null,
    createElement: () => new Element(),
  });
  const [observed, timers] = [[], []];
  let resized;
  const window = new Target();
  Object.assign(window, {
    document,
    URL,
    URLSearchParams,
    WebAssembly,
    scrollY: 0,
    innerHeight: 300,
    addEventListener: Target.prototype.addEventListener.bind(window),
    requestIdleCallback: (act) => act(),
    setTimeout: (act, after) => timers.push({ act, after }),
    location: {
      search: location.search,
      hash: location.hash,
      href: location.href,
      pathname: location.pathname,
      host: location.host,
      replace: (to) => went.push(to),
      reload: () => went.push("reload"),
    },
    matchMedia: () => new Target(),
    ResizeObserver: class {
      constructor(act) {
        this.observe = (element) => {
          observed.push(element);
          resized = act;
          if (seen) act();
        };
      }
    },
    async loadModule(url) {
      imported.push(url);
      return load(url);
    },
    async fetch(url) {
      fetched.push(url);
      if (!versions) throw new TypeError("offline");
      return { json: async () => versions };
    },
  });
  const parent = { postMessage: (message, to) => messages.push(structuredClone({ message, to })) };
  window.window = window;
  window.parent = framed ? parent : window;
  const context = createContext(window);

  return {
    html, embed, figure, link, notice, parts, newer, document, window, parent, observed, went, messages, imported, fetched,
    /** Runs one of the scripts as the browser does, and what it has put off. */
    async run(file) {
      const built = buildSync({ entryPoints: [resolve(root, file)], bundle: true, format: "iife", write: false });
      // A context of Node has no loader of its own.
      const source = built.outputFiles[0].text.replaceAll(" import(", " loadModule(");
      runInContext(source, context, { filename: file });
      await this.rest();
      return this;
    },
    rest: () => new Promise((done) => setTimeout(done, 5)),
    /** So many seconds pass. */
    pass(seconds) {
      for (const { act, after } of timers.splice(0)) if (after <= seconds * 1000) act();
    },
    /** The embed's content takes another height. */
    grow(to) {
      height = to;
      resized();
    },
    /** The messages sent since the last look, without their target. */
    said() {
      return messages.splice(0).map(({ message }) => message);
    },
  };
}

export const EARLY = "src/browser/embed-early.js";
export const EMBED = "src/browser/embed.js";
export { Target, root };
