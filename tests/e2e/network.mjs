// A network of its own around the site, for tests of reading offline: it goes away, becomes slow, and a second build
// takes the place of the first, under other names and with another data version.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { resolve } from "node:path";

const OFF = resolve(import.meta.dirname, "../../src/browser/worker-off.js");
const reversed = (hash) => [...hash].reverse().join("");
const HASHED = /(\w+\.)([0-9a-f]{12})(\.(?:js|wasm|woff2))/g;
const TEXT = /^(text\/|application\/json)/;

/** Serves the site at `baseURL` on a port of its own. */
export async function network(baseURL) {
  const { origin, pathname: base } = new URL(baseURL);
  const home = await (await fetch(baseURL)).text();
  const [version, build] = ["version", "build"].map((name) => new RegExp(`data-${name}="([^"]*)"`).exec(home)[1]);
  const later = `${version}9`;
  const it = {
    /** "up"; "down": nobody answers; "slow": pages never come; "pieces": the second half of a page comes seconds later. */
    state: "up",
    /** "first", "second", or "without" a worker. */
    build: "first",
    version,
    later,
    /** Paths that were asked for. */
    asked: [],
  };
  const renamed = (text) => text.replaceAll(HASHED, (_, stem, hash, ending) => `${stem}${reversed(hash)}${ending}`);
  const second = (text) =>
    renamed(text)
      .replaceAll(version, later)
      .replaceAll(build, reversed(build));
  const without = (text) => text.replace(/ data-worker="[^"]*"/, "");

  async function answer(request, response) {
    const path = request.url;
    it.asked.push(path);
    if (it.state === "down") return request.socket.destroy();
    if (it.state === "slow" && path.split("?")[0].endsWith("/")) return undefined;
    if (path === `${base}sw.js` && it.build === "without") {
      return response.writeHead(200, { "content-type": "text/javascript" }).end(readFileSync(OFF));
    }
    // Either build has none of the other's files: under a name turned back nothing is found.
    const real = it.build === "second" ? renamed(path).replaceAll(later, version) : path;
    const found = await fetch(origin + real, { redirect: "manual" });
    const type = found.headers.get("content-type") ?? "";
    const headers = { "content-type": type, "cache-control": "no-cache" };
    if (found.headers.has("location")) headers.location = found.headers.get("location");
    response.writeHead(found.status, headers);
    const bytes = Buffer.from(await found.arrayBuffer());
    if (!TEXT.test(type)) return response.end(bytes);
    const text = bytes.toString();
    if (it.state === "pieces" && type.startsWith("text/html")) {
      const middle = text.indexOf("<main");
      response.write(text.slice(0, middle));
      setTimeout(() => response.end(text.slice(middle)), 2500);
      return undefined;
    }
    if (it.build === "second") return response.end(second(text));
    return response.end(it.build === "without" ? without(text) : text);
  }

  const server = createServer((request, response) => answer(request, response).catch(() => response.destroy()));
  await new Promise((done) => server.listen(0, "localhost", done));
  it.url = `http://localhost:${server.address().port}${base}`;
  it.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return it;
}
