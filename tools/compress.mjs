// Puts .br and .gz beside every file of a folder that is worth compressing, for hosts that serve them ready made.
//   node tools/compress.mjs <folder> [--quick]     quick: less small, for tests
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const [folder, quick] = process.argv.slice(2);
const [QUALITY, LEVEL] = quick ? [4, 1] : [11, 9];
const worth = /\.(html|js|wasm|json|jsonld|csv|svg|txt|xml|webmanifest)$/;
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && worth.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

// The latest data version stands there twice, under its number and as the latest: the same bytes are done once.
const done = new Map();
function compressed(content) {
  const name = createHash("sha256").update(content).digest("hex");
  if (!done.has(name)) {
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } };
    done.set(name, Promise.all([promisify(brotliCompress)(content, options), promisify(gzip)(content, { level: LEVEL })]));
  }
  return done.get(name);
}

// Two at a time per core is what the thread pool takes.
const next = files[Symbol.iterator]();
async function work() {
  for (const file of next) {
    const [br, gz] = await compressed(readFileSync(file));
    writeFileSync(`${file}.br`, br);
    writeFileSync(`${file}.gz`, gz);
  }
}
await Promise.all([work(), work(), work(), work()]);
console.log(`${files.length} files compressed`);
