// Many embeds, taken at random but the same ones every time: the height that snippet and oEmbed answer state suits what
// is in the frame, narrow frames hold it, and source and period are in sight. Ten settings of one: embeds.spec.mjs.
import { createHash } from "node:crypto";
import { expect, test } from "./site.mjs";

/** So many of each language, pinned and following the newest figures. */
const EACH = 10;
/** Fonts differ from reader to reader by about a line. */
const TOLERANCE = 24;
/** At 680 pixels lines are fewer; but more of a hole than this looks broken. */
const LEAST = 0.55;

const KINDS = [
  { language: "vi", guide: "nhung/", source: "Nguồn: " },
  { language: "en", guide: "en/embed/", source: "Source: " },
];

const json = async (request, path) => (await request.get(path)).json();
const published = async (request) => {
  const { indicators, version } = await json(request, "data/latest/catalog.json");
  return { version, ids: indicators.map((it) => it.id).sort() };
};

/** In an order that is no order, and the same for every run. */
const shuffled = (ids, seed) => {
  const rank = (id) => createHash("sha256").update(`${seed} ${id}`).digest("hex");
  return [...ids].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
};

/** What a reader sees of the document at the width it has now. */
const seen = (page) =>
  page.evaluate(() => {
    const embed = document.getElementById("embed");
    const [foot, rest] = [embed.querySelector("footer"), [...embed.querySelectorAll("header, figure svg, .sign, .readout, .targets, table, p")]];
    const visible = (it) => it.checkVisibility() && it.getBoundingClientRect().height > 0;
    const words = rest.filter((it) => visible(it) && !foot.contains(it)).map((it) => it.innerText ?? it.textContent);
    return {
      height: Math.ceil(embed.getBoundingClientRect().bottom + scrollY),
      over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      foot: visible(foot) ? foot.innerText.replace(/\s+/g, " ") : "",
      source: [...foot.querySelectorAll("p:first-child a")].map((it) => it.innerText).join("; "),
      words: words.join(" ").replace(/\s+/g, " "),
    };
  });

for (const { language, guide, source } of KINDS) {
  for (const pinned of [true, false]) {
    test(`embeds of all sorts keep to their stated height: ${language}, ${pinned ? "pinned" : "following"}`, async ({ page, request }) => {
      test.setTimeout(120_000);
      const { version, ids } = await published(request);
      const faults = [];
      for (const id of shuffled(ids, `${language} ${pinned}`).slice(0, EACH)) {
        const address = `${guide}${pinned ? `v/${version}/` : ""}${id}/`;
        const { height: stated } = await json(request, `oembed/${language}/${id}.json`);
        await page.setViewportSize({ width: 400, height: 900 });
        await page.goto(address);
        const narrow = await seen(page);
        if (narrow.height > stated + TOLERANCE) faults.push(`${address}: ${narrow.height} px of content at 400, ${stated} stated`);
        if (!narrow.foot.startsWith(source) || !/\p{L}{2}/u.test(narrow.source)) faults.push(`${address}: no source in sight: ${narrow.foot}`);
        if (!narrow.foot.includes(version)) faults.push(`${address}: no version in sight: ${narrow.foot}`);
        // A figure without its period says nothing; of several periods each figure carries its own.
        if (/\d/.test(narrow.words) && !/\b(19|20)\d\d\b/.test(narrow.words + narrow.foot.replace(narrow.source, "").replaceAll(version, ""))) {
          faults.push(`${address}: no period in sight: ${narrow.words}`);
        }
        await page.setViewportSize({ width: 680, height: 900 });
        const wide = await seen(page);
        if (wide.height < LEAST * stated) faults.push(`${address}: ${wide.height} px of content at 680, ${stated} stated`);
        await page.setViewportSize({ width: 280, height: 900 });
        const least = await seen(page);
        for (const [width, it] of [[400, narrow], [680, wide], [280, least]]) {
          if (it.over > 0) faults.push(`${address}: ${it.over} px stick out at ${width}`);
        }
      }
      expect(faults).toEqual([]);
    });
  }
}

test("the snippet states the height that the oEmbed answer states", async ({ page, request }) => {
  const { ids } = await published(request);
  for (const id of shuffled(ids, "snippet").slice(0, 5)) {
    await page.goto(`chi-so/${id}/`);
    const snippet = await page.locator("#snippet-frame").inputValue();
    const { height } = await json(request, `oembed/vi/${id}.json`);
    expect(snippet, id).toContain(` height="${height}"`);
  }
});
