// Lays pictures out without drawing them and says which lose what a reader needs.
//   node chart/whole-pictures.mjs < jobs.ndjson
// Each line in: a picture, as for pictures.mjs. Named on stdout, with exit status
// 1: a text that ends in …, a period that is not there, a drawing left out, and a
// sign before a figure that nothing explains.
import { createInterface } from "node:readline";
import { compose } from "./picture.mjs";
import { drawer } from "./pictures.mjs";

const draw = await drawer();
// A line may break anywhere in them.
const flat = (text) => text.replace(/\s/g, "");

/** What is wrong with a picture, in words. */
function faults(job) {
  const { boxes, left } = compose(job, { draw });
  const lines = boxes.flatMap((box) => box.lines ?? []);
  const all = flat(lines.join(" "));
  const found = lines.filter((line) => line.endsWith("…") && line.length > 1).map((line) => `cut: ${line}`);
  if (job.when && !all.includes(flat(job.when))) found.push(`without its period: ${job.when}`);
  const items = job.panels.flatMap((panel) => panel.drawing?.items ?? []);
  for (const { name, when } of items) if (when && !all.includes(flat(when))) found.push(`${name} without ${when}`);
  const signs = job.caveats[0] ?? "";
  if (/^[≈><≥≤~?◇]/.test(signs) && !all.includes(flat(signs))) found.push(`unexplained: ${signs}`);
  if (left.includes("drawings")) found.push("no drawing");
  return found;
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (!line.trim()) continue;
  const job = JSON.parse(line);
  for (const fault of faults(job)) {
    process.exitCode = 1;
    console.log(`${job.id}: ${fault}`);
  }
}
