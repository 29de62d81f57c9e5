// Around the static embed: tells the host how high it is, lets its chart answer, starts the app where the address asks for
// another view, and says if that cannot be shown. Classic, so that it runs in a frame of opaque origin; it keeps nothing,
// and asks only its own site for anything.
import { begin as beginCharts } from "./charts.js";
import { sayBlocked } from "./notice.js";
import { whenParsed } from "./parsed.js";

(() => {
  const html = document.documentElement;
  const { app, base, home, version } = html.dataset;
  html.dataset.begun = "";
  // On the way to the other language.
  if ("leaving" in html.dataset) return;

  const query = new URLSearchParams(location.search);
  const only = (text, pattern) => (pattern.test(text ?? "") ? text : "");
  const ID = /^[\w-]{1,64}$/;
  const id =
    only(query.get("id"), ID) || only(html.dataset.id, ID) || only(location.pathname.match(/([^/]*)\/?$/)[1], ID);
  // Pym puts its text together with this word, and finds its parts by it.
  const child = only(query.get("childId"), /^(?!.*xPYMx)[\w:.-]{1,128}$/);
  // WordPress may add it after the document has come, so it is read whenever it is needed.
  const secret = () => location.hash.match(/[?&]secret=([A-Za-z0-9]{1,64})(?![A-Za-z0-9])/)?.[1];

  const framed = parent !== window;
  let height = 0;

  /** Every form a host may listen for. Nothing in them is secret, and a sandbox has no origin to name. */
  function tell() {
    if (!framed || !height) return;
    const say = (message) => parent.postMessage(message, "*");
    say({ type: "tinhso:height", v: 1, id, height });
    say({ sentinel: "amp", type: "embed-size", height });
    say(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
    if (child) say(["pym", child, "height", height].join("xPYMx"));
    if (secret()) say({ message: "height", value: height, secret: secret() });
  }

  /** Looks whether the height is another. The wrapper's end, never the document's: that one grows with the frame. And
   * of the whole embed: in a frame too low for that the style leaves things out, and a host would never hear of them. */
  function measure() {
    html.dataset.whole = "";
    const end = document.getElementById("embed")?.getBoundingClientRect().bottom ?? 0;
    const now = Math.ceil(end + scrollY);
    if (now > innerHeight) delete html.dataset.whole;
    const other = now > 0 && now !== height;
    if (other) height = now;
    return other;
  }

  /** Measured anew: WordPress hides a frame until it speaks, and what is hidden is not observed. */
  function answer() {
    measure();
    tell();
  }

  /** What the address asks for and a page of the site understands. */
  function view() {
    const keys = ["places", "time", "view", "basis"];
    const pieces = location.search.slice(1).split("&");
    const asked = pieces.filter((piece) => keys.some((key) => new URLSearchParams(piece).get(key)));
    return asked.length ? `?${asked.join("&")}` : "";
  }

  /** The default figures stand as they are; those the address asks for cannot be shown, and no others in their place. */
  function blocked() {
    if (!("pending" in html.dataset)) return;
    html.removeAttribute("data-busy");
    sayBlocked();
  }

  /** Whoever says that the view cannot be shown here, script or app: the notice leads to where it can, and so do our links. */
  function leadThere(embed) {
    for (const link of embed.querySelectorAll("a")) if (link.href === home) link.href += view();
    const [line, link] = [document.createElement("p"), document.createElement("a")];
    link.href = home + view();
    link.textContent = home.replace(/^https?:\/\//, "");
    line.append(link);
    document.getElementById("notice")?.querySelector("[data-detail]").before(line);
  }

  function start() {
    if (!app) return;
    // In full: a script that an opaque origin has fetched without CORS has no address to begin from.
    import(new URL(app, location.href).href).catch(() => whenParsed(blocked));
    // What hangs does not come.
    setTimeout(blocked, 25000);
  }

  /** WordPress' sandbox opens no windows, but its page follows links to our host for us. */
  function click(event) {
    const link = event.target.closest?.("a[href]");
    const plain = !(event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
    if (!link || !plain || event.defaultPrevented || !secret() || link.host !== location.host) return;
    event.preventDefault();
    parent.postMessage({ message: "link", value: link.href, secret: secret() }, "*");
  }

  /** Whether a version such as 2026.11.1 comes after another. */
  function later(one, other) {
    const [a, b] = [one, other].map((text) => text.split(".").map(Number));
    const n = a.findIndex((number, at) => number !== b[at]);
    return n >= 0 && a[n] > (b[n] ?? -1);
  }

  async function lookForNewer() {
    const response = await fetch(`${base}data/versions.json`, { credentials: "omit" });
    const { versions } = await response.json();
    const newer = document.getElementById("newer");
    if (newer && versions.some((it) => later(it.version, version))) newer.hidden = false;
  }

  beginCharts();
  const pending = "pending" in html.dataset;
  if (pending) start();
  // A module that breaks after it has started leaves nothing in the place of what it was to show.
  addEventListener("error", (event) => event.error instanceof WebAssembly.RuntimeError && whenParsed(blocked));

  whenParsed(() => {
    const embed = document.getElementById("embed");
    if (!embed) return;
    if (pending && home) leadThere(embed);
    if (framed) {
      new ResizeObserver(() => measure() && tell()).observe(embed);
      addEventListener("resize", () => measure() && tell());
      document.addEventListener("click", click);
      addEventListener("hashchange", answer);
      // A host whose script comes after ours asks for what it has missed.
      addEventListener("message", ({ source, data }) => {
        if (source !== parent || !data) return;
        if (data.type === "tinhso:hello" || (data.message === "ready" && data.secret === secret())) answer();
      });
    }
    const loaded = () => {
      answer();
      const idle = window.requestIdleCallback ?? setTimeout;
      if ("pinned" in html.dataset) idle(() => lookForNewer().catch(() => {}), { timeout: 3000 });
    };
    if (document.readyState === "complete") loaded();
    else addEventListener("load", loaded, { once: true });
  });
})();
