// What is made before anybody asks: the guide and its builder of embeds, pictures for previews of links, oEmbed answers.
import { expect, open, settled, test } from "./site.mjs";
import { clipboard, desk, pixels } from "./taken.mjs";

const GUIDE = "nhung/";
const snippet = (page, name) => page.locator(`#snippet-${name}`);

/** One of our whole addresses, found in this home of the site; the build was told another origin, perhaps. */
const here = (address, baseURL) => {
  expect(address, "a whole address").toMatch(/^https?:\/\/[^/]+\//);
  const { pathname, search } = new URL(address);
  const folder = new URL(baseURL).pathname;
  expect(pathname.startsWith(folder), `${address} lies below ${folder}`).toBe(true);
  return pathname.slice(folder.length) + search;
};

/** What a snippet's frame shows: its address below the site's folder. */
const target = async (page, baseURL) => here((await snippet(page, "frame").inputValue()).match(/ src="([^"]*)"/)[1].replaceAll("&amp;", "&"), baseURL);
const latest = async (request) => (await (await request.get("data/versions.json")).json()).latest;

test("the guide's builder: another indicator, a place and a kind rewrite the snippets", async ({ page, request, baseURL, watch, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const version = await latest(request);
  await open(page, GUIDE);
  const builder = page.locator(".builder");
  const before = await target(page, baseURL);
  expect(before).toMatch(new RegExp(`^nhung/v/${version.replaceAll(".", "\\.")}/[a-z0-9-]+/$`));

  await builder.getByLabel("Chọn chỉ số").selectOption("papi-internet");
  await expect.poll(() => target(page, baseURL)).toBe(`nhung/v/${version}/papi-internet/`);
  expect(await snippet(page, "frame").inputValue()).toContain('title="Tiếp cận Internet theo khảo sát PAPI"');

  await builder.getByRole("combobox", { name: "Tỉnh, thành cần làm nổi" }).fill("dong nai cu");
  await builder.getByRole("listbox").getByRole("option").first().click();
  await expect(builder.locator(".chip")).toHaveText(/Đồng Nai \(cũ\)/);
  await expect.poll(() => target(page, baseURL)).toBe(`nhung/v/${version}/papi-internet/?places=dong-nai-cu`);
  expect(await snippet(page, "picture").inputValue()).toMatch(/\/chi-so\/papi-internet\/">.*\/pictures\/vi\/indicators\/papi-internet\.png/);

  await builder.getByLabel("Cách vẽ", { exact: false }).selectOption("map");
  await expect.poll(() => target(page, baseURL)).toBe(`nhung/v/${version}/papi-internet/?places=dong-nai-cu&view=map`);
  // The choices that are none of the view's stay when the view changes.
  await builder.getByLabel("tối", { exact: true }).check();
  await builder.getByLabel("Chọn chỉ số").selectOption("dti");
  await expect.poll(() => target(page, baseURL)).toBe(`nhung/v/${version}/dti/?places=dong-nai-cu&theme=dark`);
  await builder.locator(".chip button").click();
  await expect.poll(() => target(page, baseURL)).toBe(`nhung/v/${version}/dti/?theme=dark`);
  // The address bar is that of the guide all the while.
  expect(page.url()).toBe(`${baseURL}${GUIDE}`);

  await builder.locator("[data-from=snippet-frame]").click();
  await expect.poll(async () => (await clipboard(page))["text/plain"]).toBe(await snippet(page, "frame").inputValue());
  await expect(page.getByText("Đã sao chép.", { exact: true })).toBeVisible();
});

test("the guide's preview shows what its snippet would show", async ({ page, baseURL }) => {
  await open(page, GUIDE);
  const builder = page.locator(".builder");
  await builder.getByLabel("Chọn chỉ số").selectOption("papi-internet");
  await builder.getByRole("button", { name: "Xem thử" }).click();
  const frame = page.locator("[data-preview] iframe");
  await expect(frame).toHaveCount(1);
  expect(new URL(await frame.getAttribute("src"), page.url()).href).toBe(baseURL + (await target(page, baseURL)));
  await frame.scrollIntoViewIfNeeded();
  await expect(page.frameLocator("[data-preview] iframe").locator("header h1")).toHaveText("Tiếp cận Internet theo khảo sát PAPI");
  expect((await frame.boundingBox()).width).toBeGreaterThan(300);
});

for (const [address, words, frame] of [
  ["nhung/", ["Khung nhúng", "oEmbed", "Chiều cao", "places="], /\/nhung\/v\//],
  ["en/embed/", ["Frame", "oEmbed", "Height", "places="], /\/en\/embed\/v\//],
]) {
  test(`without a script the guide still has snippets and explains them: ${address}`, async ({ reader }) => {
    const page = await reader({ javaScriptEnabled: false });
    await page.goto(address);
    for (const name of ["frame", "script", "picture", "oembed"]) await expect(snippet(page, name)).toBeVisible();
    expect(await snippet(page, "frame").inputValue()).toMatch(frame);
    for (const word of words) await expect(page.locator("main")).toContainText(word);
    await expect(page.locator("main").locator("[data-take]:visible, select:visible")).toHaveCount(0);
    // No field to type in that nothing answers to.
    await expect(page.locator("main input:visible")).toHaveCount(0);
  });
}

for (const address of ["", "so-sanh/", "en/", "en/themes/broadband/", "chi-so/dti/", "tinh/dong-nai-cu/", "en/indicators/papi-internet/", "en/places/dong-nai-cu/"]) {
  test(`a link to the page is previewed with a picture of its own: ${address}`, async ({ page, request, baseURL }) => {
    await page.goto(address);
    const of = (name) => page.locator(`meta[property="${name}"]`).getAttribute("content");
    const response = await request.get(here(await of("og:image"), baseURL));
    expect(response.status()).toBe(200);
    expect(response.headers()["content-type"]).toMatch(/^image\/png/);
    const drawn = await pixels(await desk(page), await response.body(), "image/png");
    expect([drawn.width, drawn.height]).toEqual([1200, 630]);
    expect([await of("og:image:width"), await of("og:image:height")]).toEqual(["1200", "630"]);
    expect(drawn.colours, "not blank").toBeGreaterThan(20);
    await expect(page.locator('meta[name="twitter:card"]')).toHaveAttribute("content", "summary_large_image");
  });
}

test("the ready-made pictures are there: wide, tall, and as SVG", async ({ page, request, baseURL }) => {
  await open(page, "chi-so/dti/");
  await page.locator("section.take > p.buttons").getByRole("button", { name: "Ảnh", exact: true }).click();
  const links = page.locator("#take-picture").getByRole("link");
  const sizes = [];
  const table = await desk(page);
  for (const link of await links.all()) {
    const href = await link.evaluate((it) => it.href);
    await expect(link).toHaveAttribute("download", "");
    const response = await request.get(here(href, baseURL));
    expect(response.status(), href).toBe(200);
    const type = response.headers()["content-type"].split(";")[0];
    const drawn = await pixels(table, await response.body(), type);
    expect(drawn.colours, href).toBeGreaterThan(20);
    sizes.push(`${type} ${drawn.width}×${drawn.height}`);
  }
  expect(sizes).toEqual(["image/png 1200×630", "image/png 1080×1350", expect.stringMatching(/^image\/svg\+xml \d+×\d+$/)]);
});

for (const address of ["chi-so/dti/", "en/indicators/papi-internet/"]) {
  test(`the page leads to its oEmbed answer, which is one by oembed.com: ${address}`, async ({ page, request, baseURL }) => {
    await page.goto(address);
    const link = page.locator('head link[rel="alternate"][type="application/json+oembed"]');
    await expect(link).toHaveCount(1);
    const response = await request.get(here(await link.getAttribute("href"), baseURL));
    expect(response.status()).toBe(200);
    expect(response.headers()["content-type"]).toMatch(/^application\/json/);
    const answer = await response.json();
    expect(answer).toMatchObject({ version: "1.0", type: "rich" });
    for (const key of ["width", "height", "thumbnail_width", "thumbnail_height", "cache_age"]) expect(Number.isInteger(answer[key]), key).toBe(true);
    for (const key of ["title", "provider_name", "html"]) expect(answer[key], key).toMatch(/\S/);
    expect(answer.title).toBe(await page.locator("h1").innerText());
    here(answer.provider_url, baseURL);
    const picture = await request.get(here(answer.thumbnail_url, baseURL));
    expect(picture.status()).toBe(200);
    const drawn = await pixels(await desk(page), await picture.body(), "image/png");
    expect([drawn.width, drawn.height]).toEqual([answer.thumbnail_width, answer.thumbnail_height]);
    // The frame it hands out is one of our embeds, at the size it states, and leads back to the page.
    const tag = answer.html.match(/<iframe [^>]*>/)[0];
    expect(tag).toContain(` height="${answer.height}"`);
    expect(tag).toContain(` width="${answer.width}"`);
    expect((await request.get(here(tag.match(/ src="([^"]*)"/)[1].replaceAll("&amp;", "&"), baseURL))).status()).toBe(200);
    expect(here(answer.html.match(/<a href="([^"]*)"/)[1], baseURL)).toBe(address);
  });
}

test("every indicator has an oEmbed answer in both languages", async ({ request }) => {
  const { indicators } = await (await request.get("data/latest/catalog.json")).json();
  expect(indicators.length).toBeGreaterThan(50);
  const check = async (language, id) => {
    const answer = await (await request.get(`oembed/${language}/${id}.json`)).json();
    expect(answer.html, `${language}/${id}`).toContain(`/${id}/`);
  };
  const all = indicators.flatMap(({ id }) => ["vi", "en"].map((language) => [language, id]));
  while (all.length) await Promise.all(all.splice(0, 20).map(([language, id]) => check(language, id)));
});
