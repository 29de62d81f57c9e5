// Puts .br and .gz beside every file of a folder that is worth compressing, for hosts that serve them ready made.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const [folder] = process.argv.slice(2);
const worth = /\.(html|js|wasm|json|csv|svg|txt|xml)$/;
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && worth.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

// Two at a time per core is what the thread pool takes.
const next = files[Symbol.iterator]();
async function work() {
  for (const file of next) {
    const content = readFileSync(file);
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } };
    const [br, gz] = await Promise.all([promisify(brotliCompress)(content, options), promisify(gzip)(content, { level: 9 })]);
    writeFileSync(`${file}.br`, br);
    writeFileSync(`${file}.gz`, gz);
  }
}
await Promise.all([work(), work(), work(), work()]);
console.log(`${files.length} files compressed`);
