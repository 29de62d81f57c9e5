// Bundles chart/bundle.js into one ES module.
//   node chart/build.mjs <output path>
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const version = (name) => {
  // zrender and echarts both keep package.json beside their entry folders.
  const entry = require.resolve(name);
  const root = entry.slice(0, entry.lastIndexOf(join("node_modules", name)) + join("node_modules", name).length);
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
};

if (process.argv.length !== 3) {
  console.error("usage: node chart/build.mjs <output path>");
  process.exit(2);
}
const out = resolve(process.argv[2]);

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

const result = await build({
  entryPoints: [join(here, "bundle.js")],
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
  banner: {
    js: `/*! Apache ECharts ${version("echarts")} (Apache-2.0), zrender ${version("zrender")} (BSD-3-Clause), tslib (0BSD) */`,
  },
  define: { "process.env.NODE_ENV": '"production"' },
  plugins: [stub],
  metafile: true,
  write: false,
  logLevel: "warning",
});

const { contents, text } = result.outputFiles[0];
const faults = [];
for (const [filter] of stubs) {
  if (!used.has(filter)) faults.push(`no module matched the stub ${filter}`);
}
for (const input of Object.keys(result.metafile.inputs)) {
  if (/\/(coord|component|chart)\/(geo|map)\//.test(input)) {
    const kept = Object.values(result.metafile.outputs)[0].inputs[input]?.bytesInOutput;
    if (kept) faults.push(`a geo or map module was bundled: ${input}`);
  }
}
for (const word of ["南海诸岛", "钓鱼岛"]) {
  if (text.includes(word)) faults.push(`the bundle holds ${word}`);
}
if (/\beval\(|\bnew Function\b|\bimport\(/.test(text)) {
  faults.push("the bundle evaluates or loads code, which the CSP forbids");
}
if (faults.length) {
  for (const fault of faults) console.error(`build.mjs: ${fault}`);
  process.exit(1);
}

mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, contents);
const brotli = brotliCompressSync(contents, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: contents.length,
  },
});
console.log(
  `raw ${contents.length} gzip ${gzipSync(contents, { level: 9 }).length} brotli ${brotli.length}`,
);
