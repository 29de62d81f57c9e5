// What MDN's HTTP Observatory says of a host's answers, by its own code: the host is asked over http on this machine, and
// judged as if it were https://tinhso.example with a redirect from http, as a real one is.
//   node tests/hosts/observatory.mjs http://localhost:8801/
import { existsSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const [address] = process.argv.slice(2);
const root = dirname(dirname(createRequire(import.meta.url).resolve("@mdn/mdn-http-observatory")));
const inside = (path) => import(pathToFileURL(join(root, "src", path)).href);
// Browsers' lists of preloaded names, which its installation fetches from their makers. Ours would not be on them.
for (const name of ["hsts-preload.json", "tld-list.json"]) {
  const file = join(root, "conf", name);
  if (!existsSync(file)) writeFileSync(file, "{}");
}
const { Requests } = await inside("types.js");
const { Session } = await inside("retriever/session.js");
const { parseHttpEquivHeaders } = await inside("retriever/utils.js");
const { ALL_TESTS } = await inside("constants.js");
const { getGradeForScore, getScoreModifier } = await inside("grader/grader.js");
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await inside("grader/charts.js");
const { AxiosHeaders } = createRequire(join(root, "src/index.js"))("axios");

const NAME = "tinhso.example";
const HOME = new URL(`https://${NAME}${new URL(address).pathname}`);

async function response(path, headers = {}) {
  const answer = await fetch(new URL(path, address), { headers, redirect: "manual" });
  return {
    status: answer.status,
    statusText: answer.statusText,
    headers: new AxiosHeaders(Object.fromEntries(answer.headers)),
    data: await answer.text(),
    verified: true,
    request: { headers: new AxiosHeaders() },
    config: { headers: new AxiosHeaders() },
  };
}

async function judge(path) {
  const requests = new Requests(NAME);
  const auto = await response(path);
  if (auto.status !== 200) throw new Error(`${path} answers ${auto.status}`);
  requests.resources.path = auto.data;
  auto.httpEquiv = parseHttpEquivHeaders(auto.data, HOME.href);
  requests.responses.auto = auto;
  requests.responses.https = auto;
  requests.responses.http = auto;
  requests.responses.cors = await response(path, { origin: "https://elsewhere.example" });
  requests.responses.httpRedirects = [
    { url: new URL(HOME.href.replace("https:", "http:")), status: 301 },
    { url: HOME, status: 200 },
  ];
  requests.responses.httpsRedirects = [{ url: HOME, status: 200 }];
  requests.session = new Session(HOME);
  let [all, lost] = [100, 100];
  const results = ALL_TESTS.map((test) => test(requests));
  for (const { result } of results) {
    const points = getScoreModifier(result);
    all += points;
    if (points < 0) lost += points;
  }
  const { grade, score } = getGradeForScore(lost >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? all : lost);
  return { grade, score, results: results.map(({ result, pass }) => ({ result, pass, points: getScoreModifier(result) })) };
}

let failed = false;
for (const path of ["./", "so-sanh/", "en/indicators/dti/", "404.html"]) {
  const { grade, score, results } = await judge(path);
  console.log(`${path} ${grade} ${score}: ${results.map((it) => `${it.result} ${it.points}`).join(", ")}`);
  failed ||= grade !== "A+" || results.some((it) => !it.pass);
}
if (failed) {
  console.error("the Observatory would not say A+ of each");
  process.exit(1);
}
