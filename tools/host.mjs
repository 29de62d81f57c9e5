// A small static server for work and tests: right types and headers, the not-found page, a base path, nothing kept.
//   TINHSO_RULES='…' node tools/host.mjs <folder> <base> <port> [another port if that is taken]
// The rules come from xtask (`hosting/rules.rs`). Prints the port once it listens.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const [folder, base, port, fallback] = process.argv.slice(2);
const { types, any, everywhere, sorts } = JSON.parse(process.env.TINHSO_RULES);
const rules = sorts.map(([pattern, headers]) => [new RegExp(pattern), headers]);
// The pages' own: what is asked for and not there is one.
const page = sorts.find(([, , word]) => word === "page")[1];

/** What a path below the base stands for: a file, or a folder that has one. */
function found(below) {
  if (below.split("/").includes("..") || below.includes("\0")) return {};
  const at = (path) => statSync(path, { throwIfNoEntry: false });
  const path = join(folder, below);
  const it = at(path);
  if (!it?.isDirectory()) return it?.isFile() ? { path, size: it.size } : {};
  const index = join(path, "index.html");
  const inside = at(index);
  if (!inside?.isFile()) return {};
  return below === "" || below.endsWith("/") ? { path: index, size: inside.size } : { elsewhere: true };
}

function answer(request, response) {
  let path;
  try {
    path = decodeURIComponent(request.url.split(/[?#]/)[0]);
  } catch {
    path = "/\0";
  }
  const below = path.startsWith(base) ? path.slice(base.length) : "\0";
  const { path: file, size, elsewhere } = found(below);
  if (elsewhere || (path !== "/" && `${path}/` === base)) return response.writeHead(301, { location: `${path}/` }).end();
  const own = file ? rules.find(([pattern]) => pattern.test(`/${below}`))[1] : page;
  const sent = file ?? join(folder, "404.html");
  const headers = Object.fromEntries([...everywhere, ...own]);
  // The next build is to be seen at once.
  headers["Cache-Control"] = "no-cache";
  headers["Content-Type"] = types[extname(sent).slice(1)] ?? any;
  headers["Content-Length"] = size ?? statSync(sent, { throwIfNoEntry: false })?.size ?? 0;
  response.writeHead(file ? 200 : 404, headers);
  if (request.method === "HEAD" || !headers["Content-Length"]) return response.end();
  // A reader who has gone away is no fault of ours.
  return createReadStream(sent).on("error", () => response.destroy()).pipe(response);
}

const server = createServer(answer);
server.on("error", (error) => {
  if (fallback === undefined || error.code !== "EADDRINUSE" || server.again) throw error;
  server.again = true;
  server.listen(Number(fallback), "127.0.0.1");
});
server.on("listening", () => console.log(server.address().port));
// Without an end of its own a reader's connection is kept as long as the reader keeps it.
server.keepAliveTimeout = 0;
server.listen(Number(port), "127.0.0.1");
