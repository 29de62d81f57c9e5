// Holds the site's oEmbed answers, and our telling of WordPress' rules, against WordPress' own code.
//   node tests/wordpress/check.mjs <folder of the built site> <folder of WordPress>
// Needs `php`. Prints one line and ends with 0 if all is well; otherwise says what differs and ends with 1.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { CASES } from "./cases.mjs";
import { sanitise, SECRET } from "./rules.mjs";

const [site, wordpress] = process.argv.slice(2);
if (!site || !wordpress) {
  console.error("usage: node tests/wordpress/check.mjs <folder of the built site> <folder of WordPress>");
  process.exit(2);
}

const folder = join(site, "oembed");
const files = existsSync(folder) ? readdirSync(folder, { recursive: true }).filter((it) => it.endsWith(".json")) : [];
const ours = files.map((file) => [file, JSON.parse(readFileSync(join(folder, file), "utf8"))]);
if (ours.length === 0) {
  console.error(`${folder} has no answers: nothing of the site would be tried`);
  process.exit(1);
}
const all = [...Object.entries(CASES), ...ours];
const input = JSON.stringify(all.map(([, data]) => ({ url: "https://tinhso.example/chi-so/dti/", data })));
const php = ["-d", "error_reporting=E_ALL & ~E_DEPRECATED", "-d", "display_errors=stderr", join(import.meta.dirname, "oembed.php"), wordpress];
const answer = JSON.parse(execFileSync("php", php, { input, encoding: "utf8", maxBuffer: 1 << 28 }));

const faults = [];
const fault = (name, ...what) => faults.push([`${name}:`, ...what].join("\n  "));
all.forEach(([name, data], n) => {
  const [real, told] = [answer.made[n], sanitise(data)];
  if (JSON.stringify(real) !== JSON.stringify(told)) {
    fault(name, `WordPress makes ${JSON.stringify(real)}`, `our rules make  ${JSON.stringify(told)}`);
  }
});
ours.forEach(([name, data], n) => {
  const { html, script } = answer.made[Object.keys(CASES).length + n];
  if (!html) return fault(name, `WordPress refuses ${data.html}`);
  // What a reader of a WordPress page is owed: a frame of our embed that is told its height, and words until it comes.
  const frame = html.match(/<iframe[^>]*>/)[0];
  if (!frame.includes(`#?secret=${SECRET}`)) fault(name, `the frame gets no secret: ${frame}`);
  for (const attribute of ["title", "width", "height"]) {
    if (!new RegExp(` ${attribute}=["'][^"']`).test(frame)) fault(name, `the frame has no ${attribute}: ${frame}`);
  }
  if (/ scrolling=/.test(frame)) fault(name, "a frame that may not scroll is cut off where WordPress ends it, at 1000 pixels");
  if (!script) fault(name, "without a quotation WordPress loads no script: no height, and links in its sandbox are dead");
  else if (!/<blockquote[^>]*>.*<a href="https?:[^"]+">[^<]+<\/a>.*<\/blockquote>/s.test(html)) fault(name, `the quotation has no link: ${html}`);
});

if (faults.length) {
  console.error(`${faults.length} of ${all.length} answers:\n${faults.slice(0, 10).join("\n")}`);
  process.exit(1);
}
console.log(`WordPress ${answer.wordpress}: ${ours.length} answers of the site and ${Object.keys(CASES).length} of our own, as told`);
