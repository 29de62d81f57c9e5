// Prints "raw brotli" in bytes for each file given, one line each.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

for (const path of process.argv.slice(2)) {
  const content = readFileSync(path);
  console.log(content.length, brotliCompressSync(content).length);
}
