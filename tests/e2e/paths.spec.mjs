// Every address on every kind of page lies in the site's own folder, wherever that is.
import { BOTH, KINDS, expect, test, visit } from "./site.mjs";

test("all links and files stay in the site's folder", BOTH, async ({ page, reader, baseURL }) => {
  const folder = new URL(baseURL).pathname;
  const still = await reader({ javaScriptEnabled: false });
  for (const { kind, vi, en, life } of KINDS) {
    await test.step(kind, async () => {
      await visit(page, vi, life);
      await still.goto(en);
      for (const one of [page, still]) {
        const found = await one.evaluate(() => {
          const all = [];
          for (const one of document.querySelectorAll("[href], [src]")) {
            const [rel, href] = [one.getAttribute("rel") ?? "", one.getAttribute("href") ?? one.getAttribute("src")];
            // Public addresses begin with the public origin, which a test host does not have.
            if (!/canonical|alternate/.test(rel) && !/^https?:/.test(href)) all.push(href);
          }
          const { base, module, chart } = document.documentElement.dataset;
          return [...all, base, module, chart];
        });
        expect(found.length).toBeGreaterThan(10);
        expect(found.filter((href) => !/^#/.test(href) && (!href.startsWith(folder) || href.includes("//")))).toEqual([]);
      }
    });
  }
});

test("public addresses carry origin and folder", BOTH, async ({ page, baseURL }) => {
  const folder = new URL(baseURL).pathname;
  await page.goto("en/compare/");
  const href = (selector) => page.locator(selector).getAttribute("href");
  const canonical = await href('link[rel="canonical"]');
  // The origin is the build's to know: https://tinhso.example when `cargo xtask verify` builds.
  const origin = canonical.slice(0, canonical.indexOf(folder, canonical.startsWith("http") ? 8 : 0));
  expect(origin).toMatch(/^$|^https:\/\/[a-z.-]+$/);
  expect(canonical).toBe(`${origin}${folder}en/compare/`);
  expect(await href('link[hreflang="en"]')).toBe(`${origin}${folder}en/compare/`);
  expect(await href('link[hreflang="vi"]')).toBe(`${origin}${folder}so-sanh/`);
  expect(await href('link[hreflang="x-default"]')).toBe(`${origin}${folder}so-sanh/`);
});
