// Bundles chart/bundle.js into one ES module and, if a second path is given,
// chart/take.js into another.
//   node chart/build.mjs <output path> [<output path of take.js>]
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const version = (entryName, name = entryName) => {
  // These packages all keep package.json beside their entry folders.
  const entry = require.resolve(entryName);
  const root = entry.slice(0, entry.lastIndexOf(join("node_modules", name)) + join("node_modules", name).length);
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
};

if (process.argv.length !== 3 && process.argv.length !== 4) {
  console.error("usage: node chart/build.mjs <output path> [<output path of take.js>]");
  process.exit(2);
}

// Modules that this site cannot reach, and what stands in for them:
const stubs = [
  // the Chinese language pack (the chart is always made with locale EN),
  [/[\\/]echarts[\\/]lib[\\/]i18n[\\/]langZH\.js$/, "export default {};"],
  // ECharts' own dark theme (colours come from the page's CSS),
  [/[\\/]echarts[\\/]lib[\\/]theme[\\/]dark\.js$/, "export default {};"],
  // the rewriting of ECharts 2 to 4 options (render.mjs refuses those),
  [/[\\/]echarts[\\/]lib[\\/]preprocessor[\\/]backwardCompat\.js$/, "export default function () {}"],
  // decal patterns, which need the aria component or itemStyle.decal.
  [
    /[\\/]echarts[\\/]lib[\\/]util[\\/]decal\.js$/,
    "export function createOrUpdatePatternFromDecal() { return null; }",
  ],
];
const used = new Set();
const stub = {
  name: "stub",
  setup(hooks) {
    for (const [filter, contents] of stubs) {
      hooks.onLoad({ filter }, () => {
        used.add(filter);
        return { contents, loader: "js" };
      });
    }
  },
};

// zrender empties its elements by writing markup, which Trusted Types forbid; taking what is in them out is the same.
const EMPTIED = /\b([\w.]+)\.innerHTML = (?:''|null);/g;
const emptied = {
  name: "emptied without markup",
  setup(hooks) {
    hooks.onLoad({ filter: /[\\/]zrender[\\/]lib[\\/](svg|canvas)[\\/]Painter\.js$/ }, ({ path }) => {
      const contents = readFileSync(path, "utf8").replace(EMPTIED, "$1.replaceChildren();");
      return { contents, loader: "js" };
    });
  },
};

// fflate's asynchronous zip() starts workers from blob: addresses for large
// files, which the site's CSP forbids; zipSync does the same work in place.
const synchronous = {
  name: "synchronous zip",
  setup(hooks) {
    hooks.onLoad({ filter: /[\\/]write-excel-file[\\/]modules[\\/]zip[\\/]zipToArrayBuffer\.js$/ }, () => ({
      contents:
        'import { zipSync } from "fflate"; export default async (files) => zipSync(files).buffer;',
      loader: "js",
      resolveDir: here,
    }));
  },
};

const bundled = (entry, banner, plugins) =>
  build({
    entryPoints: [join(here, entry)],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2020",
    charset: "utf8",
    legalComments: "none",
    banner: { js: `/*! ${banner} */` },
    define: { "process.env.NODE_ENV": '"production"' },
    plugins,
    metafile: true,
    write: false,
    logLevel: "warning",
  });

const faults = [];
const forbidden = /\beval\(|\bnew Function\b|\bimport\(/;

const result = await bundled(
  "bundle.js",
  `Apache ECharts ${version("echarts")} (Apache-2.0), zrender ${version("zrender")} (BSD-3-Clause), tslib (0BSD)`,
  [stub, emptied],
);
const { contents, text } = result.outputFiles[0];
for (const [filter] of stubs) {
  if (!used.has(filter)) faults.push(`no module matched the stub ${filter}`);
}
for (const input of Object.keys(result.metafile.inputs)) {
  if (/\/(coord|component|chart)\/(geo|map)\//.test(input)) {
    const kept = Object.values(result.metafile.outputs)[0].inputs[input]?.bytesInOutput;
    if (kept) faults.push(`a geo or map module was bundled: ${input}`);
  }
}
// One is left, in getConnectedDataURL, which nothing here calls.
const markup = text.match(/\.(innerHTML|outerHTML)\s*=[^=]|insertAdjacentHTML|document\.write/g) ?? [];
if (markup.length > 1) faults.push(`the bundle writes markup, which Trusted Types forbid: ${markup.join(", ")}`);
for (const word of ["南海诸岛", "钓鱼岛"]) {
  if (text.includes(word)) faults.push(`the bundle holds ${word}`);
}
if (forbidden.test(text)) {
  faults.push("the bundle evaluates or loads code, which the CSP forbids");
}

const outputs = [[process.argv[2], contents]];
if (process.argv[3]) {
  const take = await bundled(
    "take.js",
    `write-excel-file ${version("write-excel-file/universal", "write-excel-file")} (MIT), fflate ${version("fflate")} (MIT)`,
    [synchronous],
  );
  const file = take.outputFiles[0];
  if (forbidden.test(file.text)) faults.push("take.js evaluates or loads code, which the CSP forbids");
  if (/\bnew Worker\b/.test(file.text)) faults.push("take.js starts workers, which the CSP forbids");
  if (Object.keys(take.metafile.inputs).some((input) => /node_modules\/(echarts|zrender)\//.test(input))) {
    faults.push("take.js holds a second copy of ECharts");
  }
  outputs.push([process.argv[3], file.contents]);
}
if (faults.length) {
  for (const fault of faults) console.error(`build.mjs: ${fault}`);
  process.exit(1);
}

for (const [path, bytes] of outputs) {
  mkdirSync(dirname(resolve(path)), { recursive: true });
  writeFileSync(path, bytes);
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  console.log(`raw ${bytes.length} gzip ${gzipSync(bytes, { level: 9 }).length} brotli ${brotli.length}`);
}
