// Two languages, each whole: the language link keeps page and view, and no words of the other stand on a page.
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { BOTH, KINDS, expect, expectAddress, open, settled, test, visit } from "./site.mjs";

const TEXT = '\\s*"([^"{}\\\\]+)"\\s*';
/** How the source writes a text in both languages: a message, a choice, a code's words. */
const PAIR = [`^ +\\w+:${TEXT},${TEXT};$`, `either\\(${TEXT},${TEXT},?\\s*\\)`, `=> \\(${TEXT},${TEXT}\\),$`].map((it) => new RegExp(it, "gm"));

/** Every text that the source has in both languages, Vietnamese first. */
function pairs() {
  const folder = resolve(import.meta.dirname, "../../src");
  const files = readdirSync(folder, { recursive: true }).filter((it) => /^(text|ui|figure)\b.*\.rs$/.test(it));
  const found = [];
  for (const file of files) {
    const source = readFileSync(join(folder, file), "utf8").split("mod tests")[0];
    for (const [, vi, en] of PAIR.flatMap((pattern) => [...source.matchAll(pattern)])) {
      if (vi !== en && /\p{L}{2}/u.test(vi)) found.push([vi.trim(), en.trim()]);
    }
  }
  return found;
}

/** The texts of the page, piece by piece: text nodes, and what is read out or shown in fields. Tiles hold parts of names. */
const pieces = () => {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    if (!parent.closest("script, style, noscript, code, a.language, .tile-map, [lang]:not(html)")) found.push(walk.currentNode.data);
  }
  for (const one of document.querySelectorAll("[aria-label], [placeholder], optgroup[label]")) {
    for (const name of ["aria-label", "placeholder", "label"]) found.push(one.getAttribute(name) ?? "");
  }
  found.push(document.title, document.querySelector("meta[name=description]").content);
  return found.map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean);
};

test("the source's pairs of texts are found", () => {
  const found = pairs();
  expect(found.length).toBeGreaterThan(150);
  expect(found).toContainEqual(["So sánh các tỉnh", "Compare provinces"]);
  expect(found).toContainEqual(["nêu con số cụ thể", "stated exactly"]);
});

for (const [language, own, other] of [["vi", 0, 1], ["en", 1, 0]]) {
  test(`pages in ${language} hold no texts of the other language`, async ({ page }) => {
    const all = pairs();
    const allowed = new Set(all.map((pair) => pair[own]));
    const strange = [...new Set(all.map((pair) => pair[other]))].filter((text) => !allowed.has(text));
    const long = strange.filter((text) => text.length >= 12 && text.includes(" "));
    const whole = new Set(strange);
    for (const { kind, life, [language]: address } of [
      ...KINDS,
      { kind: "a silent place", vi: "tinh/binh-thuan/", en: "en/places/binh-thuan/", life: "still" },
      { kind: "a map", vi: "chi-so/dti/?view=map", en: "en/indicators/dti/?view=map", life: "whole" },
      { kind: "a mangled address", vi: "so-sanh/?topic=x&view=y", en: "en/compare/?topic=x&view=y", life: "whole" },
    ]) {
      await test.step(kind, async () => {
        await visit(page, address, life);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        const found = await page.evaluate(pieces);
        expect(found.length).toBeGreaterThan(20);
        const wrong = found.filter((text) => whole.has(text) || long.some((one) => text.includes(one)));
        expect(wrong, `${kind} (${language})`).toEqual([]);
      });
    }
  });
}

test("English pages hold Vietnamese letters in names and titles only", async ({ page }) => {
  // Names of provinces are written without marks in English; titles of documents stay as they are.
  await open(page, "en/indicators/dti/");
  const controls = await page.locator("header, .controls, .headline, .subtitle, .sign, .definition, footer").allInnerTexts();
  for (const text of controls) expect(text.replaceAll("Tỉnh Số", "").replaceAll("Tiếng Việt", "")).not.toMatch(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i);
});

test("the language link keeps page and view", BOTH, async ({ page, baseURL }) => {
  await open(page, "so-sanh/?topic=broadband&places=dong-nai-cu~dong-thap-cu&view=table");
  const link = page.locator("a.language");
  await expect(link).toHaveText("English");
  await link.click();
  await expectAddress(page, baseURL, "en/compare/?topic=broadband&places=dong-nai-cu~dong-thap-cu&view=table");
  await settled(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page).toHaveTitle("Compare provinces · Tỉnh Số");
  await expect(page.locator(".chip > span")).toHaveText(["Dong Nai (former)", "Dong Thap (former)"]);
  await expect(page.getByRole("button", { name: "Table", exact: true })).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator(".panel h2").first()).toHaveText("Households with fixed broadband");
  // After a choice the link follows.
  await page.getByRole("button", { name: "Bars", exact: true }).click();
  await expect(page).toHaveURL(/view=bar$/);
  await page.locator("a.language").click();
  await expectAddress(page, baseURL, "so-sanh/?topic=broadband&places=dong-nai-cu~dong-thap-cu&view=bar");
  await expect(page.locator("html")).toHaveAttribute("lang", "vi");
  await page.goBack();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("h1")).toHaveText("Compare provinces");
});
