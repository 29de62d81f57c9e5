// The home page's two ways to one's own province: the maps of before and after the mergers, and the province opened last.
import { BOTH, expect, expectMap, open, test } from "./site.mjs";

test("from one list of provinces to the other, tiles show who joined whom; not to those who asked for calm", async ({ page }) => {
  // What moves is over too soon to be looked at: every move is noted with where it begins and ends.
  await page.addInitScript(() => {
    globalThis.moves = [];
    const { animate } = Element.prototype;
    Element.prototype.animate = function (frames, options) {
      const box = this.getBoundingClientRect();
      const at = ({ transform }) => {
        const { e, f, a } = new DOMMatrix(transform);
        return [box.left + e, box.top + scrollY + f, box.width * a].map(Math.round);
      };
      if (frames[0].transform) globalThis.moves.push({ name: this.textContent.replaceAll("\n", " "), from: at(frames[0]), to: at(frames[1]) });
      return animate.call(this, frames, options);
    };
  });
  await open(page, "./");
  const spots = (era) =>
    page.locator(`.era-${era} a.tile`).evaluateAll((all) =>
      Object.fromEntries(
        all.map((one) => {
          const { left, top, width } = one.getBoundingClientRect();
          return [one.textContent.replaceAll("\n", " "), [left, top + scrollY, width].map(Math.round)];
        }),
      ),
    );
  const near = (a, b) => a.every((it, n) => Math.abs(it - b[n]) <= 1);
  const today = await spots(34);
  const choose = async (era) => {
    await page.evaluate(() => (globalThis.moves.length = 0));
    await page.locator(`label[for=era-${era}]`).click();
    await expect(page.locator(`.era-${era} .tile-map`)).toBeVisible();
    // Where tiles lie is looked at when they have come to rest.
    await page.evaluate(() => Promise.all(document.getAnimations().map((it) => it.finished)));
    return page.evaluate(() => Object.fromEntries(globalThis.moves.map((it) => [it.name, it])));
  };
  const apart = await choose(63);
  const former = await spots(63);
  expect(Object.keys(apart)).toHaveLength(63);
  const joined = await choose(34);
  expect(Object.keys(joined)).toHaveLength(63);
  // Bình Phước is part of Đồng Nai today; Huế is what it was.
  for (const [was, is] of [["Bình Phước", "Đồng Nai"], ["Đồng Nai", "Đồng Nai"], ["Huế", "Huế"]]) {
    expect(near(apart[was].from, today[is]) && near(apart[was].to, former[was]), JSON.stringify([apart[was], today[is], former[was]])).toBe(true);
    expect(near(joined[was].from, former[was]) && near(joined[was].to, today[is]), JSON.stringify([joined[was], former[was], today[is]])).toBe(true);
  }
  // Nothing stays behind.
  await expect(page.locator(".era-34 .tile")).toHaveCount(34);

  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await choose(63)).toEqual({});

  // The same in words.
  await page.getByText("Tỉnh nào nhập với tỉnh nào").click();
  await expect(page.locator(".joined li", { hasText: /^Đồng Nai:/ })).toHaveText("Đồng Nai: Bình Phước, Đồng Nai (cũ)");
  await expect(page.locator(".joined li").last()).toContainText("Giữ nguyên: ");
});

test("the maps of the home page: both eras, each tile a way to its province", BOTH, async ({ page, baseURL }) => {
  await open(page, "./");
  await expectMap(page.locator(".era-34 .tile-map"), 34, "tinh");
  await expect(page.locator(".era-63 .tile-map")).toBeHidden();
  await page.getByText("63 tỉnh, thành (đến 30/6/2025)").click();
  await expect(page.locator(".era-34 .tile-map")).toBeHidden();
  await expectMap(page.locator(".era-63 .tile-map"), 63, "tinh");
  await page.locator(".era-63 .tile-map").getByRole("link", { name: "Bình Thuận" }).click();
  await expect(page).toHaveURL(`${baseURL}tinh/binh-thuan/`);
  // By keyboard: the switch is one stop, its arrows choose, tiles follow.
  await open(page, "en/");
  await page.locator("#era-34").focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".era-63 .tile-map")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.locator(".era-63 a.tile").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/places\/[a-z-]+\/$/);
});

test("the province opened last: a line under the field and its tile, until it is to be forgotten", BOTH, async ({ page, baseURL }) => {
  await open(page, "./");
  const line = page.locator(".home .last");
  await expect(line).toBeHidden();
  const before = await page.locator(".maps").boundingBox();

  await page.goto("tinh/dong-nai-cu/");
  await expect(page.locator("h1")).toHaveText("Đồng Nai (cũ)");
  // The country is no province of anybody's.
  await page.goto("tinh/viet-nam/");
  await open(page, "./");
  await expect(line).toHaveText("Lần trước bạn xem: Đồng Nai (cũ) · xóa");
  expect(await page.locator(".maps").boundingBox()).toEqual(before);
  await expect(page.locator(".maps a.chosen")).toHaveCount(1);
  await expect(page.locator(".era-63 a.chosen")).toHaveText(/Đồng\s+Nai/);

  // In the other language by its name there, and after a way through the site without loading anew.
  await open(page, "en/");
  await expect(line).toHaveText("You last looked at: Dong Nai (former) · clear");
  await line.getByRole("link").click();
  await expect(page).toHaveURL(`${baseURL}en/places/dong-nai-cu/`);
  await page.locator("header.top").getByRole("link").first().click();
  await expect(page).toHaveURL(`${baseURL}en/`);
  await expect(line.getByRole("link")).toBeVisible();

  await line.getByRole("button", { name: "clear" }).click();
  await expect(line).toBeHidden();
  await expect(page.locator(".maps a.chosen")).toHaveCount(0);
  await expect(page.getByRole("combobox")).toBeFocused();
  await page.reload();
  await expect(page.locator(".home h1")).toBeVisible();
  await expect(line).toBeHidden();
});

test("a browser that keeps nothing shows the home page as it is", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("denied", "SecurityError"); } }));
  await page.goto("tinh/hue/");
  await open(page, "./");
  await expect(page.locator(".home .last")).toBeHidden();
});
