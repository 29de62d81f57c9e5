// The form for a figure somebody wants to send: what it takes, what it refuses, and the rows it makes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { figure, period, rows } from "../../src/browser/site/send.js";

const places = [
  { id: "dong-nai", names: ["Đồng Nai", "Dong Nai"], from: "2025-07-01" },
  { id: "dong-nai-cu", names: ["Đồng Nai (cũ)", "Dong Nai (former)"], to: "2025-06-30" },
  { id: "ha-noi", names: ["Hà Nội", "Ha Noi"] },
];
const indicators = [{ id: "fibre-households", names: ["Hộ gia đình dùng Internet cáp quang", "Households using fibre Internet"] }];
const good = {
  place: "Đồng Nai",
  indicator: "Hộ gia đình dùng Internet cáp quang",
  period: "2025-11",
  status: "actual",
  value: "83,5",
  qualifier: "about",
  title: "Báo cáo, lần hai",
  publisher: "Báo Đồng Nai",
  published: "2025-11-15",
  url: "https://baodongnai.com.vn/1",
};
const made = (change = {}) => rows({ ...good, ...change }, places, indicators);

test("a complete form makes a row of each table, with the commas of a title kept together", () => {
  const { faults, text } = made();
  assert.deepEqual(faults, []);
  assert.equal(
    text,
    [
      "sources.csv",
      'bao-dong-nai-2025-11-15,"Báo cáo, lần hai",Báo Đồng Nai,,2025-11-15,,https://baodongnai.com.vn/1,press,,,,,',
      "",
      "observations.csv",
      "dong-nai,fibre-households,2025-11,,actual,83.5,about,,bao-dong-nai-2025-11-15,,",
    ].join("\n"),
  );
});

test("names of either language and ids are understood", () => {
  for (const place of ["Dong Nai", "dong-nai", "  Đồng Nai "]) assert.deepEqual(made({ place }).faults, [], place);
});

test("a figure is understood only where its meaning is certain", () => {
  const cases = { "83,5": "83.5", 83.5: "83.5", 86: "86", "1.234.567": "1234567", "1.234,5": "1234.5", 0: "0", "-2,5": "-2.5" };
  for (const [written, value] of Object.entries(cases)) assert.equal(figure(written), value, written);
  // A thousand or a decimal: nobody can tell.
  for (const written of ["1.234", "1,234", "khoảng 86", "86%", "", "8 6"]) assert.equal(figure(written), undefined, written);
});

test("a time is understood as people write it", () => {
  const cases = { "15/11/2025": "2025-11-15", "1.7.2025": "2025-07-01", "11/2025": "2025-11", "tháng 9/2023": "2023-09", "quý III/2025": "2025-Q3", "Q4 2025": "2025-Q4", 2025: "2025", "2025-H2": "2025-H2" };
  for (const [written, said] of Object.entries(cases)) assert.equal(period(written), said, written);
});

test("a result belongs to the unit of its time", () => {
  const faults = (place, period, status = "actual") => made({ place, period, status }).faults.length;
  assert.equal(faults("Đồng Nai", "2023"), 1);
  assert.equal(faults("Đồng Nai (cũ)", "2025-11"), 1);
  assert.equal(faults("Đồng Nai (cũ)", "2023"), 0);
  assert.equal(faults("Hà Nội", "2023"), 0);
  assert.equal(faults("Đồng Nai", "2025-01-01/2025-10-10"), 0, "a span that ends after the mergers");
  assert.equal(faults("Đồng Nai (cũ)", "2030", "target"), 0, "a promise of a unit that ended");
});

test("every other fault is named once, and nothing is made", () => {
  const bad = { place: "Atlantis", indicator: "x", period: "cuối năm", value: "nhiều", title: " ", published: "hôm qua", url: "baodongnai.com.vn" };
  assert.equal(made(bad).faults.length, 7);
  assert.equal(made(bad).text, "");
  for (const [field, value] of Object.entries(bad)) assert.equal(made({ [field]: value }).faults.length, 1, field);
});

test("a definition that is not there yet is taken along by its name", () => {
  const { faults, text } = made({ indicator: "mới: Hộ có ví điện tử" });
  assert.deepEqual(faults, []);
  assert.match(text, /dong-nai,ho-co-vi-dien-tu,2025-11/);
  assert.match(text, /indicators\.csv\nho-co-vi-dien-tu: Hộ có ví điện tử$/);
});

test("nothing that a spreadsheet would run gets into a row", () => {
  const { text } = made({ title: '=HYPERLINK("x")' });
  assert.doesNotMatch(text, /(^|,)"?[=+@]/m);
});
