// Every part in every state, in both languages, by day, by night and in the reader's own colours, from the narrowest phone
// to a desk: nothing that axe finds, nothing cut off, and every state says something.
import { faults } from "./axe.mjs";
import { SCENES, stage } from "./gallery/scenes.mjs";
import { expect, test } from "./site.mjs";

/** What the browser says of what a scene has broken. */
const COMPLAINTS = [/^answer (404|503): /, /^console: Failed to load resource/, /^console: .*WebAssembly/, /^failed: /];

/** Words that are wider than the box that hides what does not fit, or than the window. */
const cut = () => {
  const found = [];
  for (const one of document.querySelectorAll("body *")) {
    const text = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const box = one.getBoundingClientRect();
    if (!text || !box.width || !one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (one.closest(".table-frame, pre, .hidden, .skip, select, textarea, input, code")) continue;
    const hides = getComputedStyle(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1;
    if (hides || box.right > innerWidth + 0.5 || box.left < -0.5) found.push(`${one.localName}.${one.getAttribute("class") ?? ""} “${one.textContent.trim().slice(0, 40)}” ${Math.round(box.left)}–${Math.round(box.right)}`);
  }
  return found.slice(0, 5);
};

/** By day and by night, on a phone and at a desk. */
const LOOKS = [
  [320, "light"],
  [360, "dark"],
  [1280, "dark"],
  [1280, "light"],
];

for (const scene of SCENES) {
  test(`gallery: ${scene.id}`, async ({ reader, watch }) => {
    // Two maps have hundreds of elements, whose colours are looked at ten times.
    test.setTimeout(150_000);
    if (scene.complains) watch.allow(...COMPLAINTS);
    for (const language of ["vi", "en"]) {
      const page = await reader({ reducedMotion: "reduce", viewport: { width: 320, height: 740 }, ...scene.reader });
      const part = await stage(page, scene, language);
      await expect(part || page.locator("body")).toContainText(/\p{L}{2}/u);
      // Where no script runs, none of a test's runs either.
      if (scene.reader?.javaScriptEnabled === false) continue;
      for (const [width, colorScheme] of LOOKS) {
        await page.setViewportSize({ width, height: 740 });
        await page.emulateMedia({ colorScheme });
        const where = `${scene.id}, ${language}, ${width}, ${colorScheme}`;
        expect(await page.evaluate(cut), `${where}: cut off`).toEqual([]);
        expect(await faults(page, part), where).toEqual([]);
      }
      await page.emulateMedia({ forcedColors: "active" });
      expect(await faults(page, part), `${scene.id}, ${language}, forced colours`).toEqual([]);
    }
  });
}
