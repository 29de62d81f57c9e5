// An embed's colours follow the host's word: dark, light, or the host's own background showing through.
import { colourAt, expect, inside, keep, test } from "./hosts/host.mjs";

/** How light a colour is, from 0 to 255. */
const lightness = ([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** The colour a reader sees behind the embed's text, at the frame's upper left. */
async function behind(page) {
  await (await inside(page)).locator(".headline").waitFor();
  const { x, y } = await page.locator("iframe").boundingBox();
  // Inside the frame's own border.
  return colourAt(page, Math.round(x) + 4, Math.round(y) + 4);
}

for (const colorScheme of ["light", "dark"]) {
  test.describe(`a reader who prefers ${colorScheme}`, () => {
    test.use({ colorScheme });
    test.skip(({ browserName }) => browserName === "firefox", "Firefox cannot be told which colours a reader has");

    test("theme=dark and theme=light hold whatever the reader prefers", async ({ page, host }) => {
      for (const [theme, dark] of [["dark", true], ["light", false]]) {
        await host.show(page, host.frame(`nhung/dti/?theme=${theme}`));
        expect(lightness(await behind(page)) < 80, theme).toBe(dark);
        const text = await (await inside(page)).locator(".headline").evaluate((it) => getComputedStyle(it).color.match(/[\d.]+/g).map(Number));
        expect(lightness(text) > 150, `text of ${theme}`).toBe(dark);
      }
    });

    test("without a word, or with theme=auto, the reader's preference holds", async ({ page, host }) => {
      for (const query of ["", "?theme=auto"]) {
        await host.show(page, host.frame(`nhung/dti/${query}`));
        expect(lightness(await behind(page)) < 80).toBe(colorScheme === "dark");
      }
    });

    test("bg=transparent lets the host's background through", async ({ page, host }, info) => {
      const ground = [255, 236, 179];
      const style = `html { background: rgb(${ground}) }`;
      for (const theme of ["light", "dark"]) {
        // The scheme is named on the iframe: where the frame's differs from it, browsers put an opaque ground beneath.
        const style_ = { style: "color-scheme: light; border: 0" };
        await host.show(page, host.frame(`nhung/dti/?bg=transparent&theme=${theme}`, style_), { style });
        expect(await behind(page)).toEqual(ground);
        const frame = await inside(page);
        const grounds = await frame.evaluate(() =>
          [document.documentElement, document.body, document.getElementById("embed")].map((it) => getComputedStyle(it).backgroundColor),
        );
        expect(grounds).toEqual(Array(3).fill("rgba(0, 0, 0, 0)"));
        await keep(page, info, `transparent-${theme}`);
      }
    });
  });
}

test("on a page that is dark by scheme the ground shows through too", async ({ page, host }) => {
  const style = "html { color-scheme: dark; background: rgb(20, 30, 40) }";
  const frame = host.frame("nhung/dti/?bg=transparent&theme=dark", { style: "color-scheme: light; border: 0" });
  await host.show(page, frame, { style });
  expect(await behind(page)).toEqual([20, 30, 40]);
});
