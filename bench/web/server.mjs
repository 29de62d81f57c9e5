// A static server as a careful host would set one up: compressed files, named by content and kept for ever, documents
// asked for anew. Ours and the peers are served by the same code.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".jsonld": "application/ld+json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const stat = (path) => statSync(path, { throwIfNoEntry: false });

/**
 * Serves `folder` below `base` on a free port of this machine; `extra` are documents made in memory, by their path.
 * `kept` says which paths below the base never change.
 */
export async function serve(folder, { base = "/", extra = {}, kept = (path) => /^(assets\/|data\/v\/)/.test(path) } = {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url.split("?")[0]);
    const made = extra[path];
    if (made !== undefined) {
      response.writeHead(200, { "Content-Type": TYPES[".html"], "Cache-Control": "no-cache", "Content-Length": Buffer.byteLength(made) });
      response.end(made);
      return;
    }
    const below = path.startsWith(base) ? normalize(path.slice(base.length)) : undefined;
    let file = below === undefined || below.startsWith("..") ? undefined : join(folder, below);
    if (file && stat(file)?.isDirectory()) file = join(file, "index.html");
    const plain = file && stat(file);
    if (!plain?.isFile()) {
      response.writeHead(404, { "Content-Type": "text/plain", "Content-Length": 0 });
      response.end();
      return;
    }
    const packed = /\bbr\b/.test(request.headers["accept-encoding"] ?? "") ? stat(`${file}.br`) : undefined;
    response.writeHead(200, {
      "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
      "Content-Length": (packed ?? plain).size,
      "Cache-Control": kept(below) ? "public, max-age=31536000, immutable" : "no-cache",
      // As our hosting examples have it: embeds and the data may be used from anywhere.
      "Access-Control-Allow-Origin": "*",
      Vary: "Accept-Encoding",
      ...(packed && { "Content-Encoding": "br" }),
    });
    createReadStream(packed ? `${file}.br` : file).pipe(response);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((done) => server.listen(0, "localhost", done));
  const origin = `http://localhost:${server.address().port}`;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin, home: origin + base, close };
}
