// Ten embeds in ten settings on somebody else's page: each tells its whole story, fits, keeps nothing and disturbs
// nothing. What becomes of the address, heights and failures: embeds-behave.spec.mjs.
import { expect, inside, keep, test } from "./hosts/host.mjs";

const ONE = "nhung/dti/";
/** The frames that scripts are kept out of make the browser say so. */
const KEPT_OUT = /^console: Blocked script execution in .* sandboxed/;

const strict = (site) => {
  const { origin } = new URL(site);
  return `default-src 'none'; script-src 'self' ${origin}; frame-src ${origin}; base-uri 'none'; form-action 'none'`;
};

/** Each by what the host does differently: the address, the iframe's attributes, the page around it. */
const SETTINGS = [
  { name: "plain", address: ONE },
  { name: "sandboxed", address: ONE, attributes: { sandbox: "allow-scripts" } },
  { name: "280 pixels wide", address: ONE, attributes: { width: 280, height: 700 } },
  { name: "dark", address: `${ONE}?theme=dark`, page: { style: "html { background: #111; color: #eee; color-scheme: dark }" } },
  { name: "transparent", address: `${ONE}?theme=light&bg=transparent`, page: { style: "html { background: rgb(255, 236, 179) }" } },
  { name: "scripts off", address: ONE, attributes: { sandbox: "" }, allow: KEPT_OUT },
  { name: "strict host", address: ONE, page: { csp: strict } },
  { name: "two on a page", address: ONE, second: "nhung/smartphone-population/" },
  { name: "pinned", address: (version) => `nhung/v/${version}/dti/` },
  { name: "unknown parameter", address: `${ONE}?utm_source=zalo&theme=%3Cb%3E&title=yes&constructor=1&=&%` },
];

/** The data version the site publishes as its newest. */
const latest = async (request) => (await (await request.get("data/versions.json")).json()).latest;

/** What a reader finds in an embed without doing anything. */
async function expectStory(frame, site) {
  const embed = frame.locator("#embed");
  await expect(embed.locator("header")).toContainText(/\p{L}{3}/u);
  await expect(embed.locator(".headline")).toBeVisible();
  await expect(embed.locator(".headline")).toContainText(/\d/);
  await expect(embed.locator(".sign")).toBeVisible();
  await expect(embed.locator(".sign")).toContainText(/[=≈≠]/);
  await expect(embed.locator("figure svg:visible").first()).toBeVisible();
  const foot = embed.locator("footer");
  await expect(foot).toBeVisible();
  await expect(foot).toContainText("Nguồn");
  await expect(embed).toContainText(/20\d\d/);
  await expect(foot).toContainText("Xem và so sánh");
  const link = foot.locator(".home").getByRole("link");
  await expect(link).toBeVisible();
  expect(new URL(await link.evaluate((it) => it.href)).pathname).toContain("/chi-so/");
  await expect(embed.locator("table").first()).toBeAttached();
  await expect(frame.locator("#notice")).toBeHidden();
  // Everything in it is ours: no address leads to a file elsewhere.
  const sources = await frame.locator("[src]").evaluateAll((all) => all.map((it) => it.src));
  expect(sources.filter((it) => !it.startsWith(site))).toEqual([]);
}

/** Nothing sticks out on the right, neither of the frame nor of what holds it. */
async function expectFits(frame) {
  const wide = await frame.evaluate(() => {
    const room = document.documentElement.clientWidth;
    // A table has a box of its own to scroll in; of a drawing the whole counts.
    const boxed = (it) => it && (/auto|scroll|hidden/.test(getComputedStyle(it).overflowX) || boxed(it.parentElement));
    const out = [...document.querySelectorAll("#embed *:not(svg *)")].filter((it) => {
      const { right, width } = it.getBoundingClientRect();
      return width > 0 && right > room + 0.5 && it.checkVisibility() && !boxed(it.parentElement);
    });
    const overflow = document.documentElement.scrollWidth - room;
    return [overflow, out.map((it) => `${it.localName}.${it.getAttribute("class") ?? ""}`)];
  });
  expect(wide).toEqual([0, []]);
}

for (const { name, address, attributes, page: around = {}, second, allow } of SETTINGS) {
  test(`embed: ${name}`, async ({ page, host, watch, baseURL, request }, info) => {
    if (allow) watch.allow(allow);
    const where = typeof address === "function" ? address(await latest(request)) : address;
    const frames = [host.frame(where, attributes)];
    if (second) frames.push(host.frame(second, { width: 360 }));
    await host.show(page, frames.join("\n"), { ...around, csp: around.csp?.(baseURL) });
    for (let n = 0; n < frames.length; n += 1) {
      const frame = await inside(page, `iframe >> nth=${n}`);
      await expectStory(frame, baseURL);
      await expectFits(frame);
    }
    await keep(page, info, name.replaceAll(" ", "-"));
  });
}

test("title=0 leaves the title to the host, and nothing else", async ({ page, host }) => {
  await host.show(page, host.frame(`${ONE}?title=0`));
  const frame = await inside(page);
  await expect(frame.locator("header h1")).toBeHidden();
  await expect(frame.locator(".sign")).toBeVisible();
  await expect(frame.locator("footer")).toContainText("Nguồn");
  await expect(frame.locator("footer .home").getByRole("link")).toBeVisible();
});

test("what the address does not say right changes nothing", async ({ page, host }) => {
  const { address } = SETTINGS.find((it) => it.name === "unknown parameter");
  await host.show(page, host.frame(ONE) + host.frame(address));
  const [plain, odd] = [await inside(page, "iframe >> nth=0"), await inside(page, "iframe >> nth=1")];
  expect(await odd.locator("#embed").innerText()).toBe(await plain.locator("#embed").innerText());
});

test("the same embed in English, by its own address and by the query", async ({ page, host }) => {
  await host.show(page, host.frame("en/embed/dti/") + host.frame(`${ONE}?lang=en&theme=dark`));
  for (const at of [0, 1]) {
    const frame = await inside(page, `iframe >> nth=${at}`);
    await frame.waitForURL(/\/en\/embed\/dti\//);
    await expect(frame.locator("html")).toHaveAttribute("lang", "en");
    await expect(frame.locator("footer")).toContainText("Source");
  }
  const second = await inside(page, "iframe >> nth=1");
  await expect(second.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("an embed without scripts is whole in English too", async ({ page, host, watch }) => {
  watch.allow(KEPT_OUT);
  await host.show(page, host.frame("en/embed/dti/", { sandbox: "" }));
  const frame = await inside(page);
  await expect(frame.locator(".headline")).toContainText(/\d/);
  await expect(frame.locator("footer")).toContainText("Source");
});
