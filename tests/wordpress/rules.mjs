// WordPress' rules for oEmbed answers of a site it does not know, told in our own words, so that every test run can see
// what a reader of a WordPress page sees. `check.mjs` holds them against WordPress' own code.

/** Every other element loses its tags and every other attribute is dropped; text stays. */
const ALLOWED = {
  a: ["href"],
  blockquote: ["data-secret"],
  iframe: ["src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title", "data-secret"],
};
const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g;
const ATTRIBUTE = /([\w-]+)\s*=\s*("[^"]*"|'[^']*')/g;
const HIDDEN = "position: absolute; clip: rect(1px, 1px, 1px, 1px);";
/** The secret that `oembed.php` gives in the place of a random one. */
export const SECRET = "s3cr3ts3cr";

const pure = (html) =>
  html.replace(TAG, (_, end, name, rest) => {
    const allowed = ALLOWED[name.toLowerCase()];
    if (!allowed) return "";
    if (end) return `</${name}>`;
    const kept = [...rest.matchAll(ATTRIBUTE)].filter(([, key]) => allowed.includes(key.toLowerCase()));
    return `<${name}${kept.map(([whole]) => ` ${whole}`).join("")}>`;
  });

/** The title goes first in the iframe's tag; without one the answer's own title is used. */
function titled(html, title) {
  const stated = html.match(/<iframe[^>]*?\stitle=("[^"]*"|'[^']*')/i)?.[1];
  const text = stated ? stated.slice(1, -1) : title;
  if (!text) return html;
  const bare = stated ? html.replace(/(<iframe[^>]*?)\s+title=(?:"[^"]*"|'[^']*')/i, "$1") : html;
  const escaped = text.replace(/&(?![\w#]+;)/g, "&amp;").replaceAll('"', "&quot;").replaceAll("'", "&#039;");
  return bare.replace(/<iframe\s*/i, `<iframe title="${escaped}" `);
}

/** What stands in the page for an answer: its HTML or false, and whether the page loads wp-embed.js. */
export function sanitise({ type, html, title }) {
  if (!["rich", "video"].includes(type) || typeof html !== "string") return { html: false, script: false };
  const cleaned = pure(titled(html, title));
  // Frames must be empty, and of everything else only a quotation before the frame stays.
  const found = cleaned.match(/(<blockquote>.*?<\/blockquote>)?.*?(<iframe[^>]*><\/iframe>)/s);
  if (!found) return { html: false, script: false };
  const [quotation, frame] = [found[1] ?? "", found[2]];
  const framed = frame.replace(/ src=(["'])(.*?)\1/, (_, q, src) => {
    const address = `${src}#?secret=${SECRET}`.replaceAll("&amp;", "&#038;");
    return ` src=${q}${address}${q} data-secret=${q}${SECRET}${q}`;
  });
  const hidden = quotation ? ` style="${HIDDEN}"` : "";
  const shown = framed.replace("<iframe", `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"${hidden}`);
  const quoted = quotation.replace("<blockquote", `<blockquote class="wp-embedded-content" data-secret="${SECRET}"`);
  // The page gets the script only for embeds with a quotation.
  return { html: quoted + shown, script: Boolean(quotation) };
}
