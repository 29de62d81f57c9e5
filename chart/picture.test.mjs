// node --test chart/
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { inflateSync } from "node:zlib";
import { widthReader } from "./fonts/read-widths.mjs";
import { LETTERS, SIGNS } from "./fonts/characters.mjs";
import { light } from "./picture/light.mjs";
import { clamp, clean, covered, wide, wrap } from "./picture/text.mjs";
import { compose } from "./picture.mjs";
import { drawer, fonts } from "./pictures.mjs";

const draw = await drawer();
const og = { width: 600, height: 315, scale: 2 };
const tall = { width: 540, height: 675, scale: 2 };
const free = { width: 600, height: null, scale: 2 };

const chart = (rows = 5) => ({
  kind: "chart",
  height: rows * 24 + 16,
  option: {
    grid: { left: 4, right: 70, top: 8, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: { type: "value", show: false, min: 0, max: 1 },
    yAxis: {
      type: "category", inverse: true, data: Array.from({ length: rows }, (_, i) => `${i + 1}  Tỉnh số ${i}`),
      axisLabel: { interval: 0, color: "#1b1f24", fontSize: 13 },
    },
    series: [{
      type: "bar", barWidth: 14, itemStyle: { color: "#28a197" },
      label: { show: true, position: "right", color: "#1b1f24", fontSize: 13 },
      data: Array.from({ length: rows }, (_, i) => ({ value: 1 - i / 20, label: { formatter: "0,5000" } })),
    }],
  },
});
const map = () => ({
  kind: "map", columns: 8, rows: 13,
  tiles: Array.from({ length: 34 }, (_, i) => ({
    col: 1 + (i % 4), row: Math.floor(i / 4), lines: ["Hà", "Nội"], step: i === 3 ? 9 : i % 6, chosen: i === 5,
  })),
  islands: [
    { col: 7, row: 7, lines: ["Hoàng Sa", "(Đà Nẵng)"] },
    { col: 7, row: 11, lines: ["Trường Sa", "(Khánh Hòa)"] },
  ],
  legend: [{ step: 1, words: "10 – 20 %" }, { step: 9, words: "chưa có số liệu" }],
});
const list = () => ({
  kind: "list",
  items: [1, 2, 3, 4].map((i) => ({ name: `Hộ có Internet băng rộng cố định ${i}`, figure: "89,2 %", note: "hạng 4/63" })),
});
const panel = (drawing, over = {}) => ({ title: null, headline: null, drawing, ...over });
const picture = (over = {}) => ({
  id: "dti/2022", lang: "vi", size: og, title: "Chỉ số chuyển đổi số (DTI)", subtitle: "điểm · năm 2022",
  headline: "Đà Nẵng dẫn đầu năm thứ ba liên tiếp", sign: "=", because: "So sánh được: cùng một cách tính.",
  panels: [panel(chart())], between: null, caveats: ["Năm 2023 đổi cách tính."],
  source: "Nguồn: Bộ Thông tin và Truyền thông.", licence: "CC BY 4.0", address: "https://tinhso.example/chi-so/dti/",
  ...over,
});
const make = (over) => compose(picture(over), { draw });
const LONG = "Tỷ lệ hộ gia đình đang có kết nối Internet băng rộng cố định nghiêng ngả khuỷu tay ƯỠN ẸO ";
const long = (over = {}) =>
  picture({
    title: LONG.repeat(2), subtitle: LONG, headline: LONG.repeat(3), because: LONG.repeat(3), caveats: [LONG, LONG, LONG],
    source: LONG.repeat(4), address: `https://tinhso.example/so-sanh/?noi=${"da-nang-cu~quang-nam~".repeat(6)}`, ...over,
  });

/** Every line of text and every drawing stays inside and apart from others. */
function assertTidy({ boxes, width, height }, name) {
  for (const box of boxes) {
    assert.ok(box.x >= 0 && box.y >= 0, `${name}: ${box.kind} starts outside`);
    assert.ok(box.x + box.width <= width + 0.5, `${name}: ${box.kind} is too wide: ${box.x} + ${box.width}`);
    assert.ok(box.y + box.height <= height + 0.5, `${name}: ${box.kind} is too low`);
  }
  const apart = boxes.filter((box) => !["list", "legend"].includes(box.kind) && box.width && box.height);
  apart.forEach((a, i) => {
    for (const b of apart.slice(i + 1)) {
      const over = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      const under = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
      assert.ok(over < 0.5 || under < 0.5, `${name}: ${a.kind} and ${b.kind} overlap by ${over} × ${under}`);
    }
  });
}

test("breaks lines at spaces by real widths, and long words where an address may break", () => {
  const style = { size: 14, width: 200 };
  for (const line of wrap(LONG, style)) assert.ok(wide(line, 14) <= 200, line);
  assert.equal(wrap(LONG, style).join(" "), LONG.trim());
  assert.deepEqual(wrap("hơn 40\u00a0%", { size: 14, width: 50 }), ["hơn", "40\u00a0%"]);
  const address = "https://tinhso.example/chi-so/fixed-broadband-households/?noi=da-nang~hue";
  const lines = wrap(address, style);
  assert.equal(lines.join(""), address, "nothing of an address is lost");
  for (const line of lines.slice(0, -1)) assert.match(line, /[/~\-._?&=]$/);
  const cut = clamp(wrap(LONG, style), 2, style);
  assert.equal(cut.lines.length, 2);
  assert.match(cut.lines[1], /\S…$/);
  assert.ok(wide(cut.lines[1], 14) <= 200);
});

test("the fonts hold every character they are said to, at the width in the table", () => {
  for (const [file, text, bold] of [["regular", LETTERS, false], ["bold", LETTERS, true], ["signs", SIGNS, false]]) {
    const bytes = readFileSync(new URL(`fonts/${file}.ttf`, import.meta.url));
    const width = widthReader(bytes);
    for (const char of text) assert.equal(width(char.codePointAt(0)), wide(char, 1000, bold), `${file} ${char}`);
    assert.ok(statSync(new URL(`fonts/${file}.woff2`, import.meta.url)).size < 25_000);
  }
  const needed = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯ áàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ";
  const signs = "–—…“”‘’·•×≈≠≥≤><~◇→−≡°₫%\u00a0";
  for (const char of needed + needed.toUpperCase() + signs) assert.ok(covered(char), char);
});

test("a character without a glyph is shown as a gap and reported", () => {
  assert.equal(clean("một\u202fhai \u2011 ba"), "một\u00a0hai - ba");
  assert.equal(clean("e\u0302\u0323"), "ệ");
  const { svg, lost } = make({ headline: "Hà Nội 河内 \u{1f600}" });
  assert.deepEqual(lost, ["河", "内", "\u{1f600}"]);
  assert.match(svg, /Hà Nội □□ □/);
});

test("holds everything a reader needs to judge it, and stands alone", () => {
  const { svg } = compose(picture(), { draw, fonts: fonts() });
  for (const text of ["Chỉ số chuyển đổi số (DTI)", "CC BY 4.0", "https://tinhso.example/chi-so/dti/", "Bộ Thông tin"]) {
    assert.ok(svg.includes(text), text);
  }
  assert.match(svg, /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="600" height="315" viewBox="0 0 600 315" role="img" lang="vi"/);
  assert.match(svg, /<title>[^<]+<\/title><desc>Đà Nẵng[^<]+So sánh được[^<]+Nguồn[^<]+<\/desc><metadata/);
  assert.equal(svg.match(/@font-face/g).length, 3);
  assert.doesNotMatch(svg, /<script|\son\w+=|href=|url\((?!data:font|#)| class=/);
  assert.ok(svg.includes(light["c-2"]) && !svg.includes("#28a197"), "sentinels became light colours");
  const ids = [...svg.matchAll(/\sid="([^"]+)"/g)].map((it) => it[1]);
  assert.equal(new Set(ids).size, ids.length);
});

test("uses the light colours of the page", () => {
  const css = readFileSync(new URL("../style/tokens.css", import.meta.url), "utf8");
  const root = css.slice(0, css.indexOf("@media"));
  for (const [name, value] of Object.entries(light)) assert.ok(root.includes(`--${name}: ${value};`), name);
});

const kinds = {
  chart: [panel(chart())], map: [panel(map())], list: [panel(list())], words: [],
  pair: [panel(chart(2), { title: "Vùng phủ", headline: "99 %" }), panel(chart(2), { title: "Hộ đã nối", headline: "79,5 %" })],
};
for (const [where, size] of Object.entries({ og, tall, free, narrow: { width: 320, height: null, scale: 2 } })) {
  test(`nothing overlaps or leaves the picture: ${where}`, () => {
    for (const [kind, panels] of Object.entries(kinds)) {
      for (const given of [picture({ size, panels, between: "≠" }), long({ size, panels, between: "≠" })]) {
        const out = compose(given, { draw });
        const name = `${where} ${kind} ${given.title.slice(0, 6)}`;
        assert.equal(out.height, size.height ?? out.height);
        assertTidy(out, name);
        const address = out.boxes.find((box) => box.kind === "address").lines.join("");
        const source = out.boxes.find((box) => box.kind === "source").lines.join(" ");
        assert.ok(address.includes(given.address), `${name}: the address is whole`);
        assert.ok((address + source).includes("CC BY 4.0"), `${name}: the licence is there`);
        if (given.title.length < 40) assert.ok(!out.left.includes("drawings"), `${name}: the drawing is there`);
      }
    }
  });
}

/** All lines of some boxes as one text. */
const read = (boxes, kind) => boxes.filter((box) => box.kind === kind).flatMap((box) => box.lines).join(" ");

test("when the figures are of is never cut, however little room there is", () => {
  const when = "1/1/2026 – 10/10/2026 · 63 tỉnh, thành trước 1/7/2025";
  for (const size of [og, tall, free]) {
    for (const panels of Object.values(kinds)) {
      for (const given of [picture({ size, panels, when }), long({ size, panels, when })]) {
        const { boxes, svg } = compose(given, { draw });
        assert.ok(read(boxes, "subtitle").includes(when), read(boxes, "subtitle"));
        assert.ok(/<title>[^<]*10\/10\/2026/.test(svg));
      }
    }
  }
});

test("each figure of a list keeps its period; what was counted may go", () => {
  const items = [1, 2, 3, 4].map((i) => ({
    name: `Tỉnh ${i}`, figure: `${i}.000 trạm`, when: `tháng ${i}/2025 – tháng ${i + 1}/2025`, note: LONG,
  }));
  for (const over of [{}, { caveats: [LONG, LONG, LONG] }]) {
    const { boxes } = make({ panels: [panel({ kind: "list", items })], ...over });
    const notes = read(boxes, "note");
    for (const { when } of items) assert.ok(notes.includes(when), `${when}: ${notes}`);
  }
});

test("a caveat is whole or not there, and the first of them stays longest", () => {
  const caveats = ["> nêu là hơn mức này.", `Hình nêu 4 trong 8 số liệu. ${LONG.repeat(6)}`, "34 tỉnh, thành: 8 có số liệu."];
  const { boxes, left } = make({ panels: [panel(list())], caveats });
  assert.equal(read(boxes, "caveats"), caveats[0]);
  assert.deepEqual(left.filter((it) => it === "caveats"), ["caveats"]);
});

test("labels at the end of bars stay inside however narrow the drawing is", () => {
  const it = chart();
  it.option.yAxis.data = it.option.yAxis.data.map((_, i) => `${i + 1}  Bà Rịa - Vũng Tàu (cũ)`);
  it.option.series[0].data.forEach((one) => { one.label.formatter = "2,96 điểm"; });
  const { boxes } = make({ panels: [panel(it)], because: LONG });
  const drawn = boxes.find((box) => box.kind === "chart");
  for (const [, x, text] of drawn.svg.matchAll(/<text[^>]*? x="([\d.]+)"[^>]*>(2,96 điểm)</g)) {
    assert.ok(Number(x) + wide(text, 13) <= drawn.width + 1, `${x} of ${drawn.width}`);
  }
});

test("both archipelagos are on every map, and a map without them is refused", () => {
  for (const size of [og, tall, free]) {
    const { svg } = make({ size, panels: [panel(map())] });
    for (const name of ["Hoàng Sa", "(Đà Nẵng)", "Trường Sa", "(Khánh Hòa)"]) assert.ok(svg.includes(`>${name}</text>`), name);
    assert.equal(svg.match(/stroke-dasharray="3 2"/g).length, 2);
  }
  const one = { ...map(), islands: map().islands.slice(1) };
  assert.throws(() => make({ panels: [panel(one)] }), /panels\[0\]\.drawing\.islands must be both archipelagos/);
});

test("a hostile text is text", () => {
  const bad = '<script>alert(1)</script>"\'&]]><!--\u0000\ud800';
  const hostile = chart();
  hostile.option.yAxis.data[0] = bad;
  const { svg } = compose(
    picture({ id: `"><x`, size: free, title: bad, headline: bad, because: bad, caveats: [bad], source: bad, address: bad, panels: [panel(hostile)] }),
    { draw },
  );
  assert.doesNotMatch(svg, /<script|<!--|<x/);
  assert.ok(svg.includes("&lt;script&gt;alert(1)&lt;/script&gt;"));
  const open = [];
  for (const [, close, name, self] of svg.matchAll(/<(\/?)([\w:]+)(?:"[^"]*"|[^">])*?(\/?)>/g)) {
    if (close) assert.equal(open.pop(), name);
    else if (!self) open.push(name);
  }
  assert.deepEqual(open, []);
});

test("names the field that is wrong", () => {
  for (const [over, said] of [
    [{ title: "" }, /^title must be a text that is not empty/],
    [{ sign: "<" }, /^sign must be/],
    [{ size: { width: 600, height: 10 } }, /^size\.height must be a number/],
    [{ panels: [panel({ kind: "pie" })] }, /^panels\[0\]\.drawing\.kind must be/],
    [{ address: " " }, /^address must be/],
  ]) assert.throws(() => make(over), ({ message }) => said.test(message));
});

test("jobs become files: right size, not blank, the same each time, cached, and faults are named", () => {
  const folder = mkdtempSync(join(tmpdir(), "pictures-"));
  try {
    const script = fileURLToPath(new URL("pictures.mjs", import.meta.url));
    const at = (name) => join(folder, name);
    const jobs = [
      picture({ id: "a", png: at("a.png"), svg: at("a.svg") }),
      picture({ id: "b", size: tall, panels: [panel(map())], png: at("deep/b.png"), svg: null }),
      picture({ id: "xấu", lang: "fr", png: at("c.png") }),
    ];
    const run = () => spawnSync(process.execPath, [script, "--cache", at("cache")], {
      input: jobs.map((job) => JSON.stringify(job)).join("\n"), encoding: "utf8",
    });
    // The folder of a cache need not be there yet.
    const first = run();
    assert.equal(first.status, 1);
    assert.match(first.stderr, /^pictures\.mjs: picture "xấu": lang must be/m);
    const lines = first.stdout.trim().split("\n").map((line) => JSON.parse(line));
    assert.deepEqual(lines.map(({ id, width, height }) => [id, width, height]), [["a", 1200, 630], ["b", 1080, 1350]]);
    const bytes = readFileSync(at("a.png"));
    assert.equal(bytes.length, lines[0].bytes);
    assert.ok(bytes.length < 45_000);
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1200, 630]);
    const data = bytes.indexOf("IDAT");
    const pixels = inflateSync(bytes.subarray(data + 4, data + 4 + bytes.readUInt32BE(data - 4)));
    const ink = pixels.reduce((sum, entry) => sum + (entry !== 0), 0) / pixels.length;
    assert.ok(ink > 0.03 && ink < 0.6, `a picture of words and bars, not ${ink}`);
    const old = new Date(0);
    utimesSync(at("a.png"), old, old);
    const second = run();
    assert.equal(second.stdout, first.stdout);
    assert.ok(readFileSync(at("a.png")).equals(bytes));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the same description gives the same picture", () => {
  assert.equal(make({ panels: [panel(map())] }).svg, make({ panels: [panel(map())] }).svg);
  assert.equal(make().svg, make().svg);
});
