// node --test chart/
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { measureText, render } from "./render.mjs";

const names = ["Đồng Nai (cũ)", "Bà Rịa - Vũng Tàu", "<script>alert(1)</script> & \"x\""];
const bars = (over = {}) => ({
  id: "hdi/2022",
  width: 680,
  height: 160,
  title: "HDI <2022> & \"hơn\"",
  desc: "Ba tỉnh <b>",
  option: {
    grid: { left: 8, right: 56, top: 8, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: { type: "value", min: 0, max: 1 },
    yAxis: {
      type: "category",
      inverse: true,
      data: names,
      axisLabel: { interval: 0, color: "#1b1f24" },
      axisTick: { show: false },
    },
    series: [
      {
        type: "bar",
        itemStyle: { color: "#12436d" },
        label: { show: true, position: "right", color: "#1b1f24" },
        data: [
          { value: 0.7, label: { formatter: "0,7000" } },
          { value: 0.6, label: { formatter: "0,6000" }, itemStyle: { color: "#C4321C" } },
          { value: 0.5, label: { formatter: "<script>" } },
        ],
      },
    ],
  },
  ...over,
});
const line = (data, over = {}) => ({
  id: "line",
  width: 400,
  height: 200,
  title: "Đường",
  option: {
    xAxis: { type: "category", data: data.map((_, i) => String(2016 + i)) },
    yAxis: { type: "value" },
    series: [{ type: "line", symbol: "none", lineStyle: { color: "#28a197" }, data }],
    ...over,
  },
});

test("is safe under the site's CSP and escapes every text", () => {
  const svg = render(bars());
  assert.ok(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" width="680" height="160" viewBox="0 0 680 160"'));
  assert.match(svg, / role="img" data-at="[\d, ]+"><title>HDI &lt;2022&gt; &amp; "hơn"<\/title><desc>Ba tỉnh &lt;b&gt;<\/desc>/);
  assert.match(svg, / preserveAspectRatio="xMinYMin meet"/);
  assert.doesNotMatch(svg, /style=|<style|<script|\son\w+=|href|font-family|xml:space|ecmeta/i);
  assert.match(svg, />&lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; "x"<\/text>/);
  assert.match(svg, />&lt;script&gt;<\/text>/);
  // Well-formed: every tag opened is closed, in order.
  const open = [];
  for (const [, close, name, self] of svg.matchAll(/<(\/?)(\w+)(?:"[^"]*"|[^">])*?(\/?)>/g)) {
    if (close) assert.equal(open.pop(), name);
    else if (!self) open.push(name);
  }
  assert.deepEqual(open, []);
});

test("keeps Vietnamese labels whole and in NFC", () => {
  const job = bars();
  job.option.yAxis.data = names.map((name) => name.normalize("NFD"));
  const svg = render(job);
  assert.equal(svg, svg.normalize("NFC"));
  for (const name of names.slice(0, 2)) assert.ok(svg.includes(`>${name}</text>`), name);
  assert.ok(svg.includes(">0,7000</text>"));
});

test("gives colours as classes", () => {
  const svg = render(bars());
  for (const name of ["f-1", "f-mine", "f-ink", "f-muted", "s-rule"]) {
    assert.match(svg, new RegExp(`class="(?:[^"]* )?${name}(?: [^"]*)?"`), name);
  }
  assert.doesNotMatch(svg, /#[0-9a-f]{3,6}/i);
});

test("every sentinel is a lower-case hex colour with its own class", () => {
  const colours = JSON.parse(readFileSync(new URL("colours.json", import.meta.url), "utf8"));
  for (const [hex, name] of Object.entries(colours)) {
    assert.match(hex, /^#[0-9a-f]{6}$/);
    assert.match(name, /^c-[a-z0-9]+$/);
  }
  assert.equal(new Set(Object.values(colours)).size, Object.keys(colours).length);
});

test("is the same in every run, and ids differ between charts", () => {
  const clipped = (id) => {
    const job = line([1, 9, 2, 8]);
    job.id = id;
    job.option.yAxis = { type: "value", min: 0, max: 5 };
    return job;
  };
  const jobs = [bars(), clipped("a/b"), clipped("a-b")];
  const out = jobs.map(render);
  assert.deepEqual(out.toReversed(), jobs.toReversed().map(render));
  const ids = out.map((svg) => /<clipPath id="([^"]+)">/.exec(svg)?.[1]);
  assert.equal(ids[0], undefined);
  assert.ok(ids[1] && ids[2] && ids[1] !== ids[2]);
  assert.ok(out[1].includes(`clip-path="url(#${ids[1]})"`));
});

test("a gap in a line leaves two separate segments", () => {
  const path = (data) => /<path class="s-2"[^>]* d="([^"]+)"/.exec(render(line(data)))[1];
  assert.equal(path([1, 2, 3, 4, 5]).match(/M/g).length, 1);
  assert.equal(path([1, 2, null, 4, 5]).match(/M/g).length, 2);
});

test("keeps all 63 category labels with interval 0", () => {
  const job = bars({ height: 1200 });
  const many = Array.from({ length: 63 }, (_, i) => `Tỉnh ${i + 1}`);
  job.option.yAxis.data = many;
  job.option.series[0].data = many.map((_, i) => i / 63);
  const svg = render(job);
  for (const name of many) assert.ok(svg.includes(`>${name}</text>`), name);
});

test("axis numbers are written the Vietnamese way", () => {
  const axis = (yAxis, data) => render(line(data, { yAxis: { type: "value", ...yAxis } }));
  assert.match(axis({ interval: 0.5 }, [0.5, 1]), />0,5<\/text>/);
  assert.match(axis({ interval: 1000 }, [1000, 2000]), />2\.000<\/text>/);
  assert.match(axis({ interval: 1000, axisLabel: { formatter: "{raw} đ" } }, [2000]), />2000 đ<\/text>/);
});

test("what ECharts warns of fails, and so does a job with something amiss", () => {
  assert.throws(() => render(bars({ option: { series: [{ type: "pie", data: [1] }] } })), /pie/);
  for (const bad of [{ option: null }, { option: [] }, { width: 0 }, { height: "1" }, { title: " " }]) {
    assert.throws(() => render(bars(bad)), /must/);
  }
});

test("measures Vietnamese text by real widths", () => {
  const width = (text, font = "10px sans-serif") => measureText(text, font).width;
  assert.equal(width("ệ"), width("e"));
  assert.equal(width("ệ".normalize("NFD")), width("ệ"));
  assert.equal(width("国"), 10);
  assert.equal(width("\u{1F600}"), 5.6);
  assert.ok(width("Đồng Nai", "20px sans-serif") === 2 * width("Đồng Nai"));
});

test("the drawing says where its marks are, by series and datum", () => {
  const at = (job) => /data-at="([^"]*)"/.exec(render(job))[1].split(";").map((one) => one.split(" "));
  const [ends] = at(bars());
  assert.equal(ends.length, 3);
  const [x, y] = [0, 1].map((n) => ends.map((it) => Number(it.split(",")[n])));
  assert.ok(x[0] > x[1] && x[1] > x[2], `longer bars end further right: ${x}`);
  assert.ok(y[0] < y[1] && y[1] < y[2], `the first stands on top: ${y}`);
  const [points] = at(line([1, null, 3]));
  assert.equal(points[1], "", "nothing is at a gap");
  assert.ok(Number(points[0].split(",")[1]) > Number(points[2].split(",")[1]), "more is higher");
});
