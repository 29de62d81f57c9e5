// What an embed reads from its address before anything is painted; inlined by its hash. The query is a stranger's text:
// only these words are looked for, and nothing of it is written anywhere but into an address with the same query.
import { sayBlocked } from "./notice.js";

try {
  const html = document.documentElement;
  const query = new URLSearchParams(location.search);
  const one = (key, ...known) => known.find((word) => word === query.get(key));
  const mark = (key, value) => value && (html.dataset[key] = value);

  mark("theme", one("theme", "light", "dark", "auto"));
  mark("bg", one("bg", "transparent"));
  mark("title", one("title", "0"));
  // The document holds the default figures. A view of its own is never shown as those, not even if it fails to come:
  // embed.js says so instead.
  if (["places", "time", "view", "basis"].some((key) => query.get(key))) {
    html.dataset.pending = "";
    // Nor if that script does not come.
    const giveUp = () => "begun" in html.dataset || sayBlocked();
    addEventListener("load", giveUp);
    setTimeout(giveUp, 15000);
  }

  const { other } = html.dataset;
  const lang = one("lang", "vi", "en");
  if (other && lang && lang !== html.lang) {
    // Without the key the other document has no reason to come back, whatever it is.
    const rest = location.search.slice(1).split("&").filter((piece) => piece && !new URLSearchParams(piece).has("lang"));
    html.style.visibility = "hidden";
    html.dataset.leaving = "";
    location.replace(other + (rest.length ? `?${rest.join("&")}` : "") + location.hash);
  }
} catch {
  // The static embed is right as it is.
}
