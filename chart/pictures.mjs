// Makes pictures at build time.
//   node chart/pictures.mjs [--cache DIR] < jobs.ndjson
// Each line in: a picture (see chart/README.md) with {"id", "svg": path | null,
// "png": path | null}. Each line out, in the same order: {"id", "width",
// "height", "bytes"}, in pixels and bytes of the PNG, or of the SVG if there is
// no PNG. A job that fails is named on stderr, and the exit status is then 1.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

// ECharts checks options only outside production; set before it is loaded.
process.env.NODE_ENV = "development";

const font = (name) => fileURLToPath(new URL(`fonts/${name}`, import.meta.url));
const write = (path, bytes) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
};

/** Draws like the browser does, and fails on whatever ECharts warns of. */
export async function drawer() {
  const { tree } = await import("./tree.js");
  return (...args) => {
    const said = [];
    const real = {};
    for (const level of ["log", "warn", "error"]) {
      real[level] = console[level];
      console[level] = (...words) => said.push(words.join(" "));
    }
    try {
      const drawn = tree(...args);
      if (said.length) throw new Error(said.join("; "));
      return drawn;
    } finally {
      Object.assign(console, real);
    }
  };
}

/** The fonts in base64, for `compose`. */
export const fonts = () =>
  Object.fromEntries(["regular", "bold", "signs"].map((name) => [name, readFileSync(font(`${name}.woff2`), "base64")]));

/** An SVG without fonts of its own to the bytes of a PNG. */
export async function raster(svg, scale) {
  const [{ Resvg }, { encode }] = await Promise.all([import("@resvg/resvg-js"), import("./png.mjs")]);
  const image = new Resvg(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: ["regular.ttf", "bold.ttf", "signs.ttf"].map(font),
      defaultFontFamily: "Be Vietnam Pro",
    },
    fitTo: { mode: "zoom", value: scale },
  }).render();
  return { bytes: encode(image.pixels, image.width, image.height), width: image.width, height: image.height };
}

/** One job: composes, writes, gives the line to print and what to say. */
async function make(job, cache, tools) {
  const { compose, VERSION } = tools;
  if (typeof job?.id !== "string" || !job.id) throw new Error("id must be a text that is not empty");
  for (const name of ["svg", "png"]) {
    if (job[name] != null && typeof job[name] !== "string") throw new Error(`${name} must be a path or null`);
  }
  // The rasteriser has the fonts, so its copy of the SVG is without them.
  const bare = compose(job, { draw: tools.draw });
  const out = { id: job.id, width: bare.width, height: bare.height, bytes: 0 };
  if (job.svg) {
    const { svg } = compose(job, { draw: tools.draw, fonts: tools.fonts });
    write(job.svg, svg);
    out.bytes = Buffer.byteLength(svg);
  }
  if (job.png) {
    const name = createHash("sha256").update(`${VERSION} ${tools.engine} ${bare.scale}\n${bare.svg}`).digest("hex");
    const kept = cache && join(cache, `${name}.png`);
    mkdirSync(dirname(job.png), { recursive: true });
    [out.width, out.height] = [Math.round(bare.width * bare.scale), Math.round(bare.height * bare.scale)];
    try {
      if (!kept) throw new Error("no cache");
      copyFileSync(kept, job.png);
      out.bytes = statSync(job.png).size;
    } catch {
      const { bytes, width, height } = await raster(bare.svg, bare.scale);
      Object.assign(out, { width, height, bytes: bytes.length });
      write(job.png, bytes);
      if (kept) {
        // In one step: another build may read the same cache.
        mkdirSync(cache, { recursive: true });
        const part = `${kept}.${process.pid}-${tools.number}`;
        write(part, bytes);
        renameSync(part, kept);
      }
    }
  }
  const notes = [];
  if (bare.left.length) notes.push(`left out to fit: ${bare.left.join(", ")}`);
  if (bare.lost.length) notes.push(`no glyph for ${bare.lost.map((it) => JSON.stringify(it)).join(" ")}`);
  return { line: JSON.stringify(out), notes };
}

async function work() {
  const { cache, number } = workerData;
  const { compose, VERSION } = await import("./picture.mjs");
  const engine = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).devDependencies;
  const tools = {
    compose, VERSION, number, draw: await drawer(), fonts: fonts(),
    engine: `${engine.echarts} ${engine["@resvg/resvg-js"]}`,
  };
  parentPort.on("message", async ({ at, job }) => {
    try {
      parentPort.postMessage({ at, ...(await make(job, cache, tools)) });
    } catch (error) {
      parentPort.postMessage({ at, fault: error.message });
    }
  });
  parentPort.postMessage({ ready: true });
}

async function main(args) {
  const at = args.indexOf("--cache");
  const cache = at < 0 ? null : args[at + 1];
  if ((at >= 0 && !cache) || args.length !== (at < 0 ? 0 : 2)) {
    console.error("usage: node chart/pictures.mjs [--cache DIR] < jobs.ndjson");
    process.exit(2);
  }
  const jobs = [];
  const results = [];
  const seen = new Set();
  let line = 0;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    line++;
    if (!text.trim()) continue;
    try {
      const job = JSON.parse(text);
      const name = typeof job?.id === "string" && job.id ? `picture ${JSON.stringify(job.id)}` : `line ${line}`;
      const again = seen.has(job?.id);
      seen.add(job?.id);
      jobs.push({ name, job, fault: again ? "this id was used before" : undefined });
    } catch (error) {
      jobs.push({ name: `line ${line}`, fault: error.message });
    }
  }

  let next = 0;
  let printed = 0;
  const print = () => {
    for (; printed < jobs.length && results[printed]; printed++) {
      const { line: text, notes = [], fault } = results[printed];
      const { name } = jobs[printed];
      if (fault !== undefined) {
        process.exitCode = 1;
        process.stderr.write(`pictures.mjs: ${name}: ${fault}\n`);
      } else process.stdout.write(text + "\n");
      for (const note of notes) {
        // That something is left out to fit is the composer's work; only a lost drawing or letter wants somebody to look.
        if (/^left out to fit: (?!.*drawings)/.test(note)) continue;
        process.stderr.write(`pictures.mjs: note: ${name}: ${note}\n`);
      }
      results[printed] = {}; // its line is not needed any more
    }
  };
  const give = (worker) => {
    while (next < jobs.length && jobs[next].fault !== undefined) {
      results[next] = { fault: jobs[next].fault };
      next++;
    }
    print();
    if (next >= jobs.length) return void worker?.terminate();
    worker?.postMessage({ at: next, job: jobs[next++].job });
  };
  const good = jobs.filter((it) => it.fault === undefined).length;
  if (!good) return give(null);
  await Promise.all(
    Array.from({ length: Math.min(good, availableParallelism()) }, (_, number) =>
      new Promise((done, broken) => {
        const worker = new Worker(new URL(import.meta.url), { workerData: { cache, number } });
        worker.on("message", ({ at, ready, ...result }) => {
          if (!ready) results[at] = result;
          give(worker);
        });
        worker.on("error", broken);
        worker.on("exit", done);
      })),
  );
  print();
}

if (!isMainThread && workerData && "number" in workerData) await work();
else if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
